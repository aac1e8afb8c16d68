// Coverage: what each source could have shown us, from when to when. Silence outside it says nothing.
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { Empty } from '../parts/empty.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { askRecord, type CoveredSource } from '../record.ts'

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
              <Suspense>
                <CoverageFigure sources={coverage} />
              </Suspense>
              <SourceTable sources={coverage} />
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
            <td>{source.from ?? '–'}</td>
            <td>{source.to ?? '–'}</td>
            <td>{source.rows.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
