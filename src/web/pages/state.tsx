// One state: with whom it deals most, its latest exchanges, its officials.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { ExchangeRows } from '../exchange/rows.tsx'
import { Empty } from '../parts/empty.tsx'
import { Head } from '../parts/head.tsx'
import { useStateNames } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Section } from '../parts/section.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { askCounts, askManyExchanges, askPeople, askStates } from '../record.ts'
import { counted } from '../words.ts'
import styles from './lists.module.css'

const TimelineFigure = lazy(() => import('../charts/levels.tsx').then((m) => ({ default: m.TimelineFigure })))
const DensityFigure = lazy(() => import('../charts/density.tsx').then((m) => ({ default: m.DensityFigure })))
const route = getRouteApi('/states/$id')

export function StatePage(): ReactNode {
  const { id } = route.useParams()
  const navigate = useNavigate()
  const nameOf = useStateNames()
  const states = useQuery(askStates)
  const state = states.data?.find((one) => one.id === id)
  const exchanges = useQuery(askManyExchanges({ states: id, sort: 'newest' }, 1000))
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
        {({ items, total, next }) =>
          items.length ? (
            <>
              <Suspense fallback={<Waiting what="the plot" room={455} />}>
                {next ? (
                  <DensityFigure
                    filter={{ states: id }}
                    onOpen={(since, until) =>
                      void navigate({ to: '/exchanges', search: { states: id, since, until } })
                    }
                  />
                ) : (
                  <TimelineFigure items={items} />
                )}
              </Suspense>
              <div className={styles.columns}>
                <Section title={`Latest of ${counted(total, 'exchange')}`}>
                  <ExchangeRows items={items.slice(0, 15)} />
                </Section>
                <div>
                  <Section title="With whom">
                    <Partners id={id} />
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

/** Partners by number of exchanges; the bar says the same as the number. */
function Partners({ id }: { id: string }): ReactNode {
  const nameOf = useStateNames()
  const counts = useQuery(askCounts('state', { states: id, limit: 16 }))
  const partners = (counts.data ?? []).filter(({ key }) => key !== id)
  const most = partners[0]?.count ?? 1
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">State</th>
          <th scope="col">Exchanges</th>
        </tr>
      </thead>
      <tbody>
        {partners.map(({ key: other, count }) => (
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
  const people = useInfiniteQuery(askPeople({ state: id }))
  return (
    <Loaded query={people} what="its officials">
      {({ pages }) => {
        const [page] = pages
        if (!page?.items.length) return <p>None in the gazetteer.</p>
        return (
          <>
            <ul className={styles.grid}>
              {page.items.slice(0, 40).map((one) => (
                <li key={one.id} title={one.office ?? undefined}>
                  <Link to="/people/$id" params={{ id: one.id }}>
                    {one.name}
                  </Link>
                  <span className={styles.code}>{one.nativeName}</span>
                </li>
              ))}
            </ul>
            {page.total > 40 && (
              <p>
                <Link to="/people" search={{ state: id }}>
                  All {page.total}
                </Link>
              </p>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
