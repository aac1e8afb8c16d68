// What the rules of this folder share: making a sighting, the sides of a noun, who governs it.
import { antecedent, subjectOf } from '../arguments.ts'
import { dateAt, within } from '../dating.ts'
import type { Draft, Mention, TimeExpression } from '../draft.ts'
import { frameOf, homeOf } from '../frame.ts'
import { actorsOf, groupTo } from '../groups.ts'
import type { Part } from '../parts.ts'
import { isPlacePart, placesAt, placeWords } from '../places.ts'
import { type Clause, isPerson, nowhere, type Sighting, statesOf, type Where } from '../sighting.ts'

export { statusOfNoun } from '../modality-nouns.ts'

/** A sighting at part `at` with its date; the rest as given. */
export function sight(
  clause: Clause,
  at: number,
  near: TimeExpression[],
  rest: Partial<Sighting> & Pick<Sighting, 'kind' | 'rule'>,
): Sighting {
  const { row, sentence } = clause
  const end = row.findIndex((part, i) => i > at && part.kind === 'stop')
  return {
    status: 'occurred',
    ...dateAt(clause, at, narrowest(near)),
    visitors: [],
    hosts: [],
    parties: [],
    where: nowhere,
    joint: false,
    multilateral: false,
    definite: false,
    remote: false,
    sentence: sentence.index,
    trigger: row[at]!.first,
    first: clauseFirst(clause, at),
    last: end > 0 ? row[end]!.first : sentence.last,
    within: -1,
    states: [],
    faint: isHeadline(clause, at),
    times: 1,
    ...rest,
  }
}

/** "Minister X Travels to Ellion", over the text: the present tense of a title tells neither past nor future. */
const isHeadline = ({ draft, sentence, row }: Clause, at: number): boolean =>
  sentence.index === 0 &&
  sentence.paragraph === 0 &&
  draft.analysis.paragraphs.length > 1 &&
  draft.title !== null &&
  row[at]!.verb?.tense === 'present' &&
  !row[at]!.verb!.passive &&
  draft.analysis.text.trimStart().startsWith(draft.title)

/** "for the third time this year on Monday": the day before the year that holds it. */
const narrowest = (times: TimeExpression[]): TimeExpression[] => [
  ...times.filter((time) => !times.some((other) => isInside(other, time))),
  ...times.filter((time) => times.some((other) => isInside(other, time))),
]

const isInside = (inner: TimeExpression, outer: TimeExpression): boolean =>
  inner !== outer && inner.edtf !== outer.edtf && within(inner.edtf, outer.edtf)

function clauseFirst(clause: Clause, at: number): number {
  const start = clause.row.slice(0, at).findLastIndex((part) => part.kind === 'stop')
  return start >= 0 ? clause.row[start + 1]!.first : clause.sentence.first
}

/** The verb whose object or subject the noun at `at` is, and how. */
export interface Governor {
  part: number
  as: 'object' | 'subject'
}

/** "held talks", "called off his trip" (object); "the talks were held", "the visit begins" (subject). */
export function governorOf(clause: Clause, at: number): Governor | null {
  const { row } = clause
  for (let i = at - 1; i >= Math.max(0, at - 9); i--) {
    const part = row[i]!
    if (part.verb) return { part: i, as: 'object' }
    if (part.kind === 'prep' && row[i - 1]?.verb === undefined) break
    // "concluded two days of talks"
    if (part.word === 'of' && isMeasure(row[i - 1])) continue
    if (
      part.kind === 'prep' ||
      part.kind === 'stop' ||
      part.kind === 'who' ||
      part.kind === 'that' ||
      part.kind === 'noun'
    ) {
      if (part.kind === 'noun' && row[i + 1]?.kind === 'and') continue
      break
    }
    if (part.kind === 'comma' && row[at - 1]?.kind !== 'and') break
  }
  const relative = relativeVerb(row, at)
  if (relative > 0) return { part: relative, as: 'object' }
  for (let i = at + 1; i < Math.min(row.length, at + 14); i++) {
    const part = row[i]!
    // "talks planned for Friday were cancelled": told by the second verb
    if (part.verb && isReduced(clause, part)) continue
    if (part.verb)
      return part.verb.tense === 'infinitive' || part.verb.tense === 'ing' || part.verb.tense === 'participle'
        ? null
        : { part: i, as: 'subject' }
    if (
      part.kind === 'stop' ||
      part.kind === 'who' ||
      part.kind === 'that' ||
      (part.kind === 'and' && row[i + 1]?.kind !== 'name' && row[i + 1]?.kind !== 'noun')
    )
      break
  }
  return null
}

