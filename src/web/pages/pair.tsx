// Pairs and triples: what passed between A and C, and between B and C, on one time axis; who went to whom, and who is owed a visit.

import { useQueries, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { CodedBeside } from '../answer/coded.tsx'
import { address } from '../api.ts'
import { eventOf } from '../charts/levels.tsx'
import { boundsOf } from '../dates.ts'
import { Choice } from '../parts/choice.tsx'
import { StateBox } from '../parts/choosers.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { useStateNames } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { DateMark, LevelMark } from '../parts/marks.tsx'
import { Section } from '../parts/section.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { PaceOf } from '../question/pacing.tsx'
import { askManyExchanges, askVisits, type VisitCount } from '../record.ts'
import { levelWords } from '../words.ts'
import styles from './lists.module.css'

const LanesFigure = lazy(() => import('../charts/lanes.tsx').then((m) => ({ default: m.LanesFigure })))
const DensityFigure = lazy(() => import('../charts/density.tsx').then((m) => ({ default: m.DensityFigure })))
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

/** What a lane shows: what took place. */
const shown = ({ since, until, level }: Search) => ({ since, until, level, status: 'occurred,ongoing' })

function Lanes({ search }: { search: Search }): ReactNode {
  const nameOf = useStateNames()
  const pairs = pairsOf(search)
  const queries = useQueries({
    queries: pairs.map((pair) =>
      askManyExchanges({ ...shown(search), states: pair.join(','), sort: 'oldest' }, 1000),
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
      <Suspense fallback={<Waiting what="the picture" room={520} />}>
        {queries.some((query) => query.data?.next) ? (
          pairs.map((pair) => <Crowd key={pair.join()} pair={pair} search={search} />)
        ) : (
          <LanesFigure lanes={lanes} />
        )}
      </Suspense>
      {search.c ? (
        <PaceOf
          a={search.a!}
          b={search.b!}
          c={search.c}
          since={search.since}
          until={search.until}
          rule={search.rule}
        />
      ) : (
        <CodedBeside pairs={pairs} since={search.since} until={search.until} by="quarter" />
      )}
      <Section title="Who went to whom">
        <div className={styles.scroll}>
          <Visits pairs={pairs} search={search} />
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

/** A lane of more exchanges than can be told apart. */
function Crowd({ pair, search }: { pair: [string, string]; search: Search }): ReactNode {
  const nameOf = useStateNames()
  const navigate = useNavigate()
  const states = pair.join(',')
  return (
    <Section title={pair.map(nameOf).join(' – ')}>
      <DensityFigure
        filter={{ ...shown(search), states }}
        onOpen={(since, until) => void navigate({ to: '/exchanges', search: { states, since, until } })}
      />
    </Section>
  )
}

function Visits({ pairs, search }: { pairs: [string, string][]; search: Search }): ReactNode {
  const { since, until, level } = search
  const states = [...new Set(pairs.flat())].join(',')
  return (
    <Loaded query={useQuery(askVisits({ states, since, until, level }))} what="the visits" room={280}>
      {(visits) => <VisitTable pairs={pairs} visits={visits} />}
    </Loaded>
  )
}

function VisitTable({ pairs, visits }: { pairs: [string, string][]; visits: VisitCount[] }): ReactNode {
  const between = (from: string, to: string): VisitCount | undefined =>
    visits.find((one) => one.from === from && one.to === to)
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
        {pairs.flatMap(([x, y]) =>
          [
            [x, y],
            [y, x],
          ].map(([from, to]) => (
            <VisitRow
              key={`${from}${to}`}
              from={from!}
              to={to!}
              own={between(from!, to!)}
              other={between(to!, from!)}
            />
          )),
        )}
      </tbody>
    </table>
  )
}

interface RowProps {
  from: string
  to: string
  own: VisitCount | undefined
  other: VisitCount | undefined
}

function VisitRow({ from, to, own, other }: RowProps): ReactNode {
  const nameOf = useStateNames()
  const lastDay = (one: VisitCount | undefined): string => boundsOf(one?.latest?.occurredOn)[1] ?? ''
  return (
    <tr>
      <td>{nameOf(from)}</td>
      <td>{nameOf(to)}</td>
      <td>{own?.count ?? 0}</td>
      <td>
        <LevelMark level={own?.level ?? null} />
      </td>
      <td>
        {own?.latest ? (
          <Link to="/exchanges/$id" params={{ id: own.latest.id }}>
            <DateMark edtf={own.latest.occurredOn} />
          </Link>
        ) : (
          'none held'
        )}
      </td>
      <td>{lastDay(other) > lastDay(own) ? `${nameOf(from)} owes the next visit` : ''}</td>
    </tr>
  )
}
