// Status of a sighting: from the verb's tense, voice and modality, from cues around it, and from its date against publication.
import { parseDay } from './calendar.ts'
import { edtfDays } from './edtf.ts'
import type { Part, VerbGroup } from './parts.ts'
import type { ExchangeStatus } from './reading.ts'
import type { Clause } from './sighting.ts'

export { settleStatus } from './settling.ts'

const cancelling = new Set([
  'cancel',
  'call off',
  'scrap',
  'shelve',
  'abandon',
  'scrub',
  'skip',
  'forgo',
  'drop',
  'scuttle',
  'axe',
  'withdraw',
  'abort',
  'pull out',
  'back out',
  'bow out',
])
const postponing = new Set([
  'postpone',
  'put off',
  'delay',
  'defer',
  'suspend',
  'reschedule',
  'put back',
  'push back',
])
const denying = new Set(['deny', 'reject', 'dismiss', 'refute', 'rule out'])
/** "is considering a visit", "proposed talks": thought of, not settled. */
const pondering = new Set([
  'propose',
  'consider',
  'weigh',
  'mull',
  'speculate',
  'contemplate',
  'moot',
  'float',
  'rumour',
  'tip',
  'rumor',
  'whisper',
])
/** "plans to visit", "is due to meet": ahead, stated as plan. */
const planning = new Set([
  'plan',
  'schedule',
  'expect',
  'due',
  'slate',
  'set',
  'agree',
  'announce',
  'prepare',
  'intend',
  'arrange',
  'confirm',
  'vow',
  'promise',
  'pledge',
  'decide',
  'look',
  'pencil',
  'pencill',
  'book',
  'slot',
  'line',
])
/** Words that take a telling out of the facts: wishes, offers, speculation. */
const speculating = new Set(['may', 'might', 'could'])
const wishing = new Set([
  'hope',
  'want',
  'wish',
  'offer',
  'seek',
  'propose',
  'invite',
  'ask',
  'urge',
  'consider',
  'weigh',
  'mull',
  'refuse',
  'decline',
  'fail',
  'suggest',
  'speculate',
  'call',
  'try',
  'demand',
  'encourage',
])

/** What a verb says of what it governs: "called off his trip", "plans to visit", "may meet"; null: nothing special. */
export function frameStatus(verb: VerbGroup): ExchangeStatus | 'none' | null {
  const name = verb.phrasal
  if (cancelling.has(name)) return verb.negated ? null : 'cancelled'
  if (postponing.has(name)) return verb.negated ? null : 'postponed'
  // "did not rule out a meeting"
  if (denying.has(name)) return verb.negated ? 'possible' : 'denied'
  if (pondering.has(verb.lemma)) return 'possible'
  return wishing.has(verb.lemma) ? 'none' : null
}

/** Status of what the verb at part `at` tells, with the verbs that govern it; 'none': no exchange is told at all. */
export function statusOfVerb(clause: Clause, at: number): ExchangeStatus | 'none' {
  const { row } = clause
  const verb = row[at]!.verb!
  if (hasHabit(row, at) || hasNobody(row, at)) return 'none'
  if (verb.tense === 'infinitive') return statusOfInfinitive(clause, at)
  if (isNegated(row, at) && !isOnlyYet(clause, at))
    return /^(?:will|no longer)$/.test(verb.modal ?? '') || verb.tense === 'future' || isCalledOff(verb)
      ? 'cancelled'
      : 'none'
  if (verb.modal !== null) return modalStatus(clause, at, verb)
  if (isReported(row, at, 'if') || isReported(row, at, 'whether')) return 'possible'
  if (verb.tense === 'future') return isBelieved(row, at) ? 'possible' : 'announced'
  if (isDenied(row, at) || isDeniedDeed(row, at)) return 'denied'
  if (isSaidOf(row, at)) return 'possible'
  if (verb.tense === 'present') return statusOfPresent(clause, at, verb)
  if (verb.tense === 'ing') return statusOfParticiple(clause, at)
  if (isThereSince(clause, at, verb)) return 'ongoing'
  return 'occurred'
}

/** "did not meet", "never met". */
export const isNegated = (row: Part[], at: number): boolean =>
  row[at]!.verb!.negated || row[at - 1]?.word === 'never'

/** "newspapers believe that she will visit": what somebody reckons with. */
const isBelieved = (row: Part[], at: number): boolean => {
  const that = row.slice(0, at).findLastIndex(({ kind }) => kind === 'that' || kind === 'stop')
  const verb = row[that]?.word === 'that' ? row[that - 1]?.verb : null
  return !!verb && /^(?:believe|think|expect|reckon|suspect|guess|assume|suppose|fear)$/.test(verb.lemma)
}

