// Who visits whom: visits from each state to each other, as a matrix or on the map, in a window of time.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { countVisits, type Flow, topStates } from '../charts/flows.ts'
import { Choice } from '../parts/choice.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { useStateNames } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Switch } from '../parts/switch.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { askManyExchanges } from '../record.ts'
import { levelWords } from '../words.ts'
import lists from './lists.module.css'
import styles from './visits.module.css'

const FlowMap = lazy(() => import('../charts/flowmap.tsx').then((m) => ({ default: m.FlowMap })))
const route = getRouteApi('/visits')
type Search = ReturnType<typeof route.useSearch>

const levels = [
  ['', 'any level'],
  ...[1, 2, 3, 4, 5, 6].map((level) => [
    String(level),
    `${level}: ${levelWords[level]}${level > 1 ? ', or higher' : ''}`,
  ]),
] as [string, string][]

export function VisitsPage(): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const set = (part: { [Name in keyof Search]?: string | undefined }): void =>
    void navigate({
      to: '/visits',
      search: { ...search, ...part } as Search,
      replace: true,
      resetScroll: false,
    })
  const visits = useQuery(
    askManyExchanges(
      {
        kind: 'visit',
        status: 'occurred,ongoing',
        confirmed: true,
        since: search.since,
        until: search.until,
        level: search.level,
        sort: 'newest',
      },
      10_000,
    ),
  )
  const flows = useMemo(() => countVisits(visits.data?.items ?? []), [visits.data])
  return (
    <>
      <Head
        title="Who visits whom"
        lead="Confirmed visits from each state to each other. A number opens its visits."
      >
        <Switch
          label="View"
          options={['matrix', 'map']}
          value={search.view ?? 'matrix'}
          onChange={(view) => set({ view })}
        />
      </Head>
      <div className={lists.filters}>
        <Field label="Since" type="date" value={search.since ?? ''} onChange={(since) => set({ since })} />
        <Field label="Until" type="date" value={search.until ?? ''} onChange={(until) => set({ until })} />
        <Choice
          label="Level"
          value={search.level ?? ''}
          onChange={(level) => set({ level })}
          options={levels}
        />
      </div>
      <Loaded query={visits} what="the visits">
        {() =>
          flows.length ? (
            search.view === 'map' ? (
              <Suspense fallback={<Waiting what="the map" />}>
                <FlowMap flows={flows} />
              </Suspense>
            ) : (
              <>
                <p className={lists.count}>
                  Rows: whose officials went. Columns: where they went. The states with the most visits.
                </p>
                <Matrix flows={flows} since={search.since} until={search.until} level={search.level} />
              </>
            )
          ) : (
            <Empty title="No visit is held">Widen the window or the level.</Empty>
          )
        }
      </Loaded>
    </>
  )
}

interface MatrixProps {
  flows: Flow[]
  since: string | undefined
  until: string | undefined
  level: string | undefined
}

function Matrix({ flows, since, until, level }: MatrixProps): ReactNode {
  const nameOf = useStateNames()
  const states = topStates(flows, 16)
  const counts = new Map(flows.map((flow) => [`${flow.from} ${flow.to}`, flow.count]))
  const most = Math.max(...flows.map((flow) => flow.count))
  const window = { ...(since ? { since } : {}), ...(until ? { until } : {}), ...(level ? { level } : {}) }
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Matrix of visits. Rows: whose officials went. Columns: where they went."
    >
      <table className={styles.matrix}>
        <thead>
          <tr>
            <td />
            {states.map((to) => (
              <th scope="col" key={to} title={nameOf(to)}>
                {to}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {states.map((from) => (
            <tr key={from}>
              <th scope="row">{nameOf(from)}</th>
              {states.map((to) => {
                const count = counts.get(`${from} ${to}`) ?? 0
                return (
                  <td
                    key={to}
                    data-self={from === to}
                    data-strong={count / most > 0.45}
                    style={
                      { '--share': `${Math.round(Math.sqrt(count / most) * 100)}%` } as React.CSSProperties
                    }
                  >
                    {count > 0 && (
                      <Link
                        to="/exchanges"
                        search={{ from, to, kind: 'visit', confirmed: 'true', ...window }}
                        aria-label={`${count} from ${nameOf(from)} to ${nameOf(to)}`}
                      >
                        {count}
                      </Link>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
