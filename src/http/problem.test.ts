// Errors to problem details and back.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import * as errors from '../errors.ts'
import { errorOf, problemOf } from './problem.ts'

describe('there and back', () => {
  const classes = Object.values(errors).filter((Class) => Class !== errors.ChanceryError)
  test.each(classes.map((Class) => [Class.name, Class] as const))('%s', (_, Class) => {
    const error = new Class('the lamp is out', 'Light it.')
    const problem = problemOf(error)
    expect(problem).toMatchObject({ status: error.status, detail: 'the lamp is out', next: 'Light it.' })
    const back = errorOf(problem)
    expect(back).toBeInstanceOf(Class)
    expect(back).toMatchObject({
      message: error.message,
      next: error.next,
      exitCode: error.exitCode,
      status: error.status,
    })
  })
})

test('a fault of our own says nothing of its inside', () => {
  const problem = problemOf(new Error('password=hunter2 at /home/somebody'))
  expect(problem.status).toBe(500)
  expect(JSON.stringify(problem)).not.toMatch(/hunter2|somebody/)
})

test('input errors name each field', () => {
  const checked = z.object({ a: z.number(), b: z.object({ c: z.string() }) }).safeParse({ a: 'x', b: {} })
  const problem = problemOf(checked.error)
  expect(problem.status).toBe(400)
  expect(problem.errors?.map((error) => error.field)).toEqual(['a', 'b.c'])
})
