// Who did what to whom, where and when: the arguments of a trigger, found in the row of parts around it.
import type { Draft, Mention, TimeExpression } from './draft.ts'
import { entityOf } from './entities.ts'
import type { Part } from './parts.ts'
import { type Clause, unfold, type Where } from './sighting.ts'

const personal =
  /^(?:delegations?|officials?|ministers?|leaders?|envoys?|diplomats?|negotiators?|teams?|sides?|presidents?|premiers?|counterparts?|generals?|lawmakers?|legislators?|parliamentarians?|representatives?|governments?|militar(?:y|ies)|foreign|ministry|ministries|secretaries|chiefs|heads|party|parties)$/

/** Entities of a name part that can take part; a place counts only where it may act for its government. */
export function actorsOf(draft: Draft, row: Part[], at: number): number[] {
  const mention = row[at]?.mention
  if (!mention || row[at]!.kind !== 'name') return []
  if (mention.kind === 'state') return isModifier(row, at) ? [] : unfold(draft, mention)
  return unfold(draft, mention)
}

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
  for (let guard = 0; guard < 40; guard++) {
    const next = nextInList(draft, row, last, pair)
    if (next < 0) break
    for (const entity of actorsOf(draft, row, next)) if (!entities.includes(entity)) entities.push(entity)
    last = next + 1
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

function isSubjectOfNext(row: Part[], at: number): boolean {
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
    if (marks.includes('and')) {
      if (list && !same) break
      list = true
    } else if (!list && !same) break
    first = before
  }
  const entities: number[] = []
  for (let i = first; i <= at; i++)
    for (const entity of actorsOf(draft, row, i)) if (!entities.includes(entity)) entities.push(entity)
  return { entities, first, last: at + 1 }
}

const finite = (part: Part): boolean =>
  part.verb !== null && !['infinitive', 'ing', 'participle'].includes(part.verb.tense)

const objectControl = new Set([
  'invite',
  'ask',
  'urge',
  'expect',
  'allow',
  'get',
  'press',
  'tell',
  'send',
  'enable',
  'persuade',
  'encourage',
  'force',
  'call',
  'want',
])

/** Who does what the verb at part `at` says. */
export function subjectOf(clause: Clause, at: number, depth = 0): number[] {
  const { draft, row } = clause
  if (depth > 6) return []
  const verb = row[at]!.verb!
  let i = at - 1
  while (
    i >= 0 &&
    (row[i]!.kind === 'adv' ||
      row[i]!.kind === 'quote' ||
      row[i]!.kind === 'time' ||
      (row[i]!.kind === 'prep' && row[i + 1]?.kind === 'time'))
  )
    i--
  if (verb.tense === 'infinitive') return subjectOfInfinitive(clause, at, depth)
  const part = row[i]
  if (!part) return mainSubject(clause, at)
  if (part.kind === 'name') return subjectEndingAt(clause, i, at)
  if (part.kind === 'close') return mainSubject(clause, at)
  if (part.kind === 'who') return antecedent(clause, i)
  if (part.kind === 'that' && part.word === 'that') return antecedent(clause, i)
  if (part.kind === 'and') return subjectOfEarlierVerb(clause, i, depth)
  if (part.kind === 'comma') {
    if (row[i - 1]?.kind === 'name' && row[i - 2]?.kind === 'comma') {
      const group = groupTo(draft, row, i - 1)
      if (group && group.first < i - 1) return group.entities
    }
    if (verb.tense === 'ing' || verb.tense === 'participle') return mainSubject(clause, at)
    // "arrived, met the premier, and left": a list of verbs
    return row[i + 1] === row[at] && previousVerb(clause, i) >= 0 && !closesRelative(row, i)
      ? mainSubject(clause, at)
      : mainSubject(clause, at)
  }
  if (part.kind === 'word' || part.kind === 'noun') return nominalSubject(clause, i)
  if (part.kind === 'verb' || part.kind === 'prep' || part.kind === 'that')
    return part.kind === 'verb' ? subjectOf(clause, i, depth + 1) : mainSubject(clause, at)
  return mainSubject(clause, at)
}

const closesRelative = (row: Part[], comma: number): boolean =>
  row.slice(0, comma).some((part) => part.kind === 'who')

