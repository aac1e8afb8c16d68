// Exchanges as a table of any length: only the rows in sight are drawn, more are fetched as the end comes near.
// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not drawn, which table elements cannot lay out
// biome-ignore-all lint/a11y/useFocusableInteractive: the links inside are what is focused
import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useStateNames } from '../parts/links.tsx'
import { DateMark, DoubtMark, LevelMark, StatusMark } from '../parts/marks.tsx'
import type { ShownExchange } from '../record.ts'
import styles from './table.module.css'
import { titleOf } from './title.ts'

interface Props {
  items: ShownExchange[]
  total: number
  /** 'newest', 'oldest' or 'level'. */
  sort: string
  onSort(sort: string): void
  onEnd(): void
}

/** Each column with the orders that its head goes through. */
const columns: [label: string, orders: [order: string, direction: 'ascending' | 'descending'][]][] = [
  [
    'Date',
    [
      ['newest', 'descending'],
      ['oldest', 'ascending'],
    ],
  ],
  ['Who', []],
  ['Kind', []],
  ['Highest', [['level', 'ascending']]],
  ['Status', []],
  ['Place', []],
]

export function ExchangeTable({ items, total, sort, onSort, onEnd }: Props): ReactNode {
  const body = useRef<HTMLDivElement>(null)
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => (window.innerWidth < 640 ? 78 : 44),
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => items[index]!.id,
  })
  const shown = rows.getVirtualItems()
  const lastShown = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (items.length < total && lastShown > items.length - 30) onEnd()
  }, [lastShown, items.length, total, onEnd])
  return (
    <div role="table" aria-rowcount={total + 1} aria-label="Exchanges" className={styles.table}>
      <div role="rowgroup">
        <div role="row" className={styles.head}>
          {columns.map(([label, orders]) => (
            <Column key={label} label={label} orders={orders} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      <div ref={body} role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => (
          <div
            key={row.key}
            ref={rows.measureElement}
            data-index={row.index}
            role="row"
            aria-rowindex={row.index + 2}
            className={styles.row}
            data-doubt={!items[row.index]!.confirmed}
            style={{ transform: `translateY(${row.start - rows.options.scrollMargin}px)` }}
          >
            <Cells item={items[row.index]!} />
          </div>
        ))}
      </div>
    </div>
  )
}

interface ColumnProps {
  label: string
  orders: (typeof columns)[number][1]
  sort: string
  onSort(sort: string): void
}

function Column({ label, orders, sort, onSort }: ColumnProps): ReactNode {
  if (!orders.length) return <div role="columnheader">{label}</div>
  const now = orders.findIndex(([order]) => order === sort)
  const next = orders[(now + 1) % orders.length]![0]
  const direction = orders[now]?.[1] ?? 'none'
  return (
    <div role="columnheader" aria-sort={direction}>
      <button type="button" onClick={() => onSort(next)}>
        {label}{' '}
        <span aria-hidden="true">
          {direction === 'ascending' ? '▲' : direction === 'descending' ? '▼' : '↕'}
        </span>
      </button>
    </div>
  )
}

function Cells({ item }: { item: ShownExchange }): ReactNode {
  const nameOf = useStateNames()
  return (
    <>
      <div role="cell">
        <DateMark edtf={item.occurredOn} />
      </div>
      <div role="cell" className={styles.who}>
        <Link to="/exchanges/$id" params={{ id: item.id }} data-row>
          {titleOf(item, nameOf)}
        </Link>{' '}
        <DoubtMark confirmed={item.confirmed} review={item.review} />
      </div>
      <div role="cell">{item.kind}</div>
      <div role="cell">
        <LevelMark level={item.level} />
      </div>
      <div role="cell">
        <StatusMark status={item.status} />
      </div>
      <div role="cell">{item.place ?? nameOf(item.hostState)}</div>
    </>
  )
}
