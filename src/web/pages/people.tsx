// People: the gazetteer's officials, found by name in any script.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { StateBox } from '../parts/choosers.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { StateLink } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { askPeople, type ShownPerson } from '../record.ts'
import { counted } from '../words.ts'
import styles from './lists.module.css'

const route = getRouteApi('/people')
const most = 300

export function PeoplePage(): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const [text, setText] = useState(search.query ?? '')
  const query = useDeferredValue(text)
  const go = (part: { query?: string | undefined; state?: string | undefined }): void =>
    void navigate({
      to: '/people',
      search: { ...search, ...part } as never,
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <Head title="People" lead="Officials and the offices they held, each from a day to a day." />
      <div className={styles.filters}>
        <Field
          label="Name, in any script"
          type="search"
          value={text}
          onChange={(next) => {
            setText(next)
            go({ query: next })
          }}
        />
        <StateBox label="State" placeholder="any" value={search.state} onChange={(state) => go({ state })} />
      </div>
      <Loaded query={useQuery(askPeople(query))} what="the people">
        {(people) => (
          <PeopleTable people={people.filter((one) => !search.state || one.state === search.state)} />
        )}
      </Loaded>
    </>
  )
}

function PeopleTable({ people }: { people: ShownPerson[] }): ReactNode {
  if (!people.length)
    return (
      <Empty title="Nobody goes by that name">Try a family name alone, or the name in its own script.</Empty>
    )
  return (
    <>
      <p className={styles.count}>
        {counted(people.length, 'person', 'people')}
        {people.length > most && `, the first ${most} shown: narrow the name`}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">In native script</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {people.slice(0, most).map((one) => (
            <tr key={one.id}>
              <td>
                <Link to="/people/$id" params={{ id: one.id }} data-row>
                  {one.name}
                </Link>
              </td>
              <td>{one.nativeName}</td>
              <td>
                <StateLink id={one.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
