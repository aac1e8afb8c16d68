// One year as a calendar: a cell a day, filled where the person was in an exchange.
import * as Plot from '@observablehq/plot'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback, useMemo } from 'react'
import { addDays, boundsOf } from '../dates.ts'
import { titleOf } from '../exchange/title.ts'
import { Choice } from '../parts/choice.tsx'
import { useStateNames } from '../parts/links.tsx'
import type { ShownExchange } from '../record.ts'
import styles from './plot.module.css'
import { PlotFigure, tagPoints } from './plot.tsx'

/** Height by width. */
const shape = 0.5

interface Props {
  items: ShownExchange[]
  year: string | undefined
  onYear(year: string): void
}

export function YearFigure({ items, year, onYear }: Props): ReactNode {
  const navigate = useNavigate()
  const nameOf = useStateNames()
  const years = useMemo(
    () => [...new Set(items.flatMap((item) => item.earliest?.slice(0, 4) ?? []))].sort().reverse(),
    [items],
  )
  const shown = year ?? years[0] ?? ''
  const draw = useCallback(
    (width: number) =>
      drawYear(daysOf(items, shown), { width, year: shown, titleOf: (one) => titleOf(one, nameOf) }),
    [items, shown],
  )
  return (
    <>
      <div className={styles.year}>
        <Choice
          label="Year"
          value={shown}
          onChange={onYear}
          options={years.map((one) => [one, one] as const)}
        />
      </div>
      <PlotFigure
        draw={draw}
        height={400}
        ratio={shape}
        caption={`Days of ${shown} on which an exchange is held; the number says how many.`}
        onOpen={(id) => void navigate({ to: '/exchanges/$id', params: { id } })}
      />
    </>
  )
}

interface Day {
  month: number
  day: number
  items: ShownExchange[]
}

function daysOf(items: ShownExchange[], year: string): Day[] {
  const days = new Map<string, ShownExchange[]>()
  for (const item of items) {
    const [from, to] = boundsOf(item.occurredOn)
    // A month or a year known only as such fills no day.
    if (!from || Date.parse(to ?? from) - Date.parse(from) > 14 * 86_400_000) continue
    for (let day = from; day <= (to ?? from); day = addDays(day, 1))
      if (day.startsWith(year)) days.set(day, [...(days.get(day) ?? []), item])
  }
  return [...days].map(([day, list]) => ({
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8)),
    items: list,
  }))
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function drawYear(
  days: Day[],
  { width, year, titleOf }: { width: number; year: string; titleOf(item: ShownExchange): string },
): Element | null {
  if (!days.length) return null
  const cells = Array.from({ length: 12 }, (_, month) =>
    Array.from({ length: new Date(Date.UTC(Number(year), month + 1, 0)).getUTCDate() }, (__, day) => ({
      month: month + 1,
      day: day + 1,
    })),
  ).flat()
  const plot = Plot.plot({
    width,
    height: Math.max(190, Math.min(400, width * shape)),
    marginLeft: 36,
    marginTop: 24,
    x: {
      domain: Array.from({ length: 31 }, (_, i) => i + 1),
      axis: 'top',
      label: null,
      tickSize: 0,
      ...(width < 600 ? { ticks: [1, 10, 20, 31] } : {}),
    },
    y: {
      domain: Array.from({ length: 12 }, (_, i) => i + 1),
      label: null,
      tickSize: 0,
      tickFormat: (month: number) => monthNames[month - 1]!,
    },
    marks: [
      Plot.cell(cells, { x: 'day', y: 'month', fill: 'var(--wash)', inset: 1 }),
      Plot.cell(days, {
        x: 'day',
        y: 'month',
        fill: 'var(--side-a)',
        inset: 1,
        className: 'points',
        title: (one: Day) => one.items.map(titleOf).join('\n'),
      }),
      Plot.text(days, {
        x: 'day',
        y: 'month',
        text: (one: Day) => String(one.items.length),
        fill: 'var(--paper)',
        fontSize: 10,
        fontWeight: 600,
        pointerEvents: 'none',
      }),
    ],
  })
  tagPoints(
    plot,
    '.points > *',
    days.map((one) => one.items[0]!.id),
  )
  return plot
}
