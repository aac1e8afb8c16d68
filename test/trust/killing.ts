// Kills processes at their work on a record, -9, and looks at what is left of it: what the tests and `npm run kills` share.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../src/record/database.ts'
import { listMigrations, migrate } from '../../src/record/migrations.ts'
import { openRecord } from '../../src/record/open.ts'
import { seedRecord } from '../../src/record/seed.ts'
import { inventedKnowledge } from '../record/world.ts'

/** What many kills came to: how many, what was acknowledged, and each thing that is not as it must be (none: []). */
export interface Toll {
  kills: number
  acknowledged: number
  wrong: string[]
}

/** Where records are made: a folder or a server. */
export interface Ground {
  /** The location of a record of its own, not made yet. */
  fresh(): Promise<string>
  /** Another record like the one at `location`, which nobody has open. */
  copy(location: string): Promise<string>
  /** The record at `location`, as it is: its schema is not brought forward. */
  connect(location: string): Promise<Database>
  remove(location: string): Promise<void>
  /** Kills what works on the record besides the process itself: processes of the server. */
  crash?(location: string): Promise<void>
}

const withRecord = async <Result>(
  database: Database,
  look: (database: Database) => Promise<Result>,
): Promise<Result> => {
  try {
    return await look(database)
  } finally {
    await database.close()
  }
}

const atRecord = async <Result>(location: string, look: (database: Database) => Promise<Result>) =>
  withRecord(await openRecord(location, { template: false, onNotice: () => {} }), look)

interface Victim {
  work: 'ingest' | 'review' | 'migrate'
  location: string
  first: number
  /** It is killed once it has acknowledged so many things, and `delay` ms more. */
  enough: number
  delay: number
  crash?: (() => Promise<void>) | false | undefined
}

/** Starts the work and kills it. Returns what it acknowledged; null: it ended before it had opened the record. */
async function kill({ work, location, first, enough, delay, crash }: Victim): Promise<number[] | null> {
  const said: string[] = []
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'killed.ts'), work, location, String(first)],
    { stdio: ['ignore', 'pipe', crash ? 'ignore' : 'inherit'] },
  )
  const ended = new Promise((resolve) => child.once('close', resolve))
  hear(child, said)
  while (said.length <= enough && child.exitCode === null) await pause(2)
  await pause(delay)
  if (crash) await crash()
  child.kill('SIGKILL')
  await ended
  return said[0] === 'open' ? said.slice(1).map(Number) : null
}

/** Whole lines only: one that was cut is not acknowledged. */
function hear(child: ChildProcess, said: string[]): void {
  let rest = ''
  child.stdout!.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    said.push(...lines)
  })
}

/** How a run goes on; `crash`: every third kill takes processes of the server along. */
export interface Run {
  times: number
  /** Milliseconds after which no kill is begun, for each kind of work. */
  most?: number
  crash?: boolean
  told?(kills: number): void
}

/** Says whether there is time yet. */
function within(most = Infinity): () => boolean {
  const start = performance.now()
  return () => performance.now() - start < most
}

async function rounds(
  ground: Ground,
  location: string,
  work: 'ingest' | 'review',
  next: (last: number) => number,
  { times, crash, told, most }: Run,
): Promise<{ kills: number; acknowledged: number[]; wrong: string[] }> {
  const acknowledged: number[] = []
  const wrong: string[] = []
  const goesOn = within(most)
  let round = 0
  for (; round < times && goesOn(); round++) {
    const first = next(acknowledged.at(-1) ?? -1)
    const crashes = crash && round % 3 === 2 && ground.crash
    const said = await kill({
      work,
      location,
      first,
      enough: 3 + (round % 7),
      delay: (round * 7) % 23,
      crash: crashes && (() => ground.crash!(location)),
    })
    if (said) acknowledged.push(...said)
    else wrong.push(`after ${round} kills it did not open`)
    told?.(round + 1)
  }
  return { kills: round, acknowledged, wrong }
}

/**
 * Kills an ingest, which each time begins with the two documents it had acknowledged last, as a person would who starts it again:
 * every document acknowledged must be there, every document once and whole.
 */
export async function killAtIngest(ground: Ground, run: Run): Promise<Toll> {
  const location = await ground.fresh()
  await atRecord(location, (database) => seedRecord(database, inventedKnowledge()))
  const { kills, acknowledged, wrong } = await rounds(
    ground,
    location,
    'ingest',
    (last) => Math.max(0, last - 1),
    run,
  )
  wrong.push(...(await atRecord(location, (database) => missedDocuments(database, acknowledged))))
  await ground.remove(location)
  const count = new Set(acknowledged).size
  if (count < kills) wrong.push(`only ${count} documents were acknowledged: that shows nothing`)
  return { kills, acknowledged: count, wrong }
}

