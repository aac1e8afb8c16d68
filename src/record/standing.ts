// Whether what a reader found stands at once, marked as read by a machine, or waits for a person.
import type { Exchange, Genre } from '../reading/reading.ts'
import { edtfDays } from './days.ts'

export interface FoundExchange {
  reading: Exchange
  genre: Genre | null
  /** Participants whose name may be one of several people. */
  doubtfulNames: number
  /** Whether the record may hold it already, and nobody can say. */
  doubtfulSame: boolean
}

/** The reader's own confidence from which a finding stands without a person's word. */
export const trustedConfidence = 0.7

/** Reasons why a person should look; none: it stands. */
export function doubtsAbout(found: FoundExchange): string[] {
  const { reading } = found
  const named = reading.participants.some((p) => p.person !== null || p.name !== null)
  const doubts: [boolean, string][] = [
    [
      reading.confidence < trustedConfidence,
      `the reader is unsure (confidence ${reading.confidence.toFixed(2)})`,
    ],
    [edtfDays(reading.date).earliest === null, 'no day is known'],
    [reading.states.length < 2, 'fewer than two states take part'],
    [!named, 'nobody who took part is named'],
    [reading.status === 'possible', 'it may not take place'],
    [reading.evidence.length === 0, 'no sentence was kept for it'],
    // An analyst's article must not become the evidence for its own claims.
    [found.genre === 'analysis', 'it is from an analysis, not from a report'],
    [found.doubtfulNames > 0, 'a name may be one of several people'],
    [found.doubtfulSame, 'the record may hold it already'],
  ]
  return doubts.filter(([holds]) => holds).map(([, reason]) => reason)
}
