// How a question becomes a watch on the command line: its flags, and keeping it.
import { message } from '@optique/core/message'
import { optional } from '@optique/core/modifiers'
import { option } from '@optique/core/primitives'
import { integer, string } from '@optique/core/valueparser'
import pc from 'picocolors'
import type { Connection } from './connect.ts'
import { tell } from './output.ts'
import { wrapText } from './table.ts'

/** What waits for a change, and how it is told. */
export const watchFlags = {
  when: optional(
    option('--when', string({ metavar: 'CONDITION' }), {
      description: message`What to wait for: changes, outranks, first, gap, pace, coincides, dropped or verdict. Without it changes.`,
    }),
  ),
  days: optional(
    option('--days', integer({ min: 1 }), {
      description: message`Days, for the conditions gap (a silence that is too long) and first (only after so long a silence).`,
    }),
  ),
  webhook: optional(
    option('--webhook', string({ metavar: 'URL' }), {
      description: message`Where firings are sent, signed.`,
    }),
  ),
  name: optional(option('--name', string({ metavar: 'NAME' }), { description: message`What to call it.` })),
}

/** As the flags give it; what is left out is undefined. */
export interface Waits {
  when?: string | undefined
  days?: number | undefined
  webhook?: string | undefined
  name?: string | undefined
}

export interface KeptWatch {
  id: string
  /** The answer now. */
  now: string
  /** Signs the webhook's calls; null: no webhook. */
  secret: string | null
}

/** Keeps the question; fields that were not given are left out. */
export const keepWatch = (
  connection: Connection,
  { question, input }: { question: string; input: Record<string, unknown> },
  { when, days, webhook, name }: Waits,
): Promise<KeptWatch> =>
  connection.call<KeptWatch>('POST', '/api/watches', {
    question,
    // JSON leaves out what is undefined; a flag that may come often is an empty list.
    input: Object.fromEntries(Object.entries(input).filter(([, value]) => [value].flat().length > 0)),
    condition: when,
    days,
    webhook,
    name,
    actor: process.env.USER || 'command line',
  })

/** A watch as it was just kept, for the eye. */
export const drawKept = ({ id, now, secret }: KeptWatch): string =>
  [
    `watched: ${pc.bold(id)}`,
    wrapText(now, '  '),
    ...(secret ? [`  the webhook is signed with ${pc.bold(secret)}, shown only here`] : []),
  ].join('\n')

/** After filing: looks at every watch and tells what is new. Faults are the watches' own, told by `chancery watch run`. */
export async function tellFirings(connection: Connection): Promise<void> {
  const looked = await connection.call<{ watch: { name: string }; firings: { what: string }[] }[]>(
    'POST',
    '/api/watches/run',
    {},
  )
  for (const { watch, firings } of looked)
    for (const { what } of firings) tell(`chancery: watch ${watch.name}: ${what}`)
}