/** "denied having met the envoy". */
const isDeniedDeed = (row: Part[], at: number): boolean => {
  const before = row[at - 1]?.verb
  return row[at]!.verb!.perfect && !!before && denying.has(before.phrasal)
}

/** "allegedly met": said of a deed that nobody vouches for. */
const isSaidOf = (row: Part[], at: number): boolean => row[at - 1]?.word === 'allegedly'

/** "would not be coming on Tuesday": what was settled is so no more. */
const isCalledOff = ({ modal, progressive }: VerbGroup): boolean => modal === 'would' && progressive

/** "has been in Ellion since Friday": there still. */
const isThereSince = ({ row }: Clause, at: number, { lemma, perfect, pastPerfect }: VerbGroup): boolean =>
  (lemma === 'be' || lemma === 'stay') &&
  perfect &&
  !pastPerfect &&
  row.slice(at + 1, at + 7).some(({ time }) => time?.kind === 'since' && time.edtf?.endsWith('/..'))

/** "is visiting", "is in Ellion"; "meets the premier today"; "will see A and have talks with B": as the verb it follows. */
function statusOfPresent(clause: Clause, at: number, verb: VerbGroup): ExchangeStatus | 'none' {
  const lasts = verb.progressive || verb.lemma === 'be'
  if (isAhead(clause, lasts ? 1 : 0)) return 'announced'
  if (lasts) return 'ongoing'
  const leader = leaderOf(clause, at)
  return leader < 0 ? 'occurred' : statusOfVerb(clause, leader)
}

/** The future or modal verb that a bare form is joined to by "and" with no name between; -1 when none. */
function leaderOf({ draft, row }: Clause, at: number): number {
  const token = draft.analysis.tokens[row[at]!.last - 1]!
  if (token.text !== token.lemma || row[at - 1]?.kind !== 'and') return -1
  const leader = row.slice(0, at).findLastIndex((part) => part.verb !== null)
  const verb = row[leader]?.verb
  if (!verb || row.slice(leader, at).some((part) => part.kind === 'stop' || part.kind === 'who')) return -1
  return verb.tense === 'future' || verb.tense === 'infinitive' || verb.modal !== null ? leader : -1
}

