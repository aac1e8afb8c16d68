// While a server runs: watches are looked at after every write to the record and once an hour, and firings are sent.
import { lastWritten } from '../record/watches.ts'
import { runWatches } from '../watch.ts'
import type { AppContext } from './context.ts'
import { deliverDue } from './webhook.ts'

export interface WatchingPace {
  /** Milliseconds between two looks at the record's last write. */
  every?: number
  /** Milliseconds after which watches are looked at though nothing was written: silences grow, plans come due. */
  atLeast?: number
}

/** Starts it. `stop` waits for what is under way. Faults are told and stop nothing. */
export function startWatching(
  context: AppContext,
  { every = 2000, atLeast = 3_600_000 }: WatchingPace = {},
): { stop(): Promise<void> } {
  let seen: string | null | undefined
  let lookedAt = 0
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const look = async (): Promise<void> => {
    const written = await lastWritten(context.database)
    if (written !== seen || Date.now() - lookedAt >= atLeast) {
      seen = written
      lookedAt = Date.now()
      await runWatches(context)
    }
    await deliverDue(context)
  }
  const turn = (): void => {
    running = look()
      .catch((error: unknown) => context.onFault?.(error))
      .then(() => {
        if (!stopped) timer = setTimeout(turn, every).unref()
      })
  }
  turn()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
