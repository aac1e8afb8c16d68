// Names told together: "A, B and C", "A and her counterpart", and who of them can take part.
import type { Draft } from './draft.ts'
import type { Part } from './parts.ts'
import { isPlacePart } from './places.ts'
import { unfold } from './sighting.ts'

export const personal =
  /^(?:delegations?|officials?|ministers?|leaders?|envoys?|diplomats?|negotiators?|teams?|sides?|presidents?|premiers?|counterparts?|generals?|lawmakers?|legislators?|parliamentarians?|representatives?|governments?|militar(?:y|ies)|foreign|ministry|ministries|secretaries|chiefs|heads|party|parties)$/

/** Entities of a name part that can take part; a place counts only where it may act for its government. */
export function actorsOf(draft: Draft, row: Part[], at: number): number[] {
  const mention = row[at]?.mention
  if (!mention || row[at]!.kind !== 'name') return []
  if (mention.kind === 'state') return isModifier(row, at) || owns(row, at) ? [] : unfold(draft, mention)
  return unfold(draft, mention)
}

/** "Kenya's Oru Tamm" */
export const owns = (row: Part[], at: number): boolean =>
  row[at + 1]?.kind === 'poss' && row[at + 2]?.kind === 'name' && row[at + 2]!.mention!.kind === 'person'

/** "Turkish" in "Turkish columnists" modifies; in "a Turkish delegation" it tells the side. */
function isModifier(row: Part[], at: number): boolean {
  const next = row[at + 1]
  if (next?.kind !== 'word') return false
  return !personal.test(next.word) && !(row[at + 2]?.kind === 'word' && personal.test(row[at + 2]!.word))
}

export interface Group {
  entities: number[]
  /** Parts `first` up to, not including, `last`. */
  first: number
  last: number
}

const entityAtPart = (row: Part[], at: number): number => row[at]?.mention?.entity ?? -1

/** Names in a row that begins at part `at` (`pair`: after "between", where a verb behind is no second clause): "A, B and C", with appositions passed over ("A, the minister,"). */
export function groupFrom(draft: Draft, row: Part[], at: number, pair = false): Group | null {
  if (row[at]?.kind !== 'name') return null
  const entities = [...actorsOf(draft, row, at)]
  let last = at + 1
  if (owns(row, at)) {
    entities.push(...actorsOf(draft, row, at + 2))
    last = at + 3
  }
  for (let guard = 0; guard < 40; guard++) {
    const next = nextInList(draft, row, last, pair)
    if (next < 0) break
    const name = owns(row, next) ? next + 2 : next
    for (const entity of actorsOf(draft, row, name)) if (!entities.includes(entity)) entities.push(entity)
    last = name + 1
    if (row[next - 1]?.kind === 'and' && row[last]?.kind !== 'and') break
  }
  return { entities, first: at, last }
}

/** Part of the next name of the list after `last`, or of an apposition; -1 when the list is over. */
function nextInList(draft: Draft, row: Part[], last: number, pair: boolean): number {
  let at = last
  const mark = row[at]?.kind
  if (mark !== 'comma' && mark !== 'and' && mark !== 'open') return -1
  const separator = row[at]!
  while (
    row[at] &&
    (['comma', 'and', 'open', 'adv'].includes(row[at]!.kind) ||
      (row[at]!.kind === 'word' && /^(?:later|as|well|then)$/.test(row[at]!.word)) ||
      row[at]!.kind === 'det')
  )
    at++
  if (row[at]?.kind !== 'name') return -1
  if (entityAtPart(row, at) === entityAtPart(row, last - 1) && entityAtPart(row, at) >= 0) return at
  if (separator.kind === 'open') return -1
  // "met the premier, and the president flew home": the second name has a verb of its own
  if (!pair && isSubjectOfNext(row, at)) return -1
  if (separator.kind === 'comma' && !listGoesOn(draft, row, at)) return -1
  return at
}

