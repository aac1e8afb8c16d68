// Routes of review: what waits for a person, decisions on it, corrections, merges; every one a line of the ledger that can be undone.
import { z } from 'zod'
import { undoChange } from '../record/changes.ts'
import type { ClaimProperty } from '../record/claims.ts'
import { applyCorrections, readCorrections } from '../record/corrections.ts'
import { listSilentEdits } from '../record/edits.ts'
import {
  decideJudgement,
  listJudgements,
  mergeExchanges,
  mergePeople,
  splitExchange,
  undoJudgement,
} from '../record/judgements.ts'
import { listLedger } from '../record/ledger.ts'
import { findExchange } from '../record/listing.ts'
import { correctExchange, listWaiting, reviewAgreement, reviewExchange } from '../record/review.ts'
import { type AnyRoute, route } from './route.ts'
import { silentEdit, wholeExchange } from './shapes.ts'

const limit = z.strictObject({ limit: z.number().int().min(1).max(500).optional() })
/** Who decides and why. One person at their own machine need not say who. */
const by = {
  actor: z.string().trim().min(1).max(200).default('workbench'),
  reason: z.string().trim().min(1).max(2000).default('reviewed'),
}

const waiting = route({
  method: 'get',
  path: '/api/review',
  name: 'listWaiting',
  summary: 'Exchanges that wait for a person, those that decide most answers first.',
  query: limit,
  response: z.array(
    z.object({
      exchange: z.string(),
      kind: z.string(),
      occurredOn: z.string().nullable(),
      states: z.array(z.string()),
      confidence: z.number(),
      decides: z.number().int(),
      documents: z.array(z.string()),
      proposedBy: z
        .array(z.string())
        .describe('Assistants and models that propose something of it, not decided yet.'),
    }),
  ),
  run: ({ database }, { query }) => listWaiting(database, query.limit),
})

const agreement = route({
  method: 'get',
  path: '/api/review/agreement',
  name: 'getAgreement',
  summary: 'How often reviewers of the same claim agree, by property.',
  response: z.array(z.object({ property: z.string(), claims: z.number().int(), agreed: z.number().int() })),
  run: ({ database }) => reviewAgreement(database),
})

const reviewed = z
  .object({
    changes: z
      .array(z.string())
      .describe('Lines of the ledger: each can be undone. Empty while another reviewer is wanted.'),
    exchange: wholeExchange.nullable().describe('As shown now; null when rejected.'),
  })
  .meta({ id: 'Reviewed' })

const review = route({
  method: 'post',
  path: '/api/exchanges/{id}/review',
  name: 'reviewExchange',
  summary: 'Accepts, rejects or corrects an exchange, or only some of its claims.',
  params: z.object({ id: z.string() }),
  body: z.strictObject({
    decision: z.enum(['accepted', 'rejected', 'corrected']),
    claims: z.array(z.string()).optional().describe('Only these claims.'),
    values: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('For a correction: property → value; null: there is none.'),
    source: z.string().max(2000).nullish().describe('For a correction: what shows it.'),
    reviewers: z
      .number()
      .int()
      .min(1)
      .max(9)
      .optional()
      .describe('How many must decide so before it counts.'),
    ...by,
  }),
  response: reviewed,
  run: async ({ database }, { params: { id }, body }) => {
    const { decision, values, claims, reviewers, actor, reason, source } = body
    const changes: string[] = []
    if (decision === 'corrected') {
      const made = await database.transaction(async (inner) => {
        const lines: string[] = []
        for (const [property, value] of Object.entries(values ?? {})) {
          const correction = {
            exchange: id,
            property: property as ClaimProperty,
            value,
            reason,
            source: source ?? null,
          }
          lines.push((await correctExchange(inner, correction, actor)).ledgerId)
        }
        return lines
      })
      changes.push(...made)
    }
    const decided = await reviewExchange(
      database,
      id,
      decision === 'rejected' ? 'reject' : 'accept',
      { actor, reason },
      { ...(reviewers ? { reviewers } : {}), ...(claims ? { claims } : {}) },
    )
    if (decided.changed) changes.push(decided.changed.ledgerId)
    return { changes, exchange: await findExchange(database, id) }
  },
})

