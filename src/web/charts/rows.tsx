// The rows of an answer on a time axis by level.
import { type ReactNode, useMemo } from 'react'
import type { AnswerRow } from '../../questions/answer.ts'
import { EventsFigure } from './levels.tsx'

export function RowsFigure({ rows }: { rows: AnswerRow[] }): ReactNode {
  const events = useMemo(
    () =>
      rows.map((row) => ({
        id: row.id,
        date: row.date,
        level: (row.fields.level as number | null) ?? null,
        kind: String(row.fields.kind ?? 'visit'),
        confirmed: row.confirmed,
        title: row.label,
      })),
    [rows],
  )
  return <EventsFigure events={events} />
}
