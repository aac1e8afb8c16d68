// Exchanges: filter, sort, and see them as a table or on a time axis by level.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback, useDeferredValue } from 'react'
import { address } from '../api.ts'
import { ExchangeFilters, type Filter } from '../exchange/filters.tsx'
import { ExchangeTable } from '../exchange/table.tsx'
import { Empty } from '../parts/empty.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Switch } from '../parts/switch.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { askExchanges, askManyExchanges } from '../record.ts'
import { counted } from '../words.ts'
import styles from './exchanges.module.css'

const Timeline = lazy(() => import('../charts/levels.tsx').then((m) => ({ default: m.TimelineFigure })))
const Density = lazy(() => import('../charts/density.tsx').then((m) => ({ default: m.DensityFigure })))
const route = getRouteApi('/exchanges')

export function ExchangesPage(): ReactNode {
  const { view = 'table', ...filter } = route.useSearch()
  const navigate = useNavigate()
  const asked = useDeferredValue(filter)
  const go = (next: Filter & { view?: string }): void =>
    void navigate({ to: '/exchanges', search: next, replace: true, resetScroll: false })
  const keepView = view === 'table' ? {} : { view }
  return (
    <>
      <Head
        title="Exchanges"
        lead="Visits, meetings, talks, summits, calls, ceremonies, agreements and messages, each with its sources."
      >
        <Switch
          label="View"
          options={['table', 'timeline']}
          value={view}
          onChange={(next) => go({ ...filter, ...(next === 'table' ? {} : { view: next }) })}
        />
      </Head>
      <details className={styles.filters} open={window.innerWidth > 640 || undefined}>
        <summary>Filters</summary>
        <ExchangeFilters filter={filter} onChange={(next) => go({ ...next, ...keepView })} />
      </details>
      {view === 'timeline' ? (
        <OnTime filter={asked} onOpen={(next) => go({ ...next, ...keepView })} />
      ) : (
        <InTable filter={asked} onSort={(sort) => go({ ...filter, sort })} />
      )}
    </>
  )
}

function InTable({ filter, onSort }: { filter: Filter; onSort(sort: string): void }): ReactNode {
  const query = useInfiniteQuery(askExchanges({ ...filter, sort: filter.sort ?? 'newest' }))
  const { fetchNextPage, isFetchingNextPage } = query
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage()
  }, [fetchNextPage, isFetchingNextPage])
  return (
    <Loaded query={query} what="the exchanges">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        const total = pages[0]?.total ?? items.length
        if (!items.length) return <NoExchanges filter={filter} />
        return (
          <>
            <Count total={total} filter={filter} />
            <ExchangeTable
              items={items}
              total={total}
              sort={filter.sort ?? 'newest'}
              onSort={onSort}
              onEnd={more}
            />
          </>
        )
      }}
    </Loaded>
  )
}

/** Marks that a plot can carry and an eye tell apart; more are drawn by how many they are. */
const mostMarks = 1000

function OnTime({ filter, onOpen }: { filter: Filter; onOpen(window: Filter): void }): ReactNode {
  const query = useQuery(askManyExchanges({ ...filter, sort: 'oldest' }, mostMarks))
  return (
    <Loaded query={query} what="the exchanges">
      {({ items, total, next }) =>
        items.length ? (
          <>
            <Count total={total} filter={filter} />
            <Suspense fallback={<Waiting what="the plot" room={455} />}>
              {next ? (
                <Density
                  filter={{ ...filter, sort: undefined }}
                  onOpen={(since, until) => onOpen({ ...filter, since, until })}
                />
              ) : (
                <Timeline items={items} />
              )}
            </Suspense>
          </>
        ) : (
          <NoExchanges filter={filter} />
        )
      }
    </Loaded>
  )
}

function Count({ total, filter }: { total: number; filter: Filter }): ReactNode {
  return (
    <p className={styles.count} role="status">
      <strong>{counted(total, 'exchange')}</strong> ·{' '}
      <a href={address('exchanges', { ...filter, limit: 500 })}>as JSON</a>
    </p>
  )
}

const NoExchanges = ({ filter }: { filter: Filter }): ReactNode => (
  <>
    <Count total={0} filter={filter} />
    <Empty title="No exchange passes these filters">
      Take a filter away. If you expected one, look at Coverage: it may be that no source held covers these
      states and days.
    </Empty>
  </>
)
