// Loads the packs into the record: gazetteer tables whole, the base record as claims with their sources.
import type { BaseExchange, BaseReadout, BaseRecord } from '../knowledge/exchanges.ts'
import type { Gazetteer } from '../knowledge/gazetteer.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import {
  type ClaimProperty,
  copyClaim,
  type ExchangeClaim,
  insertClaims,
  type ParticipantValue,
  retractClaims,
} from './claims.ts'
import { contentId, insertRows, sha256 } from './columns.ts'
import { linkContained } from './containment.ts'
import { seedCoverage } from './coverage.ts'
import type { Database } from './database.ts'
import { seedGazetteer } from './entities.ts'
import { noteInLedger } from './ledger.ts'
import { refreshExchanges, takeInstant } from './versions.ts'

/** What was loaded; false where the record held this very pack already. */
export interface Seeded {
  gazetteer: boolean
  baseRecord: boolean
}

/**
 * Makes the record hold these packs, in one transaction. Quick when nothing has changed; a changed pack changes only its
 * own rows: what was filed, reviewed or corrected stays.
 */
export async function seedRecord(database: Database, knowledge: Knowledge): Promise<Seeded> {
  const hashes = packHashes(knowledge)
  const loaded = new Map(
    (await database.query<{ name: string; hash: string }>('select name, hash from pack')).map((p) => [
      p.name,
      p.hash,
    ]),
  )
  const wanted: Seeded = {
    gazetteer: loaded.get('gazetteer') !== hashes.gazetteer,
    baseRecord: loaded.get('base-record') !== hashes.baseRecord,
  }
  if (!wanted.gazetteer && !wanted.baseRecord) return wanted
  await database.transaction(async (inner) => {
    const at = await takeInstant(inner)
    if (wanted.gazetteer) {
      await seedGazetteer(inner, knowledge.gazetteer, at)
      await notePack(inner, 'gazetteer', hashes.gazetteer, countRows(knowledge.gazetteer), at)
    }
    // Offices held are derived from tenures: a new gazetteer shows the base record anew too.
    const base = knowledge.baseRecord()
    await seedBaseRecord(inner, base, knowledge.gazetteer, at)
    await notePack(inner, 'base-record', hashes.baseRecord, base.exchanges.length + base.readouts.length, at)
    await noteInLedger(inner, { at, actor: 'pack', action: 'seed', subject: null, detail: { ...hashes } })
  })
  return wanted
}

/** SHA-256 of each pack's rows. */
export function packHashes(knowledge: Knowledge): { gazetteer: string; baseRecord: string } {
  return {
    gazetteer: sha256(JSON.stringify(knowledge.gazetteer)),
    baseRecord: sha256(JSON.stringify(knowledge.baseRecord())),
  }
}

const countRows = (gazetteer: Gazetteer): number =>
  Object.values(gazetteer).reduce((sum, rows: unknown[]) => sum + rows.length, 0)

async function notePack(
  database: Database,
  name: string,
  hash: string,
  rows: number,
  at: string,
): Promise<void> {
  await database.query(
    `insert into pack (name, hash, rows, loaded_at) values ($1, $2, $3, $4)
     on conflict (name) do update set hash = excluded.hash, rows = excluded.rows, loaded_at = excluded.loaded_at`,
    [name, hash, rows, at],
  )
}

async function seedBaseRecord(
  database: Database,
  base: BaseRecord,
  gazetteer: Gazetteer,
  at: string,
): Promise<void> {
  const titles = new Map(gazetteer.offices.map((office) => [office.id, office.title]))
  const names = new Map(gazetteer.people.map((person) => [person.id, person.name]))
  const wanted = base.exchanges.flatMap((row, index) => claimsOfRow(row, index, { titles, names, at }))
  const standing = await database.query<{ id: string; exchange_id: string; origin_id: string }>(
    `select id, exchange_id, coalesce(lineage, id) as origin_id from exchange_claim where actor = 'pack' and retracted_at = 'infinity'`,
  )
  const wantedIds = new Set(wanted.map((claim) => claim.id))
  const gone = standing.filter((claim) => !wantedIds.has(claim.origin_id))
  await retractClaims(database, gone, at)
  await insertClaims(database, [...wanted, ...(await comingBack(database, wanted, at))])
  await refreshExchanges(
    database,
    [...base.exchanges.map((row) => row.id), ...gone.map((claim) => claim.exchange_id)],
    at,
  )
  await linkContained(
    database,
    base.exchanges.map((row) => row.id),
    at,
  )
  await seedReadouts(database, base.readouts, at)
  await seedCoverage(database, base.exchanges)
}