const isMeasure = (part: Part | undefined): boolean =>
  part?.kind === 'time' || /^(?:days?|hours?|weeks?|rounds?|series)$/.test(part?.word ?? '')

/** "a call which the two held on Monday", "the visit that the premier paid to Ellion": the verb of the clause whose object the noun is; -1 when none is. */
function relativeVerb(row: Part[], at: number): number {
  const open = row[at + 1]
  if (open?.word !== 'which' && open?.word !== 'that') return -1
  let next = at + 2
  while (row[next] && /^(?:det|word|adv)$/.test(row[next]!.kind)) next++
  if (row[next]?.kind !== 'name') return -1
  const verb = row.findIndex((part, i) => i > next && part.verb !== null)
  return verb > 0 && verb - next < 6 && /^(?:hold|have|pay|make|take)$/.test(row[verb]!.verb!.lemma)
    ? verb
    : -1
}

/** "the talks planned for Friday were …": a participle that hangs on the noun, and a verb of the clause behind it. */
const isReduced = ({ draft, row }: Clause, part: Part): boolean => {
  const { pennTag, relation } = draft.analysis.tokens[part.last - 1]!
  const at = row.indexOf(part)
  return (
    /^(?:plan|schedule|set|slate|due|propose|expect|organi[sz]e|arrange|intend|fix|pencil|book|time|mark|earmark|bill|call|mean|promise|announce)$/.test(
      part.verb!.lemma,
    ) &&
    (pennTag === 'VBN' || relation.startsWith('acl')) &&
    row[at + 1]?.kind === 'prep' &&
    row.slice(at + 1, at + 7).some(({ verb }) => verb !== null && verb.tense !== 'infinitive')
  )
}

/** Carriers whose subject takes part in what their object names: "held talks", "paid a visit". */
const takesPart =
  /^(?:grant|co-open|chair|co-chair|host|hold|have|conduct|pay|make|take|begin|start|open|continue|conclude|wrap up|wrap|finish|end|complete|undertake|launch|resume|cancel|call off|postpone|put off|shelve|scrap|delay|plan|schedule|lead|attend|arrange|abandon|skip|spend|see|cut|extend|kick|embark|use|go|come|travel|arrive|arrived|return|fly|sit|meet|be|join|drop|open|intend|expect|due|propose|embark|set|leave|defer|consider|weigh|mull|contemplate|confirm|announce|pull out|pull|withdraw)$/

/** Who takes part by governing the noun: the subject of "held talks"; empty when the verb only speaks of it. */
export function carriedBy(clause: Clause, governor: Governor | null): number[] {
  if (governor?.as !== 'object') return []
  const verb = clause.row[governor.part]!.verb!
  if (!takesPart.test(verb.phrasal) && !takesPart.test(verb.lemma)) return []
  return verb.passive && verb.lemma !== 'grant' ? [] : subjectOf(clause, governor.part)
}

/** Whose: "the premier's visit", "his talks"; empty when the noun has no owner. */
export function ownerOf(clause: Clause, at: number): number[] {
  const { draft, row } = clause
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const part = row[i]!
    if (part.kind === 'poss' && row[i - 1]?.kind === 'name') return groupTo(draft, row, i - 1)!.entities
    if (part.kind === 'name' && part.mention!.kind === 'pronoun') return actorsOf(draft, row, i)
    // "the envoy, whose talks at the palace ended"
    if (part.word === 'whose') return antecedent(clause, i)
    if (part.kind === 'name' && part.mention!.kind !== 'state' && row[i + 1]?.kind !== 'poss') return []
    if (
      part.kind === 'verb' ||
      part.kind === 'prep' ||
      part.kind === 'stop' ||
      part.kind === 'comma' ||
      part.kind === 'who'
    )
      return []
  }
  return []
}

