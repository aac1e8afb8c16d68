// Who does what the trigger says: the subject of a verb, found in the row of parts before it.
import type { Draft } from './draft.ts'
import { actorsOf, groupFrom, groupTo, personal } from './groups.ts'
import type { Part } from './parts.ts'
import { type Clause, unfold } from './sighting.ts'

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
  // "the president, too, has been", "A and B, respectively, gathered"
  if (row[i]?.kind === 'comma' && row[i - 1]?.kind === 'adv' && row[i - 2]?.kind === 'comma') i -= 3
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
      // "a Kenyan envoy, Oru Tamm, might follow"
      if (/^(?:word|noun|name)$/.test(row[i - 3]?.kind ?? '') && row[i - 1]!.mention!.kind === 'person')
        return actorsOf(draft, row, i - 1)
    }
    if (verb.tense === 'ing' || verb.tense === 'participle') return mainSubject(clause, at)
    const both = setOffPair(clause, i - 1)
    if (both.length > 1) return both
    if (isNamedAnew(row, i - 1)) return actorsOf(draft, row, i - 1)
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

/** "The minister, Oru Tamm, and the envoy, Ana Belkor, held": a row of names that opens the sentence, a comma behind each. */
function setOffPair({ draft, row }: Clause, at: number): number[] {
  if (row[at]?.mention?.kind !== 'person' || row[at - 1]?.kind === 'name') return []
  const group = groupTo(draft, row, at)!
  const opens = !row.slice(0, group.first).some(({ verb, mention }) => verb || mention?.kind === 'person')
  return opens ? group.entities.filter((index) => draft.entities[index]!.kind === 'person') : []
}

/** "officials said a Kenyan envoy, Oru Tamm, might follow": a person told with an office behind a verb of saying opens a clause. */
const isNamedAnew = (row: Part[], at: number): boolean =>
  row[at]?.mention?.kind === 'person' &&
  (/^(?:say|report|believe|expect|hint|suggest|add|confirm|think|announce)$/.test(
    row[at - 1]?.verb?.lemma ?? '',
  ) ||
    (row[at - 1]?.kind === 'that' && row[at - 1]!.word === 'that'))

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
  // "the minister and her counterparts from France and Peru met"
  if (noun?.kind === 'name' && noun.mention!.kind !== 'state' && /^(?:of|from)$/.test(row[before]!.word))
    return [...groupTo(draft, row, before - 1)!.entities, ...group.entities]
  // "leaders of France and Peru met", "a delegation led by the minister arrived"
  if (noun?.kind === 'word' && personal.test(noun.word)) return group.entities
  if (row[before]!.word === 'by' && noun?.verb) return group.entities
  const main = mainSubject(clause, at)
  return main.length > 0 ? main : group.entities
}

/** Whom "who", "whose" or "where" at part `who` goes back to. */
export function antecedent(clause: Clause, who: number): number[] {
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
    if (kind === 'det' && row[i - 1]?.kind === 'and' && row[i - 2]?.kind === 'name' && isParty(row, at))
      return groupTo(draft, row, i - 2)!.entities
    if (kind === 'det' || kind === 'comma' || kind === 'verb' || kind === 'stop' || kind === 'prep') break
  }
  return []
}

/** "Oru Tamm and an interagency delegation visited": those who come along stay unnamed. */
const isParty = (row: Part[], at: number): boolean =>
  /^(?:delegation|team|party|group|entourage|staff)$/.test(row[at]!.word)

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
    const led = /^(?:under|of|from)$/.test(row[back]?.word ?? '') && personal.test(row[back - 1]?.word ?? '')
    if (row[back]?.kind === 'prep' && row[back]!.word !== 'like' && !led) continue
    if (row[i + 1]?.kind === 'poss') continue
    const group = groupFrom(draft, row, i)!
    if (group.entities.length > 0) return group.entities
  }
  return []
}
