// Watches that an earlier workbench kept in this browser alone: moved over to the record, once.
import { ApiError } from '../api.ts'
import type { ShownQuestion } from '../record.ts'
import { addWatch } from './asking.ts'
import { inputOf } from './input.ts'

interface Old {
  name: string
  title: string
  values: Record<string, string>
}

const place = 'chancery.watches'

const readOld = (): Old[] => JSON.parse(localStorage.getItem(place) ?? '[]') as Old[]

/** Moves them. Gives what the record refused, in words; what could not be sent waits for the next visit. */
export async function moveOld(questions: ShownQuestion[]): Promise<string[]> {
  const refused: string[] = []
  const waiting: Old[] = []
  const old = readOld()
  localStorage.removeItem(place)
  for (const one of old) {
    const input = inputOf(questions.find(({ name }) => name === one.name)?.input, one.values)
    try {
      await addWatch({ question: one.name, input, name: one.title, condition: 'changes' })
    } catch (error) {
      if (error instanceof ApiError && error.status >= 400 && error.status < 500)
        refused.push(`${one.title}: ${error.message}`)
      else waiting.push(one)
    }
  }
  if (waiting.length) localStorage.setItem(place, JSON.stringify(waiting))
  return refused
}
