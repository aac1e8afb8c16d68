// What every rule of meeting ends in: a sighting for each counterpart named, or one for all who sit at one table.
import { legsOf } from '../legs.ts'
import type { Modifiers } from '../modifiers.ts'
import { placeBefore, placesAt } from '../places.ts'
import type { ExchangeKind } from '../reading.ts'
import { type Clause, isPerson, nowhere, type Sighting } from '../sighting.ts'
import { namedFirst, sideWithHost } from '../unnamed.ts'
import { placeInTalk, sight } from './sides.ts'

export const byPhone =
  /\b(?:by (?:tele)?phone|by telephone|on the (?:tele)?phone|over the (?:tele)?phone|via (?:video|telephone)|by video(?: ?link)?|telephonically)\b/i
const virtually =
  /\b(?:virtual(?:ly)?|via video ?(?:conference|link)?|by video ?(?:conference|link)?|online|video ?(?:conference|link|summit))\b/i

export const clauseText = (clause: Clause): string =>
  clause.draft.analysis.text.slice(clause.sentence.start, clause.sentence.end)

/** One sighting for each counterpart named, or one for all who sit at one table. */
export function encounters(
  clause: Clause,
  at: number,
  mods: Modifiers,
  first: number[],
  others: number[],
  kind: ExchangeKind,
  status: Sighting['status'],
  rule: string,
): Sighting[] {
  const { draft, row } = clause
  const legs = legsOf(mods)
  if (legs.length > 1)
    return legs.flatMap((leg) => {
      const own = (all: number[]): number[] => {
        const mine = all.filter((index) => leg.people.includes(index))
        return mine.length > 0 ? mine : all
      }
      return encounters(
        clause,
        at,
        { ...mods, ...leg, order: [] },
        own(first),
        own(others),
        kind,
        status,
        rule,
      )
    })
  const stops = others.length === 0 && row[at]!.plural ? stopsOf(clause, mods) : []
  if (stops.length > 1)
    return stops.flatMap((places) =>
      encounters(clause, at, { ...mods, places }, first, others, kind, status, rule),
    )
  const place =
    placesAt(
      draft,
      row,
      mods.places
        .filter(({ prep }) =>
          (kind === 'visit' ? /^(?:in|at|on|near|to)$/ : /^(?:in|at|on|near)$/).test(prep),
        )
        .map(({ part }) => part),
    )[0] ?? placeBefore(clause, at)
  const remote = kind === 'call' || virtually.test(clauseText(clause))
  const base = { kind, status, rule, where: kind === 'call' || remote ? nowhere : place, remote }
  const all = namedFirst(
    draft,
    others.filter((index) => !first.includes(index)),
  )
  if (all.length === 0 && mods.unnamed.length > 0) return withUnnamed(clause, at, mods, first, base)
  const distinct =
    all.filter((index) => isPerson(draft, index)).length > 1
      ? all.filter((index) => isPerson(draft, index))
      : all
  if (kind === 'visit') return [sight(clause, at, mods.times, { ...base, parties: [...first, ...distinct] })]
  const together =
    (distinct.length > 1 && kind === 'summit') ||
    (distinct.length > 1 &&
      /\b(?:together|trilateral|jointly|three-way|quadrilateral|group)\b/i.test(clauseText(clause)))
  if (
    distinct.length < 2 ||
    together ||
    distinct.every((index) => draft.entities[index]!.name === null) ||
    !distinct.every((index) => isPerson(draft, index) || kind === 'call' || kind === 'talks')
  ) {
    const parties = [...first, ...distinct]
    return [sight(clause, at, mods.times, { ...base, parties, joint: parties.length > 2 })]
  }
  return distinct.map((other) => sight(clause, at, mods.times, { ...base, parties: [...first, other] }))
}

/** "held talks with senior officials": their side is where it happens or where the talk has been. */
function withUnnamed(
  clause: Clause,
  at: number,
  mods: Modifiers,
  first: number[],
  base: Pick<Sighting, 'kind' | 'rule' | 'where'> & Partial<Sighting>,
): Sighting[] {
  const people = first.filter((index) => isPerson(clause.draft, index))
  if (people.length === 0 || base.remote) return []
  const where = base.where.state === null ? placeInTalk(clause, people) : base.where
  return [sideWithHost(clause.draft, sight(clause, at, mods.times, { ...base, where, parties: people }))]
}

/** "will hold dialogues in Ellion and Sarvonia": the places of a noun in the plural, state by state. */
function stopsOf({ draft, row }: Clause, mods: Modifiers): Modifiers['places'][] {
  const stops = new Map<string, Modifiers['places']>()
  for (const place of mods.places) {
    const state = draft.entities[row[place.part]!.mention!.entity]?.state
    if (state && /^(?:in|at)$/.test(place.prep)) stops.set(state, [...(stops.get(state) ?? []), place])
  }
  return [...stops.values()]
}
