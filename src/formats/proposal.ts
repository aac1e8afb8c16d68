// What a proposal looks like, to assistants and over HTTP alike: values, and the exact words of a filed document that say so.
import { z } from 'zod'
import { exchangeKinds, exchangeStatuses } from '../knowledge/kinds.ts'
import type { ParticipantRole } from '../reading/reading.ts'

export const roles = ['visitor', 'host', 'participant'] as const satisfies ParticipantRole[]
const state = z.string().regex(/^[A-Z]{3}$/, 'a state goes by three capital letters')

/** What every proposal rests on. */
const grounds = {
  document: z.string().describe('Id of the filed document that is quoted.'),
  quote: z
    .string()
    .max(2000)
    .describe('A passage of the document, letter by letter (12 to 2,000 characters), that says so.'),
  reason: z.string().trim().min(1).max(2000).describe('Why the passage says so, in a sentence.'),
}
/** Who proposes. */
export const assistantName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}]+$/u)
  .describe('Name of the assistant that proposes.')

/** An exchange that a filed document tells of. */
export const exchangeProposal = z.strictObject({
  kind: z.enum(exchangeKinds),
  status: z.enum(exchangeStatuses),
  date: z
    .string()
    .max(40)
    .nullable()
    .describe('EDTF: 2024-04-08, 2024-04-08/2024-04-09, 2024-04; null: not told.'),
  place: z.string().trim().min(1).max(200).nullable().default(null),
  host: state.nullable().default(null).describe('State where it takes place.'),
  states: z.array(state).max(100).default([]),
  participants: z
    .array(
      z.strictObject({
        name: z.string().trim().min(1).max(200).nullable(),
        state: state.nullable(),
        role: z.enum(roles),
      }),
    )
    .max(100)
    .default([]),
  ...grounds,
})

/** Another value of one property of an exchange. */
export const correctionProposal = z.strictObject({
  exchange: z.string().describe('Id of the exchange.'),
  property: z.enum([
    'kind',
    'status',
    'date',
    'place',
    'host',
    'grade',
    'occasion',
    'note',
    'format',
    'participant',
  ]),
  value: z.unknown().describe('What it is instead.'),
  ...grounds,
})
