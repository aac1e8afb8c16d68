// Which value of a property comes first among the claims, by a stated rule. Pure.
import type { ExchangeClaim } from './claims.ts'
import { canonical } from './columns.ts'

/**
 * Best first: accepted before proposed; then the more reliable source; then more independent origins (copies of one
 * wire counted once); then the newest; then by the value itself, so that the order of the claims never matters. Rejected and
 * superseded claims never show.
 */
export function rankValues(claims: ExchangeClaim[]): { value: unknown; claims: ExchangeClaim[] }[] {
  const groups = new Map<string, ExchangeClaim[]>()
  for (const claim of claims) {
    if (claim.status !== 'accepted' && claim.status !== 'proposed') continue
    const key = canonical(claim.value)
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  return [...groups]
    .map(([key, group]) => ({ value: group[0]!.value, claims: group, standing: [...standing(group), key] }))
    .sort((a, b) => compareKeys(a.standing, b.standing))
}

const originOf = (claim: ExchangeClaim): string =>
  claim.origin ?? claim.document_id ?? claim.source_url ?? claim.id
const newest = (claim: ExchangeClaim): string => claim.asserted_on ?? claim.recorded_at

/** A key that sorts better-supported values first. */
function standing(group: ExchangeClaim[]): (number | string)[] {
  const accepted = group.filter((claim) => claim.status === 'accepted')
  // A person's own word (a correction, a review) comes before any source.
  const byPerson = accepted.some((claim) => claim.reason !== null && claim.document_id === null)
  const best = Math.min(...group.map((claim) => claim.reliability))
  const origins = new Set(group.map(originOf)).size
  return [accepted.length ? 0 : 1, byPerson ? 0 : 1, best, -origins, ...group.map(newest).sort().slice(-1)]
}

/** Numbers ascending, then text (instants, days) descending: the newest first. */
function compareKeys(a: (number | string)[], b: (number | string)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!]
    if (x === y) continue
    return typeof x === 'number' ? x - (y as number) : x < (y as string) ? 1 : -1
  }
  return 0
}
