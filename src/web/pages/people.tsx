// People: the gazetteer's officials, found by name in any script.
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Action } from '../parts/action.tsx'
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

export function PeoplePage(): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const [text, setText] = useState(search.query ?? '')
  const query = useDeferredValue(text)
  const people = useInfiniteQuery(askPeople({ query, state: search.state }))
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
      <Loaded query={people} what="the people">
        {({ pages }) => (
          <>
            <PeopleTable people={pages.flatMap((page) => page.items)} total={pages[0]!.total} />
            {people.hasNextPage && (
              <Action isDisabled={people.isFetchingNextPage} onPress={() => void people.fetchNextPage()}>
                Show more
              </Action>
            )}
          </>
        )}
      </Loaded>
    </>
  )
}

function PeopleTable({ people, total }: { people: ShownPerson[]; total: number }): ReactNode {
  if (!people.length)
    return (
      <Empty title="Nobody goes by that name">Try a family name alone, or the name in its own script.</Empty>
    )
  return (
    <>
      <p className={styles.count}>
        {counted(total, 'person', 'people')}
        {people.length < total && `, the first ${people.length} shown`}
      </p>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col" className={styles.wide}>
                In native script
              </th>
              <th scope="col">State</th>
              <th scope="col">Office held last</th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.id}>
                <td>
                  <Link to="/people/$id" params={{ id: one.id }} data-row>
                    {one.name}
                  </Link>
                  <span className={styles.narrow}> {one.nativeName}</span>
                </td>
                <td className={styles.wide}>{one.nativeName}</td>
                <td>
                  <StateLink id={one.state} />
                </td>
                <td>{one.office}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
