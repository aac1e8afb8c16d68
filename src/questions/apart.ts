// A text set apart: its claims are asked of the record as it stands without that text and its copies.
import { type Apart as ApartRecord, findCopies, type ShownApart, showApart } from '../record/apart.ts'
import type { QuestionContext } from './question.ts'
import type { Recalled } from './recall.ts'

/** What a question must not look at, and what it came across of it. */
export interface Apart {
  documents: string[]
  /** Exchanges these documents speak of, as every other source has them; null where there is no other. */
  rows: Map<string, Recalled | null>
  /** People known from these documents alone. */
  people: Set<string>
  /** Rows left out because they stand on these documents alone. */
  told: Map<string, Recalled>
}

/** The same context without the text and its copies; itself where the record holds neither. `sentences`: those its claims stand in. */
export async function setApart(
  context: QuestionContext,
  text: string,
  sentences: string[],
): Promise<QuestionContext> {
  const documents = await findCopies(context.database, text, sentences)
  if (documents.length === 0) return context
  const found = await showApart(context.database, documents, context.asKnownOn)
  return { ...context, apart: { documents, ...rowsOf(found), told: new Map() } }
}

const rowsOf = ({ exchanges, people }: ApartRecord): Pick<Apart, 'rows' | 'people'> => ({
  rows: new Map([...exchanges].map(([id, shown]) => [id, shown && recalledOf(shown)])),
  people: new Set(people),
})

function recalledOf({ exchange: e, participants }: ShownApart): Recalled {
  return {
    ...e,
    kind: e.kind as Recalled['kind'],
    status: e.status as Recalled['status'],
    occurredOn: e.occurred_on,
    announcedOn: e.announced_on,
    host: e.host_state,
    partOf: e.part_of,
    participants: participants.map((p) => ({
      name: p.name,
      nativeName: p.native_name,
      person: p.person_id,
      state: p.state,
      organization: p.organization_id,
      office: p.office,
      officeId: p.office_id,
      level: p.level,
      role: p.role as Recalled['participants'][number]['role'],
    })),
  }
}

/** Recalled rows with those of the text set apart as other sources have them, where they still `fit` what was asked for. */
export function leaveApart(
  { apart }: QuestionContext,
  rows: Recalled[],
  fits: (row: Recalled) => boolean,
): Recalled[] {
  if (!apart || apart.rows.size === 0) return rows
  for (const row of rows) if (apart.rows.get(row.id) === null) apart.told.set(row.id, row)
  const others = [...apart.rows.values()].filter((row): row is Recalled => row !== null && fits(row))
  return [...rows.filter((row) => !apart.rows.has(row.id)), ...others].sort(
    (a, b) => (a.earliest ?? '~').localeCompare(b.earliest ?? '~') || (a.id < b.id ? -1 : 1),
  )
}
