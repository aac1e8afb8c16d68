// What a title says: "Call with the Foreign Minister", "Before Their Meeting"; and the day of a readout that gives none.
import type { Draft } from '../draft.ts'
import { datesMeet } from '../edtf.ts'
import { nowhere, type Sighting, statesOf } from '../sighting.ts'

const readoutTitle =
  /\b(?:call|meeting|conversation|talks|dialogue|consultations|readout|visit|travel|trip|summit|meets|welcomes|remarks)\b/i
const remarks =
  /\b(?:before|at the top of|at the start of|prior to|at) (?:their|his|her|the)? ?(?:\w+ )?(?:meeting|talks|lunch|dinner|working)\b/i

/** Sightings of the title's own; those of the first sentences get the day of publication where they give none. */
export function titleSightings(draft: Draft, sightings: Sighting[]): Sighting[] {
  const title = titleOf(draft)
  if (!readoutTitle.test(title) && draft.genre !== 'readout') return []
  if (remarks.test(title)) return remarksSightings(draft, sightings)
  supposeToday(draft, sightings)
  return []
}

/** The first line when it is no sentence; else the title given. */
export function titleOf(draft: Draft): string {
  const first = draft.analysis.text.trimStart().split('\n', 1)[0]!
  return first.length < 260 && !/[.!?]["”’]?$/.test(first.trim()) ? first : (draft.source.title ?? '')
}

/** "A telephone conversation took place", "met with A and B": about the day of publication. */
function supposeToday(draft: Draft, sightings: Sighting[]): void {
  const opening = sightings.filter((sighting) => sighting.sentence <= 4)
  const gatherings = opening.filter((sighting) => sighting.kind !== 'visit' && sighting.status === 'occurred')
  const main = gatherings.find((sighting) => !sighting.faint) ?? gatherings[0]
  if (!main || main.date !== null || draft.publishedOn === null) return
  if (opening.some((sighting) => tellsDayOf(draft, sighting, main))) return
  // the title and the sentence that opens the text tell of the same occasion, however many were met
  for (const sighting of gatherings) {
    const together = sighting.sentence === main.sentence || sighting.sentence === 0
    if (!together || sighting.date !== null || sighting.kind !== main.kind) continue
    sighting.date = `${draft.publishedOn}?`
    sighting.dated = 'supposed'
  }
}

/** A day told for this exchange, or for the visit it belongs to, holds for it too; not that of another meeting, nor a visit of last year. */
function tellsDayOf(draft: Draft, sighting: Sighting, main: Sighting): boolean {
  if (sighting.date === null) return false
  if (sighting.kind === 'visit') return datesMeet(sighting.date, draft.publishedOn, 10)
  const present = sidesOf(sighting)
  return sighting.kind === main.kind && sidesOf(main).every((index) => present.includes(index))
}

const sidesOf = ({ visitors, hosts, parties }: Sighting): number[] => [...visitors, ...hosts, ...parties]

/** "Secretary X and President Y Before Their Meeting": under way that day, in the place of the dateline. */
function remarksSightings(draft: Draft, sightings: Sighting[]): Sighting[] {
  const main = sightings.find((sighting) => sighting.sentence <= 1)
  const [persons, firstLine] = titlePersons(draft)
  if (persons.length < 2 || draft.publishedOn === null) return []
  const where = dateline(draft, firstLine)
  const states = statesOf(draft, persons)
  const visitors = persons.filter((index) => draft.entities[index]!.state !== where.state)
  const hosts = persons.filter((index) => draft.entities[index]!.state === where.state)
  const tokens = {
    sentence: 0,
    trigger: main?.trigger ?? 0,
    first: 0,
    last: draft.analysis.sentences[0]?.last ?? 1,
  }
  const base: Sighting = {
    kind: 'meeting', status: 'ongoing', date: draft.publishedOn, dated: 'own', visitors, hosts, parties: [], where, joint: false,
    multilateral: states.length > 3, definite: false, remote: false, states: [], faint: false, within: -1, times: 1, rule: 'meeting: remarks before it', ...tokens,
  } // biome-ignore format: a row
  if (hosts.length === 0 || visitors.length === 0) return [base]
  return [
    {
      ...base,
      kind: 'visit',
      rule: 'visit: remarks before a meeting',
      visitors: [...visitors],
      hosts: [...hosts],
    },
    base,
  ]
}

function titlePersons(draft: Draft): [persons: number[], end: number] {
  const text = draft.analysis.text
  const end = text.indexOf('\n', text.search(/\S/))
  const found = draft.mentions
    .filter((mention) => mention.start < end && mention.kind === 'person' && mention.entity >= 0)
    .map((mention) => mention.entity)
  return [[...new Set(found)].filter((index) => draft.entities[index]?.state !== null), end]
}

/** The place in the lines between title and text ("San Jose, Costa Rica"). */
function dateline(draft: Draft, from: number): Sighting['where'] {
  const text = draft.analysis.text
  let start = from + 1
  for (let line = 0; line < 7; line++) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start)
    if (end - start > 80) break
    const place = draft.mentions.find(
      (mention) => mention.start >= start && mention.end <= end && mention.kind === 'place',
    )
    const entity = place ? draft.entities[place.entity] : undefined
    if (place && entity?.state && place.start - start < 3)
      return { words: text.slice(place.start, place.end), state: entity.state }
    start = end + 1
  }
  return nowhere
}
