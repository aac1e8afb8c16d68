// What the workbench calls things: kinds, statuses, levels, verdicts, each with a word and a glyph.
import type { ClaimKind, ExchangeKind, ExchangeStatus, ParticipantRole } from '../reading/reading.ts'

export const kinds: ExchangeKind[] = [
  'visit',
  'meeting',
  'talks',
  'summit',
  'call',
  'ceremony',
  'agreement',
  'message',
  'people-to-people',
]
export const statuses: ExchangeStatus[] = [
  'occurred',
  'ongoing',
  'announced',
  'possible',
  'postponed',
  'cancelled',
  'denied',
]

/** Glyph and word of a status, so that it never hangs on colour. */
export const statusWords: Record<ExchangeStatus | 'confirmed', [glyph: string, word: string]> = {
  occurred: ['●', 'took place'],
  ongoing: ['◐', 'under way'],
  announced: ['○', 'announced'],
  confirmed: ['◎', 'confirmed'],
  possible: ['◌', 'possible'],
  postponed: ['↷', 'postponed'],
  cancelled: ['✕', 'cancelled'],
  denied: ['∅', 'denied'],
}

/** What the common ladder's places mean, in a few words. */
export const levelWords: Record<number, string> = {
  1: 'head of state',
  2: 'head of government',
  3: 'top leadership or head of legislature',
  4: 'vice president, deputy head of government',
  5: 'minister',
  6: 'deputy minister, special envoy',
  7: 'director-general, ambassador',
  8: 'below director-general',
}

export const roleWords: Record<ParticipantRole, string> = {
  visitor: 'visitor',
  host: 'host',
  participant: 'taking part',
}

export const claimWords: Record<ClaimKind, string> = {
  superlative: 'highest or most',
  'last-time': 'last time',
  'first-time': 'first time',
  pace: 'pace',
  coincidence: 'coincidence',
  omission: 'omission',
  'norm-exception': 'exception to a norm',
  hypothesis: 'hypothesis',
}

/** Fields as a reader would say them: "hostState" → "host state". */
export const spaced = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .toLowerCase()

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`