export async function missedDocuments(database: Database, acknowledged: number[]): Promise<string[]> {
  const rows = await database.query<{ id: string; n: number; filings: number; whole: boolean }>(
    `select d.id, substring(d.text from 'Report ([0-9]+)')::int as n,
       (select count(*)::int from ledger l where l.action = 'file' and l.subject = d.id) as filings,
       exists (select from exchange_claim c join participant p on p.exchange_id = c.exchange_id
         where c.document_id = d.id and p.known_to = 'infinity') as whole
     from document d`,
  )
  const found = new Set(rows.map(({ n }) => n))
  return [
    ...[...new Set(acknowledged)].filter((n) => !found.has(n)).map((n) => `report ${n} is lost`),
    ...(found.size === rows.length ? [] : [`${rows.length - found.size} reports are there twice`]),
    ...rows.filter(({ filings }) => filings !== 1).map(({ n, filings }) => `report ${n}: ${filings} filings`),
    ...rows.filter(({ whole }) => !whole).map(({ n }) => `report ${n} is filed by half`),
  ]
}

/** Kills a person's corrections: every one acknowledged is in the ledger, once, and the last one is shown. */
export async function killAtReview(ground: Ground, run: Run): Promise<Toll> {
  const location = await ground.fresh()
  await atRecord(location, (database) => seedRecord(database, inventedKnowledge()))
  const { kills, acknowledged, wrong } = await rounds(ground, location, 'review', (last) => last + 10, run)
  wrong.push(...(await atRecord(location, (database) => missedCorrections(database, acknowledged))))
  await ground.remove(location)
  return { kills, acknowledged: acknowledged.length, wrong }
}

async function missedCorrections(database: Database, acknowledged: number[]): Promise<string[]> {
  const actors = (
    await database.query<{ actor: string }>(
      `select actor from ledger where actor like 'reviewer %' order by at`,
    )
  ).map(({ actor }) => actor)
  const kept = new Set(actors)
  const shown = await database.query<{ place: string }>(
    `select place from exchange where id = 'ev-1' and known_to = 'infinity'`,
  )
  const last = actors.at(-1)?.replace('reviewer', 'Town')
  return [
    ...acknowledged.filter((n) => !kept.has(`reviewer ${n}`)).map((n) => `correction ${n} is lost`),
    ...(kept.size === actors.length ? [] : ['a correction was made twice']),
    ...(shown.length === 1 && shown[0]!.place === last ? [] : [`${JSON.stringify(shown)}, not ${last}`]),
  ]
}

/** Rows of the record that is brought forward; the schema it begins with. */
const old = { rows: 2000, schema: 7 }

/** How long the migration takes that nobody kills, in milliseconds. */
async function migrationTime(ground: Ground, before: string): Promise<number> {
  const location = await ground.copy(before)
  const took = await withRecord(await ground.connect(location), async (database) => {
    const start = performance.now()
    await migrate(database)
    return performance.now() - start
  })
  await ground.remove(location)
  return took
}

/** Kills a migration from an old schema, each time on a copy and at another of its moments: the record then opens whole, in the new schema. */
export async function killAtMigration(ground: Ground, run: Run): Promise<Toll> {
  const before = await ground.fresh()
  await makeOldRecord(ground, before)
  const whole = await migrationTime(ground, before)
  const wrong: string[] = []
  let cutShort = 0
  const goesOn = within(run.most)
  let round = 0
  for (; round < run.times && goesOn(); round++) {
    const location = await ground.copy(before)
    const crash = run.crash && round % 3 === 2 && ground.crash && (() => ground.crash!(location))
    const said = await kill({
      work: 'migrate',
      location,
      first: 0,
      enough: 0,
      // By the golden section: however many kills there are, they lie evenly over the work and a little behind it.
      delay: ((0.2 + round * 0.618034) % 1) * whole * 1.2,
      crash,
    })
    if (!said?.length) cutShort++
    wrong.push(...(await atRecord(location, notForward)).map((what) => `kill ${round}: ${what}`))
    await ground.remove(location)
    run.told?.(round + 1)
  }
  await ground.remove(before)
  return { kills: round, acknowledged: round - cutShort, wrong }
}

const makeOldRecord = async (ground: Ground, location: string): Promise<void> =>
  withRecord(await ground.connect(location), async (database) => {
    await migrate(
      database,
      listMigrations().filter((m) => m.number <= old.schema),
      { views: false },
    )
    await database.script(`insert into exchange (id, known_from, kind, status, occurred_on, earliest, latest, states, confirmed)
      select 'x' || n, '2024-01-01', 'call', 'occurred', '2024-01-01', '2024-01-01', null, '{ARN,VAR}', true from generate_series(1, ${old.rows}) n`)
  })

async function notForward(database: Database): Promise<string[]> {
  const [found] = await database.query<{ exchanges: number; pairs: number; schema: number }>(
    `select (select count(*)::int from exchange) as exchanges,
       (select count(*)::int from pair where latest = '2024-01-01' and state_a <> state_b) as pairs,
       (select max(number)::int from schema_migration) as schema`,
  )
  const { exchanges, pairs, schema } = found!
  const isForward = exchanges === old.rows && pairs === old.rows && schema === listMigrations().at(-1)!.number
  return isForward ? [] : [JSON.stringify(found)]
}
