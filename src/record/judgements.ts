// Judgements: these two are one, this one is two. Each has a reason and can be undone; doubtful ones wait for a person.
import { ConflictError, InputError, NotFoundError } from '../errors.ts'
import { applyChange, type Changed, undoChange } from './changes.ts'
import { type ExchangeClaim, standingClaims } from './claims.ts'
import { contentId, insertRows } from './columns.ts'
import type { Database } from './database.ts'
import type { Sameness } from './matching.ts'

export interface Judgement {
  id: string
  /** 'same-exchange', 'split-exchange', 'same-person', 'split-person'. */
  kind: string
  subject: string
  object: string | null
  score: number | null
  reason: string
  actor: string
  /** 'made', 'proposed', 'dismissed', 'undone'. */
  state: string
  made_at: string
  undone_at: string | null
  ledger_id: string | null
}

const columns = 'id, kind, subject, object, score, reason, actor, state, made_at, undone_at, ledger_id'

/** Notes what filing found to be the same, or may be. */
export async function noteSameness(database: Database, found: Sameness[], at: string): Promise<void> {
  const rows = found.map((same) => ({
    id: contentId('same-exchange', same.filedAs, same.exchange, at),
    kind: 'same-exchange',
    subject: same.filedAs,
    object: same.exchange,
    score: same.score,
    reason: same.why,
    actor: 'record',
    before:
      same.state === 'proposed' ? { proposed: true, document: same.document } : { document: same.document },
    made_at: at,
    state: same.state,
  }))
  await insertRows(database, 'judgement', rows, 'on conflict do nothing')
}

/** Judgements, newest first; `state` 'proposed' is the queue of doubtful merges, the most likely first. */
export const listJudgements = (
  database: Database,
  state: string | null = null,
  limit = 100,
): Promise<Judgement[]> =>
  database.query<Judgement>(
    `select ${columns} from judgement where $1::text is null or state = $1
     order by case when state = 'proposed' then score end desc nulls last, made_at desc, id limit $2`,
    [state, limit],
  )

export async function getJudgement(database: Database, id: string): Promise<Judgement> {
  const [row] = await database.query<Judgement>(`select ${columns} from judgement where id = $1`, [id])
  if (!row) throw new NotFoundError(`no judgement ${id} in the record`, 'List the judgements for their ids.')
  return row
}

interface By {
  actor: string
  reason: string
}

/** `from` and `into` are one exchange: everything said of the first is said of the second from now on. */
export const mergeExchanges = (database: Database, from: string, into: string, by: By): Promise<Judgement> =>
  database.transaction(async (inner) => {
    if (from === into)
      throw new InputError(`exchange ${from} cannot be merged into itself`, 'Name two exchanges.')
    const claims = await claimsOf(inner, from)
    await claimsOf(inner, into)
    const pointing = await pointingAt(inner, from)
    const changed = await applyChange(inner, {
      ...by,
      action: 'merge-exchanges',
      subject: from,
      replace: [
        ...claims.map((claim) => ({ claim, with: movedTo(claim, into) })),
        ...pointing.map((claim) => ({ claim, with: { value: into } })),
      ],
      moveReadouts: await belonging(inner, 'readout', from, into),
      moveStatements: await belonging(inner, 'statement', from, into),
      detail: { into },
    })
    return noteJudgement(inner, { kind: 'same-exchange', subject: from, object: into, ...by }, changed)
  })

/** A meeting that was part of `into` cannot be part of itself: such a claim goes with the rest, without its point. */
const movedTo = (claim: ExchangeClaim, into: string): Partial<ExchangeClaim> =>
  claim.property === 'partOf' && claim.value === into
    ? { exchange_id: into, status: 'superseded' }
    : { exchange_id: into }

/** What was filed as `filedAs` is an exchange of its own again. Throws ConflictError when it already is. */
export const splitExchange = (database: Database, filedAs: string, by: By): Promise<Judgement> =>
  database.transaction(async (inner) => {
    const claims = await inner.query<ExchangeClaim>(
      `select * from exchange_claim where filed_under = $1 and filed_under <> exchange_id and retracted_at = 'infinity'`,
      [filedAs],
    )
    if (claims.length === 0)
      throw new ConflictError(
        `${filedAs} is an exchange of its own`,
        'Look at its claims for what was filed where.',
      )
    const changed = await applyChange(inner, {
      ...by,
      action: 'split-exchange',
      subject: filedAs,
      replace: claims.map((claim) => ({ claim, with: { exchange_id: filedAs } })),
      detail: { from: claims[0]!.exchange_id },
    })
    return noteJudgement(
      inner,
      { kind: 'split-exchange', subject: filedAs, object: claims[0]!.exchange_id, ...by },
      changed,
    )
  })