/** States that stand before a noun: "U.S.-Thailand dialogue", "the Sarvonia-Ellion talks". */
export function statesBefore(clause: Clause, at: number): number[] {
  const { draft, row } = clause
  const found: number[] = []
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const part = row[i]!
    if (part.kind === 'name' && part.mention!.kind === 'state') found.unshift(part.mention!.entity)
    else if (
      part.kind !== 'word' &&
      part.kind !== 'and' &&
      part.kind !== 'stop' &&
      part.kind !== 'adv' &&
      part.kind !== 'noun'
    )
      break
  }
  return found.filter((index) => index >= 0 && draft.entities[index] !== undefined)
}

export const people = (clause: Clause, entities: number[]): number[] =>
  entities.filter((index) => isPerson(clause.draft, index))

/** Where the talk has been ("here": where the text is told from before all): a visit of their own, where the item is told from, the last visit told, what the text is about; no home of these visitors. */
export function placeInTalk(clause: Clause, visitors: number[], here = false): Where {
  const { draft, earlier, sentence } = clause
  const home = statesOf(draft, visitors)
  const recent = (sentences: number): Sighting[] =>
    earlier.filter(
      (sighting) => sighting.where.state !== null && sentence.index - sighting.sentence <= sentences,
    )
  const own = recent(8).findLast((sighting) => sighting.visitors.some((index) => visitors.includes(index)))
  if (own && !here) return own.where
  const lastVisit = (sentences: number): Where =>
    recent(sentences).findLast(({ kind, where }) => kind === 'visit' && !home.includes(where.state!))
      ?.where ?? nowhere
  const frame = frameOf(draft)
  const stage = frame.stage(sentence.paragraph)
  const candidates = [
    frame.digest ? stage : nowhere,
    lastVisit(8),
    openingBefore(clause),
    stage,
    homeOf(draft),
  ]
  return candidates.find(({ state }) => state !== null && !home.includes(state)) ?? nowhere
}

/** The place or state that opens the sentence before: "Ellion has seldom been so busy." */
function openingBefore({ draft, sentence }: Clause): Where {
  const before = draft.mentions.findLast(
    ({ start, kind }) => start < sentence.start && /^(?:place|state)$/.test(kind),
  )
  const opens = draft.analysis.sentences.some(
    ({ start, index }) => start === before?.start && sentence.index - index === 1,
  )
  return opens ? placeOf(draft, before!) : nowhere
}

const placeOf = (draft: Draft, mention: Mention): Where => ({
  words: mention.kind === 'place' ? placeWords(draft, mention) : null,
  state: draft.entities[mention.entity]?.state ?? null,
})

/** The place told last in the sentence before part `at`, else where the talk has been. */
export function placeToldBefore(clause: Clause, at: number, visitors: number[]): Where {
  const { draft, row } = clause
  const home = statesOf(draft, visitors)
  for (let i = at - 1; i >= 0; i--) {
    if (!isPlacePart(row[i]) || row[i + 1]?.kind === 'poss' || row[i]!.mention!.entity < 0) continue
    const modifies = row[i]!.mention!.kind === 'state' && row[i + 1]?.kind === 'word'
    const where = placesAt(draft, row, [i])[0]
    if (where?.state && !modifies && !home.includes(where.state)) return where
  }
  return placeInTalk(clause, visitors)
}

/** "Her trip is noteworthy", a title: the words tell neither past nor future. */
export function isFaint(clause: Clause, governor: Governor | null): boolean {
  if (governor === null) return !clause.row.some((part) => part.verb !== null)
  const verb = clause.row[governor.part]!.verb!
  return (
    governor.as === 'subject' &&
    verb.tense === 'present' &&
    !verb.passive &&
    !/^(?:begin|start|end|take|last|continue)$/.test(verb.lemma)
  )
}
