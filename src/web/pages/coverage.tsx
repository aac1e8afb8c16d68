// Coverage: what each source could have shown us, from when to when. Silence outside it says nothing.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { dateWords } from '../dates.ts'
import { Empty } from '../parts/empty.tsx'
import { Head } from '../parts/head.tsx'
import { useStateNames } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Section } from '../parts/section.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { askCounts, askRecord, type CoveredSource } from '../record.ts'
import styles from './coverage.module.css'

const CoverageFigure = lazy(() =>
  import('../charts/covering.tsx').then((m) => ({ default: m.CoverageFigure })),
)

export function CoveragePage(): ReactNode {
  return (
    <>
      <Head
        title="Coverage"
        lead="What each source would have shown us, and when. Where no source reaches, an empty list is not a silence."
      />
      <Loaded query={useQuery(askRecord)} what="the coverage">
        {({ coverage }) =>
          coverage.length ? (
            <>
              <Suspense fallback={<Waiting what="the plot" room={190} />}>
                <CoverageFigure sources={coverage} />
              </Suspense>
              <Section title="By source">
                <SourceTable sources={coverage} />
              </Section>
              <Section title="By pair and year">
                <PairYears />
              </Section>
            </>
          ) : (
            <Empty title="No source is held">
              File documents or import a data set: each then shows here with its span.
            </Empty>
          )
        }
      </Loaded>
    </>
  )
}

function SourceTable({ sources }: { sources: CoveredSource[] }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Rows</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr key={`${source.source} ${source.from}`}>
            <td>{source.source}</td>
            <td>{source.from ? dateWords(source.from) : '–'}</td>
            <td>{source.to ? dateWords(source.to) : '–'}</td>
            <td>{source.rows.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const mostPairs = 25

/** How many exchanges are held for the pairs that have most, year by year: an empty cell is a gap of ours or a silence of theirs. */
function PairYears(): ReactNode {
  return (
    <Loaded query={useQuery(askCounts('pair-year', {}))} what="the pairs" room={800}>
      {(counts) => <PairTable {...tablePairs(counts)} />}
    </Loaded>
  )
}

interface PairCounts {
  years: number[]
  pairs: { pair: string; byYear: Map<number, number> }[]
}

/** "CHN RUS 2024" counts as rows of pairs, those with most first, over every year between the first and the last. */
function tablePairs(counts: { key: string; count: number }[]): PairCounts {
  const rows = new Map<string, Map<number, number>>()
  for (const { key, count } of counts) {
    const [pair, year] = [key.slice(0, 7), Number(key.slice(8))]
    rows.set(pair, (rows.get(pair) ?? new Map<number, number>()).set(year, count))
  }
  const total = (byYear: Map<number, number>): number => [...byYear.values()].reduce((a, b) => a + b, 0)
  const pairs = [...rows]
    .map(([pair, byYear]) => ({ pair, byYear }))
    .sort((a, b) => total(b.byYear) - total(a.byYear))
    .slice(0, mostPairs)
  const seen = pairs.flatMap(({ byYear }) => [...byYear.keys()])
  const [first, last] = [Math.min(...seen), Math.max(...seen)]
  return { pairs, years: seen.length ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [] }
}

function PairTable({ years, pairs }: PairCounts): ReactNode {
  const nameOf = useStateNames()
  if (!pairs.length) return <p>No dated exchange of two states is held.</p>
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Exchanges held by pair of states and year"
    >
      <table className={styles.pairs}>
        <thead>
          <tr>
            <th scope="col">Pair</th>
            {years.map((year) => (
              <th scope="col" key={year}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ pair, byYear }) => {
            const [a, b] = pair.split(' ') as [string, string]
            return (
              <tr key={pair}>
                <th scope="row">
                  <Link to="/pair" search={{ a, b }}>
                    {nameOf(a)} – {nameOf(b)}
                  </Link>
                </th>
                {years.map((year) => (
                  <td key={year} data-empty={!byYear.has(year)}>
                    {byYear.get(year) ?? '·'}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
