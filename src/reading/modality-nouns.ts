// Status of what a noun names ("talks may resume", "a visit was put off"): from its governor, its adjectives, the noun it hangs on.
import { previousVerb } from './arguments.ts'
import { frameStatus, isNegated, statusOfVerb } from './modality.ts'
import type { Part, VerbGroup } from './parts.ts'
import type { ExchangeStatus } from './reading.ts'
import type { Governor } from './rules/sides.ts'
import type { Clause } from './sighting.ts'

type Standing = ExchangeStatus | 'none'

const listed = (standing: Standing, words: string): [string, Standing][] =>
  words.split(' ').map((word) => [word, standing])

/** Adjectives before the noun: "a possible visit", "the cancelled trip". */
const adjectives = new Map<string, Standing>([
  ...listed('possible', 'possible potential likely prospective eventual mooted rumoured rumored proposed'),
  ...listed('announced', 'upcoming forthcoming planned coming scheduled impending looming'),
  ...listed('cancelled', 'cancelled canceled aborted scrapped abandoned'),
  ...listed('postponed', 'postponed delayed deferred'),
])

/** Nouns that a journey or a meeting hangs on: "the cancellation of a visit", "plans for talks", "an appeal for talks". */
const heads = new Map<string, Standing>([
  ...listed('cancelled', 'cancellation'),
  ...listed('postponed', 'postponement deferral'),
  ...listed(
    'possible',
    'speculation rumour rumours rumor rumors possibility prospect prospects chance chances likelihood idea proposal suggestion hint hints talk',
  ),
  ...listed('announced', 'plan plans preparation preparations arrangements announcement'),
  ...listed(
    'none',
    'call calls demand demands appeal appeals request requests lack absence refusal need offer',
  ),
])

/** Verbs that reach their noun by a preposition: "pulled out of a meeting", "called for talks", "hinted at a visit". */
const reached = new Map<string, Standing>([
  ...listed('none', 'call/for push/for press/for appeal/for ask/for urge/to'),
  ...listed('possible', 'hint/at point/to'),
  ...listed('announced', 'prepare/for agree/on agree/to look/to ready/for plan/for'),
  ...listed('cancelled', 'pull/of back/of withdraw/from bow/of drop/of'),
])

/** What may be said of a noun while it is only thought of: "is likely", "is under discussion", "is off". */
const predicates: [RegExp, Standing][] = [
  [/^(?:also |still |now |very |highly |quite |more |less )*(?:likely|possible|conceivable|uncertain|unlikely|doubtful|unclear)\b/, 'possible'],
  [/^(?:also |still |now )*(?:under (?:discussion|consideration)|in doubt|on the (?:cards|table)|in question|up in the air|being (?:discussed|considered|weighed|explored|mulled|floated))\b/, 'possible'],
  [/^(?:also |still |now )*(?:in (?:the works|preparation|the pipeline|the offing|prospect)|on the (?:calendar|agenda for)|being (?:planned|prepared|arranged))\b/, 'announced'],
  [/^(?:already |still |now )*(?:under ?way|in progress|in full swing|in (?:its|their) \w+ day)\b/, 'ongoing'],
  [/^(?:now )?off\b(?! to)/, 'cancelled'],
  [/^(?:now |still )?(?:on hold|on ice)\b/, 'postponed'],
] // biome-ignore format: a table

/** What an exchange does when it comes about; anything else ("could mark a turn") takes it as given. */
const happening =
  /^(?:take|be|begin|start|end|last|happen|occur|conclude|follow|come|focus|cover|resume|continue|open|go|proceed|materiali[sz]e|hold|arrange|schedule|plan|convene|set|host|pay|make|expect|confirm|announce)$/
const failing = /^(?:fall|collapse|evaporate)$/

/** Status of what the noun at `at` names; 'none' when no exchange is told. */
export function statusOfNoun(clause: Clause, at: number, governor: Governor | null): Standing {
  const { row } = clause
  const before = row[at - 1]
  if (before?.word === 'such' && row[at - 2]?.word === 'no') return 'denied'
  if (before?.kind === 'det' && before.word === 'no') return 'none'
  const main = mainVerb(row, at)
  if (main) return main
  const verb = governor ? row[governor.part]!.verb! : null
  const framed = verb && frameOf(clause, at, governor!, verb)
  if (framed) return framed
  return (
    headOf(row, at) ??
    reachedBy(row, at) ??
    adjectiveOf(row, at) ??
    (governor && verb ? governed(clause, governor, verb) : loose(clause, at))
  )
}

/** "the visit, which was to have begun on Monday, has been put off"; ", put off since May, has been dropped": what the clause behind the aside does with it. */
function mainVerb(row: Part[], at: number): Standing | null {
  const comma = row.findIndex(({ kind }, i) => i > at && /^(?:comma|verb|stop)$/.test(kind))
  const aside = row[comma + 1]
  if (row[comma]?.kind !== 'comma' || (aside?.word !== 'which' && !aside?.verb)) return null
  const close = row.findIndex(({ kind }, i) => i > comma && /^(?:comma|stop)$/.test(kind))
  const verb = row[close]?.kind === 'comma' ? row[close + 1]?.verb : null
  const said = verb ? frameStatus(verb) : null
  return said ?? (aside.word === 'which' && !(verb && happening.test(verb.lemma)) ? putOff(row, comma) : null)
}

/** "the visit, which had been deferred from May". */
function putOff(row: Part[], comma: number): Standing | null {
  const verb = row.slice(comma + 1, comma + 5).find((part) => part.verb)?.verb
  const standing = verb?.passive ? frameStatus(verb) : null
  return standing === 'postponed' || standing === 'cancelled' ? standing : null
}

