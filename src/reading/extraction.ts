// Exchanges: every sentence as parts, every trigger through its rule, sightings merged into exchanges and laid in their tree.
import type { Sentence } from '../language/analysis.ts'
import { enterApposed } from './apposed.ts'
import { bringBodies } from './bodies-led.ts'
import { arrangeTree } from './containment.ts'
import type { Draft, Step, TimeExpression } from './draft.ts'
import { toExchanges } from './events.ts'
import { paragraphHeadings } from './heads.ts'
import { mergeSightings } from './merging.ts'
import { settleStatus } from './modality.ts'
import { inReport } from './modality-reports.ts'
import { partsOf } from './rows.ts'
import { goesAlong, ledBy, takesPart } from './rules/company.ts'
import { sightLists } from './rules/directions.ts'
import { calls, meets, receives } from './rules/encounters.ts'
import { attends, gathering, putsName, sends, signing, signs, writes } from './rules/gatherings.ts'
import { awaiting, awaits } from './rules/hosting.ts'
import { idiom } from './rules/idioms.ts'
import { idiomsOf } from './rules/idioms-table.ts'
import { itinerary } from './rules/itinerary.ts'
import { goes, goesThere, journey, sendsThere } from './rules/journeys.ts'
import { presence } from './rules/presence.ts'
import { byWire, hasHours } from './rules/remote.ts'
import { comesBack, returnsVisit, tourGoes } from './rules/returns.ts'
import { isIn, standsIn } from './rules/stays.ts'
import { isTable, sightRows } from './rules/tables.ts'
import { encounter } from './rules/talks.ts'
import { titleSightings } from './rules/titles.ts'
import {
  chooses,
  gapped,
  includes,
  lastToGo,
  listed,
  listedFirst,
  sincePerson,
  tripIsTo,
} from './rules/voyages.ts'
import type { Clause, Rule, Sighting } from './sighting.ts'
import { statesOf } from './sighting.ts'
import { makeTriggers, type Trigger, type Triggers } from './triggers.ts'
import { completeSides, enterUnnamed } from './unnamed.ts'

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
  accord: signing,
  sends,
}

export const extractExchanges: Step = (draft) => {
  enterUnnamed(draft)
  enterApposed(draft)
  const sightings = isTable(draft) ? sightRows(draft) : sightSentences(draft)
  for (const sighting of sightings) completeSides(draft, sighting, sightings)
  bringBodies(draft, sightings)
  const telling = sightings.filter((sighting) => tells(draft, sighting))
  for (const sighting of telling)
    sighting.status = settleStatus(sighting.status, sighting.date, draft.publishedOn, sighting.kind)
  const merged = mergeSightings(draft, telling)
  for (const exchange of merged)
    exchange.status = settleStatus(exchange.status, exchange.date, draft.publishedOn, exchange.kind)
  arrangeTree(draft, merged)
  draft.exchanges = toExchanges(draft, merged)
}

function sightSentences(draft: Draft): Sighting[] {
  const triggers = makeTriggers(draft.knowledge)
  const sightings: Sighting[] = []
  const headings = paragraphHeadings(draft)
  const lists = sightLists(draft)
  let time = 0
  for (const sentence of draft.analysis.sentences) {
    const items = lists.get(sentence.paragraph)
    if (items) {
      sightings.push(...items.splice(0))
      continue
    }
    const times: TimeExpression[] = []
    while (time < draft.times.length && draft.times[time]!.start < sentence.end)
      times.push(draft.times[time++]!)
    const row = partsOf(draft, sentence, triggers, times)
    sightClause({
      draft,
      sentence,
      row,
      triggers,
      times,
      earlier: sightings,
      heading: headings.get(sentence.paragraph) ?? null,
    })
  }
  return [...titleSightings(draft, sightings), ...sightings]
}

function sightClause(clause: Clause): void {
  for (let at = 0; at < clause.row.length; at++) {
    const part = clause.row[at]!
    // "the week before the envoy arrived" tells a time, not an arrival
    if (clause.times.some((time) => time.first < part.first && part.last <= time.last)) continue
    if (part.verb) clause.earlier.push(...inReport(clause, at, sightVerb(clause, at)))
    else if (part.trigger)
      clause.earlier.push(...inReport(clause, at, rules[part.trigger.frame]?.(clause, at) ?? []))
    else if (part.kind === 'prep' && part.word === 'in') clause.earlier.push(...standsIn(clause, at))
    else if (part.kind === 'stop' && /^[:–—]$/.test(part.word))
      clause.earlier.push(...listed(clause, at), ...listedFirst(clause, at))
    else if (/^(?:and|comma)$/.test(part.kind) || (part.kind === 'stop' && part.word === ';'))
      clause.earlier.push(...gapped(clause, at))
    else if (part.kind === 'prep' && part.word === 'since') clause.earlier.push(...sincePerson(clause, at))
  }
}