function subjectOfInfinitive(clause: Clause, at: number, depth: number): number[] {
  const { draft, row } = clause
  const governor = previousVerb(clause, at)
  if (governor < 0) return mainSubject(clause, at)
  const verb = row[governor]!.verb!
  if (objectControl.has(verb.lemma) && !verb.passive) {
    const between = row.findIndex((part, i) => i > governor && i < at && part.kind === 'name')
    const group = between >= 0 ? groupFrom(draft, row, between) : null
    if (group && group.entities.length > 0) return group.entities
  }
  return verb.passive ? passiveSubjectOf(clause, governor, depth + 1) : subjectOf(clause, governor, depth + 1)
}

/** In a passive what stands before the verb is who it is done to. */
export const passiveSubjectOf = (clause: Clause, at: number, depth = 0): number[] =>
  subjectOf(clause, at, depth)

export function previousVerb(clause: Clause, at: number): number {
  for (let i = at - 1; i >= 0; i--) if (clause.row[i]!.verb) return i
  return -1
}

function subjectOfEarlierVerb(clause: Clause, at: number, depth: number): number[] {
  for (let i = at - 1; i >= 0; i--) {
    const part = clause.row[i]!
    if (!part.verb) continue
    if (finite(part) || part.verb.tense === 'infinitive') return subjectOf(clause, i, depth + 1)
  }
  return mainSubject(clause, at)
}

/** A name before a verb is its subject, unless it hangs on a preposition: then look before that. */
function subjectEndingAt(clause: Clause, i: number, at: number): number[] {
  const { draft, row } = clause
  const group = groupTo(draft, row, i)!
  let before = group.first - 1
  while (before >= 0 && row[before]!.kind === 'det') before--
  if (row[before]?.kind !== 'prep' || /^(?:since|after|before|until)$/.test(row[before]!.word))
    return group.entities
  const noun = row[before - 1]
  // "leaders of France and Peru met", "a delegation led by the minister arrived"
  if (noun?.kind === 'word' && personal.test(noun.word)) return group.entities
  if (row[before]!.word === 'by' && noun?.verb) return group.entities
  const main = mainSubject(clause, at)
  return main.length > 0 ? main : group.entities
}

function antecedent(clause: Clause, who: number): number[] {
  const { draft, row } = clause
  let i = who - 1
  while (i >= 0 && ['comma', 'prep', 'close', 'adv'].includes(row[i]!.kind)) i--
  if (row[i]?.kind === 'name') return groupTo(draft, row, i)!.entities.slice(-1)
  for (let back = i; back >= Math.max(0, i - 6); back--)
    if (row[back]!.kind === 'name') return actorsOf(draft, row, back).slice(-1)
  return []
}

/** "A Turkish delegation", "delegations representing A and B", "the talks". */
function nominalSubject(clause: Clause, at: number): number[] {
  const { draft, row } = clause
  for (let i = at; i >= Math.max(0, at - 6); i--) {
    const { kind } = row[i]!
    if (kind === 'name') {
      const group = groupTo(draft, row, i)!
      return group.entities
    }
    if (kind === 'det' || kind === 'comma' || kind === 'verb' || kind === 'stop' || kind === 'prep') break
  }
  return []
}

/** The subject of the sentence: its first name that hangs on no preposition and is nobody's possessor. */
export function mainSubject(clause: Clause, before: number): number[] {
  const { draft, row } = clause
  const start = clauseStart(row, before)
  const found = firstFree(draft, row, start, before)
  if (found.length > 0 || start === 0)
    return found.length > 0 ? found : firstFree(draft, row, before, row.length)
  const early = firstFree(draft, row, 0, before)
  if (early.length > 0) return early
  // "A delegation led by the former premier, expected on Sunday, called off its trip"
  const led = row.slice(0, before).find((part) => part.kind === 'name' && part.mention!.kind === 'person')
  return led ? unfold(draft, led.mention!) : []
}

function clauseStart(row: Part[], before: number): number {
  for (let i = before - 1; i >= 0; i--)
    if (row[i]!.kind === 'stop' || (row[i]!.kind === 'that' && row[i]!.word !== 'as')) return i + 1
  return 0
}

