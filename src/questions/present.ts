// What "now" is: our clock's, or the record's where that is ahead, after a clock was put back or on a server whose own runs before ours.
import { lastWritten } from '../record/watches.ts'
import type { QuestionContext } from './question.ts'

/** The context as it is where a day was named; else as of an instant that leaves out nothing the record holds. */
export async function inPresent(context: QuestionContext): Promise<QuestionContext> {
  if (!context.isNow) return context
  const last = (await lastWritten(context.database)) ?? ''
  const isAhead = last > context.asKnownOn
  return { ...context, isNow: false, ...(isAhead ? { asKnownOn: last } : {}) }
}
