// Files rows of other people's data: each value a claim with the row it came from, resolved against what the record holds.
import type { ClaimProperty, ExchangeClaim, ParticipantValue } from './claims.ts'
import { insertClaims } from './claims.ts'
import { contentId, insertRows } from './columns.ts'
import type { Database } from './database.ts'
import { dayRange, edtfDays } from './days.ts'
import { noteInLedger } from './ledger.ts'
import { resolvePeople, strangerId, takeMatch } from './resolution.ts'
import { exchangeThresholds, findSame } from './sameness.ts'
import { mintPeople, type Stranger } from './strangers.ts'
import { refreshExchanges, takeInstant } from './versions.ts'

export interface ImportedParticipant {
  name: string | null
  state: string | null
  /** Name of the organization taking part, when it is no person. */
  organization: string | null
  office: string | null
  /** 1–8; null: by the gazetteer, or not known. */
  level: number | null
  role: 'visitor' | 'host' | 'participant'
}

export interface ImportedExchange {
  /** Line of the file, or number of the element, from 1. */
  row: number
  /** Id of the row in its own data set; null when it has none. */
  id: string | null
  kind: string
  grade: string | null
  status: string
  /** EDTF level 1; null: undated. */
  date: string | null
  place: string | null
  host: string | null
  occasion: string | null
  note: string | null
  participants: ImportedParticipant[]
  sources: string[]
  /** The row as it stood in the file. */
  source: Record<string, unknown>
}

export interface ImportedTenure {
  row: number
  id: string | null
  person: string
  personState: string | null
  office: string
  officeState: string | null
  organization: string | null
  /** Day, month or year; null: not given. */
  from: string | null
  to: string | null
  acting: boolean
  level: number | null
  sources: string[]
  source: Record<string, unknown>
}

/** Where rows come from: the format's name, the file's, and who imports. */
export interface ImportSource {
  format: string
  file: string
  actor: string
}

export interface ImportOutcome {
  /** Exchanges that are new, and rows that speak of one the record held. */
  created: number
  merged: number
  tenures: number
  peopleMinted: number
}

/**
 * Files rows, all or none. The same rows twice are filed once. A person nobody knows is minted; an exchange the record holds
 * gets the row as one more claim, and a doubtful likeness stays apart. Imported rows rank as reports (reliability 3).
 */
export const fileImport = (
  database: Database,
  rows: { exchanges: ImportedExchange[]; tenures: ImportedTenure[] },
  source: ImportSource,
): Promise<ImportOutcome> =>
  database.transaction(async (inner) => {
    const at = await takeInstant(inner)
    const people = await matchImported(inner, rows, source)
    const exchanges = await fileExchanges(inner, rows.exchanges, people.find, source, at)
    const tenures = await fileTenures(inner, rows.tenures, people.find, at)
    const outcome = { ...exchanges, tenures, peopleMinted: people.minted }
    await noteInLedger(inner, {
      at,
      actor: source.actor,
      action: 'import',
      subject: source.file,
      detail: { format: source.format, ...outcome },
    })
    return outcome
  })

type FindPerson = (name: string | null, state: string | null) => string | null
const key = (name: string, state: string | null): string => `${name} ${state ?? ''}`

/** Every name of the rows resolved once; full names nobody bears are minted. */
async function matchImported(
  database: Database,
  rows: { exchanges: ImportedExchange[]; tenures: ImportedTenure[] },
  source: ImportSource,
): Promise<{ find: FindPerson; minted: number }> {
  const named = new Map<
    string,
    { name: string; state: string | null; level: number | null; day: string | null }
  >()
  for (const x of rows.exchanges) {
    const day = edtfDays(x.date).earliest
    for (const { name, state, level } of x.participants)
      if (name) named.set(key(name, state), { name, state, level, day })
  }
  for (const t of rows.tenures)
    named.set(key(t.person, t.personState), {
      name: t.person,
      state: t.personState,
      level: null,
      day: edtfDays(t.from).earliest,
    })
  const asked = [...named.values()]
  const matches = await resolvePeople(database, asked)
  const ids = new Map<string, string>()
  const strangers: Stranger[] = []
  asked.forEach(({ name, state }, i) => {
    const match = takeMatch(matches[i]!)
    if (match) ids.set(key(name, state), match.person)
    else if (matches[i]!.length === 0 && /\S\s+\S/.test(name.trim())) {
      const id = strangerId(name, state, contentId)
      strangers.push({ id, name, state, document: `import:${source.file}` })
      ids.set(key(name, state), id)
    }
  })
  const minted = await mintPeople(database, strangers)
  return { find: (name, state) => (name ? (ids.get(key(name, state)) ?? null) : null), minted: minted.length }
}

async function fileExchanges(
  database: Database,
  rows: ImportedExchange[],
  find: FindPerson,
  source: ImportSource,
  at: string,
): Promise<{ created: number; merged: number }> {
  const own = rows.map((row) => `i-${contentId('import', source.format, row.id ?? row.source)}`)
  const known = await exchangesFiledAs(database, own)
  const same = await findSame(
    database,
    rows.map((row) => ({
      ...row,
      states: statesOf(row),
      participants: [
        ...row.participants.map((p) => ({ person: find(p.name, p.state), state: p.state, level: p.level })),
        ...statesOf(row).map((state) => ({ person: null, state, level: null })),
      ],
    })),
  )
  let merged = 0
  const ids = rows.map((_, i) => {
    const before = known.get(own[i]!)
    const [first] = same[i]!
    const match = first && first.score >= exchangeThresholds.likely ? first.exchange : null
    if (before ?? (match && match !== own[i])) merged++
    return before ?? match ?? own[i]!
  })
  const claims = rows.flatMap((row, i) =>
    claimsOfImport(row, { id: ids[i]!, filedUnder: own[i]!, find, source, at }),
  )
  await insertClaims(database, claims)
  await refreshExchanges(database, ids, at)
  return { created: rows.length - merged, merged }
}