export function isSubjectOfNext(row: Part[], at: number): boolean {
  let next = at + 1
  while (row[next] && (row[next]!.kind === 'adv' || row[next]!.kind === 'time')) next++
  const verb = row[next]?.verb
  return !!verb && verb.tense !== 'infinitive' && verb.tense !== 'ing' && verb.tense !== 'participle'
}

/** After a comma a name belongs to the list when more names follow up to an "and", or when "and" came before. */
function listGoesOn(draft: Draft, row: Part[], at: number): boolean {
  if (row[at - 1]?.kind === 'and' || row[at - 2]?.kind === 'and') return true
  for (let i = at; i < Math.min(row.length, at + 40); i++) {
    const { kind } = row[i]!
    if (kind === 'and')
      return row.slice(i + 1, i + 4).some((part) => part.kind === 'name' || part.kind === 'word')
    if (kind === 'verb' || kind === 'stop' || kind === 'who') return false
  }
  return draft.mentions.length < 0
}

/** Names in a row that ends with part `at`. */
export function groupTo(draft: Draft, row: Part[], at: number): Group | null {
  if (row[at]?.kind !== 'name') return null
  let first = at
  let list = false
  for (let guard = 0; guard < 40; guard++) {
    first = stateBefore(row, first)
    let before = first - 1
    const marks: string[] = []
    while (before >= 0 && ['comma', 'and', 'det', 'close', 'adv'].includes(row[before]!.kind))
      marks.push(row[before--]!.kind)
    if (
      before < 0 ||
      row[before]!.kind !== 'name' ||
      !marks.some((kind) => kind === 'comma' || kind === 'and')
    )
      break
    const same = entityAtPart(row, before) >= 0 && entityAtPart(row, before) === entityAtPart(row, first)
    // "stayed to the end of it, and the premier flew home": a comma and an "and" between two are no list, a verb behind opens a clause
    if (
      marks.length > 1 &&
      marks.includes('comma') &&
      marks.includes('and') &&
      !same &&
      isSubjectOfNext(row, at)
    )
      if (row[before - 1]?.kind !== 'comma' || row[before - 2]?.kind !== 'name') break
    if (marks.includes('and')) {
      if (list && !same) break
      list = true
    } else if (!list && !same) break
    // "arrived in Ellion, Sarvonia and Marovia held": a place after its preposition ends the list
    if (isPlacePart(row[before]) && /^(?:in|to|at)$/.test(row[before - 1]?.word ?? '') && row[at + 1]?.verb)
      break
    first = before
  }
  const owner = beforeCounterparts(row, first)
  const entities: number[] = owner < 0 ? [] : groupTo(draft, row, owner)!.entities
  if (owner >= 0) first = owner
  for (let i = first; i <= at; i++)
    for (const entity of actorsOf(draft, row, i)) if (!entities.includes(entity)) entities.push(entity)
  return { entities, first, last: at + 1 }
}

/** "A and her Ellian, Sarvonian and Marovian counterparts, B, C and D": part of A, before the list at `first`; -1 when none is told so. */
function beforeCounterparts(row: Part[], first: number): number {
  if (row[first - 1]?.kind !== 'comma' || !/^(?:counterparts|colleagues)$/.test(row[first - 2]?.word ?? ''))
    return -1
  let det = first - 3
  while (row[det] && /^(?:word|and|comma)$/.test(row[det]!.kind)) det--
  return row[det]?.kind === 'det' && row[det - 1]?.kind === 'and' && row[det - 2]?.kind === 'name'
    ? det - 2
    : -1
}

/** "Republic of Ellion (ROE) Minister Oru Tamm": the name begins with its state, abbreviation and all. */
function stateBefore(row: Part[], at: number): number {
  // "Kenya's Oru Tamm": the name begins with its state
  if (row[at - 1]?.kind === 'poss' && row[at - 2]?.mention?.kind === 'state') return at - 2
  const state = at - 4
  return row[at - 1]?.kind === 'close' &&
    row[at - 3]?.kind === 'open' &&
    row[state]?.mention?.kind === 'state'
    ? state
    : at
}
