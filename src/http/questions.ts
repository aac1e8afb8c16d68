// Routes of the questions: the list, each by its own address, and the counting rules.
import { z } from 'zod'
import { ChanceryError, NotFoundError } from '../errors.ts'
import { ask, contextFor, questionNamed, questions } from '../questions/index.ts'
import type { Question } from '../questions/question.ts'
import { schemaOf } from './fields.ts'
import { type AnyRoute, route } from './route.ts'
import { answer } from './shapes.ts'

/** Fields that every question takes besides its own. */
export const askedHow = {
  asKnownOn: z
    .string()
    .optional()
    .describe('Answer from what the record knew at the end of this day, or at this instant.'),
  rule: z.string().optional().describe('Name of a counting rule; without it the house rule.'),
}

const listQuestions = route({
  method: 'get',
  path: '/api/questions',
  name: 'listQuestions',
  summary: 'The questions that can be asked, each with the JSON Schema of its input.',
  response: z.array(
    z
      .object({
        name: z.string(),
        title: z.string(),
        sentence: z.string(),
        definition: z.string(),
        input: z.record(z.string(), z.unknown()),
      })
      .meta({ id: 'Question' }),
  ),
  run: () => questions.map(describeQuestion),
})

/** A question as the faces show it. */
export const describeQuestion = ({ name, title, sentence, definition, input }: Question) => ({
  name,
  title,
  sentence,
  definition,
  input: schemaOf(input),
})

const askRoutes = questions.map((question) =>
  route({
    method: 'get',
    path: `/api/questions/${question.name}`,
    name: `ask${question.name[0]!.toUpperCase()}${question.name.slice(1)}`,
    summary: `${question.title}: ${question.sentence}`,
    query: z.object({ ...question.input.shape, ...askedHow }) as z.ZodType<Record<string, unknown>>,
    // The question checks its own input, and knows what was nearly meant.
    unchecked: true,
    response: answer,
    run: (context, { query }) => ask(contextFor(context.database, context.knowledge), question.name, query),
  }),
)

const askAtLength = route({
  method: 'post',
  path: '/api/questions/{name}',
  name: 'askAtLength',
  summary: 'Asks any question with its fields as a JSON object: for inputs too long for an address.',
  params: z.object({ name: z.string() }),
  body: z.record(z.string(), z.unknown()),
  response: answer,
  run: (context, { params, body }) =>
    ask(contextFor(context.database, context.knowledge), knownName(params.name), body),
})

/** Throws NotFoundError with the nearest names. */
function knownName(name: string): string {
  try {
    return questionNamed(name).name
  } catch (error) {
    if (error instanceof ChanceryError) throw new NotFoundError(error.message, error.next, error)
    throw error
  }
}

const askUnknown = route({
  method: 'get',
  path: '/api/questions/{name}',
  name: 'askUnknown',
  summary: 'Any other name: not found, with the nearest ones.',
  params: z.object({ name: z.string() }),
  response: answer,
  run: (_, { params }) => knownName(params.name),
})

const listRules = route({
  method: 'get',
  path: '/api/rules',
  name: 'listRules',
  summary: 'The counting rules: what each counts as one exchange.',
  response: z.array(
    z
      .object({ name: z.string(), description: z.string(), source: z.string().nullable() })
      .catchall(z.unknown())
      .meta({ id: 'CountingRule' }),
  ),
  run: (context) => context.knowledge.rules,
})

export const questionRoutes: AnyRoute[] = [listQuestions, ...askRoutes, askUnknown, askAtLength, listRules]