const judgement = z
  .object({
    id: z.string(),
    kind: z.string(),
    subject: z.string(),
    object: z.string().nullable(),
    score: z.number().nullable(),
    reason: z.string(),
    actor: z.string(),
    state: z.string(),
    made_at: z.string(),
    undone_at: z.string().nullable(),
    ledger_id: z.string().nullable(),
  })
  .meta({ id: 'Judgement' })

const judgements = route({
  method: 'get',
  path: '/api/judgements',
  name: 'listJudgements',
  summary: 'Judgements that two are one or one is two; `state=proposed` is the queue of doubtful merges.',
  query: z.strictObject({
    state: z.enum(['made', 'proposed', 'dismissed', 'undone']).optional(),
    limit: limit.shape.limit,
  }),
  response: z.array(judgement),
  run: ({ database }, { query }) => listJudgements(database, query.state ?? null, query.limit),
})

const decideOn = route({
  method: 'post',
  path: '/api/judgements/{id}',
  name: 'decideJudgement',
  summary: 'Makes or dismisses a proposed merge, or undoes one that was made.',
  params: z.object({ id: z.string() }),
  body: z.strictObject({ decision: z.enum(['accept', 'dismiss', 'undo']), ...by }),
  response: judgement,
  run: ({ database }, { params, body: { decision, ...who } }) =>
    decision === 'undo'
      ? undoJudgement(database, params.id, who)
      : decideJudgement(database, params.id, decision === 'accept', who),
})

const judge = route({
  method: 'post',
  path: '/api/judgements',
  name: 'makeJudgement',
  summary: 'Merges two exchanges or two people, or sets what was filed under another exchange apart.',
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('same-exchange'), from: z.string(), into: z.string(), ...by }),
    z.strictObject({ kind: z.literal('same-person'), from: z.string(), into: z.string(), ...by }),
    z.strictObject({ kind: z.literal('split-exchange'), from: z.string(), ...by }),
  ]),
  status: 201,
  response: judgement,
  run: ({ database }, { body }) => {
    const who = { actor: body.actor, reason: body.reason }
    if (body.kind === 'split-exchange') return splitExchange(database, body.from, who)
    return body.kind === 'same-person'
      ? mergePeople(database, body.from, body.into, who)
      : mergeExchanges(database, body.from, body.into, who)
  },
})

const ledger = route({
  method: 'get',
  path: '/api/ledger',
  name: 'listLedger',
  summary: 'What was done to the record, by whom and when, newest first.',
  query: limit,
  response: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      actor: z.string(),
      action: z.string(),
      subject: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  run: ({ database }, { query }) => listLedger(database, query.limit),
})

const undo = route({
  method: 'post',
  path: '/api/ledger/{id}/undo',
  name: 'undoChange',
  summary: 'Takes a review, correction or judgement back: the record shows what it showed before.',
  params: z.object({ id: z.string() }),
  body: z.strictObject(by),
  response: z.object({ ledgerId: z.string(), at: z.string(), exchanges: z.array(z.string()) }),
  run: ({ database }, { params, body }) => undoChange(database, params.id, body.actor, body.reason),
})

const corrections = route({
  method: 'post',
  path: '/api/corrections',
  name: 'applyCorrections',
  summary:
    'Applies a correction pack (JSON, JSON Lines or CSV) as one change, or with `dryRun` says what it would change.',
  body: z.strictObject({ text: z.string(), dryRun: z.boolean().default(false), actor: by.actor }),
  response: z
    .object({
      changed: z.object({ ledgerId: z.string(), at: z.string(), exchanges: z.array(z.string()) }).nullable(),
      fields: z.array(
        z.object({ exchange: z.string(), field: z.string(), before: z.unknown(), after: z.unknown() }),
      ),
      answers: z.array(z.object({ question: z.string(), before: z.string(), after: z.string() })),
    })
    .meta({ id: 'CorrectionEffect' }),
  run: ({ database }, { body: { text, dryRun, actor } }) =>
    applyCorrections(database, readCorrections(text), { actor, dryRun }),
})

const edits = route({
  method: 'get',
  path: '/api/edits',
  name: 'listEdits',
  summary: 'Addresses whose text changed between two retrievals, sentence by sentence.',
  query: limit,
  response: z.array(silentEdit),
  run: ({ database }, { query }) => listSilentEdits(database, query.limit),
})

export const reviewRoutes: AnyRoute[] = [
  waiting,
  agreement,
  review,
  judgements,
  judge,
  decideOn,
  ledger,
  undo,
  corrections,
  edits,
]
