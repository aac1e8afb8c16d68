// Visits told from the host's side by the name of the state or its capital: "Ellion expects the premier next week".
import { entityOf } from '../entities.ts'
import { groupTo } from '../groups.ts'
import { statusOfVerb } from '../modality.ts'
import { type Modifiers, modifiersOf } from '../modifiers.ts'
import { placeWords } from '../places.ts'
import { type Clause, isPerson, nowhere, type Rule, type Sighting, statesOf } from '../sighting.ts'
import { sight } from './sides.ts'

/** Verbs that tell a guest to come, and those of having one. */
const ahead = new Set(['expect', 'await', 'prepare', 'ready', 'brace', 'wait'])
export const awaiting: ReadonlySet<string> = new Set([
  ...ahead, 'host', 'welcome', 'receive', 'greet', 'fete', 'entertain', 'see',
]) // biome-ignore format: a list

/** "Ellion expects the premier on Friday", "Port Ellion was preparing for a visit by the envoy": the subject is where he comes. */
export const awaits: Rule = (clause, at) => {
  const { draft, row } = clause
  const verb = row[at]!.verb!
  const host = hostBefore(clause, at)
  if (verb.passive || host === null) return []
  const mods = modifiersOf(clause, at)
  // "expects the premier to resign"
  if (row[mods.end]?.verb?.tense === 'infinitive') return []
  const guests = guestsOf(clause, mods).filter((index) => {
    const one = draft.entities[index]!
    return isPerson(draft, index) && one.state !== null && one.state !== host.where.state
  })
  const told = statusOfVerb(clause, at)
  if (guests.length === 0 || told === 'none' || told === 'possible') return []
  const status = ahead.has(verb.lemma) && told !== 'cancelled' ? 'announced' : told
  const sighting = { kind: 'visit', rule: `visit: ${verb.lemma}s a guest`, status, visitors: [] as number[], where: host.where } as const
  // "hosted the ministers of Kenya and of Peru": a visit for each state
  return statesOf(draft, guests).map((state) => {
    const visitors = guests.filter((index) => draft.entities[index]!.state === state)
    return sight(clause, at, mods.times, { ...sighting, visitors, hosts: host.entities })
  })
} // biome-ignore format: short

interface Host {
  where: Sighting['where']
  entities: number[]
}

/** The state or city that stands as subject right before the verb; null when somebody else does. */
function hostBefore({ draft, row }: Clause, at: number): Host | null {
  let i = at - 1
  while (i >= 0 && /^(?:adv|time)$/.test(row[i]!.kind)) i--
  const mention = row[i]?.mention
  if (row[i]?.kind !== 'name' || !mention || !/^(?:state|place)$/.test(mention.kind)) return null
  const group = groupTo(draft, row, i)
  const before = row[(group?.first ?? i) - 1]
  if (before?.kind === 'prep' || before?.kind === 'poss' || (group && group.last - group.first > 1))
    return null
  const state = entityOf(draft, mention)?.state ?? null
  if (state === null) return null
  if (mention.kind === 'state') return { where: { ...nowhere, state }, entities: [mention.entity] }
  return { where: { words: placeWords(draft, mention), state }, entities: [] }
}

/** Whom the verb takes, or whose visit it waits for. */
function guestsOf({ row }: Clause, mods: Modifiers): number[] {
  if (mods.object.length > 0) return mods.object
  const trip = mods.nouns.find(({ part }) => row[part]!.trigger!.frame === 'journey')
  const own = ['by', 'of', 'from'].flatMap((prep) => mods.after.get(prep) ?? [])
  return trip ? own : (mods.after.get('for') ?? [])
}