/** "called off a trip", "the visit was put back", "is considering a visit", "the talks fell through". */
function frameOf(clause: Clause, at: number, governor: Governor, verb: VerbGroup): Standing | null {
  const { row } = clause
  const status = frameStatus(withParticle(row, governor.part))
  if (status !== null)
    return verb.tense === 'infinitive' && statusOfVerb(clause, governor.part) === 'none' ? 'none' : status
  if (governor.as === 'object')
    return /^(?:discuss|explore|float|moot|contemplate|raise|negotiate)$/.test(verb.lemma) &&
      row[at - 1]?.word === 'a'
      ? 'possible'
      : null
  const next = row[governor.part + 1]?.word ?? ''
  // "the stop has been removed from the programme"
  if (verb.passive && /^(?:remove|strike|cut|delete|take)$/.test(verb.lemma) && next === 'from')
    return isProgramme(clause, governor.part) ? 'cancelled' : null
  if (failing.test(verb.lemma) && next === 'through') return 'cancelled'
  if (/^(?:come|amount)$/.test(verb.lemma) && next === 'to' && row[governor.part + 2]?.word === 'nothing')
    return 'cancelled'
  // "the trip has slipped into October"
  if (/^(?:slip|slide|drift)$/.test(verb.lemma) && /^(?:to|into|back|by)$/.test(next)) return 'postponed'
  if (isNegated(row, governor.part) && verb.tense === 'past' && happening.test(verb.lemma)) return 'cancelled'
  return verb.lemma === 'be' ? predicateOf(clause, governor.part) : null
}

const isProgramme = ({ row }: Clause, verb: number): boolean =>
  row
    .slice(verb + 2, verb + 6)
    .some(({ word }) => /^(?:program(?:me)?|schedule|itinerary|agenda|list|calendar|diary)$/.test(word))

/** "was pushed back to June": the particle may stand apart from its verb. */
function withParticle(row: Part[], at: number): VerbGroup {
  const [verb, next] = [row[at]!.verb!, row[at + 1]?.word ?? '']
  return verb.phrasal === verb.lemma && /^(?:off|back|out)$/.test(next)
    ? { ...verb, phrasal: `${verb.lemma} ${next}` }
    : verb
}

function predicateOf({ draft, sentence, row }: Clause, at: number): Standing | null {
  const { tokens, text } = draft.analysis
  const end = tokens[row[at]!.last - 1]!.end
  const words = text
    .slice(end, Math.min(end + 60, sentence.end))
    .trimStart()
    .toLowerCase()
  return predicates.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** The noun that this one hangs on by "of", "for", "about": its standing, if it gives one. */
function headOf(row: Part[], at: number): Standing | null {
  const prep = prepBefore(row, at)
  if (prep < 1 || !/^(?:of|for|about|on|over)$/.test(row[prep]!.word)) return null
  const head = row[prep - 1]!
  return head.verb ? null : (heads.get(head.word) ?? null)
}

function reachedBy(row: Part[], at: number): Standing | null {
  const prep = prepBefore(row, at)
  if (prep < 1) return null
  for (let i = prep - 1; i >= Math.max(0, prep - 3); i--) {
    const verb = row[i]!.verb
    // "is on a visit to Ellion": there now
    if (verb?.lemma === 'be' && row[prep]!.word === 'on' && verb.tense === 'present') return 'ongoing'
    if (verb) return verb.negated ? null : (reached.get(`${verb.lemma}/${row[prep]!.word}`) ?? null)
    if (!/^(?:adv|prep|word)$/.test(row[i]!.kind)) return null
  }
  return null
}

/** The preposition that the noun's phrase stands after: over its article, adjectives and owner; -1 when none. */
function prepBefore(row: Part[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - 6); i--) {
    const part = row[i]!
    if (part.kind === 'prep') return i
    if (!/^(?:det|word|adv|poss|name)$/.test(part.kind)) return -1
  }
  return -1
}

function adjectiveOf(row: Part[], at: number): Standing | null {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (row[i]!.kind === 'prep' || row[i]!.kind === 'comma') return null
    const standing = adjectives.get(row[i]!.word)
    if (standing) return standing
  }
  return null
}

function governed(clause: Clause, governor: Governor, verb: VerbGroup): Standing {
  if (verb.lemma === 'plan' && verb.tense !== 'past') return 'announced'
  // "is pencilled in for June", "was booked for 3 June"
  if (
    governor.as === 'subject' &&
    verb.passive &&
    /^(?:pencill?|book|schedule|slate|time|arrange|fix|earmark|slot|line)$/.test(verb.lemma)
  )
    return 'announced'
  if (governor.as === 'subject' && !happening.test(verb.lemma)) return 'occurred'
  const status = statusOfVerb(clause, governor.part)
  // "the visit is the first": says nothing of its time
  return status === 'ongoing' && verb.lemma === 'be' ? 'occurred' : status
}

/** "During her stay in Ellion she will meet the premier": the stay is ahead as the meeting is. */
function isInOpening({ row }: Clause, at: number): boolean {
  if (!/^(?:during|on|in|as|at|while)$/.test(row[0]?.word ?? '')) return false
  return row.find((part, i) => i > at && part.verb !== null)?.verb?.tense === 'future'
}

/** Nothing governs it: it stands as the verb before it does, unless that is a verb of speaking about it. */
function loose(clause: Clause, at: number): Standing {
  const verb = previousVerb(clause, at)
  if (verb < 0) return isInOpening(clause, at) ? 'announced' : 'occurred'
  const status = statusOfVerb(clause, verb)
  // "was to have gone there for talks": no talks either
  if ((status === 'cancelled' || status === 'postponed') && clause.row[at - 1]?.word === 'for') return status
  return status === 'announced' || status === 'possible' ? status : 'occurred'
}
