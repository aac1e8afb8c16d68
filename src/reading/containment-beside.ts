// Where a meeting was held that tells no place: where the same guest met somebody of that state the same day, or just before.
import type { Draft } from './draft.ts'
import { edtfDays } from './edtf.ts'
import type { Merged } from './merging.ts'
import { isPerson, statesOf } from './sighting.ts'

/** A telling that far back is of something else. */
const SENTENCES = 2

/** "met the minister in Ellion on Monday. The same day she called on the king", "She then called on the king": there, and on that day. */
export function settleBeside(draft: Draft, earlier: Merged[], exchange: Merged): void {
  if (exchange.where.state !== null || exchange.remote || !/^(?:meeting|talks)$/.test(exchange.kind)) return
  const goesOn = exchange.date === null && isNext(draft, exchange)
  const before = earlier.findLast(
    (other) =>
      exchange.sentence - other.sentence <= (goesOn ? 1 : SENTENCES) &&
      /^(?:meeting|talks|ceremony)$/.test(other.kind) &&
      other.status === exchange.status &&
      isDay(other.date) &&
      (goesOn || other.date === exchange.date) &&
      isGuestOf(draft, other, exchange),
  )
  if (!before) return
  exchange.where = { words: null, state: before.where.state }
  if (goesOn) Object.assign(exchange, { date: before.date, dated: 'near' })
}

/** Whether somebody who was abroad there sits at both tables, this time with the hosts. */
function isGuestOf(draft: Draft, { where, ...other }: Merged, exchange: Merged): boolean {
  const present = everyone(exchange)
  if (where.state === null || !statesOf(draft, present).includes(where.state)) return false
  return everyone(other).some(
    (index) =>
      isPerson(draft, index) && draft.entities[index]!.state !== where.state && present.includes(index),
  )
}

const everyone = ({ visitors, hosts, parties }: Pick<Merged, 'visitors' | 'hosts' | 'parties'>): number[] => [
  ...visitors,
  ...hosts,
  ...parties,
]

/** "then called on", "afterwards met", "later saw": straight after what was told before. */
function isNext({ analysis }: Draft, { trigger, sentence, first }: Merged): boolean {
  const from = Math.max(first, trigger - 6, analysis.sentences[sentence]?.first ?? 0)
  return analysis.tokens
    .slice(from, trigger)
    .some(({ text }) => /^(?:then|afterwards|later|next|subsequently)$/i.test(text))
}

const isDay = (date: string | null): boolean => {
  const days = edtfDays(date)
  return days !== null && days.first === days.last
}
