// The timeline of exchanges by level as a figure of a page.
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useCallback, useMemo } from 'react'
import { guestLevel } from '../exchange/level.ts'
import { titleOf } from '../exchange/title.ts'
import { useStateNames } from '../parts/links.tsx'
import type { ShownExchange } from '../record.ts'
import { PlotFigure } from './plot.tsx'
import { drawTimeline, type Event } from './timeline.ts'

export function TimelineFigure({ items }: { items: ShownExchange[] }): ReactNode {
  const nameOf = useStateNames()
  const events = useMemo(() => items.map((item) => eventOf(item, nameOf)), [items])
  return <EventsFigure events={events} />
}

export const eventOf = (item: ShownExchange, nameOf: (id: string | null | undefined) => string): Event => ({
  id: item.id,
  date: item.occurredOn,
  level: guestLevel(item),
  kind: item.kind,
  confirmed: item.confirmed,
  title: titleOf(item, nameOf),
})

export function EventsFigure({ events, whose = 'who came' }: { events: Event[]; whose?: string }): ReactNode {
  const navigate = useNavigate()
  const draw = useCallback((width: number) => drawTimeline(events, width), [events])
  const undated = events.filter((one) => !one.date || !one.level).length
  return (
    <PlotFigure
      draw={draw}
      height={388}
      ratio={1}
      caption={`${(events.length - undated).toLocaleString('en')} exchanges by day and by the level of the highest official ${whose}. Hollow: unconfirmed. A band: the day is not known exactly.${undated ? ` Not drawn for want of a date or a level: ${undated}.` : ''}`}
      onOpen={(id) => void navigate({ to: '/exchanges/$id', params: { id } })}
    />
  )
}
