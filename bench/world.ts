// A seeded world of any size for the benchmarks: people, exchanges and participants, all invented, of states that the gazetteer knows (a
// question asked over HTTP is refused for others). For a record that is thrown away.
import { loadKnowledge } from '../src/knowledge/knowledge.ts'
import type { Database } from '../src/record/database.ts'

/** Seeded numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const STATES = 190
const PEOPLE = 20_000
const BATCH = 5_000
const EPOCH_DAYS = 25 * 365
const RECORDED = '2026-01-01T00:00:00Z'
/** Share of participants by level 1–8: few heads of state, many ministers and deputies. */
const LEVELS = [0.06, 0.08, 0.04, 0.08, 0.3, 0.24, 0.14, 0.06]
const KINDS: [string, number][] = [
  ['visit', 0.45],
  ['meeting', 0.3],
  ['talks', 0.1],
  ['call', 0.1],
  ['summit', 0.05],
]

const known = loadKnowledge().gazetteer.states.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Code of state `n` of the world, 0 to 189. */
export const stateCode = (n: number): string => known[n]!.id

const pick = <T>(pairs: [T, number][], draw: number): T => {
  let rest = draw
  for (const [value, share] of pairs) {
    if (rest < share) return value
    rest -= share
  }
  return pairs[pairs.length - 1]![0]
}
/** Small numbers are commoner, as great powers are in the news. */
const skewed = (draw: number, n: number): number => Math.floor(draw * draw * n)
const day = (n: number): string => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10)

/** Fills an empty record with `exchanges` exchanges and some 2.2 participants each. Returns rows written. */
export async function fillWorld(database: Database, exchanges: number, seed = 1): Promise<number> {
  const random = seeded(seed)
  await fillReferences(database)
  let written = 0
  for (let from = 0; from < exchanges; from += BATCH) {
    const batch = makeBatch(random, from, Math.min(BATCH, exchanges - from))
    await insert(database, 'exchange', EXCHANGE_COLUMNS, batch.exchanges)
    await insert(database, 'participant', PARTICIPANT_COLUMNS, batch.participants)
    written += batch.exchanges.length + batch.participants.length
  }
  await database.script(pairs)
  await database.script('vacuum analyze')
  return written
}

/** As the record's writer would have them. */
const pairs = `insert into pair
  select a, b, e.id, e.known_from, e.known_to, e.earliest, e.latest
  from exchange e, unnest(e.states) a, unnest(e.states) b where a collate "C" <= b collate "C"`

const EXCHANGE_COLUMNS = {
  id: 'text',
  known_from: 'timestamptz',
  kind: 'text',
  status: 'text',
  occurred_on: 'text',
  earliest: 'date',
  latest: 'date',
  host_state: 'text',
  place: 'text',
  state_list: 'text',
  confirmed: 'boolean',
  basis: 'text',
  level: 'smallint',
} as const
const PARTICIPANT_COLUMNS = {
  exchange_id: 'text',
  known_from: 'timestamptz',
  ordinal: 'smallint',
  person_id: 'text',
  name: 'text',
  state: 'text',
  level: 'smallint',
  role: 'text',
  host_state: 'text',
  kind: 'text',
  status: 'text',
  earliest: 'date',
  latest: 'date',
  confirmed: 'boolean',
} as const
type Row = Record<string, unknown>

function makeBatch(
  random: () => number,
  from: number,
  count: number,
): { exchanges: Row[]; participants: Row[] } {
  const exchanges: Row[] = []
  const participants: Row[] = []
  for (let n = from; n < from + count; n++) {
    const exchange = makeExchange(random, n)
    exchanges.push(exchange.row)
    participants.push(...exchange.participants)
  }
  return { exchanges, participants }
}

function makeExchange(random: () => number, n: number): { row: Row; participants: Row[] } {
  const host = skewed(random(), STATES)
  const guest = (host + 1 + skewed(random(), STATES - 1)) % STATES
  const kind = pick(KINDS, random())
  const start = Math.floor(random() * EPOCH_DAYS)
  const [earliest, latest] = [day(start), day(start + Math.floor(random() * 4))]
  const shared = { kind, status: 'occurred', earliest, latest, confirmed: random() < 0.8 }
  const hostState = kind === 'call' ? null : stateCode(host)
  const id = `b${n}`
  const participants = [
    participant(random, id, 0, guest, kind === 'call' ? 'participant' : 'visitor', {
      ...shared,
      host_state: hostState,
    }),
    participant(random, id, 1, host, kind === 'call' ? 'participant' : 'host', {
      ...shared,
      host_state: hostState,
    }),
  ]
  if (random() < 0.2)
    participants.push(participant(random, id, 2, guest, 'visitor', { ...shared, host_state: hostState }))
  return {
    row: {
      id,
      known_from: RECORDED,
      ...shared,
      occurred_on: earliest === latest ? earliest : `${earliest}/${latest}`,
      host_state: hostState,
      place: kind !== 'call' && n % 5 < 3 ? known[host]!.capital : null,
      state_list: [stateCode(guest), stateCode(host)].sort().join(','),
      basis: 'report',
      level: Math.min(...participants.map((p) => p.level as number)),
    },
    participants,
  }
}

function participant(
  random: () => number,
  exchange: string,
  ordinal: number,
  state: number,
  role: string,
  shared: Row,
): Row {
  const level = pick(
    LEVELS.map((share, i): [number, number] => [i + 1, share]),
    random(),
  )
  // A person has one state and one level, so that itineraries and norms look like the real thing.
  const slot = Math.floor(random() * (PEOPLE / STATES / 8))
  const person = `p-${state}-${level}-${slot}`
  return {
    exchange_id: exchange,
    known_from: RECORDED,
    ordinal,
    person_id: person,
    name: person,
    state: stateCode(state),
    level,
    role,
    ...shared,
  }
}

async function insert(
  database: Database,
  table: string,
  columns: Record<string, string>,
  rows: Row[],
): Promise<void> {
  const names = Object.keys(columns)
  const arrays = names.map((name) => rows.map((row) => row[name] ?? null))
  const target = names.map((name) => (name === 'state_list' ? 'states' : name))
  const source = names.map((name) => (name === 'state_list' ? `string_to_array(state_list, ',')` : name))
  const parameters = names.map((name, i) => `$${i + 1}::${columns[name]}[]`)
  await database.query(
    `insert into ${table} (${target.join(', ')}) select ${source.join(', ')} from unnest(${parameters.join(', ')}) as t(${names.join(', ')})`,
    arrays,
  )
}

async function fillReferences(database: Database): Promise<void> {
  const states = Array.from({ length: STATES }, (_, n) => stateCode(n))
  await database.query(
    `insert into state (id, name, confirmed) select id, id, true from unnest($1::text[]) as t(id) on conflict do nothing`,
    [states],
  )
  const people: string[] = []
  for (let s = 0; s < STATES; s++)
    for (let level = 1; level <= 8; level++)
      for (let slot = 0; slot < Math.ceil(PEOPLE / STATES / 8); slot++) people.push(`p-${s}-${level}-${slot}`)
  await database.query(
    `insert into person (id, name, state_id, confirmed) select id, id, null, true from unnest($1::text[]) as t(id) on conflict do nothing`,
    [people],
  )
}
