// What tells the exceptions to a norm apart: the ways of dividing the stays of guests, the best of them, and its words.
import { isMultilateral } from './counting.ts'
import type { Opportunity } from './norm.ts'
import type { Party, Recalled } from './recall.ts'
import { type Split, splitCases } from './split.ts'

/** Every way of dividing the stays, best first. */
export const splitOpportunities = (cases: Opportunity[]): Split[] =>
  splitCases(cases, (o) => o.received, {
    'guest’s state': (o) => o.guest.state ?? 'unknown',
    year: (o) => o.from.slice(0, 4),
    occasion: (o) => (o.rows.some(isMultilateral) ? 'gathering' : 'bilateral'),
    'one-to-one or in a group': (o) => (o.rows.some(hasOtherGuests) ? 'in a group' : 'one-to-one'),
    'guest’s rank': (o) => (o.guest.level === null ? 'unknown' : `level ${o.guest.level}`),
    'guest’s place': (o) =>
      o.rows.some((row) => visitorsOf(row).some((p) => leads(p, o.guest)))
        ? 'accompanying a higher guest'
        : 'leading',
  })

const visitorsOf = (row: Recalled): Party[] => row.participants.filter((p) => p.role === 'visitor')

/** Guests of two states at one table; a delegation of one state is still one-to-one. */
const hasOtherGuests = (row: Recalled): boolean => new Set(visitorsOf(row).map((p) => p.state)).size > 1

const leads = (party: Party, guest: Party): boolean =>
  party.state === guest.state && (party.level ?? 9) < (guest.level ?? 9)

/** The split that tells most; null where none tells anything. */
export const bestOf = (splits: Split[]): Split | null => (splits[0] && splits[0].gain > 0 ? splits[0] : null)

/** "Best told apart by occasion: bilateral 13 of 15, gathering 0 of 2." */
export function sayBest(splits: Split[]): string | null {
  const best = bestOf(splits)
  if (!best) return null
  const groups = best.groups.slice(0, 6).map(({ value, hits, trials }) => `${value} ${hits} of ${trials}`)
  return `Best told apart by ${best.by}: ${groups.join(', ')}.`
}
