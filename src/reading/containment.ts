// The tree: a meeting, a ceremony or a signing during a visit is part of it, and takes day and place from it.
import { settleBeside } from './containment-beside.ts'
import { closeStays, dateByParts, stayOf, stretchTo } from './containment-stays.ts'
import { narrower, within } from './dating.ts'
import type { Draft } from './draft.ts'
import { datesMeet } from './edtf.ts'
import { frameOf } from './frame.ts'
import type { Merged } from './merging.ts'
import { settleStatus } from './modality.ts'
import { postponeRescheduled } from './modality-reports.ts'
import { isPerson, statesOf } from './sighting.ts'

/** Gives each exchange its parent visit, and the parent's date and place where it has none of its own. */
export function arrangeTree(draft: Draft, merged: Merged[]): void {
  postponeRescheduled(draft, merged)
  closeStays(draft, merged)
  const visitsNear = shelve(
    draft,
    merged.filter((exchange) => exchange.kind === 'visit'),
  )
  for (const [at, exchange] of merged.entries()) {
    if (
      exchange.kind === 'visit' ||
      exchange.kind === 'call' ||
      (exchange.kind === 'message' && !isHanded(draft, exchange)) ||
      exchange.remote
    )
      continue
    const visits = visitsNear(exchange)
    const fitting = visits.filter((visit) => contains(draft, visit, exchange))
    const nearest = fitting.sort((a, b) => distance(a, exchange) - distance(b, exchange))[0]
    const stay = nearest ? null : stayOf(draft, visits, exchange)
    if (stay) stretchTo(draft, stay, exchange)
    if (nearest ?? stay) nest(draft, (nearest ?? stay)!, exchange)
    else {
      settleBeside(draft, merged.slice(Math.max(0, at - BESIDE), at), exchange)
      settleAtStage(draft, exchange)
    }
  }
  dateByParts(draft, merged)
}

/** So many exchanges told just before may say where one without a place was held. */
const BESIDE = 12

/** Visits of the same person or state told nearest before and after: so many on either side, to keep the work linear. */
const NEAR = 40

/** Gives the visits that an exchange may belong to: those of its people, and of its states where nobody is named. */
function shelve(draft: Draft, visits: Merged[]): (exchange: Merged) => Merged[] {
  const shelf = new Map<string, Merged[]>()
  const put = (key: string, visit: Merged): void => {
    const row = shelf.get(key)
    if (row) row.push(visit)
    else shelf.set(key, [visit])
  }
  for (const visit of visits) {
    for (const index of visit.visitors) put(`who ${index}`, visit)
    for (const state of statesOf(draft, visit.visitors)) put(`of ${state}`, visit)
  }
  return (exchange) => {
    const present = everyone(exchange)
    const keys = [
      ...present.map((index) => `who ${index}`),
      ...[...statesOf(draft, present), ...exchange.states].map((state) => `of ${state}`),
    ]
    const found = keys.flatMap((key) => nearestOf(shelf.get(key) ?? [], exchange.trigger))
    return visits.length <= NEAR ? visits : [...new Set(found)].sort((a, b) => a.trigger - b.trigger)
  }
}

/** Those told nearest to a token; visits stand in the order of the text. */
function nearestOf(visits: Merged[], trigger: number): Merged[] {
  let [low, high] = [0, visits.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (visits[middle]!.trigger < trigger) low = middle + 1
    else high = middle
  }
  return visits.slice(Math.max(0, low - NEAR), low + NEAR)
}

/** "handed him a letter from the premier": a message given in person. */
const isHanded = (draft: Draft, { trigger, sentence, first }: Merged): boolean => {
  const { tokens } = draft.analysis
  const from = Math.max(first, draft.analysis.sentences[sentence]?.first ?? 0)
  return tokens
    .slice(from, trigger + 1)
    .some(({ lemma }) => /^(?:hand|deliver|bring|carry|present|pass)$/.test(lemma))
}

const distance = (visit: Merged, exchange: Merged): number =>
  Math.min(...visit.sightings.map((sighting) => Math.abs(sighting.sentence - exchange.sentence))) -
  (within(exchange.date, visit.date) ? 5 : 0)

const everyone = (exchange: Merged): number[] => [
  ...exchange.visitors,
  ...exchange.hosts,
  ...exchange.parties,
]

