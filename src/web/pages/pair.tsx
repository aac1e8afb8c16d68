// Pairs and triples: what passed between A and C, and between B and C, on one time axis; who went to whom, and who is owed a visit.
import { useQueries } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { address } from '../api.ts'
import { eventOf } from '../charts/levels.tsx'
import { Choice } from '../parts/choice.tsx'
import { StateBox } from '../parts/choosers.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { useStateNames } from '../parts/links.tsx'
import { DateMark, LevelMark } from '../parts/marks.tsx'
import { Section } from '../parts/section.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { PaceOf } from '../question/pacing.tsx'
import { askManyExchanges, type ShownExchange } from '../record.ts'
import { levelWords } from '../words.ts'
import styles from './lists.module.css'

const LanesFigure = lazy(() => import('../charts/lanes.tsx').then((m) => ({ default: m.LanesFigure })))
const route = getRouteApi('/pair')
type Search = ReturnType<typeof route.useSearch>

const levels = [
  ['', 'any level'],
  ...[1, 2, 3, 4, 5, 6, 7].map((level) => [
    String(level),
    `${level}: ${levelWords[level]}${level > 1 ? ', or higher' : ''}`,
  ]),
] as [string, string][]

export function PairPage(): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const set = (part: { [Name in keyof Search]?: string | undefined }): void =>
    void navigate({
      to: '/pair',
      search: { ...search, ...part } as Search,
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <Head title="Pairs and triples" lead="Two states, or two against a third, on one time axis." />
      <div className={styles.filters}>
        <StateBox label="A" value={search.a} onChange={(a) => set({ a })} />
        <StateBox label="B" value={search.b} onChange={(b) => set({ b })} />
        <StateBox label="C (for a triple)" placeholder="none" value={search.c} onChange={(c) => set({ c })} />
        <Field label="Since" type="date" value={search.since ?? ''} onChange={(since) => set({ since })} />
        <Field label="Until" type="date" value={search.until ?? ''} onChange={(until) => set({ until })} />
        <Choice
          label="Level"
          value={search.level ?? ''}
          onChange={(level) => set({ level })}
          options={levels}
        />
      </div>
      {search.a && search.b ? <Lanes search={search} /> : <Examples />}
    </>
  )
}

const Examples = (): ReactNode => (
  <Empty title="Choose two states, or three">
    For instance{' '}
    <Link to="/pair" search={{ a: 'CHN', b: 'RUS', c: 'PRK' }}>
      China and Russia, each with North Korea
    </Link>
    , or{' '}
    <Link to="/pair" search={{ a: 'JPN', b: 'USA' }}>
      Japan and the United States
    </Link>
    .
  </Empty>
)

/** A and C, B and C, A and B for a triple; A and B for a pair. */
const pairsOf = ({ a, b, c }: Search): [string, string][] =>
  c
    ? [
        [a!, c],
        [b!, c],
        [a!, b!],
      ]
    : [[a!, b!]]

function Lanes({ search }: { search: Search }): ReactNode {
  const nameOf = useStateNames()
  const pairs = pairsOf(search)
  const queries = useQueries({
    queries: pairs.map((pair) =>
      askManyExchanges(
        {
          states: pair.join(','),
          since: search.since,
          until: search.until,
          level: search.level,
          status: 'occurred,ongoing',
          sort: 'oldest',
        },
        3000,
      ),
    ),
  })
  const lists = queries.map((query) => query.data?.items)
  const ready = lists.every(Boolean)
  const key = pairs.join(';') + lists.map((list) => list?.length).join()
  const lanes = useMemo(
    () =>
      pairs.map(([x, y], i) => ({
        name: `${nameOf(x)} – ${nameOf(y)}`,
        events: (lists[i] ?? []).map((item) => eventOf(item, nameOf)),
      })),
    [key, ready, nameOf('CHN')],
  )
  const failed = queries.find((query) => query.error)
  if (failed) return <Failure error={failed.error} again={() => void failed.refetch()} />
  if (!ready) return <Waiting what="the exchanges" />
  if (lists.every((list) => !list!.length))
    return (
      <Empty title="Nothing is held between them">
        No source held reports an exchange of these states in this window. Look at Coverage before taking that
        for a silence.
      </Empty>
    )
  return (
    <>
      <Suspense fallback={<Waiting what="the picture" />}>
        <LanesFigure lanes={lanes} />
      </Suspense>
      {search.c && (
        <PaceOf
          a={search.a!}
          b={search.b!}
          c={search.c}
          since={search.since}
          until={search.until}
          rule={search.rule}
        />
      )}
      <Section title="Who went to whom">
        <div className={styles.scroll}>
          <Visits pairs={pairs} lists={lists as ShownExchange[][]} />
        </div>
      </Section>
      <p>
        {pairs.map((pair) => (
          <span key={pair.join()}>
            <Link to="/exchanges" search={{ states: pair.join(',') }}>
              All of {pair.map(nameOf).join(' and ')}
            </Link>{' '}
            (<a href={address('exchanges', { states: pair.join(','), limit: 500 })}>JSON</a>){' · '}
          </span>
        ))}
      </p>
    </>
  )
}

function Visits({ pairs, lists }: { pairs: [string, string][]; lists: ShownExchange[][] }): ReactNode {
  const nameOf = useStateNames()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Visits</th>
          <th scope="col">Highest</th>
          <th scope="col">Latest</th>
          <th scope="col">Owed</th>
        </tr>
      </thead>
      <tbody>
        {pairs.flatMap(([x, y], i) => {
          const [there, back] = [visitsOf(lists[i]!, x, y), visitsOf(lists[i]!, y, x)]
          return [
            { from: x, to: y, own: there, other: back },
            { from: y, to: x, own: back, other: there },
          ].map(({ from, to, own, other }) => (
            <tr key={`${from}${to}`}>
              <td>{nameOf(from)}</td>
              <td>{nameOf(to)}</td>
              <td>{own.count}</td>
              <td>
                <LevelMark level={own.best} />
              </td>
              <td>
                {own.latest ? (
                  <Link to="/exchanges/$id" params={{ id: own.latest.id }}>
                    <DateMark edtf={own.latest.occurredOn} />
                  </Link>
                ) : (
                  'none held'
                )}
              </td>
              <td>
                {(other.latest?.latest ?? '') > (own.latest?.latest ?? '')
                  ? `${nameOf(from)} owes the next visit`
                  : ''}
              </td>
            </tr>
          ))
        })}
      </tbody>
    </table>
  )
}

function visitsOf(
  items: ShownExchange[],
  from: string,
  to: string,
): { count: number; best: number | null; latest: ShownExchange | null } {
  const visits = items.filter(
    (item) =>
      item.confirmed &&
      item.kind === 'visit' &&
      item.hostState === to &&
      item.participants.some((one) => one.role === 'visitor' && one.state === from),
  )
  const levels = visits.flatMap((item) =>
    item.participants
      .filter((one) => one.role === 'visitor' && one.state === from)
      .flatMap((one) => one.level ?? []),
  )
  return {
    count: visits.length,
    best: levels.length ? Math.min(...levels) : null,
    latest: visits.toSorted((a, b) => (a.latest ?? '').localeCompare(b.latest ?? '')).at(-1) ?? null,
  }
}
