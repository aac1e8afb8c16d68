// States: each with its code, leading to its page.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useStateOptions } from '../parts/choosers.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { askStates } from '../record.ts'
import styles from './lists.module.css'

const route = getRouteApi('/states')

export function StatesPage(): ReactNode {
  const { query = '' } = route.useSearch()
  const [text, setText] = useState(query)
  const navigate = useNavigate()
  const options = useStateOptions().filter(({ also, name }) =>
    `${name} ${also}`.toLowerCase().includes(text.toLowerCase()),
  )
  return (
    <>
      <Head title="States" lead="States and territories, by the names that texts use for them." />
      <div className={styles.filters}>
        <Field
          label="Name, code, people or capital"
          type="search"
          value={text}
          onChange={(next) => {
            setText(next)
            void navigate({ to: '/states', search: { query: next }, replace: true, resetScroll: false })
          }}
        />
      </div>
      <Loaded query={useQuery(askStates)} what="the states">
        {() => (
          <ul className={styles.grid}>
            {options.map((state) => (
              <li key={state.id}>
                <Link to="/states/$id" params={{ id: state.id }} data-row>
                  {state.name}
                </Link>
                <span className={styles.code}>{state.id}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}