function firstFree(draft: Draft, row: Part[], from: number, to: number): number[] {
  for (let i = from; i < to; i++) {
    if (row[i]!.kind !== 'name') continue
    let back = i - 1
    while (
      back >= from &&
      (row[back]!.kind === 'det' ||
        (row[back]!.kind === 'word' && row[back]!.word.length < 14 && row[back - 1]?.kind !== 'verb'))
    )
      back--
    if (row[back]?.kind === 'prep' && row[back]!.word !== 'like') continue
    if (row[i + 1]?.kind === 'poss') continue
    const group = groupFrom(draft, row, i)!
    if (group.entities.length > 0) return group.entities
  }
  return []
}

export interface Modifiers {
  /** Names right after the trigger. */
  object: number[]
  /** Names after a preposition. */
  after: Map<string, number[]>
  /** Places after "in", "at", "to", "into", "for". */
  places: { prep: string; part: number }[]
  times: TimeExpression[]
  /** Trigger nouns after the trigger, with the preposition before them ('' for an object). */
  nouns: { prep: string; part: number }[]
  end: number
}

const isNewClause = (row: Part[], at: number): boolean => {
  const part = row[at]!
  if (part.kind === 'stop' && part.word !== '–' && part.word !== '—' && part.word !== '-') return true
  if (part.kind === 'who' || part.kind === 'that') return true
  if (part.kind === 'quote') return true
  return part.verb !== null
}

/** What stands to the right of the trigger at `at`, up to the end of its clause. */
export function modifiersOf(clause: Clause, at: number): Modifiers {
  const { draft, row } = clause
  const found: Modifiers = { object: [], after: new Map(), places: [], times: [], nouns: [], end: at + 1 }
  let prep = ''
  let i = at + 1
  for (; i < row.length; i++) {
    const part = row[i]!
    if (part.kind === 'stop' && part.word === ';' && listsPlaces(row, i)) continue
    if (isIncluding(part)) continue
    if (isNewClause(row, i) || (part.kind === 'and' && startsClause(row, i))) break
    if (part.kind === 'comma' && row[i + 1]?.kind === 'name' && isSubjectOfNext(row, i + 1)) break
    if (part.kind === 'time' && part.time) found.times.push(part.time)
    else if (part.kind === 'prep') prep = part.word
    else if (part.kind === 'noun') found.nouns.push({ prep, part: i })
    if (part.kind !== 'name') continue
    if (row[i + 1]?.kind === 'poss' && row[i + 2]?.kind !== 'name') continue
    const group = groupFrom(draft, row, i, prep === 'between' || prep === 'among')!
    const isPlace = part.mention!.kind === 'place' || part.mention!.kind === 'state'
    if (isPlace && /^(?:in|at|to|into|for|on|near|toward|towards|from|)$/.test(prep))
      for (let k = i; k < group.last; k++) if (row[k]!.kind === 'name') found.places.push({ prep, part: k })
    if (prep === '') found.object.push(...group.entities)
    else found.after.set(prep, [...(found.after.get(prep) ?? []), ...group.entities])
    i = group.last - 1
  }
  found.end = i
  return found
}

/** "met Ellian officials, including the premier": who is told after it stands where the officials do. */
const isIncluding = (part: Part): boolean => part.verb?.lemma === 'include' && part.verb.tense === 'ing'

/** "Istanbul, Turkey; Madrid, Spain; and Cairo, Egypt": the list of legs goes on. */
function listsPlaces(row: Part[], at: number): boolean {
  const next = row[at + 1]?.kind === 'and' ? row[at + 2] : row[at + 1]
  return (
    next?.kind === 'name' &&
    (next.mention!.kind === 'place' || next.mention!.kind === 'state') &&
    row[at - 1]?.kind !== 'verb'
  )
}

/** "… and Biden will meet", "… and met": what follows "and" has a verb of its own. */
function startsClause(row: Part[], at: number): boolean {
  let next = at + 1
  while (row[next] && ['adv', 'comma', 'det', 'time'].includes(row[next]!.kind)) next++
  if (row[next]?.verb) return true
  return row[next]?.kind === 'name' && isSubjectOfNext(row, next)
}

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
  return { words: null, state: null }
}

const isPlacePart = (part: Part | undefined): boolean =>
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
