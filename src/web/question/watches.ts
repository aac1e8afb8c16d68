// Questions kept to be asked again: in this browser, with the answer they had when last looked at.
export interface Watch {
  name: string
  title: string
  values: Record<string, string>
  /** Summary of the answer when last seen. */
  seen: string
}

const place = 'chancery.watches'

export const readWatches = (): Watch[] => JSON.parse(localStorage.getItem(place) ?? '[]') as Watch[]

export const keepWatches = (watches: Watch[]): void => localStorage.setItem(place, JSON.stringify(watches))

const keyOf = ({ name, values }: Pick<Watch, 'name' | 'values'>): string =>
  JSON.stringify([name, Object.entries(values).sort()])

export const isWatched = (watch: Pick<Watch, 'name' | 'values'>): boolean =>
  readWatches().some((one) => keyOf(one) === keyOf(watch))

/** Adds the watch, or takes it away if it is there. Tells whether it is there now. */
export function toggleWatch(watch: Watch): boolean {
  const others = readWatches().filter((one) => keyOf(one) !== keyOf(watch))
  const there = others.length < readWatches().length
  keepWatches(there ? others : [...others, watch])
  return !there
}
