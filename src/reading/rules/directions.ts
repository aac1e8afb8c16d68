// Lists of visits under a heading that says who went where: "From Chile to Peru:", "Chilean officials visiting Peru".
import type { Span } from '../../language/span.ts'
import type { Draft } from '../draft.ts'
import { addEntity, entityOf } from '../entities.ts'
import type { Sighting } from '../sighting.ts'
import { mentionsIn, tokenAt } from './tables-columns.ts'

interface Direction {
  from: string
  to: string
}

/** A visit for each item of such lists, by paragraph. */
export function sightLists(draft: Draft): Map<number, Sighting[]> {
  const found = new Map<number, Sighting[]>()
  let direction: Direction | null = null
  draft.analysis.paragraphs.forEach((paragraph, index) => {
    const line = draft.analysis.text.slice(paragraph.start, paragraph.end)
    if (!/^\s*[-•*–]/.test(line))
      direction = directionIn(draft, paragraph, line) ?? (line.trim() ? null : direction)
    else if (direction) found.set(index, sightItem(draft, direction, paragraph, index))
  })
  return found
}

const headings = [
  /^From .{3,60} to .{3,60}:?$/,
  /^.{3,40} (?:officials|leaders|delegations|guests|presidents|ministers)(?: who)? (?:visiting|visited|to|in) .{3,40}:?$/i,
  /^(?:\w+ )?(?:visits|trips) (?:from|by|of) .{3,60} to .{3,40}:?$/i,
]

/** The two states that a heading names, the traveller's first. */
function directionIn(draft: Draft, paragraph: Span, line: string): Direction | null {
  if (!headings.some((heading) => heading.test(line.trim()))) return null
  const states = mentionsIn(draft, paragraph).flatMap((mention) => entityOf(draft, mention)?.state ?? [])
  const [from, to] = [...new Set(states)]
  return from && to && states.length < 5 ? { from, to } : null
}

function sightItem(draft: Draft, { from, to }: Direction, item: Span, paragraph: number): Sighting[] {
  const sentence = draft.analysis.sentences.findIndex((one) => one.paragraph === paragraph)
  const visitor = visitorIn(draft, item, from)
  if (sentence < 0 || visitor === null) return []
  const [first, last] = [tokenAt(draft, item.start), tokenAt(draft, item.end)]
  const date = dateIn(draft, item)
  return [
    {
      kind: 'visit', status: 'occurred', date, dated: date ? 'own' : 'none', visitors: [visitor], hosts: [], parties: [],
      where: { words: null, state: to }, joint: false, multilateral: false, definite: false, remote: false, sentence, trigger: first,
      first, last, rule: 'visit: list headed by who goes where', within: -1, states: [from, to], faint: false, times: 1,
    }, // biome-ignore format: a row
  ]
}

/** The first person of the item, else the office it names. The heading tells the state of whoever no pack knows. */
function visitorIn(draft: Draft, item: Span, from: string): number | null {
  const mentions = mentionsIn(draft, item)
  const person = mentions.find((mention) => mention.kind === 'person' && mention.entity >= 0)
  if (person) {
    const entity = draft.entities[person.entity]!
    if (entity.name !== null && (entity.id === null || entity.state === from)) {
      entity.state = from
      return person.entity
    }
  }
  const office = mentions.find((mention) => mention.kind === 'office')
  if (!office) return null
  return addEntity(draft, {
    kind: 'person',
    state: from,
    office: draft.analysis.text.slice(office.start, office.end).replace(/^the /i, ''),
    official: true,
    why: 'item of a list of visits',
  })
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** "1986 April", "(1976)": the item's own date, a year before its month too. */
function dateIn(draft: Draft, item: Span): string | null {
  const text = draft.analysis.text.slice(item.start, item.end)
  const [, year, word] = /\b((?:19|20)\d\d) (\p{Lu}\p{L}{2,8})\b/u.exec(text) ?? []
  const month = months.indexOf(word?.slice(0, 3).toLowerCase() ?? '') + 1
  if (year && month > 0) return `${year}-${String(month).padStart(2, '0')}`
  const time = draft.times.find((one) => one.start >= item.start && one.end <= item.end && one.edtf !== null)
  return time?.edtf ?? /\b(?:19|20)\d\d\b/.exec(text)?.[0] ?? null
}
