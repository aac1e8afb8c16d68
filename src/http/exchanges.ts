// Routes of the exchanges: the list by filter, and one with all it stands on.
import { z } from 'zod'
import { InputError, NotFoundError } from '../errors.ts'
import { countExchanges, countedBy, countVisits } from '../record/counts.ts'
import { edtfDays } from '../record/days.ts'
import { findExchange, listExchanges } from '../record/listing.ts'
import { type AnyRoute, route } from './route.ts'
import { exchange, pageOf, paging, visitCount, wholeExchange } from './shapes.ts'

const words = z.array(z.string()).optional()
const state = z.string().toUpperCase().optional()

/** Which exchanges are meant: the list, and everything counted over it. */
const filters = {
  states: z.array(z.string().toUpperCase()).optional().describe('All of these take part or host.'),
  inside: z.array(z.string().toUpperCase()).optional().describe('At least two of these take part or host.'),
  from: state.describe('State of a visitor.'),
  to: state.describe('State visited.'),
  kind: words,
  level: z.number().int().min(1).max(8).optional().describe('A participant of this level or better.'),
  status: words,
  person: z.string().optional().describe('Id of a person taking part.'),
  since: z.string().optional().describe('Year, month or day.'),
  until: z.string().optional().describe('Year, month or day, included.'),
  confirmed: z.boolean().optional(),
  review: words,
  query: z.string().max(200).optional().describe('Words of a name, place, occasion or note.'),
  document: z.string().optional().describe('Id of a document it was filed from.'),
}

const list = route({
  method: 'get',
  path: '/api/exchanges',
  name: 'listExchanges',
  summary: 'Exchanges that the record shows, by filter, in pages.',
  query: z.strictObject({
    ...filters,
    sort: z.enum(['newest', 'oldest', 'level']).optional(),
    ...paging,
  }),
  response: pageOf(exchange),
  run: ({ database }, { query: { sort, cursor, limit, ...filter } }) =>
    listExchanges(database, dated(filter), { order: sort, cursor, limit }),
})

/** The filter with its window as days. */
const dated = <Filter extends { since?: string | undefined; until?: string | undefined }>(
  filter: Filter,
): Filter => ({
  ...filter,
  since: edgeOf('since', filter.since),
  until: edgeOf('until', filter.until),
})

/** First day of `since`, last of `until`. Throws InputError for a date the calendar lacks. */
export function edgeOf(field: 'since' | 'until', text: string | undefined): string | undefined {
  if (!text) return undefined
  const days = edtfDays(text)
  const day = field === 'since' ? days.earliest : days.latest
  if (day) return day
  throw new InputError(
    `"${text}" in "${field}" is no date that the calendar has`,
    'Give a year, month or day: 2019, 2019-06, 2019-06-20.',
  )
}

const find = route({
  method: 'get',
  path: '/api/exchanges/{id}',
  name: 'getExchange',
  summary: 'One exchange with its claims and their evidence, its readouts and its parts.',
  params: z.object({ id: z.string() }),
  response: wholeExchange,
  run: async ({ database }, { params }) => {
    const found = await findExchange(database, params.id)
    if (!found)
      throw new NotFoundError(`The record shows no exchange "${params.id}"`, 'Look for it in /api/exchanges.')
    return found
  },
})

const counts = route({
  method: 'get',
  path: '/api/counts',
  name: 'countExchanges',
  summary:
    'Exchanges by filter, counted by year, month, kind, status, level, state, pair, or month and level.',
  query: z.strictObject({
    by: z.enum(countedBy),
    ...filters,
    limit: z.number().int().min(1).max(10_000).optional(),
  }),
  response: z.array(z.object({ key: z.string(), count: z.number().int() }).meta({ id: 'Count' })),
  run: ({ database }, { query: { by, limit, ...filter } }) =>
    countExchanges(database, dated(filter), by, limit),
})

const visits = route({
  method: 'get',
  path: '/api/visits',
  name: 'countVisits',
  summary: 'Confirmed visits by who went where: how many, the best level, the last.',
  query: z.strictObject({
    states: filters.states.describe('Only visits between these.'),
    since: filters.since,
    until: filters.until,
    level: filters.level.describe('A visitor of this level or better.'),
    limit: z.number().int().min(1).max(10_000).optional(),
  }),
  response: z.array(visitCount),
  run: ({ database }, { query: { limit, ...filter } }) => countVisits(database, dated(filter), limit),
})

export const exchangeRoutes: AnyRoute[] = [list, find, counts, visits]
