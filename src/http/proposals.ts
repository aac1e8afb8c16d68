// Routes of proposals: what assistants and models propose, and a person's decision. Nothing proposed is a fact.
import { z } from 'zod'
import { assistantName, correctionProposal, exchangeProposal } from '../formats/proposal.ts'
import { decideProposal, listProposals, proposeCorrection, proposeExchange } from '../record/proposals.ts'
import { suggestFrom } from '../suggest.ts'
import { type AnyRoute, route } from './route.ts'

const proposed = z
  .object({
    exchange: z.string(),
    waiting: z.boolean().describe('false: the same was proposed before.'),
  })
  .meta({ id: 'Proposed' })

const addExchange = route({
  method: 'post',
  path: '/api/proposals/exchange',
  name: 'proposeExchange',
  summary:
    'Proposes an exchange that a filed document tells of. It waits for a person and counts for nothing until then.',
  body: exchangeProposal.extend({ assistant: assistantName }),
  status: 201,
  response: proposed,
  run: ({ database }, { body: { assistant: name, document, quote, reason, participants, ...given } }) =>
    proposeExchange(
      database,
      { ...given, participants: participants.map((one) => ({ ...one, person: null })) },
      { by: 'assistant', name, document, quote, reason },
    ),
})

const addCorrection = route({
  method: 'post',
  path: '/api/proposals/correction',
  name: 'proposeCorrection',
  summary:
    'Proposes another value of one property of an exchange. What the record shows stays until a person decides.',
  body: correctionProposal.extend({ assistant: assistantName }),
  status: 201,
  response: proposed,
  run: ({ database }, { body: { assistant: name, document, quote, reason, ...given } }) =>
    proposeCorrection(
      database,
      { ...given, value: given.value ?? null },
      { by: 'assistant', name, document, quote, reason },
    ),
})

const list = route({
  method: 'get',
  path: '/api/proposals',
  name: 'listProposals',
  summary: 'What assistants and models propose and nobody has decided on, newest first.',
  query: z.strictObject({ limit: z.number().int().min(1).max(500).optional() }),
  response: z.array(
    z
      .object({
        id: z.string(),
        exchange: z.string(),
        of: z.enum(['exchange', 'correction']),
        property: z.string(),
        value: z.unknown(),
        proposedBy: z.string(),
        reason: z.string(),
        at: z.string(),
        document: z.object({ id: z.string(), title: z.string().nullable(), url: z.string().nullable() }),
        quote: z.string(),
      })
      .meta({ id: 'Proposal' }),
  ),
  run: ({ database }, { query }) => listProposals(database, query.limit),
})

const decide = route({
  method: 'post',
  path: '/api/proposals/{id}/decision',
  name: 'decideProposal',
  summary:
    'Accepts or rejects a proposal. What is accepted is the person’s word from then on; it can be undone.',
  params: z.object({ id: z.string() }),
  body: z.strictObject({
    decision: z.enum(['accepted', 'rejected']),
    actor: z.string().trim().min(1).max(200).default('workbench'),
    reason: z.string().trim().min(1).max(2000).default('reviewed'),
  }),
  response: z.object({ ledgerId: z.string().nullable() }),
  run: async ({ database }, { params, body: { decision, ...by } }) => {
    const word = decision === 'accepted' ? 'accept' : 'reject'
    const changed = await decideProposal(database, params.id, word, by)
    return { ledgerId: changed?.ledgerId ?? null }
  },
})

const suggest = route({
  method: 'post',
  path: '/api/documents/{id}/suggestions',
  name: 'suggestFromModel',
  summary:
    'Asks the language model that is set up (none, by default) what a filed document says; what is new waits for a person.',
  params: z.object({ id: z.string() }),
  body: z.strictObject({}),
  status: 201,
  response: z
    .object({
      proposed: z.array(z.string()).describe('Exchanges that wait for a person.'),
      known: z.number().int().describe('Those the record has from this document.'),
      dropped: z.array(z.object({ what: z.string(), why: z.string() })),
    })
    .meta({ id: 'Suggested' }),
  run: ({ database, model }, { params }) => suggestFrom(database, model ?? null, params.id),
})

export const proposalRoutes: AnyRoute[] = [suggest, list, addExchange, addCorrection, decide]
