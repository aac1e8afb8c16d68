// Nouns of meeting and calling: "talks between A and B", "a meeting with the premier", "their call".
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import type { ExchangeKind } from '../reading.ts'
import { type Clause, type Rule, statesOf } from '../sighting.ts'
import { addresseeOf, apposedTo, frontedSubject, guestsOf, purposeOf } from './fronted.ts'
import { byPhone, clauseText, encounters } from './meeting.ts'
import { carriedBy, type Governor, governorOf, ownerOf, statesBefore, statusOfNoun } from './sides.ts'
import { isRelation } from './standing.ts'

/** "The talks will be held in Ellion on Friday", "a call took place between the two": place, day and sides stand behind the verb. */
function withHolding(clause: Clause, mods: Modifiers, governor: Governor | null): Modifiers {
  const behind = governor !== null && (governor.as === 'subject' || governor.part > mods.end - 1)
  const verb = behind ? clause.row[governor.part]!.verb! : null
  if (
    !verb ||
    !/^(?:have|hold|take|open|begin|start|convene|follow|happen|occur|resume|end|conclude)$/.test(verb.lemma)
  )
    return mods
  const { places, times, after } = modifiersOf(clause, governor!.part)
  const people = new Map(mods.after)
  for (const prep of ['with', 'between', 'among'])
    if (!people.has(prep) && after.has(prep)) people.set(prep, after.get(prep)!)
  return { ...mods, places: [...mods.places, ...places], times: [...mods.times, ...times], after: people }
}

/** "The Union summit will be held" (nobody else is told), "flew to Ellion for the Union summit": the body whose meeting it is. */
function bodyOf(clause: Clause, at: number, own: number[], governor: Governor | null): number[] {
  const { draft, row } = clause
  if (row[at]!.trigger!.kind !== 'summit') return []
  const prep = row.slice(0, at).findLast(({ kind }) => kind === 'prep' || kind === 'verb' || kind === 'and')
  if (own.length === 0 ? governor?.as !== 'subject' || prep?.kind === 'prep' : prep?.word !== 'for') return []
  const after = row[at + 1]?.word === 'of' ? row.slice(at + 2, at + 4) : []
  return [row[at - 1], row[at - 2], row[at], ...after].flatMap((part) => {
    const index = part?.mention?.kind === 'organization' ? part.mention.entity : -1
    return draft.entities[index]?.state === null ? [index] : []
  })
}

/** "talks between A and B", "a meeting with the premier", "their call". */
export const encounter: Rule = (clause, at) => {
  const { row } = clause
  const trigger = row[at]!.trigger!
  const governor = governorOf(clause, at)
  const status = statusOfNoun(clause, at, governor)
  if (status === 'none' || isRelation(clause, at) || row[at - 1]?.word === 'via') return []
  const mods = withHolding(clause, modifiersOf(clause, at), governor)
  const between = mods.after.get('between') ?? mods.after.get('among') ?? []
  const owner = ownerOf(clause, at)
  const carried = carriedBy(clause, governor)
  const told =
    owner.length === 0 && carried.length === 0 && !mods.after.has('with') ? addresseeOf(clause, at) : []
  // "told the premier, in a call on Monday, that": the call is not the premier's own
  const apposed = told.length > 0 ? [] : apposedTo(clause, at)
  const own =
    [owner, carried, apposed, frontedSubject(clause, at)].find((side) => side.length > 0) ??
    purposeOf(clause, at)
  const others = [
    ...told,
    ...(mods.after.get('with') ?? []),
    ...(trigger.frame === 'phone' ? (mods.after.get('to') ?? []) : []),
    ...(own.length === 0 ? (mods.after.get('of') ?? []) : []),
  ]
  const prefixed = statesBefore(clause, at)
  const guests =
    own.length === 0 && prefixed.length !== 1 && others.length > 0 ? guestsOf(clause, others) : []
  const kind = kindOf(clause, at)
  const definite = row
    .slice(Math.max(0, at - 3), at)
    .some((part) => part.kind === 'det' && /^(?:the|this|that|their)$/.test(part.word))
  const alone =
    prefixed.length > 1 ? [...new Set([...own, ...prefixed])] : [...own, ...bodyOf(clause, at, own, governor)]
  const sides =
    between.length > 1
      ? { first: between, others: [] }
      : others.length > 0
        ? atOneTime(clause, at, kind, {
            first: own.length > 0 ? own : prefixed.length === 1 ? prefixed : guests,
            others,
          })
        : { first: own.length > 1 ? own : alone, others: [] }
  const found = encounters(
    clause,
    at,
    mods,
    sides.first,
    sides.others,
    kind,
    status,
    `${kind}: ${row[at]!.word}`,
  )
  const faint = governor === null && !row.some((part) => part.verb !== null)
  for (const sighting of found) {
    Object.assign(sighting, { definite, faint })
    if (guests.length > 0 && sighting.where.state === null)
      sighting.where = { words: null, state: statesOf(clause.draft, others)[0] ?? null }
  }
  return found
}

interface Split {
  first: number[]
  others: number[]
}

/** "a telephone conversation with the chancellor and the president": one call of three; "calls with" are several. */
const atOneTime = ({ row }: Clause, at: number, kind: ExchangeKind, sides: Split): Split =>
  kind === 'call' && !row[at]!.word.endsWith('s')
    ? { first: [...sides.first, ...sides.others], others: [] }
    : sides

function kindOf(clause: Clause, at: number): ExchangeKind {
  const trigger = clause.row[at]!.trigger!
  if (trigger.kind === 'call' && (trigger.words === 'conversation' || trigger.words === 'call')) {
    return trigger.words === 'call' || byPhone.test(clauseText(clause)) ? 'call' : 'meeting'
  }
  return trigger.kind
}