function contains(draft: Draft, visit: Merged, exchange: Merged): boolean {
  const place = exchange.where.state
  if (place !== null && place !== visit.where.state) return false
  const present = everyone(exchange)
  // "a memorandum will be signed": sides told without anybody's name
  const states = [...new Set([...statesOf(draft, present), ...exchange.states])]
  const visitors = visit.visitors.filter((index) => isPerson(draft, index))
  const people = present.filter((index) => isPerson(draft, index))
  const shares =
    visitors.length > 0 && people.length > 0
      ? visitors.some((index) => people.includes(index))
      : statesOf(draft, visit.visitors).every((state) => states.includes(state))
  if (!shares) return false
  // a table of three is no part of the visit of one of them
  const home = new Set([...statesOf(draft, visit.visitors), visit.where.state])
  if (
    statesOf(draft, people).some((state) => !home.has(state)) &&
    (visit.where.state === null || statesOf(draft, people).length > 2)
  )
    return false
  const withHost = visit.where.state !== null && states.includes(visit.where.state)
  if (place === null && !withHost && states.length > 1 && !isThere(draft, visit, exchange)) return false
  if (
    place === null &&
    !withHost &&
    !isThere(draft, visit, exchange) &&
    Math.abs(visit.sentence - exchange.sentence) > 1
  )
    return false
  if (!sameStanding(draft, visit, exchange)) return false
  // the stops of a tour are told far below the sentence that announces it: the place itself ties them to the leg
  if (exchange.date === null && place !== null && visit.status !== 'occurred') return true
  if (exchange.date === null || visit.date === null)
    return (
      Math.min(...visit.sightings.map((sighting) => Math.abs(sighting.sentence - exchange.sentence))) <= 6
    )
  return narrower(exchange.date, visit.date) !== null
}

/** "There he met the envoy of a third": told straight behind the visit. */
const isThere = (draft: Draft, visit: Merged, { sentence }: Merged): boolean => {
  const { sentences, text } = draft.analysis
  const told = sentences[sentence]
  return (
    told !== undefined &&
    visit.sightings.some((sighting) => sighting.sentence === sentence - 1) &&
    /^\s*(?:While )?(?:There|there)\b(?! (?:is|are|was|were|will|has|have|had)\b)/.test(
      text.slice(told.start, told.start + 40),
    )
  )
}

/** A plan is no part of a visit that is over. */
function sameStanding(draft: Draft, visit: Merged, exchange: Merged): boolean {
  if (visit.status === 'cancelled' || visit.status === 'postponed')
    return exchange.status !== 'occurred' && exchange.status !== 'ongoing'
  if (exchange.date !== null) return true
  // a programme read while the tour goes on: the leg is over, its "will have lunch with" was never told again
  const recent = datesMeet(visit.date, draft.publishedOn, 10)
  if (visit.status === 'occurred')
    return (
      exchange.status === 'occurred' ||
      exchange.status === 'possible' ||
      (recent && exchange.status === 'announced')
    )
  if (visit.status === 'announced') return exchange.status === 'announced' || exchange.status === 'possible'
  return true
}

/** "NAIROBI – The foreign minister met his Chilean counterpart on Monday": told from the capital of one side, within the week, with no other place: there. */
function settleAtStage(draft: Draft, exchange: Merged): void {
  if (exchange.where.state !== null || exchange.remote || !/^(?:meeting|talks|ceremony)$/.test(exchange.kind))
    return
  const paragraph = draft.analysis.sentences[exchange.sentence]?.paragraph ?? 0
  const stage = frameOf(draft).stage(paragraph).state
  const states = statesOf(draft, everyone(exchange))
  if (stage === null || states.length < 2 || !states.includes(stage)) return
  if (exchange.dated === 'own' && datesMeet(exchange.date, draft.publishedOn, 6))
    exchange.where = { words: null, state: stage }
}

function nest(draft: Draft, visit: Merged, exchange: Merged): void {
  exchange.parent = visit
  if (exchange.date === null || (exchange.dated !== 'own' && visit.dated === 'own')) {
    exchange.date = visit.date ?? exchange.date
    exchange.dated = 'near'
  }
  if (exchange.where.state === null) exchange.where = { words: null, state: visit.where.state }
  if (exchange.where.words === null && visit.where.words !== null && !/,| and /.test(visit.where.words))
    exchange.where = visit.where
  if ((visit.status === 'cancelled' || visit.status === 'postponed') && exchange.status !== 'occurred')
    exchange.status = visit.status
  else exchange.status = settleStatus(exchange.status, exchange.date, draft.publishedOn, exchange.kind)
}
