// Places of officials on named ladders on a day: the common levels, and the finer ladders that may break their ties.
import type { QuestionContext } from './question.ts'
import { asKnown, runQuery } from './recall.ts'

/** An office somebody held on the day asked about, with its places. */
export interface Held {
  person: string
  office: string
  title: string
  level: number
  /** Other, named ladders of the office: { national: 3 }. */
  ranks: { ladder: string; rank: number; from?: string; to?: string }[]
  /** Place in a body whose members are ordered; null where it has no order. */
  order: number | null
  acting: boolean
  /** Whether the office belongs to a party rather than to the state. */
  party: boolean
}

/** One person on one day. */
export interface Standing {
  person: string
  day: string
}

/** Offices held by each standing, in the order given. */
export async function recallHeld(context: QuestionContext, standings: Standing[]): Promise<Held[][]> {
  if (standings.length === 0) return []
  const parties = context.knowledge.gazetteer.organizations
    .filter((o) => o.kind === 'party')
    .flatMap((o) => [o.id, o.name, ...o.names])
  const rows = await runQuery<Held & { from: string | null; to: string | null }>(
    context,
    (p) => `
    select t.person_id as person, o.id as office, o.title, o.level, o.ranks, t.place_in_body as order, t.acting,
      (o.organization_id = any(${p(parties)}) or o.body = any(${p(parties)})) is true as party,
      lower(t.valid)::text as from, upper(t.valid)::text as to
    from known_tenure t join office o on o.id = t.office_id
    where ${asKnown('t', context, p)} and t.person_id = any(${p([...new Set(standings.map((s) => s.person))])}) and not isempty(t.valid) order by o.level, o.id`,
  )
  return standings.map(({ person, day }) =>
    rows.filter((row) => row.person === person && (row.from ?? '') <= day && day < (row.to ?? '9999')),
  )
}

/** Places on every ladder but the common one: "order of CHN.psc" → 3, "national" → 8. The best where several offices count. */
export function placesOf(held: Held[], day: string): Map<string, number> {
  const places = new Map<string, number>()
  const put = (ladder: string, rank: number): void =>
    void places.set(ladder, Math.min(rank, places.get(ladder) ?? rank))
  for (const { office, ranks, order } of held) {
    if (order !== null) put(`order of ${office}`, order)
    for (const { ladder, rank, from, to } of ranks)
      if ((from ?? '') <= day && day <= (to ?? '9999')) put(ladder, rank)
  }
  return places
}

/** A finer ladder that puts all of these in one strict order, with that order (indexes, best first); null when none does. */
export function breakTie(places: Map<string, number>[]): { ladder: string; order: number[] } | null {
  const shared = [...(places[0]?.keys() ?? [])].filter((ladder) => places.every((place) => place.has(ladder)))
  for (const ladder of shared.sort()) {
    const ranks = places.map((place) => place.get(ladder)!)
    if (new Set(ranks).size === ranks.length) {
      return { ladder, order: ranks.map((_, i) => i).sort((a, b) => ranks[a]! - ranks[b]!) }
    }
  }
  return null
}

/** Place on the ladder asked for: 'level', 'party' (a party body's own order), or a ladder's name; null when the person has none. */
export function placeOn(ladder: string, held: Held[], level: number | null, day: string): number | null {
  if (ladder === 'level') return level
  const best = (ranks: number[]): number | null => (ranks.length ? Math.min(...ranks) : null)
  if (ladder === 'party') return best(held.flatMap(({ order }) => (order === null ? [] : [order])))
  if (ladder === 'state-offices') return best(held.filter((h) => !h.party).map((h) => h.level))
  return placesOf(held, day).get(ladder) ?? null
}
