// Where: places of a list state by state, and the place told before the trigger.
import type { Draft, Mention } from './draft.ts'
import { entityOf } from './entities.ts'
import type { Part } from './parts.ts'
import type { Clause, Where } from './sighting.ts'

/** Places of a list, state by state: "Istanbul and Ankara, Turkey; Madrid, Spain". */
export function placesAt(draft: Draft, row: Part[], parts: number[]): Where[] {
  const found: (Where & { from: number; to: number })[] = []
  for (const at of parts) {
    const mention = row[at]!.mention!
    const entity = entityOf(draft, mention)
    const state = entity?.state ?? null
    const last = found.at(-1)
    if (mention.kind === 'state') {
      if (last && last.state === state && state !== null) continue
      if (last && last.state === null && row[at - 1]?.kind === 'comma') last.state = state
      else found.push({ words: null, state, from: at, to: at })
    } else if (last && last.state === state && state !== null && last.words !== null) {
      last.to = at
      last.words = draft.analysis.text.slice(row[last.from]!.mention!.start, mention.end)
    } else found.push({ words: placeWords(draft, mention), state, from: at, to: at })
  }
  return found.map(({ words, state }) => ({ words, state }))
}

/** The place as the text names it, without an article. */
export const placeWords = (draft: Draft, mention: Mention): string =>
  draft.analysis.text.slice(mention.start, mention.end).replace(/^the\s+/i, '')

/** "In Ramallah he meets the minister", "flew to Budapest, where the premier received him": the place before the trigger. */
export function placeBefore(clause: Clause, at: number): Where {
  const { draft, row } = clause
  for (let i = at - 1; i >= 0; i--) {
    const part = row[i]!
    if (part.kind === 'who' && part.word === 'where') return placeEndingAt(draft, row, i)
    if (
      part.kind === 'stop' ||
      part.kind === 'who' ||
      (part.verb && i < at - 1 && part.verb.tense !== 'infinitive')
    )
      break
    const opens =
      i === 0 ||
      row[i - 1]!.kind === 'stop' ||
      row[i - 1]!.kind === 'time' ||
      row[i - 1]!.kind === 'and' ||
      row[i - 1]!.kind === 'comma' ||
      row[i - 1]!.kind === 'quote' ||
      // "Also in Ellion, the envoy will meet …"
      (row[i - 1]!.kind === 'adv' && (i === 1 || row[i - 2]!.kind === 'stop'))
    if (part.kind === 'prep' && /^(?:in|at)$/.test(part.word) && opens && isPlacePart(row[i + 1]))
      return placesAt(draft, row, placeRun(row, i + 1))[0]!
  }
  return placeInOpening(clause, at)
}

/** "At a summit in Ellion in March, …", "On the sidelines of a conference in Ellion on Monday, …": the phrase that opens the sentence. */
function placeInOpening({ draft, row }: Clause, at: number): Where {
  const comma = row.findIndex((part) => part.kind === 'comma')
  const opening = row.slice(0, Math.max(0, comma))
  const held = opening.some((part) => part.trigger !== null || /^(?:sidelines|margins)$/.test(part.word))
  if (row[0]?.kind === 'prep' && held && comma < at && !opening.some((part) => part.verb)) {
    const place = opening.findLastIndex(
      (part, i) => isPlacePart(part) && /^(?:in|at)$/.test(row[i - 1]?.word ?? ''),
    )
    if (place >= 0) return placesAt(draft, row, placeRun(row.slice(0, comma), place))[0]!
  }
  return { words: null, state: null }
}

export const isPlacePart = (part: Part | undefined): boolean =>
  part?.mention?.kind === 'place' || (part?.kind === 'name' && part.mention!.kind === 'state')

function placeRun(row: Part[], from: number): number[] {
  const run = [from]
  for (let i = from + 1; i < row.length && (row[i]!.kind === 'comma' || isPlacePart(row[i])); i++)
    if (isPlacePart(row[i])) run.push(i)
  return run
}

function placeEndingAt(draft: Draft, row: Part[], who: number): Where {
  for (let i = who - 1; i >= Math.max(0, who - 5); i--)
    if (isPlacePart(row[i])) return placesAt(draft, row, [i])[0]!
  return { words: null, state: null }
}