/** "may yet visit": "yet" denies only before "to" ("has yet to visit"). */
function isOnlyYet({ draft, row }: Clause, at: number): boolean {
  const words = draft.analysis.tokens
    .slice(row[at]!.first, row[at]!.last)
    .map(({ text }) => text.toLowerCase())
  return (
    words.includes('yet') &&
    !words.includes('to') &&
    !words.some((word) => /^(?:not|never|no|n['’]t)$/.test(word))
  )
}

function modalStatus(clause: Clause, at: number, verb: VerbGroup): ExchangeStatus | 'none' {
  if (isDenied(clause.row, at)) return 'denied'
  if (verb.modal === 'was to' && verb.perfect) return 'cancelled'
  if (verb.modal === 'was to')
    return clause.row.some((part) => part.verb && frameStatus(part.verb) === 'cancelled')
      ? 'cancelled'
      : 'announced'
  if (speculating.has(verb.modal!)) return 'possible'
  if (verb.modal === 'would')
    return clause.row
      .slice(0, at)
      .some((part) => part.verb && ['say', 'announce', 'confirm', 'tell', 'report'].includes(part.verb.lemma))
      ? 'announced'
      : 'possible'
  return 'none'
}

function statusOfInfinitive(clause: Clause, at: number): ExchangeStatus | 'none' {
  const { row } = clause
  if (row[at - 1]?.word === 'not') return 'none'
  // "has not decided whether to go"
  if (row[at - 1]?.word === 'whether') return 'possible'
  if (row[at - 1]?.word === 'likely') return 'possible'
  const governor = row.slice(0, at).findLast((part) => part.verb !== null)
  if (!governor) return 'announced'
  const verb = governor.verb!
  const own = frameStatus(verb)
  const index = row.indexOf(governor)
  if (own === 'none')
    return verb.lemma === 'call' || verb.lemma === 'invite'
      ? 'none'
      : verb.lemma === 'hope' || verb.lemma === 'want'
        ? 'possible'
        : 'none'
  if (own !== null) return own
  if (
    verb.pastPerfect &&
    /^(?:intend|plan|hope|schedule|expect|due|be|mean|suppose|slate|set|book|tip)$/.test(verb.lemma)
  )
    return 'cancelled'
  // "meant to visit in 2029": and did not
  if (verb.tense === 'past' && !verb.passive && verb.lemma === 'mean') return 'cancelled'
  // "was meant to visit in March": and did not
  if (verb.tense === 'past' && verb.passive && /^(?:mean|suppose)$/.test(verb.lemma)) return 'cancelled'
  // "is said to have met": said of a deed that nobody vouches for
  if (
    row[at]!.verb!.perfect &&
    verb.passive &&
    /^(?:say|believe|think|understand|rumou?r|report|allege)$/.test(verb.lemma)
  )
    return 'possible'
  if (verb.lemma === 'be' && isFirstTo(clause, index, at))
    return verb.tense === 'future' || verb.modal !== null ? statusOfVerb(clause, index) : 'occurred'
  if (verb.modal === 'was to' || (verb.lemma === 'be' && verb.tense === 'past' && index === at - 1))
    return 'announced'
  if (verb.lemma === 'expect' && !verb.passive) return 'possible'
  if (verb.negated && planning.has(verb.lemma)) return 'none'
  if (planning.has(verb.lemma) || verb.lemma === 'be') return 'announced'
  // purpose: "travelled to Ellion to meet the premier" has the standing of the travelling
  const outer = verb.tense === 'infinitive' ? statusOfInfinitive(clause, index) : statusOfVerb(clause, index)
  return outer
}

/** "is the first minister to visit Ellion since 2009": a fact, whatever follows "to". */
function isFirstTo({ draft, row }: Clause, from: number, to: number): boolean {
  if (row.slice(from + 1, to).some(({ kind }) => kind === 'stop' || kind === 'who')) return false
  return draft.analysis.tokens
    .slice(row[from]!.last, row[to]!.first)
    .some(({ text }) => /^(?:first|second|third|fourth|last|latest|only|highest-ranking)$/.test(text))
}

function statusOfParticiple(clause: Clause, at: number): ExchangeStatus | 'none' {
  const before = clause.row[at - 1]
  // "denied meeting the envoy", "is considering visiting"
  if (before && /^(?:currently|now|presently|still)$/.test(before.word)) return 'ongoing'
  const framed = before?.verb && frameStatus(before.verb)
  if (framed) return framed
  // "will be received by the king before going on to Ellion"
  if (
    before?.word === 'before' &&
    clause.row.slice(0, at).findLast((part) => part.verb)?.verb?.tense === 'future'
  )
    return 'announced'
  if (before?.kind === 'prep' && (before.word === 'before' || before.word === 'of')) return 'occurred'
  const governor = clause.row.find(
    (part, i) =>
      part.verb !== null && i !== at && part.verb.tense !== 'infinitive' && part.verb.tense !== 'ing',
  )
  if (governor?.verb?.tense === 'future') return 'announced'
  return 'occurred'
}

/** "denied a report that the minister would fly": what follows the denial. */
const isDenied = (row: Part[], at: number): boolean =>
  row
    .slice(0, at)
    .some(
      (part, i) =>
        part.verb !== null &&
        denying.has(part.verb.phrasal) &&
        row.slice(i, at).some((other) => other.kind === 'that'),
    )

/** "No minister has been to Ellion since": nobody did. */
function hasNobody(row: Part[], at: number): boolean {
  const no = row.findLastIndex(
    (part, i) => i < at && ((part.kind === 'det' && part.word === 'no') || part.word === 'neither'),
  )
  return (
    no >= 0 && at - no < 9 && !row.slice(no, at).some((part) => part.verb !== null || part.kind === 'stop')
  )
}

/** "meets his counterpart today": the present of a programme, from `days` after publication on. */
const isAhead = (clause: Clause, days: number): boolean => {
  const today = parseDay(clause.draft.publishedOn)
  return (
    today !== null &&
    clause.times.some(
      (time) =>
        (time.kind === 'day' || time.kind === 'interval') &&
        (edtfDays(time.edtf)?.first ?? 0) >= today + days,
    )
  )
}

const habits = new Set([
  'typically',
  'usually',
  'often',
  'regularly',
  'rarely',
  'seldom',
  'routinely',
  'always',
  'generally',
  'normally',
  'traditionally',
  'habitually',
])

const hasHabit = (row: Part[], at: number): boolean =>
  row.slice(Math.max(0, at - 3), at + 2).some((part) => habits.has(part.word)) &&
  row[at]!.verb!.tense === 'present'

const isReported = (row: Part[], at: number, word: string): boolean =>
  row.slice(Math.max(0, at - 5), at).some((part) => part.kind === 'that' && part.word === word)