/** Claims that an earlier pack dropped and this one has again. What a person took back stays taken back. */
async function comingBack(database: Database, wanted: ExchangeClaim[], at: string): Promise<ExchangeClaim[]> {
  const dropped = await database.query<{ id: string }>(
    `select c.id from exchange_claim c join ledger l on l.at = c.retracted_at and l.action = 'seed'
     where c.actor = 'pack' and not exists (select from exchange_claim s
       where s.exchange_id = c.exchange_id and coalesce(s.lineage, s.id) = c.id and s.retracted_at = 'infinity')`,
  )
  const ids = new Set(dropped.map((row) => row.id))
  return wanted.filter((claim) => ids.has(claim.id)).map((claim) => copyClaim(claim, at))
}

interface PackContext {
  titles: Map<string, string>
  names: Map<string, string>
  at: string
}

/** Each value of a pack row, once for each of its sources (once without source for general knowledge). */
function claimsOfRow(row: BaseExchange, index: number, context: PackContext): ExchangeClaim[] {
  const sources = row.sources.length ? row.sources : [null]
  return valuesOfRow(row, context).flatMap(([property, value]) =>
    sources.map(
      (url): ExchangeClaim => ({
        id: contentId('pack', row.id, property, value, url),
        exchange_id: row.id,
        property,
        value,
        document_id: null,
        evidence: null,
        source_url: url,
        import_row: { pack: 'exchanges/base.jsonl', row: index + 1, origin: row.origin },
        reader: null,
        actor: 'pack',
        reason: null,
        status: 'accepted',
        reliability: reliabilityOf(row),
        origin: url ?? row.origin,
        recorded_at: context.at,
        retracted_at: 'infinity',
        asserted_on: null,
        side_state: null,
        confidence: row.confirmed ? 1 : 0.5,
        filed_under: row.id,
        why: null,
      }),
    ),
  )
}

/** 1 official register, 2 report, 3 announcement, 6 general knowledge. */
const reliabilityOf = (row: BaseExchange): number =>
  row.confirmed && row.basis ? { register: 1, report: 2, announcement: 3 }[row.basis] : 6

const unlikePlace = / or as noted$/

function valuesOfRow(row: BaseExchange, context: PackContext): [ClaimProperty, unknown][] {
  const single: [ClaimProperty, unknown][] = [
    ['kind', row.kind],
    ['grade', row.grade],
    ['status', row.status],
    ['date', row.date],
    // "Washington or as noted": the register's way of saying Washington unless its note says otherwise.
    ['place', row.place?.replace(unlikePlace, '') ?? null],
    ['host', row.host],
    ['occasion', row.occasion],
    ['note', row.note],
    ['basis', row.basis],
    ['confirmed', row.confirmed],
    [
      'remote',
      row.kind === 'call' || /\b(video|virtual|online)\b/i.test(`${row.place} ${row.occasion} ${row.note}`),
    ],
  ]
  const participants = row.participants.map((p, order): [ClaimProperty, unknown] => [
    'participant',
    participantOfRow(p, order, context),
  ])
  return [...single.filter(([, value]) => value !== null), ...participants]
}

function participantOfRow(
  p: BaseExchange['participants'][number],
  order: number,
  context: PackContext,
): ParticipantValue {
  return {
    person: p.person,
    name: context.names.get(p.person) ?? null,
    state: p.state,
    organization: p.organization,
    office: p.office ? (context.titles.get(p.office) ?? p.office) : null,
    officeId: p.office,
    offices: p.offices,
    level: p.level,
    role: p.role,
    capacity: null,
    order,
  }
}

async function seedReadouts(database: Database, readouts: BaseReadout[], at: string): Promise<void> {
  const rows = readouts.flatMap((readout) =>
    readout.sides.map((side) => ({
      id: contentId('readout', readout.exchange, side.state, side.url),
      exchange_id: readout.exchange,
      state: side.state,
      url: side.url,
      publisher: side.publisher,
      official: side.official,
      topics: side.topics,
      recorded_at: at,
    })),
  )
  await insertRows(
    database,
    'readout',
    rows,
    'on conflict (exchange_id, id) do update set topics = excluded.topics, publisher = excluded.publisher, official = excluded.official',
  )
}
