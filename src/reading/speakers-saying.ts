// Speakers told by a verb of saying in the sentence of the quotation: behind it, before it, between its halves.
import type { Draft } from './draft.ts'
import { EMPTY_CUES, sentenceSubject } from './speakers-around.ts'
import type { Attribution, PlacedRun, Previous } from './speakers-run.ts'
import { type Speaker, subjectAfter, subjectBefore, unknownSpeaker } from './speakers-subject.ts'
import type { SpeechCues } from './speakers-verbs.ts'

/** Words that go on with the quoting sentence and attribute nothing: "… but", "… to reporters". */
const CONTINUES = new Set(
  `and but or to in on at by with as for of that which during if when while before after since because from into over about
  though although is was are were has have had would will`.split(/\s+/),
)

/** "…," said Okello; "…," the minister told reporters; "…", according to the ministry. */
export function behind(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const { tokens } = draft.analysis
  let at = run.after
  while (at < run.tail && /^[,–—-]$/.test(tokens[at]!.text)) at++
  if (at >= run.tail) return null
  const word = tokens[at]!.text.toLowerCase()
  if (word === 'according' && tokens[at + 1]?.text === 'to')
    return { how: 'according', speaker: subjectAfter(draft, cues, at + 2, run.tail) }
  // '"oldest ally" added that …': what follows is said, and the speaker stands in front.
  if (isInflected(cues, word)) {
    const inverted = !/^(that|to|in|on|at|it|by|for|how|why|as|,)$/.test(tokens[at + 1]?.text ?? ',')
    return inverted
      ? { how: 'behind', speaker: subjectAfter(draft, cues, at + 1, run.tail) ?? unknownSpeaker(at) }
      : null
  }
  if (CONTINUES.has(word)) return null
  const verb = firstVerb(draft, cues, at, Math.min(run.tail, at + 24))
  if (verb <= at) return null
  const object =
    /^(quoted|quotes|cited|cites)$/.test(tokens[verb]!.text) &&
    tokens.slice(verb, verb + 8).some((token) => token.text === 'as')
      ? quotedObject(draft, verb)
      : null
  const speaker = object ?? subjectBefore(draft, cues, at, verb)
  // '"…," further saying, "…"' names nobody: the speaker stands in front.
  return speaker || !tokens[verb]!.text.endsWith('ing')
    ? { how: 'behind', speaker: speaker ?? unknownSpeaker(at) }
    : null
}

/** "to … ," tweeted Okello "to help …": the words between two halves name the speaker of both. */
export function split(run: PlacedRun, previous: Previous): Attribution | null {
  const halves =
    previous?.told.how === 'behind' &&
    previous.run.sentence === run.sentence &&
    run.lead === previous.run.after
  return halves ? { how: 'carried', speaker: previous.told.speaker } : null
}

