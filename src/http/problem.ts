// Errors as RFC 9457 problem details, both ways: the server writes them, a client gets the error class back.
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import {
  AccessError,
  ChanceryError,
  ConflictError,
  InputError,
  LoginError,
  NotFoundError,
  PackError,
  RecordError,
  SourceError,
} from '../errors.ts'

const classes = {
  InputError,
  NotFoundError,
  PackError,
  SourceError,
  RecordError,
  ConflictError,
  AccessError,
  LoginError,
}

export const problemSchema = z
  .object({
    type: z.string().describe('`urn:chancery:problem:` and the name of the error class.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What happened, to what.'),
    next: z.string().describe('What to do next; empty when there is nothing.'),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problemSchema>

const titles: Record<number, string> = {
  400: 'The input cannot be used',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'In conflict with what stands',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'The document cannot be read',
  429: 'Asked too often',
  503: 'The record cannot be reached',
}

/** The problem an error makes. A fault of our own says nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ChanceryError) return problem(error.status, error.message, error.next, error.name)
  if (error instanceof z.ZodError) return inputProblem(error)
  if (error instanceof HTTPException) return problem(error.status, error.message, '')
  return problem(500, 'The program failed.', 'Look at the server’s messages, and report it.')
}

const problem = (status: number, detail: string, next: string, name = 'Fault'): Problem => ({
  type: `urn:chancery:problem:${name}`,
  title: titles[status] ?? (status < 500 ? 'The request cannot be met' : 'Internal fault'),
  status,
  detail,
  next,
})

function inputProblem(error: z.ZodError): Problem {
  const errors = error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message }))
  const detail = errors.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join('; ')
  return { ...problem(400, detail, 'Mend these fields.', 'InputError'), errors }
}

/** The error a problem came from, for clients: same class, message and advice. */
export function errorOf(value: Problem): ChanceryError {
  const name = value.type.split(':').at(-1) as keyof typeof classes
  const Class = classes[name] ?? (value.status === 400 || value.status === 404 ? InputError : ChanceryError)
  return new Class(value.detail, value.next)
}
