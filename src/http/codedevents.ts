// Routes of machine-coded events: what is held, contact between two states over time, and a file of them filed in parts.
import { z } from 'zod'
import { codedHoldings, codedPace, codedRule, fileCodedEvents } from '../record/codedevents.ts'
import { isDay } from '../sources/day.ts'
import { type AnyRoute, route } from './route.ts'

const day = z.string().refine(isDay, 'no day of the calendar (YYYY-MM-DD)')
const state = z.string().length(3)
const rule = z.object({ name: z.string(), description: z.string() })

const holdings = route({
  method: 'get',
  path: '/api/coded-events',
  name: 'listCodedEvents',
  summary: 'Machine-coded events held, by data set. They are never counted as exchanges.',
  response: z.object({
    rule,
    held: z.array(
      z.object({ source: z.string(), events: z.number().int(), from: z.string(), to: z.string() }),
    ),
  }),
  run: async ({ database }) => ({ rule: codedRule, held: await codedHoldings(database) }),
})

const pace = route({
  method: 'get',
  path: '/api/coded-events/pace',
  name: 'paceOfCodedEvents',
  summary: 'Contact between two states over time as machines coded it, to be drawn beside the sourced pace.',
  query: z.strictObject({
    a: state,
    b: state,
    since: day.optional(),
    until: day.optional(),
    by: z.enum(['month', 'quarter', 'year']).default('quarter'),
  }),
  response: z
    .object({
      rule,
      a: z.string(),
      b: z.string(),
      periods: z.array(
        z.object({
          from: z.string().describe('First day of the period.'),
          source: z.string(),
          count: z.number().int(),
          events: z.number().int().describe('Before those of one day were taken as one.'),
        }),
      ),
    })
    .meta({ id: 'CodedPace' }),
  run: async ({ database }, { query }) => ({
    rule: codedRule,
    a: query.a,
    b: query.b,
    periods: await codedPace(database, query),
  }),
})

const event = z.strictObject({
  id: z.string().max(200),
  occurredOn: day,
  sourceState: state.nullable(),
  targetState: state.nullable(),
  code: z.string().max(100),
  kind: z.string().max(100),
  intensity: z.number().nullable(),
  mentions: z.number().int().nullable(),
  url: z.string().max(4000).nullable(),
  row: z.number().int(),
})

const file = route({
  method: 'post',
  path: '/api/coded-events',
  name: 'fileCodedEvents',
  summary:
    'Files machine-coded events of one file, or of a part of it, all or none; those held are passed over.',
  body: z.strictObject({
    source: z.string().max(50),
    file: z.string().max(500),
    events: z.array(event).max(50_000),
  }),
  status: 201,
  response: z.object({ filed: z.number().int() }),
  run: async ({ database }, { body }) => ({
    filed: await fileCodedEvents(database, body.events, {
      source: body.source,
      file: body.file,
      actor: 'import',
    }),
  }),
})

export const codedEventRoutes: AnyRoute[] = [holdings, pace, file]
