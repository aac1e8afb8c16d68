// Machine-coded events in bulk: filed through COPY as `chancery import gdelt` files them, beside `psql \copy` of the same rows; pace over them.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CodedEvent, codedPace, fileCodedEvents } from '../src/record/codedevents.ts'
import type { Database } from '../src/record/database.ts'
import { openRecord } from '../src/record/open.ts'
import { median } from './median.ts'
import { seeded, stateCode } from './world.ts'

/** Events a request: what the import sends. */
const part = 20_000
const years = 10

/** Rows of an invented data set, in the order of their days, as the data sets publish them. */
function* makeEvents(count: number): Generator<CodedEvent> {
  const random = seeded(11)
  const skewed = (): string => stateCode(Math.floor(random() ** 2 * 190))
  for (let row = 1; row <= count; row++) {
    const day = new Date(Date.UTC(2014, 0, 1 + Math.floor((row / count) * 365 * years)))
    yield {
      id: String(400_000_000 + row),
      occurredOn: day.toISOString().slice(0, 10),
      sourceState: skewed(),
      targetState: skewed(),
      code: '040',
      kind: String(1 + Math.floor(random() * 20)).padStart(2, '0'),
      intensity: Math.round(random() * 200 - 100) / 10,
      mentions: 1 + Math.floor(random() * 20),
      url: `https://example.org/news/${row}`,
      row,
    }
  }
}

const columns =
  'id, occurred_on, source_state, target_state, code, kind, intensity, mentions, url, row_number, source, file'
const lineOf = (e: CodedEvent): string =>
  [...Object.values(e), 'gdelt', 'bench'].map((cell) => cell ?? '\\N').join('\t')

function psql(url: string, command: string): number {
  const start = performance.now()
  execFileSync('psql', [url, '-qc', command])
  return (performance.now() - start) / 1000
}

/** The same rows by `\copy`: into a bare table, and into one with the keys and indexes of ours. */
function copyBeside(url: string, file: string): { bare: number; indexed: number } {
  const copyInto = (table: string): number => psql(url, `\\copy ${table} (${columns}) from '${file}'`)
  psql(
    url,
    `create table bench_bare (like coded_event);
     create table bench_indexed (like coded_event including all) partition by range (occurred_on)`,
  )
  for (let year = 2014; year < 2014 + years + 1; year++)
    psql(
      url,
      `create table bench_indexed_${year} partition of bench_indexed for values from ('${year}-01-01') to ('${year + 1}-01-01')`,
    )
  const took = { bare: copyInto('bench_bare'), indexed: copyInto('bench_indexed') }
  psql(url, 'drop table bench_bare, bench_indexed')
  return took
}

async function fileInParts(database: Database, count: number): Promise<number> {
  const start = performance.now()
  let events: CodedEvent[] = []
  const file = () => fileCodedEvents(database, events, { source: 'gdelt', file: 'bench', actor: 'bench' })
  for (const event of makeEvents(count)) {
    events.push(event)
    if (events.length < part) continue
    await file()
    events = []
  }
  await file()
  return (performance.now() - start) / 1000
}

/** What a person who knows PostgreSQL would write: each direction by its own range of the index. */
const paceByHand = `
  select date_trunc('quarter', occurred_on)::date, count(distinct occurred_on), count(*) from (
    select occurred_on from coded_event where source_state = $1 and target_state = $2 and kind = '04' and occurred_on between '2016-01-01' and '2020-12-31'
    union all
    select occurred_on from coded_event where source_state = $2 and target_state = $1 and kind = '04' and occurred_on between '2016-01-01' and '2020-12-31') e
  group by 1 order by 1`

/** Events: CHANCERY_BENCH_EVENTS, else 10⁶. A server is needed: CHANCERY_BENCH_POSTGRES; its coded events are emptied. */
export async function run(): Promise<void> {
  const url = process.env.CHANCERY_BENCH_POSTGRES
  if (!url) return console.log('Coded events: set CHANCERY_BENCH_POSTGRES to a database that may be emptied.')
  const count = Number(process.env.CHANCERY_BENCH_EVENTS ?? 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
  const database = await openRecord(url)
  try {
    await database.script('truncate coded_event')
    const ours = await fileInParts(database, count)
    const file = join(folder, 'events.tsv')
    writeFileSync(file, '')
    let lines: string[] = []
    for (const event of makeEvents(count)) {
      if (lines.push(lineOf(event)) < part) continue
      writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'a' })
      lines = []
    }
    if (lines.length > 0) writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'a' })
    const copied = copyBeside(url, file)
    await database.script('vacuum analyze coded_event')
    const [a, b] = [stateCode(12), stateCode(20)]
    const pace = await median(() =>
      codedPace(database, { a, b, since: '2016-01-01', until: '2020-12-31', by: 'quarter' }),
    )
    const hand = await median(() => database.query(paceByHand, [a, b]))
    const rate = (seconds: number): string =>
      `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} rows/s, ${(ours / seconds).toFixed(2)}×`
    console.table({
      'filed by us': rate(ours),
      '\\copy, keys and indexes as ours': rate(copied.indexed),
      '\\copy, bare table': rate(copied.bare),
      'pace of a pair over five years': `${pace.toFixed(2)} ms, ${(pace / hand).toFixed(1)}× of ${hand.toFixed(2)} by hand`,
    })
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
