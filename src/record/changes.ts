// The one way claims change after they were filed: some are taken back, others put in their place, and it can be undone.
import { ConflictError, NotFoundError } from '../errors.ts'
import { copyClaim, type ExchangeClaim, insertClaims, retractClaims } from './claims.ts'
import type { Database } from './database.ts'
import { noteInLedger } from './ledger.ts'
import { refreshExchanges, takeInstant } from './versions.ts'

/** A claim and what differs in the copy that takes its place. */
export interface Replacement {
  claim: ExchangeClaim
  with: Partial<ExchangeClaim>
}

/** What is to be done, by whom and why. */
export interface Change {
  actor: string
  action: string
  subject: string | null
  reason: string
  replace?: Replacement[]
  retract?: ExchangeClaim[]
  insert?: ExchangeClaim[]
  /** person id → whom to merge it into (null: nobody). */
  mergePeople?: Record<string, string | null>
  /** Ids of a table's rows → the exchange they are to belong to. */
  moveReadouts?: Record<string, string>
  moveStatements?: Record<string, string>
  detail?: Record<string, unknown>
}

export interface Changed {
  ledgerId: string
  at: string
  exchanges: string[]
}

type ClaimKey = Pick<ExchangeClaim, 'id' | 'exchange_id'>
const keyOf = ({ id, exchange_id }: ExchangeClaim): ClaimKey => ({ id, exchange_id })

interface Undoing {
  retracted: ClaimKey[]
  inserted: ClaimKey[]
  peopleWere: Record<string, string | null>
  readoutsWere: Record<string, string>
  statementsWere: Record<string, string | null>
  exchanges: string[]
}

/** Makes a change in the caller's transaction (or its own), shows the exchanges anew and notes it in the ledger. */
export const applyChange = (database: Database, change: Change): Promise<Changed> =>
  database.transaction(async (inner) => {
    const at = await takeInstant(inner)
    const copies = (change.replace ?? []).map(({ claim, with: differs }) =>
      copyClaim({ ...claim, ...differs }, at),
    )
    const gone = [...(change.retract ?? []), ...(change.replace ?? []).map((r) => r.claim)]
    const added = [...(change.insert ?? []).map((claim) => ({ ...claim, recorded_at: at })), ...copies]
    await retractClaims(inner, gone, at)
    await insertClaims(inner, added)
    const undoing: Undoing = {
      retracted: gone.map(keyOf),
      inserted: added.map(keyOf),
      peopleWere: await mergePeople(inner, change.mergePeople ?? {}),
      readoutsWere: (await moveRows(inner, 'readout', change.moveReadouts ?? {})) as Record<string, string>,
      statementsWere: await moveRows(inner, 'statement', change.moveStatements ?? {}),
      exchanges: [...new Set([...gone, ...added].map((claim) => claim.exchange_id))],
    }
    undoing.exchanges.push(...(await exchangesOf(inner, Object.keys(change.mergePeople ?? {}))))
    const exchanges = await refreshExchanges(inner, undoing.exchanges, at)
    const ledgerId = await noteInLedger(inner, {
      at,
      actor: change.actor,
      action: change.action,
      subject: change.subject,
      detail: { reason: change.reason, ...change.detail, undoing },
    })
    return { ledgerId, at, exchanges }
  })

/** Takes a change back: the record shows again what it showed before. Throws NotFoundError, ConflictError when undone already. */
export const undoChange = (
  database: Database,
  ledgerId: string,
  actor: string,
  reason: string,
): Promise<Changed> =>
  database.transaction(async (inner) => {
    const undoing = await undoingOf(inner, ledgerId)
    const at = await takeInstant(inner)
    // A later change on top of this one comes off first, else undoing would leave half of it.
    await retractClaims(inner, await standingFor(inner, ledgerId, undoing.inserted), at)
    await insertClaims(
      inner,
      (await claimsByKey(inner, undoing.retracted)).map((claim) => copyClaim(claim, at)),
    )
    await mergePeople(inner, undoing.peopleWere)
    await moveRows(inner, 'readout', undoing.readoutsWere)
    await moveRows(inner, 'statement', undoing.statementsWere)
    await inner.query(
      `update judgement set undone_at = $2, state = case when before ? 'proposed' then 'proposed' else 'undone' end where ledger_id = $1`,
      [ledgerId, at],
    )
    const exchanges = await refreshExchanges(inner, undoing.exchanges, at)
    const entry = { at, actor, action: 'undo', subject: ledgerId, detail: { reason } }
    const undo = await noteInLedger(inner, entry)
    await inner.query('update ledger set undoes = $2 where id = $1', [undo, ledgerId])
    return { ledgerId: undo, at, exchanges }
  })