/** `from` and `into` are one person. */
export const mergePeople = (database: Database, from: string, into: string, by: By): Promise<Judgement> =>
  database.transaction(async (inner) => {
    if (from === into)
      throw new InputError(`person ${from} cannot be merged into themself`, 'Name two people.')
    const [target] = await inner.query<{ merged_into: string | null }>(
      'select merged_into from person where id = $1',
      [into],
    )
    if (!target)
      throw new NotFoundError(`no person ${into} in the record`, 'Look the person up by name for their id.')
    if (target.merged_into)
      throw new ConflictError(
        `${into} has been merged into ${target.merged_into}`,
        `Merge into ${target.merged_into} instead.`,
      )
    // Those merged into `from` before follow.
    const followers = await inner.query<{ id: string }>('select id from person where merged_into = $1', [
      from,
    ])
    const merges = Object.fromEntries([from, ...followers.map((f) => f.id)].map((person) => [person, into]))
    const changed = await applyChange(inner, {
      ...by,
      action: 'merge-people',
      subject: from,
      mergePeople: merges,
      detail: { into },
    })
    return noteJudgement(inner, { kind: 'same-person', subject: from, object: into, ...by }, changed)
  })

/** The part of `person` in these exchanges was another's: `other`, who must be in the record. */
export const splitPerson = (
  database: Database,
  person: string,
  other: string,
  exchanges: string[],
  by: By,
): Promise<Judgement> =>
  database.transaction(async (inner) => {
    const claims = (await standingClaims(inner, exchanges)).filter(
      (claim) =>
        claim.property === 'participant' && (claim.value as { person: string | null }).person === person,
    )
    if (claims.length === 0)
      throw new NotFoundError(
        `${person} takes part in none of these exchanges`,
        'Name exchanges in which the person takes part.',
      )
    const changed = await applyChange(inner, {
      ...by,
      action: 'split-person',
      subject: person,
      replace: claims.map((claim) => ({
        claim,
        with: { value: { ...(claim.value as object), person: other } },
      })),
      detail: { other, exchanges },
    })
    return noteJudgement(inner, { kind: 'split-person', subject: person, object: other, ...by }, changed)
  })

/** A person's word on a proposed merge: true makes it, false dismisses it. */
export const decideJudgement = (
  database: Database,
  id: string,
  accept: boolean,
  by: By,
): Promise<Judgement> =>
  database.transaction(async (inner) => {
    const judgement = await getJudgement(inner, id)
    if (judgement.state !== 'proposed')
      throw new ConflictError(
        `judgement ${id} is ${judgement.state}, not waiting`,
        'Undo it first to decide anew.',
      )
    if (!accept) {
      await inner.query(`update judgement set state = 'dismissed' where id = $1`, [id])
      return getJudgement(inner, id)
    }
    const made = await mergeExchanges(inner, judgement.subject, judgement.object!, by)
    await inner.query('delete from judgement where id = $1', [made.id])
    await inner.query(`update judgement set state = 'made', ledger_id = $2 where id = $1`, [
      id,
      made.ledger_id,
    ])
    return getJudgement(inner, id)
  })

/** Undoes a judgement: the record shows again exactly what it showed before. */
export const undoJudgement = (database: Database, id: string, by: By): Promise<Judgement> =>
  database.transaction(async (inner) => {
    const judgement = await getJudgement(inner, id)
    if (judgement.state !== 'made')
      throw new ConflictError(
        `judgement ${id} is ${judgement.state}`,
        'Only a judgement that stands can be undone.',
      )
    if (judgement.ledger_id) await undoChange(inner, judgement.ledger_id, by.actor, by.reason)
    else await undoFiling(inner, judgement, by)
    return getJudgement(inner, id)
  })

/** A merge made while filing has no line of its own: undoing it sets what was filed apart. */
async function undoFiling(database: Database, judgement: Judgement, by: By): Promise<void> {
  const split = await splitExchange(database, judgement.subject, by)
  await database.query(`update judgement set state = 'undone', undone_at = $2 where id = $1`, [
    judgement.id,
    split.made_at,
  ])
}

async function claimsOf(database: Database, exchange: string): Promise<ExchangeClaim[]> {
  const claims = await standingClaims(database, [exchange])
  if (claims.length === 0)
    throw new NotFoundError(`no exchange ${exchange} in the record`, 'Look the exchange up for its id.')
  return claims
}

const pointingAt = (database: Database, exchange: string): Promise<ExchangeClaim[]> =>
  database.query<ExchangeClaim>(
    `select * from exchange_claim where property = 'partOf' and value = to_jsonb($1::text) and retracted_at = 'infinity'`,
    [exchange],
  )

async function belonging(
  database: Database,
  table: 'readout' | 'statement',
  from: string,
  into: string,
): Promise<Record<string, string>> {
  const rows = await database.query<{ id: string }>(`select id from ${table} where exchange_id = $1`, [from])
  return Object.fromEntries(rows.map((row) => [row.id, into]))
}

async function noteJudgement(
  database: Database,
  judgement: Pick<Judgement, 'kind' | 'subject' | 'object' | 'reason' | 'actor'>,
  changed: Changed,
): Promise<Judgement> {
  const id = contentId('judgement', judgement.kind, judgement.subject, judgement.object, changed.at)
  const { kind, subject, object, reason, actor } = judgement
  await insertRows(database, 'judgement', [
    {
      id,
      kind,
      subject,
      object,
      score: null,
      reason,
      actor,
      before: {},
      made_at: changed.at,
      state: 'made',
      ledger_id: changed.ledgerId,
    },
  ])
  return getJudgement(database, id)
}
