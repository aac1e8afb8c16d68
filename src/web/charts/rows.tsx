// The rows of an answer on a time axis by level.
import { type ReactNode, useMemo } from 'react'
import type { AnswerRow } from '../../questions/answer.ts'
import { useStateNames } from '../parts/links.tsx'
import { EventsFigure } from './levels.tsx'

interface Props {
  rows: AnswerRow[]
  /** Whose officials set the level; null: anybody's. */
  side: string | null
}

export function RowsFigure({ rows, side }: Props): ReactNode {
  const events = useMemo(
    () =>
      rows.map((row) => ({
        id: row.id,
        date: row.date,
        level: levelOf(row, side),
        kind: String(row.fields.kind ?? 'visit'),
        confirmed: row.confirmed,
        title: row.label,
      })),
    [rows, side],
  )
  const nameOf = useStateNames()
  return <EventsFigure events={events} whose={side ? `of ${nameOf(side)}` : 'taking part'} />
}

interface Party {
  state: string | null
  level: number | null
}

/** Best level among the officials of `side`, or of anybody. */
function levelOf(row: AnswerRow, side: string | null): number | null {
  const parties = (row.fields.participants as Party[] | undefined) ?? []
  const levels = parties.flatMap((party) =>
    (!side || party.state === side) && party.level ? [party.level] : [],
  )
  return levels.length ? Math.min(...levels) : side ? null : ((row.fields.level as number | null) ?? null)
}
