// Exchanges: every sentence as parts, every trigger through its rule, sightings merged into exchanges and laid in their tree.
import type { Sentence } from '../language/analysis.ts'
import { arrangeTree } from './containment.ts'
import type { Draft, Step, TimeExpression } from './draft.ts'
import { toExchanges } from './events.ts'
import { mergeSightings } from './merging.ts'
import { settleStatus } from './modality.ts'
import { partsOf } from './parts.ts'
import { calls, encounter, meets, receives } from './rules/encounters.ts'
import { attends, gathering, sends, signs } from './rules/gatherings.ts'
import { goes, goesThere, isIn, journey } from './rules/journeys.ts'
import type { Clause, Rule, Sighting } from './sighting.ts'
import { statesOf } from './sighting.ts'
import { makeTriggers, type Trigger, type Triggers } from './triggers.ts'

const rules: Partial<Record<Trigger['frame'], Rule>> = {
  'goes-there': goesThere,
  goes,
  journey,
  meets,
  receives,
  attends,
  encounter,
  gathering,
  calls,
  phone: encounter,
  signs,
  sends,
}

export const extractExchanges: Step = (draft) => {
  const triggers = makeTriggers(draft.knowledge)
  const sightings: Sighting[] = []
  let time = 0
  let heading: { paragraph: number; time: TimeExpression | null } = { paragraph: -1, time: null }
  for (const sentence of draft.analysis.sentences) {
    const times: TimeExpression[] = []
    while (time < draft.times.length && draft.times[time]!.start < sentence.end)
      times.push(draft.times[time++]!)
    if (sentence.paragraph !== heading.paragraph) heading = { paragraph: sentence.paragraph, time: null }
    sightings.push(
      ...sightingsIn({
        draft,
        sentence,
        row: partsOf(draft, sentence, triggers, times),
        triggers,
        times,
        heading: heading.time,
      }),
    )
    const opener = times[0]
    if (opener && opener.first === sentence.first && opener.last >= sentence.last - 2) heading.time = opener
  }
  const telling = sightings.filter((sighting) => tells(draft, sighting))
  for (const sighting of telling)
    sighting.status = settleStatus(sighting.status, sighting.date, draft.publishedOn, sighting.kind)
  const merged = mergeSightings(draft, telling)
  arrangeTree(draft, merged)
  draft.exchanges = toExchanges(draft, merged)
}

function sightingsIn(clause: Clause): Sighting[] {
  const found: Sighting[] = []
  for (let at = 0; at < clause.row.length; at++) {
    const part = clause.row[at]!
    if (part.verb)
      for (const rule of verbRules(clause.triggers, part.verb.phrasal, part.verb.lemma))
        found.push(...rule(clause, at))
    else if (part.trigger) {
      const rule = rules[part.trigger.frame]
      if (rule) found.push(...rule(clause, at))
    }
  }
  return found
}

/** The rules a verb opens: its phrasal form first ("call on" is no call). A verb may open two ("host"). */
function verbRules(triggers: Triggers, phrasal: string, lemma: string): Rule[] {
  if (lemma === 'be') return [isIn]
  const frame = (triggers.verbs.get(phrasal) ?? (phrasal === lemma ? undefined : triggers.verbs.get(lemma)))
    ?.frame
  const found = frame && rules[frame] ? [rules[frame]] : []
  if (['host', 'join', 'hold', 'open', 'address', 'take', 'lead'].includes(lemma)) found.push(attends)
  if (['meet', 'come', 'go', 'arrive', 'travel', 'see'].includes(lemma)) return found
  return found
}

/** A sighting tells an exchange when two sides take part: two states, or a state and an organization. */
function tells(draft: Draft, sighting: Sighting): boolean {
  const all = [...sighting.visitors, ...sighting.hosts, ...sighting.parties]
  const states = new Set(statesOf(draft, all))
  if (sighting.kind === 'visit' && sighting.where.state) states.add(sighting.where.state)
  const organizations = all.filter(
    (index) => draft.entities[index]?.kind === 'organization' && draft.entities[index]!.state === null,
  )
  return states.size + organizations.length >= 2
}

export type { Sentence }
