// Machine-coded events, in bulk: their own partitioned table, their own counting rule, never exchanges.
import { InputError } from '../errors.ts'
import type { Database } from './database.ts'
import { noteInLedger } from './ledger.ts'
import { takeInstant } from './versions.ts'

/** One event as a machine coded it. States are alpha-3; null: none, or an actor of no state. */
export interface CodedEvent {
  id: string
  /** YYYY-MM-DD */
  occurredOn: string
  sourceState: string | null
  targetState: string | null
  /** As the data set writes it. */
  code: string
  /** CAMEO root ("04") or PLOVER type ("CONSULT"). */
  kind: string
  intensity: number | null
  mentions: number | null
  url: string | null
  /** Line of the file. */
  row: number
}

const columns =
  'source, id, occurred_on, source_state, target_state, code, kind, intensity, mentions, url, file, row_number'

/** Files events of one data set's file, all or none; those held already are passed over. Returns how many are new. */
export const fileCodedEvents = (
  database: Database,
  events: CodedEvent[],
  { source, file, actor }: { source: string; file: string; actor: string },
): Promise<number> =>
  database.transaction(async (inner) => {
    await makePartitions(inner, events)
    const filed = events.length > 0 ? await copyEvents(inner, events, source, file) : 0
    const at = await takeInstant(inner)
    await noteInLedger(inner, {
      at,
      actor,
      action: 'import events',
      subject: file,
      detail: { source, filed, rows: events.length },
    })
    return filed
  })

/** Copies events beside the table, then takes over those that are not held. */
async function copyEvents(
  database: Database,
  events: CodedEvent[],
  source: string,
  file: string,
): Promise<number> {
  await database.script(
    `create temp table if not exists coded_event_copied (like coded_event) on commit drop`,
  )
  const lines = events.map((e) =>
    [
      ...[source, e.id, e.occurredOn, e.sourceState, e.targetState, e.code, e.kind],
      ...[e.intensity, e.mentions, e.url, file, e.row],
    ]
      .map(copyCell)
      .join('\t'),
  )
  await database.copy!(`copy coded_event_copied (${columns}) from stdin`, `${lines.join('\n')}\n`)
  const [{ n }] = (await database.query<{ n: number }>(
    `with filed as (insert into coded_event (${columns}) select ${columns} from coded_event_copied on conflict do nothing returning 1)
     select count(*)::int as n from filed`,
  )) as [{ n: number }]
  return n
}

/** A cell of COPY's text format: \\N is null; back slashes and ends of cells and lines are escaped. */
const copyCell = (value: string | number | null): string =>
  value === null
    ? '\\N'
    : String(value)
        .replaceAll('\0', '')
        .replace(/[\\\t\n\r]/g, (c) => `\\${escapes[c] ?? c}`)
const escapes: Record<string, string> = { '\t': 't', '\n': 'n', '\r': 'r' }

/** A partition for each year of the events; rows that a restored backup left in the default one move to theirs. */
async function makePartitions(database: Database, events: CodedEvent[]): Promise<void> {
  const years = [...new Set(events.map(({ occurredOn }) => Number(occurredOn.slice(0, 4))))].sort()
  for (const year of years) {
    const table = `coded_event_${year}`
    const [there] = await database.query('select 1 from pg_class where oid = to_regclass($1)', [table])
    if (there) continue
    const within = `occurred_on >= '${year}-01-01' and occurred_on < '${year + 1}-01-01'`
    await database.script(`
      create table ${table} (like coded_event including defaults including constraints);
      with moved as (delete from coded_event_other where ${within} returning *) insert into ${table} select * from moved;
      alter table coded_event attach partition ${table} for values from ('${year}-01-01') to ('${year + 1}-01-01');`)
  }
}

/** Why a number of machine-coded events is not one of exchanges, in the words that go with every answer. */
export const codedRule = {
  name: 'machine-coded',
  description:
    'Events that machines coded from news reports as diplomatic contact (CAMEO root 04 “consult”, PLOVER type CONSULT), at most one a day, ' +
    'data set and pair of states, whoever is called the actor. Reports of one meeting on several days count each day; nothing is checked against a source.',
} as const

const contact = ['04', 'CONSULT']

export interface CodedPeriod {
  /** First day of the period. */
  from: string
  /** Data set. */
  source: string
  count: number
  /** Events before the rule took those of one day as one. */
  events: number
}

export interface CodedPaceQuery {
  a: string
  b: string
  since?: string | undefined
  until?: string | undefined
  by: 'month' | 'quarter' | 'year'
}

/** Contact between two states over time, by data set, under `codedRule`. Periods without any are left out. */
export async function codedPace(
  database: Database,
  { a, b, since, until, by }: CodedPaceQuery,
): Promise<CodedPeriod[]> {
  if (a === b) throw new InputError('Both states are the same', 'Name two.')
  return database.query<CodedPeriod>(
    `select date_trunc('${by}', occurred_on)::date as "from", source, count(distinct occurred_on)::int as count, count(*)::int as events
     from coded_event
     where ((source_state = $1 and target_state = $2) or (source_state = $2 and target_state = $1)) and kind = any($3::text[])
       and occurred_on >= coalesce($4::date, '-infinity') and occurred_on <= coalesce($5::date, 'infinity')
     group by 1, 2 order by 1, 2`,
    [a, b, contact, since ?? null, until ?? null],
  )
}

/** What is held of each data set. */
export const codedHoldings = (
  database: Database,
): Promise<{ source: string; events: number; from: string; to: string }[]> =>
  database.query(
    `select source, count(*)::int as events, min(occurred_on) as "from", max(occurred_on) as "to" from coded_event group by source order by source`,
  )
