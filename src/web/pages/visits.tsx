// Who visits whom: visits from each state to each other, as a matrix or on the map, in a window of time.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { type Flow, topStates } from '../charts/flows.ts'
import { Choice } from '../parts/choice.tsx'
import { Empty } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { useStateNames } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Switch } from '../parts/switch.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { YearsSlider } from '../parts/years.tsx'
import { askCounts, askVisits } from '../record.ts'
import { levelWords } from '../words.ts'
import lists from './lists.module.css'
import styles from './visits.module.css'

const FlowMap = lazy(() => import('../charts/flowmap.tsx').then((m) => ({ default: m.FlowMap })))
const NetworkFigure = lazy(() => import('../charts/network.tsx').then((m) => ({ default: m.NetworkFigure })))
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
  const { since, until, level } = search
  const visits = useQuery(askVisits({ since, until, level }))
  return (
    <>
      <Head
        title="Who visits whom"
        lead="Confirmed visits from each state to each other. A number opens its visits."
      >
        <Switch
          label="View"
          options={['matrix', 'network', 'map']}
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
      <Years since={since} until={until} onChange={set} />
      <Loaded query={visits} what="the visits">
        {(flows) => (flows.length ? <Shown flows={flows} search={search} /> : <NoVisits />)}
      </Loaded>
    </>
  )
}

const NoVisits = (): ReactNode => <Empty title="No visit is held">Widen the window or the level.</Empty>

interface YearsProps {
  since: string | undefined
  until: string | undefined
  onChange(window: { since: string | undefined; until: string | undefined }): void
}

/** The window as years of the record; at both ends of the slider there is none. */
function Years({ since, until, onChange }: YearsProps): ReactNode {
  const counts = useQuery(askCounts('year', { kind: 'visit', confirmed: true }))
  const years = (counts.data ?? []).map(({ key }) => Number(key))
  if (years.length < 2) return null
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const held = (year: string | undefined, other: number): number =>
    Math.min(last, Math.max(first, Number(year?.slice(0, 4)) || other))
  return (
    <YearsSlider
      label="Years"
      first={first}
      last={last}
      value={[held(since, first), held(until, last)]}
      onChange={(from, to) =>
        onChange({
          since: from > first ? `${from}-01-01` : undefined,
          until: to < last ? `${to}-12-31` : undefined,
        })
      }
    />
  )
}

function Shown({ flows, search }: { flows: Flow[]; search: Search }): ReactNode {
  const whole = useQuery({ ...askVisits({}), enabled: search.view === 'network' })
  if (search.view === 'map')
    return (
      <Suspense fallback={<Waiting what="the map" />}>
        <FlowMap flows={flows} />
      </Suspense>
    )
  if (search.view === 'network')
    return (
      <Suspense fallback={<Waiting what="the network" />}>
        {whole.data && <NetworkFigure flows={flows} whole={whole.data} />}
      </Suspense>
    )
  return (
    <>
      <p className={lists.count}>
        Rows: whose officials went. Columns: where they went. The states with the most visits.
      </p>
      <Matrix flows={flows} since={search.since} until={search.until} level={search.level} />
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
