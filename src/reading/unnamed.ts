// Officials without a name: "senior Kenyan officials" stand for their state, "local leaders" for the host's.
import type { Draft } from './draft.ts'
import { addEntity } from './entities.ts'
import { namings } from './mentions.ts'
import { isPerson, type Sighting, statesOf } from './sighting.ts'

/** Gives each group or holder told by office and state alone, whom nobody could name, an entity without a name. */
export function enterUnnamed(draft: Draft): void {
  for (const { mention, state, offices } of namings(draft)) {
    if (mention.kind !== 'office' || mention.entity !== -1 || state === null) continue
    mention.entity = addEntity(draft, {
      kind: 'person',
      state,
      office: offices[0]?.words ?? null,
      official: true,
      why: 'told by office and state only',
    })
  }
}

/**
 * Those with a name, where anybody has one: "met A, B and other officials" tells of A and of B. Of "the leaders of Ellion,
 * Sarvonia and Marovia", of whom one was named before, the others stay: they are sides of their own.
 */
export function namedFirst(draft: Draft, entities: number[]): number[] {
  const named = entities.filter((index) => !isPerson(draft, index) || draft.entities[index]!.name !== null)
  if (named.length === 0) return entities
  const told = statesOf(draft, named)
  return entities.filter((index) => {
    const { state, office } = draft.entities[index]!
    return named.includes(index) || (state !== null && office !== null && !told.includes(state))
  })
}

/** "In Ellion he met senior officials": the side of those without name and state is the host's. */
export function sideWithHost(draft: Draft, sighting: Sighting): Sighting {
  const { state } = sighting.where
  const sides = statesOf(draft, [...sighting.visitors, ...sighting.hosts, ...sighting.parties])
  if (state !== null && sides.length === 1 && sides[0] !== state) sighting.states = [state]
  return sighting
}

/**
 * "On Tuesday there were talks with the premier, Oru Tamm": with whoever came to Tamm's state in the sentences just before.
 * A meeting of which only the hosts are told gets the guest of the last visit to them.
 */
export function completeSides(draft: Draft, sighting: Sighting, all: Sighting[]): void {
  const { kind, where, sentence, remote } = sighting
  const present = [...sighting.visitors, ...sighting.hosts, ...sighting.parties]
  const states = [...new Set([...statesOf(draft, present), ...sighting.states])]
  if (!/^(?:meeting|talks|ceremony)$/.test(kind) || remote || states.length !== 1) return
  if (kind === 'talks' && isHostedTalk(sighting, states[0]!, all)) sighting.states = [where.state!]
  if (!present.every((index) => isPerson(draft, index)) || (where.state ?? states[0]) !== states[0]) return
  const visit = all.findLast(
    (one) =>
      one.kind === 'visit' &&
      one.where.state === states[0] &&
      one.trigger < sighting.trigger &&
      sentence - one.sentence <= 3 &&
      one.visitors.some((index) => isPerson(draft, index)),
  )
  if (!visit) return
  sighting.parties = [...sighting.parties, ...visit.visitors]
  if (where.state === null) sighting.where = { words: null, state: states[0]! }
}

/** "She will travel to Ellion and Sarvonia … will hold consultations in Ellion": with those whom she visits. */
const isHostedTalk = ({ where, parties }: Sighting, home: string, all: Sighting[]): boolean =>
  where.state !== null &&
  where.state !== home &&
  all.some(
    (one) =>
      one.kind === 'visit' &&
      one.where.state === where.state &&
      one.visitors.some((index) => parties.includes(index)),
  )
