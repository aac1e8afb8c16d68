// One state: with whom it deals most, its latest exchanges, its officials.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { ExchangeRows } from '../exchange/rows.tsx'
import { Empty } from '../parts/empty.tsx'
import { Head } from '../parts/head.tsx'
import { useStateNames } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Section } from '../parts/section.tsx'
import { askManyExchanges, askPeople, askStates, type ShownExchange } from '../record.ts'
import { counted } from '../words.ts'
import styles from './lists.module.css'

const TimelineFigure = lazy(() => import('../charts/levels.tsx').then((m) => ({ default: m.TimelineFigure })))
const route = getRouteApi('/states/$id')

export function StatePage(): ReactNode {
  const { id } = route.useParams()
  const nameOf = useStateNames()
  const states = useQuery(askStates)
  const state = states.data?.find((one) => one.id === id)
  const exchanges = useQuery(askManyExchanges({ states: id, sort: 'newest' }, 2000))
  return (
    <>
      <Head
        title={nameOf(id)}
        lead={[id, state?.name !== nameOf(id) && state?.name, state?.capital && `capital ${state.capital}`]
          .filter(Boolean)
          .join(' · ')}
      >
        <Link to="/exchanges" search={{ states: id }}>
          All its exchanges
        </Link>
      </Head>
      <Loaded query={exchanges} what="its exchanges">
        {({ items, total }) =>
          items.length ? (
            <>
              <Suspense>
                <TimelineFigure items={items} />
              </Suspense>
              <div className={styles.columns}>
                <Section title={`Latest of ${counted(total ?? items.length, 'exchange')}`}>
                  <ExchangeRows items={items.slice(0, 15)} />
                </Section>
                <div>
                  <Section title="With whom">
                    <Partners id={id} items={items} />
                  </Section>
                  <Section title="Its officials">
                    <Officials id={id} />
                  </Section>
                </div>
              </div>
            </>
          ) : (
            <Empty title="No exchange is held">
              No source held covers this state yet. File a document that reports one.
            </Empty>
          )
        }
      </Loaded>
    </>
  )
}

/** Partners by number of exchanges of two; the bar says the same as the number. */
function Partners({ id, items }: { id: string; items: ShownExchange[] }): ReactNode {
  const nameOf = useStateNames()
  const counts = new Map<string, number>()
  for (const item of items)
    for (const other of item.states) if (other !== id) counts.set(other, (counts.get(other) ?? 0) + 1)
  const partners = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 15)
  const most = partners[0]?.[1] ?? 1
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Exchanges</th>
        </tr>
      </thead>
      <tbody>
        {partners.map(([other, count]) => (
          <tr key={other}>
            <td>
              <Link to="/pair" search={{ a: id, b: other }}>
                {nameOf(other)}
              </Link>
            </td>
            <td>
              <span className={styles.bar} style={{ width: `${(count / most) * 8}rem` }} aria-hidden="true" />{' '}
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Officials({ id }: { id: string }): ReactNode {
  const people = useQuery(askPeople(''))
  return (
    <Loaded query={people} what="its officials">
      {(all) => {
        const own = all.filter((one) => one.state === id)
        if (!own.length) return <p>None in the gazetteer.</p>
        return (
          <ul className={styles.grid}>
            {own.map((one) => (
              <li key={one.id}>
                <Link to="/people/$id" params={{ id: one.id }}>
                  {one.name}
                </Link>
                <span className={styles.code}>{one.nativeName}</span>
              </li>
            ))}
          </ul>
        )
      }}
    </Loaded>
  )
}
