// What the words of a row tell besides the visit: whom it met, what it attended.
import type { Draft } from '../draft.ts'
import type { ExchangeKind } from '../reading.ts'
import { type Sighting, statesOf } from '../sighting.ts'
import { type Cell, mentionsIn } from './tables-columns.ts'

/** Persons named in a cell. */
export const peopleIn = (draft: Draft, cell: Cell | undefined): number[] => [
  ...new Set(
    (cell ? mentionsIn(draft, cell) : [])
      .filter((mention) => mention.kind === 'person' && mention.entity >= 0)
      .map((mention) => mention.entity),
  ),
]

/** "Met with A and B.", "held talks with C", "had a private meeting with D": one meeting each. */
export function meetings(draft: Draft, words: Cell[], base: Sighting): Sighting[] {
  const { text } = draft.analysis
  const found: Sighting[] = []
  for (const cell of words)
    for (const piece of text
      .slice(cell.start, cell.end)
      .matchAll(/[^.;]+(?:\.(?! ?(?:$|\p{Lu}\p{Ll}))[^.;]*)*/gu)) {
      const cue =
        /\b(?:met|meets?|meetings?|talks|discuss\w*|conferred|received by|welcomed by|hosted by|audience) ?(?:with\b)?/i.exec(
          piece[0],
        )
      if (!cue) continue
      const start = cell.start + piece.index + cue.index
      const people = peopleIn(draft, { start, end: cell.start + piece.index + piece[0].length, text: '' })
      const kind = /talks/i.test(cue[0]) ? 'talks' : 'meeting'
      const rule = `meeting: ${base.rule.slice('visit: '.length)}`
      const own = statesOf(draft, base.visitors)
      for (const other of people)
        if (
          !base.visitors.includes(other) &&
          !own.includes(draft.entities[other]!.state ?? '') &&
          !found.some((x) => x.parties[0] === other)
        )
          found.push({ ...base, kind, rule, visitors: [...base.visitors], parties: [other] })
    }
  return found
}

/** "Accompanied President Marrento to the summit.": who leads the journey is one of its visitors. */
export function accompanied(draft: Draft, words: Cell[]): number[] {
  const { text } = draft.analysis
  return words.flatMap((cell) => {
    const cue = /(?:^|[.;] )(?:accompanied|travel?led with) /i.exec(text.slice(cell.start, cell.end))
    if (!cue) return []
    const start = cell.start + cue.index + cue[0].length
    return peopleIn(draft, { start, end: cell.end, text: '' }).slice(0, 1)
  })
}

/** What the row's purpose names: a summit, a conference, a funeral; null for a plain visit. */
export function eventOf(words: Cell[]): ExchangeKind | null {
  for (const { text } of words) {
    const told = /\b(?:attend(?:ed|s)?|participat(?:ed|es) in|took part in)\b/i.test(text)
    const isName = text.split(' ').length <= 14 && !/\b(?:met|talks|meeting) with\b|\bvisit\b/i.test(text)
    if (!told && !isName) continue
    if (/\bsummit\b|leaders['’]? meeting/i.test(text)) return 'summit'
    if (/\b(?:funeral|inauguration|ceremony|celebrations?|anniversary|coronation|parade)\b/i.test(text))
      return 'ceremony'
    if (told || /\b(?:conference|forum|session|general assembly|congress|ministerial)\b/i.test(text))
      return 'meeting'
  }
  return null
}
