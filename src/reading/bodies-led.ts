// Who heads an organization speaks for it: a meeting with "the Union's secretary general" is one with the Union.
import type { Draft } from './draft.ts'
import { addEntity } from './entities.ts'
import { type Naming, namings } from './mentions.ts'
import { isPerson, type Sighting } from './sighting.ts'

/** Adds to a meeting of two the organization that one of them heads. Deputies and envoys do not bring theirs. */
export function bringBodies(draft: Draft, sightings: Sighting[]): void {
  const led = bodiesLed(draft)
  if (led.size === 0) return
  for (const sighting of sightings) {
    const people = [...sighting.visitors, ...sighting.hosts, ...sighting.parties].filter((index) =>
      isPerson(draft, index),
    )
    if (!/^(?:meeting|talks|call)$/.test(sighting.kind) || people.length !== 2 || sighting.joint) continue
    for (const index of people) {
      const body = led.get(index)
      if (body !== undefined && !sighting.parties.includes(body)) sighting.parties.push(body)
    }
  }
}

/** Person → organization, both as entities. */
function bodiesLed(draft: Draft): Map<number, number> {
  const led = new Map<number, number>()
  for (const naming of namings(draft)) {
    const { entity } = naming.mention
    if (entity < 0 || draft.entities[entity]?.kind !== 'person' || draft.entities[entity]!.state !== null)
      continue
    const body = led.has(entity) ? null : bodyOf(draft, naming)
    if (body !== null) led.set(entity, entityOfBody(draft, body))
  }
  return led
}

/** Id of the organization whose head the naming calls them; null when it calls them nothing of the kind. */
function bodyOf(draft: Draft, { offices }: Naming): string | null {
  for (const { titles, organization, words, state } of offices) {
    const heads = titles.some((title) => title.class === 'io-head')
    const chairs =
      /\b(?:chair\w*|president|director[- ]general)\b/i.test(words) && !/\b(?:deputy|vice)\b/i.test(words)
    if (state !== null || (!heads && !chairs)) continue
    const body = organization ?? namedIn(draft, words)
    if (body !== null) return body
  }
  return null
}

/** "NATO Secretary General" */
const namedIn = (draft: Draft, words: string): string | null =>
  draft.knowledge.gazetteer.organizations.find(({ name, names }) =>
    [name, ...names].some((one) => one.length > 1 && ` ${words} `.includes(` ${one} `)),
  )?.id ?? null

function entityOfBody(draft: Draft, id: string): number {
  const known = draft.entities.findIndex((entity) => entity.kind === 'organization' && entity.id === id)
  if (known >= 0) return known
  const { name, names } = draft.knowledge.gazetteer.organizations.find((one) => one.id === id)!
  const { text } = draft.analysis
  const told = [name, ...names].find((one) => text.includes(one)) ?? name
  return addEntity(draft, { kind: 'organization', name: told, id, why: 'the body that somebody named heads' })
}