/** First speech verb at or behind `from` before the clause ends; -1 when there is none. */
function firstVerb(draft: Draft, cues: SpeechCues, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const word = draft.analysis.tokens[at]!.text.toLowerCase()
    if (/^[.;:?!“"]$/.test(word)) return -1
    if ((isInflected(cues, word) && !cues.nouns.has(word)) || PLAIN.has(word)) return at
    if (
      cues.nouns.has(word) &&
      /^(read|reads|said|says|added|went)$/.test(draft.analysis.tokens[at + 1]?.text ?? '')
    )
      return at + 1
  }
  return -1
}

/** "State", "report" and "note" are nouns more often than verbs; "says" and "noted" are not. */
export const isInflected = (cues: SpeechCues, word: string): boolean =>
  cues.verbs.has(word) && (/(s|ed|ing)$/.test(word) || /^(said|told|wrote|spoke)$/.test(word))
const PLAIN = new Set(['say', 'tell', 'add', 'write', 'argue', 'warn', 'insist', 'believe', 'think'])

const isSpeechVerb = (cues: SpeechCues, word: string): boolean => cues.verbs.has(word)

/** Okello said "…"; the minister warned of "…"; he was quoted as saying that "…"; in the words of the agency, "…". */
export function before(
  draft: Draft,
  cues: SpeechCues,
  run: PlacedRun,
  previous: Previous,
): Attribution | null {
  const { tokens } = draft.analysis
  for (let at = run.first - 2; at >= run.lead; at--) {
    const word = tokens[at]!.text.toLowerCase()
    if (word === 'words' && /^(the|his|her|its|their)$/.test(tokens[at - 1]?.text.toLowerCase() ?? ''))
      return inWords(draft, cues, run, at)
    if (word === 'according' && tokens[at + 1]?.text === 'to')
      return { how: 'according', speaker: subjectAfter(draft, cues, at + 2, run.first) }
    // "The journey, he went on, would “…”"
    const goesOn = /^(went|goes)$/.test(word) && tokens[at + 1]?.text === 'on'
    // "Okello let slip that it had been “…”"; "the minister made it plain that"
    const letsOn =
      (word === 'let' && /^(on|slip|it|drop)$/.test(tokens[at + 1]?.text ?? '')) ||
      (/^(made|makes)$/.test(word) && /^(?:it )?(clear|plain|known)\b/.test(wordsFrom(draft, at + 1)))
    if (
      (goesOn ||
        letsOn ||
        isInflected(cues, word) ||
        (isSpeechVerb(cues, word) && tokens[at]!.text === word)) &&
      !isNounHere(draft, cues, at) &&
      !isTalk(draft, at)
    )
      return { how: 'before', speaker: speakerOfVerb(draft, cues, run, at, previous) }
  }
  return null
}

/** Two tokens as written. */
const wordsFrom = ({ analysis: { tokens } }: Draft, at: number): string =>
  `${tokens[at]?.text ?? ''} ${tokens[at + 1]?.text ?? ''}`

/** "spoke by phone", "spoke to the envoy": talking, not saying; "spoke of a new dawn" says. */
export const isTalk = (draft: Draft, at: number): boolean =>
  /^(speak|speaks|spoke|spoken|speaking)$/.test(draft.analysis.tokens[at]!.text) &&
  !/^(of|about|out)$/.test(draft.analysis.tokens[at + 1]?.text ?? '')

/** "report", "claim", "answer", "address" behind a determiner are nouns. */
export function isNounHere(draft: Draft, cues: SpeechCues, at: number): boolean {
  const token = draft.analysis.tokens[at]!
  const lead = draft.analysis.tokens[at - 1]?.text.toLowerCase() ?? ''
  if (/(ed|ing)$|^(said|told|wrote|spoke)$/.test(token.text)) return /^(the|a|an)$/.test(lead)
  return (
    /^(the|a|an|his|her|its|their|this|that|of|in|on|for|no|any|such|['’]s)$/.test(lead) ||
    (token.tag === 'NOUN' && cues.nouns.has(token.text.toLowerCase()))
  )
}

/** "in the words of the state agency", "in its words". */
function inWords(draft: Draft, cues: SpeechCues, run: PlacedRun, at: number): Attribution {
  const of = draft.analysis.tokens[at + 1]?.text === 'of'
  if (of)
    return { how: 'before', speaker: subjectAfter(draft, cues, at + 2, run.first) ?? unknownSpeaker(at) }
  return { how: 'before', speaker: sentenceSubject(draft, cues, run, at) ?? unknownSpeaker(at) }
}

function speakerOfVerb(
  draft: Draft,
  cues: SpeechCues,
  run: PlacedRun,
  verb: number,
  previous: Previous,
): Speaker {
  const quoted = quotedVerb(draft, run.sentence.first, verb)
  if (quoted >= 0) {
    const object = quotedObject(draft, quoted)
    if (object) return object
  }
  const limit = quoted >= 0 ? quoted : verb
  const near = subjectBefore(draft, cues, run.lead, limit)
  if (near) return near
  // '… said "the rains came," further saying, "…"': the subject stands before the first quotation, never in it.
  if (previous?.run.sentence !== run.sentence) return unknownSpeaker(verb)
  return (
    previous.told.speaker ??
    subjectBefore(draft, cues, run.sentence.first, previous.run.first - 1) ??
    unknownSpeaker(verb)
  )
}

/** Place of "quoted" in "quoted him as saying"; -1 when the verb is no such "saying". */
function quotedVerb(draft: Draft, first: number, verb: number): number {
  const { tokens } = draft.analysis
  if (tokens[verb - 1]?.text !== 'as') return -1
  for (let at = verb - 2; at >= Math.max(first, verb - 10); at--)
    if (/^(quoted|quotes|quoting|cited|citing|cites)$/.test(tokens[at]!.text)) return at
  return -1
}

/** Who is quoted: "quoted him as saying", "cites Minister Okello as telling". */
function quotedObject(draft: Draft, quoted: number): Speaker | null {
  if (/^(him|her)$/.test(draft.analysis.tokens[quoted + 1]?.text ?? ''))
    return { ...unknownSpeaker(quoted + 1), pronoun: 'he' }
  return subjectAfter(draft, EMPTY_CUES, quoted + 1, quoted + 7)
}