/** The exchange that each row was filed on before. */
export async function exchangesFiledAs(database: Database, own: string[]): Promise<Map<string, string>> {
  const rows = await database.query<{ filed_under: string; exchange_id: string }>(
    `select distinct filed_under, exchange_id from exchange_claim
     where exchange_id = any($1::text[]) and filed_under = exchange_id and retracted_at = 'infinity'
     union select filed_under, exchange_id from exchange_claim
     where filed_under = any($1::text[]) and filed_under <> exchange_id and retracted_at = 'infinity'`,
    [own],
  )
  return new Map(rows.map((row) => [row.filed_under, row.exchange_id]))
}

const statesOf = (row: ImportedExchange): string[] =>
  [...new Set([row.host, ...row.participants.map((p) => p.state)])].filter((state) => state !== null).sort()

interface Filing {
  id: string
  filedUnder: string
  find: FindPerson
  source: ImportSource
  at: string
}

function claimsOfImport(row: ImportedExchange, filing: Filing): ExchangeClaim[] {
  const dated = edtfDays(row.date).earliest !== null
  const single: [ClaimProperty, unknown][] = [
    ['kind', row.kind],
    ['grade', row.grade],
    ['status', row.status],
    ['date', dated ? row.date : null],
    ['place', row.place],
    ['host', row.host],
    ['occasion', row.occasion],
    ['note', row.note],
    ['basis', 'register'],
    ['confirmed', dated],
    ['states', statesOf(row)],
    ['remote', row.kind === 'call' ? true : null],
  ]
  const participants = row.participants.map((p, order): [ClaimProperty, unknown] => [
    'participant',
    participantOf(p, order, filing.find),
  ])
  return [...single.filter(([, value]) => value !== null), ...participants].map(([property, value]) =>
    claimOf(row, property, value, filing),
  )
}

function claimOf(
  row: ImportedExchange,
  property: ClaimProperty,
  value: unknown,
  filing: Filing,
): ExchangeClaim {
  const { source, filedUnder, at } = filing
  return {
    id: contentId('import', filedUnder, property, value),
    exchange_id: filing.id,
    property,
    value,
    document_id: null,
    evidence: null,
    source_url: row.sources[0] ?? null,
    import_row: { format: source.format, file: source.file, row: row.row, source: row.source },
    reader: null,
    actor: source.actor,
    reason: null,
    status: 'accepted',
    reliability: 3,
    origin: `import:${source.format}`,
    recorded_at: at,
    retracted_at: 'infinity',
    asserted_on: null,
    side_state: null,
    confidence: 1,
    filed_under: filedUnder,
    why: null,
  }
}

const participantOf = (p: ImportedParticipant, order: number, find: FindPerson): ParticipantValue => ({
  person: find(p.name, p.state),
  name: p.name ?? p.organization,
  state: p.state,
  organization: null,
  office: p.office,
  officeId: null,
  offices: [],
  level: p.level,
  role: p.role,
  capacity: null,
  order,
})

/** Tenures of people and offices; an office of that title and state is found or made, its level not known (8). */
async function fileTenures(
  database: Database,
  rows: ImportedTenure[],
  find: FindPerson,
  at: string,
): Promise<number> {
  const filed = rows.flatMap((row) => {
    const person = find(row.person, row.personState)
    return person ? [{ row, person }] : []
  })
  const offices = await officesFor(
    database,
    filed.map(({ row }) => row),
  )
  const tenures = filed.map(({ row, person }) => {
    const office = offices.get(officeKey(row))!
    return {
      id: contentId('tenure', person, office, row.from, row.to),
      person_id: person,
      office_id: office,
      valid: dayRange(row.from, row.to),
      from_text: row.from,
      to_text: row.to,
      acting: row.acting,
      confirmed_from: row.sources.length > 0,
      confirmed_to: row.sources.length > 0,
      sources: row.sources,
      minted_by: 'import',
      known_from: at,
    }
  })
  await insertRows(
    database,
    'tenure',
    [...new Map(tenures.map((t) => [t.id, t])).values()],
    'on conflict do nothing',
  )
  return tenures.length
}

const officeKey = (row: ImportedTenure): string => `${row.officeState ?? ''} ${row.office.toLowerCase()}`

async function officesFor(database: Database, rows: ImportedTenure[]): Promise<Map<string, string>> {
  const known = await database.query<{ id: string; state_id: string | null; title: string }>(
    'select id, state_id, title from office',
  )
  const ids = new Map(
    known.map((office) => [`${office.state_id ?? ''} ${office.title.toLowerCase()}`, office.id]),
  )
  const fresh = [
    ...new Map(rows.filter((row) => !ids.has(officeKey(row))).map((row) => [officeKey(row), row])).values(),
  ]
  const made = fresh.map((row) => ({
    id: `o-${contentId('office', row.officeState, row.office.toLowerCase())}`,
    state_id: row.officeState,
    organization_id: null,
    title: row.office,
    titles: [],
    body: row.organization,
    level: row.level ?? 8,
    ranks: [],
    confirmed: false,
    sources: row.sources,
    minted_by: 'import',
  }))
  await insertRows(database, 'office', made, 'on conflict do nothing')
  fresh.forEach((row, i) => {
    ids.set(officeKey(row), made[i]!.id)
  })
  return ids
}
