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

const columnTypes = {
  source: 'text',
  id: 'text',
  occurred_on: 'date',
  source_state: 'text',
  target_state: 'text',
  code: 'text',
  kind: 'text',
  intensity: 'real',
  mentions: 'int',
  url: 'text',
  file: 'text',
  row_number: 'int',
}
const names = Object.keys(columnTypes).join(', ')
const arrays = Object.values(columnTypes)
  .map((type, i) => `$${i + 1}::${type}[]`)
  .join(', ')

// Rows in one statement: a column travels as one array.
const together = 5000

/** Files events of one data set's file, all or none; those held already are passed over. Returns how many are new. */
export const fileCodedEvents = (
  database: Database,
  events: CodedEvent[],
  { source, file, actor }: { source: string; file: string; actor: string },
): Promise<number> =>
  database.transaction(async (inner) => {
    await makePartitions(inner, events)
    let filed = 0
    for (let first = 0; first < events.length; first += together)
      filed += await insertEvents(inner, events.slice(first, first + together), source, file)
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

async function insertEvents(
  database: Database,
  events: CodedEvent[],
  source: string,
  file: string,
): Promise<number> {
  const columns = [
    events.map(() => source),
    events.map((e) => e.id),
    events.map((e) => e.occurredOn),
    events.map((e) => e.sourceState),
    events.map((e) => e.targetState),
    events.map((e) => e.code),
    events.map((e) => e.kind),
    events.map((e) => e.intensity),
    events.map((e) => e.mentions),
    events.map((e) => e.url),
    events.map(() => file),
    events.map((e) => e.row),
  ]
  const [{ n }] = (await database.query<{ n: number }>(
    `with filed as (insert into coded_event (${names}) select * from unnest(${arrays}) on conflict do nothing returning 1)
     select count(*)::int as n from filed`,
    columns,
  )) as [{ n: number }]
  return n
}

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
