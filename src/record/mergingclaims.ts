// The claims of another record merged: they and their retractions are only ever added; an exchange filed from one reading is one exchange.
import type { ExchangeClaim } from './claims.ts'
import {
  addRows,
  findTwins,
  heldRows,
  keyOf,
  lose,
  type Merging,
  type Row,
  rowsOf,
  tellHeld,
} from './mergingrows.ts'

const table = { name: 'exchange_claim', key: ['exchange_id', 'id'] }

export async function mergeClaims(merging: Merging): Promise<void> {
  const { from, outcome } = merging
  outcome.tables.exchange_claim = { rows: 0, added: 0, held: 0, differ: 0 }
  const routine = await routineInstants(merging)
  for await (const rows of rowsOf(from, table)) {
    outcome.tables.exchange_claim.rows += rows.length
    await mergeSome(merging, rows as unknown as ExchangeClaim[], routine)
  }
}

/** Instants at which claims there were taken back by a pack or by reading anew, not by a person. */
async function routineInstants({ from }: Merging): Promise<Set<string>> {
  const rows = await from.query<{ at: string }>(
    `select to_jsonb(at)#>>'{}' as at from ledger where action in ('seed', 'file')`,
  )
  return new Set(rows.map(({ at }) => at))
}

async function mergeSome(merging: Merging, found: ExchangeClaim[], routine: Set<string>): Promise<void> {
  await findTwins(
    merging,
    found.flatMap((claim) => [claim.exchange_id, wholeOf(claim)]),
  )
  const claims = found.map((claim) => withTwins(merging, claim))
  const held = await heldRows(merging.into, table.name, table.key, claims as unknown as Row[])
  const origins = await heldOrigins(merging, claims)
  const fresh: ExchangeClaim[] = []
  const takenBack: ExchangeClaim[] = []
  for (const claim of claims) {
    const here = held.get(keyOf(claim as unknown as Row, table.key))
    if (here) {
      tellHeld(merging.outcome, table, here, claim as unknown as Row)
      if (isTakenBack(claim, here, routine)) takenBack.push(claim)
    } else if (claim.actor === 'pack') lose(merging.outcome, 'claims of packs that this record has otherwise')
    else if (isReadHere(merging, claim, origins))
      lose(merging.outcome, 'readings of documents that this record has read itself')
    else fresh.push(claim)
  }
  await addRows(merging, table.name, fresh as unknown as Row[])
  await takeBack(merging, takenBack)
  for (const { exchange_id } of [...fresh, ...takenBack]) merging.touched.add(exchange_id)
}

const isTakenBack = (there: ExchangeClaim, here: Row, routine: Set<string>): boolean =>
  there.retracted_at !== 'infinity' && here.retracted_at === 'infinity' && !routine.has(there.retracted_at)

/** What a reader made there of a document that was read here: this record's own reading stands. Copies of what is held here were made by a person. */
const isReadHere = ({ ours }: Merging, claim: ExchangeClaim, origins: Set<string>): boolean =>
  claim.actor === null &&
  claim.document_id !== null &&
  ours.has(claim.document_id) &&
  !(claim.lineage && origins.has(claim.lineage))

async function heldOrigins({ into }: Merging, claims: ExchangeClaim[]): Promise<Set<string>> {
  const copies = claims.filter((claim) => claim.lineage)
  if (copies.length === 0) return new Set()
  const filed = [...new Set(copies.flatMap((claim) => claim.filed_under ?? []))]
  const rows = await into.query<{ id: string }>(
    'select id from exchange_claim where exchange_id = any($1::text[]) and id = any($2::text[])',
    [filed, copies.map((claim) => claim.lineage)],
  )
  return new Set(rows.map(({ id }) => id))
}

async function takeBack({ into, at, outcome }: Merging, claims: ExchangeClaim[]): Promise<void> {
  if (claims.length === 0) return
  outcome.retracted += claims.length
  await into.query(
    `update exchange_claim c set retracted_at = $2 from jsonb_populate_recordset(null::exchange_claim, $1::text::jsonb) t
     where c.exchange_id = t.exchange_id and c.id = t.id and c.retracted_at = 'infinity'`,
    [JSON.stringify(claims.map(({ exchange_id, id }) => ({ exchange_id, id }))), at],
  )
}

const wholeOf = (claim: ExchangeClaim): string | null =>
  claim.property === 'partOf' && typeof claim.value === 'string' ? claim.value : null

const withTwins = ({ twins }: Merging, claim: ExchangeClaim): ExchangeClaim => {
  const whole = wholeOf(claim)
  return {
    ...claim,
    exchange_id: twins.get(claim.exchange_id) ?? claim.exchange_id,
    ...(whole && twins.has(whole) ? { value: twins.get(whole) } : {}),
  }
}