async function undoingOf(database: Database, ledgerId: string): Promise<Undoing> {
  const [line] = await database.query<{ undoing: Undoing | null; undone: boolean }>(
    `select detail->'undoing' as undoing, exists (select from ledger u where u.undoes = ledger.id) as undone
     from ledger where id = $1`,
    [ledgerId],
  )
  if (!line)
    throw new NotFoundError(`no line ${ledgerId} in the ledger`, 'List the ledger for ids of changes.')
  if (!line.undoing)
    throw new ConflictError(
      `line ${ledgerId} of the ledger is no change of claims`,
      'Only reviews, corrections and judgements can be undone.',
    )
  if (line.undone)
    throw new ConflictError(
      `line ${ledgerId} of the ledger has been undone`,
      'Make the change again if it is wanted after all.',
    )
  return line.undoing
}

/**
 * The claims that stand for these now: themselves, or copies that a later change made and its undoing brought back as they were.
 * Throws ConflictError when one has been changed since and not been put back.
 */
async function standingFor(database: Database, ledgerId: string, keys: ClaimKey[]): Promise<ClaimKey[]> {
  const rows = await database.query<{ was: string; id: string | null; exchange_id: string | null }>(
    `select c.id as was, s.id, s.exchange_id from exchange_claim c
     left join exchange_claim s on s.exchange_id = c.exchange_id and coalesce(s.lineage, s.id) = coalesce(c.lineage, c.id)
       and s.value = c.value and s.status = c.status and s.retracted_at = 'infinity'
     where c.exchange_id = any($1::text[]) and c.id = any($2::text[])`,
    [[...new Set(keys.map((key) => key.exchange_id))], keys.map((key) => key.id)],
  )
  if (rows.some((row) => row.id === null)) {
    throw new ConflictError(
      `line ${ledgerId} of the ledger was changed again since`,
      'Undo the later change first.',
    )
  }
  return rows as ClaimKey[]
}

const claimsByKey = (database: Database, keys: ClaimKey[]): Promise<ExchangeClaim[]> =>
  database.query<ExchangeClaim>(
    'select * from exchange_claim where exchange_id = any($1::text[]) and id = any($2::text[])',
    [[...new Set(keys.map((key) => key.exchange_id))], keys.map((key) => key.id)],
  )

/** Returns what was before. */
async function mergePeople(
  database: Database,
  merges: Record<string, string | null>,
): Promise<Record<string, string | null>> {
  const before: Record<string, string | null> = {}
  for (const [person, into] of Object.entries(merges)) {
    const [row] = await database.query<{ merged_into: string | null }>(
      'select merged_into from person where id = $1',
      [person],
    )
    if (!row)
      throw new NotFoundError(`no person ${person} in the record`, 'Look the person up by name for their id.')
    before[person] = row.merged_into
    await database.query('update person set merged_into = $2 where id = $1', [person, into])
  }
  return before
}

async function moveRows(
  database: Database,
  table: 'readout' | 'statement',
  moves: Record<string, string | null>,
): Promise<Record<string, string | null>> {
  const ids = Object.keys(moves)
  if (ids.length === 0) return {}
  const rows = await database.query<{ id: string; exchange_id: string | null }>(
    `select id, exchange_id from ${table} where id = any($1::text[])`,
    [ids],
  )
  for (const id of ids)
    await database.query(`update ${table} set exchange_id = $2 where id = $1`, [id, moves[id]])
  return Object.fromEntries(rows.map((row) => [row.id, row.exchange_id]))
}

/** Every exchange that a claim of these people's part stands for. */
async function exchangesOf(database: Database, people: string[]): Promise<string[]> {
  if (people.length === 0) return []
  const rows = await database.query<{ exchange_id: string }>(
    `select distinct exchange_id from exchange_claim
     where property = 'participant' and value->>'person' = any($1::text[]) and retracted_at = 'infinity'`,
    [people],
  )
  return rows.map((row) => row.exchange_id)
}