/** What the rules of the verb see; where they see nothing, that somebody was there to do it. */
function sightVerb(clause: Clause, at: number): Sighting[] {
  const { phrasal, lemma } = clause.row[at]!.verb!
  const found = verbRules(clause.triggers, phrasal, lemma).flatMap((rule) => rule(clause, at))
  return found.length > 0 ? found : presence(clause, at)
}

/** "Ellion received the envoy" tells his visit, "the premier received the envoy" their meeting. */
const atHome: Rule = (clause, at) => {
  const visit = awaits(clause, at)
  return visit.length > 0 ? visit : receives(clause, at)
}

/** The rules a verb opens: its phrasal form first ("call on" is no call). A verb may open two ("host"). */
function verbRules(triggers: Triggers, phrasal: string, lemma: string): Rule[] {
  if (lemma === 'be') return [isIn, tripIsTo, lastToGo, idiom, comesBack, takesPart]
  const frame = (triggers.verbs.get(phrasal) ?? (phrasal === lemma ? undefined : triggers.verbs.get(lemma)))
    ?.frame
  const found = frame === 'receives' ? [atHome] : frame && rules[frame] ? [rules[frame]] : []
  if (['host', 'join', 'hold', 'open', 'address', 'take', 'lead'].includes(lemma)) found.push(attends)
  if (lemma === 'lead') found.push(goes)
  if (/^(?:lead|co-lead|head|chair|co-chair)$/.test(lemma)) found.push(ledBy)
  if (/^(?:put|set|affix|append)$/.test(lemma)) found.push(putsName)
  if (lemma === 'take') found.push(itinerary)
  if (/^(?:return|repay|reciprocate)$/.test(lemma)) found.push(returnsVisit)
  if (/^(?:return|come|get|fly|arrive|head|travel)$/.test(lemma)) found.push(comesBack)
  if (/^(?:begin|start|open|end|finish|conclude|take)$/.test(lemma)) found.push(tourGoes)
  if (lemma === 'call') found.push(goes)
  if (/^(?:send|dispatch|accompany)$/.test(lemma)) found.push(sendsThere)
  if (/^(?:join|accompany)$/.test(lemma)) found.push(goesAlong)
  if (/^(?:congratulate|receive|get|write)$/.test(lemma)) found.push(writes)
  if (/^(?:choose|pick|select)$/.test(lemma)) found.push(chooses)
  if (/^(?:include|comprise|cover|span|feature)$/.test(lemma)) found.push(includes, takesPart)
  if (/^(?:have|get|spend)$/.test(lemma)) found.push(hasHours)
  if (idiomsOf.has(lemma)) found.push(idiom)
  if (awaiting.has(lemma) && frame !== 'receives') found.push(awaits)
  if (frame !== 'meets' && frame !== 'calls') found.push(byWire)
  return found
}

/** A sighting tells an exchange when two sides take part: two states, or a state and an organization. */
function tells(draft: Draft, sighting: Sighting): boolean {
  const all = [...sighting.visitors, ...sighting.hosts, ...sighting.parties]
  if (sighting.date === null && all.length > 0 && all.every((index) => isNameless(draft, index))) return false
  const states = new Set(statesOf(draft, all))
  if (sighting.kind === 'visit' && sighting.where.state) states.add(sighting.where.state)
  for (const state of sighting.states) states.add(state)
  // the secretary-general of an organization is nobody's state, and a side all the same
  const organizations = all.filter(
    (index) =>
      draft.entities[index]!.state === null &&
      (draft.entities[index]!.kind === 'organization' || draft.entities[index]!.official),
  )
  return states.size + organizations.length >= 2 || gathersBody(draft, sighting, all)
}

/** "The Union's foreign ministers met in Ellion on Monday": a body of several states, at a place on a day. */
function gathersBody(draft: Draft, sighting: Sighting, all: number[]): boolean {
  if (
    !/^(?:meeting|talks|summit)$/.test(sighting.kind) ||
    sighting.date === null ||
    sighting.where.state === null
  )
    return false
  return all.some((index) => {
    const { kind, state } = draft.entities[index]!
    return (kind === 'organization' && state === null) || (state === 'EUE' && isNameless(draft, index))
  })
}

/** "presidents of A have met ministers of B": nobody in particular, unless a day is told. */
const isNameless = (draft: Draft, index: number): boolean =>
  draft.entities[index]!.kind === 'person' && draft.entities[index]!.name === null

export type { Sentence }
