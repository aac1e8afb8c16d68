// Where requests wait while nobody is signed in: the page stays as it is, a dialog asks, and then they go on.
import { useSyncExternalStore } from 'react'

let waiting: ((signedIn: boolean) => void)[] = []
const watchers = new Set<() => void>()

const tell = (): void => {
  for (const watcher of watchers) watcher()
}

/** Resolves when somebody signed in, true, or would not, false. However many ask, one dialog opens. */
export function signedIn(): Promise<boolean> {
  return new Promise((give) => {
    waiting = [...waiting, give]
    tell()
  })
}

/** Lets those who wait go on, or tells them that it was in vain. */
export function openGate(entered: boolean): void {
  const all = waiting
  waiting = []
  for (const give of all) give(entered)
  tell()
}

/** Whether anybody waits. */
export const useGate = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => waiting.length > 0,
  )
