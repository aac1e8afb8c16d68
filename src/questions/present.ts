// What "now" is: our clock's, or the record's where that is ahead, after a clock was put back or on a server whose own runs before ours.
import type { Database } from '../record/database.ts'
import { lastWritten } from '../record/watches.ts'
import type { QuestionContext } from './question.ts'

/** An instant that leaves out nothing the record holds: `now`, or its last write (both UTC ISO 8601). */
export async function presentOf(database: Database, now: string): Promise<string> {
  const last = await lastWritten(database)
  return last !== null && last > now ? last : now
}

/** The context as it is where a day was named; else as of the present. */
export const inPresent = async (context: QuestionContext): Promise<QuestionContext> =>
  context.isNow
    ? { ...context, isNow: false, asKnownOn: await presentOf(context.database, context.asKnownOn) }
    : context
