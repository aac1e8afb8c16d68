// Whose words a quotation gives: attribution behind it, before it, in the next sentence, or carried on from the one before.
import type { Sentence } from '../language/analysis.ts'
import type { Draft } from './draft.ts'
import { entityAt, mentionsBetween } from './entities.ts'
import type { QuotedRun } from './quotations-runs.ts'
import { type Speaker, subjectAfter, subjectBefore, unknownSpeaker } from './speakers-subject.ts'
import type { SpeechCues } from './speakers-verbs.ts'

/** A quoted run with its place among tokens and sentences. */
export interface PlacedRun extends QuotedRun {
  /** First token behind the opening mark; token of the closing mark or the first one behind the run. */
  first: number
  last: number
  /** First token behind the closing mark. */
  after: number
  /** Where the words that may tell the speaker begin and end: bounded by sentence and neighbouring runs. */
  lead: number
  tail: number
  sentence: Sentence
  paragraph: number
}

/** How a speaker was told; 'none': not at all. */
export type Attribution = {
  how: 'behind' | 'before' | 'according' | 'colon' | 'next' | 'carried' | 'label' | 'none'
  speaker: Speaker | null
}

const NOBODY: Attribution = { how: 'none', speaker: null }

/** Finds the speaker of a run; `previous` is the run before with its attribution. */
export function attribute(
  draft: Draft,
  cues: SpeechCues,
  run: PlacedRun,
  previous: { run: PlacedRun; told: Attribution } | null,
): Attribution {
  const told =
    behind(draft, cues, run) ??
    wordsOf(draft, cues, run) ??
    split(run, previous) ??
    before(draft, cues, run, previous) ??
    label(draft, run) ??
    colon(draft, cues, run) ??
    nextSentence(draft, cues, run) ??
    carried(draft, run, previous) ??
    toldBefore(draft, cues, run) ??
    subjectOfSentenceBefore(draft, cues, run) ??
    NOBODY
  return resolvePronoun(draft, run, told, previous)
}

/** Words that go on with the quoting sentence and attribute nothing: "… but", "… to reporters". */
const CONTINUES = new Set(
  `and but or to in on at by with as for of that which during if when while before after since because from into over about
  though although is was are were has have had would will`.split(/\s+/),
)

/** "…," said Okello; "…," the minister told reporters; "…", according to the ministry. */
function behind(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
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
function split(run: PlacedRun, previous: { run: PlacedRun; told: Attribution } | null): Attribution | null {
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
const isInflected = (cues: SpeechCues, word: string): boolean =>
  cues.verbs.has(word) && (/(s|ed|ing)$/.test(word) || /^(said|told|wrote|spoke)$/.test(word))
const PLAIN = new Set(['say', 'tell', 'add', 'write', 'argue', 'warn', 'insist', 'believe', 'think'])

const isSpeechVerb = (cues: SpeechCues, word: string): boolean => cues.verbs.has(word)

/** Okello said "…"; the minister warned of "…"; he was quoted as saying that "…"; in the words of the agency, "…". */
function before(
  draft: Draft,
  cues: SpeechCues,
  run: PlacedRun,
  previous: { run: PlacedRun; told: Attribution } | null,
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
    if (
      (goesOn || isInflected(cues, word) || (isSpeechVerb(cues, word) && tokens[at]!.text === word)) &&
      !isNounHere(draft, cues, at) &&
      !isTalk(draft, at)
    )
      return { how: 'before', speaker: speakerOfVerb(draft, cues, run, at, previous) }
  }
  return null
}

/** "spoke by phone", "spoke to the envoy": talking, not saying; "spoke of a new dawn" says. */
const isTalk = (draft: Draft, at: number): boolean =>
  /^(speak|speaks|spoke|spoken|speaking)$/.test(draft.analysis.tokens[at]!.text) &&
  !/^(of|about|out)$/.test(draft.analysis.tokens[at + 1]?.text ?? '')

/** "report", "claim", "answer", "address" behind a determiner are nouns. */
function isNounHere(draft: Draft, cues: SpeechCues, at: number): boolean {
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
  previous: { run: PlacedRun; told: Attribution } | null,
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

/** Okello rejected the plan: "…"; Okello defended her choice, "It is …": no speech verb, but a mark and a whole sentence. */
function colon(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const { tokens } = draft.analysis
  const mark = tokens[run.first - 2]?.text
  if (run.first - 2 < run.sentence.first || (mark !== ':' && mark !== ',')) return null
  if (mark === ',' && !/^\p{Lu}/u.test(tokens[run.first]?.text ?? '')) return null
  const speaker = sentenceSubject(draft, cues, run, run.first - 2)
  return speaker || mark === ':' ? { how: 'colon', speaker } : null
}

/** The first in the sentence who can be a subject, looked for verb by verb from its start. */
function sentenceSubject(draft: Draft, cues: SpeechCues, run: PlacedRun, end: number): Speaker | null {
  for (let at = run.sentence.first + 1; at < end; at++) {
    const token = draft.analysis.tokens[at]!
    if (token.tag !== 'VERB' && token.tag !== 'AUX' && !cues.verbs.has(token.text.toLowerCase())) continue
    const subject = subjectBefore(draft, cues, run.sentence.first, at)
    if (subject) return subject
  }
  return null
}

/** "SECRETARY OKELLO: …": the label that opens a paragraph of a transcript. */
function label(draft: Draft, run: PlacedRun): Attribution | null {
  const { tokens, sentences, paragraphs } = draft.analysis
  const paragraph = paragraphs[run.paragraph]
  const first =
    paragraph && run.sentence.paragraph === run.paragraph ? firstTokenOf(draft, run.paragraph, sentences) : -1
  if (first < 0 || first >= run.first) return null
  for (let at = first; at < Math.min(first + 9, run.first - 1); at++) {
    if (tokens[at]!.text !== ':') continue
    const letters = tokens.slice(first, at).filter((token) => /\p{L}/u.test(token.text))
    const isLabel = letters.length > 0 && letters.every((token) => /^\p{Lu}/u.test(token.text))
    return isLabel ? { how: 'label', speaker: subjectAfterLabel(draft, first, at) } : null
  }
  return null
}

function firstTokenOf(draft: Draft, paragraph: number, sentences: Sentence[]): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.paragraph < paragraph) low = middle + 1
    else high = middle
  }
  return sentences[low]?.paragraph === paragraph ? sentences[low]!.first : draft.analysis.tokens.length
}

function subjectAfterLabel(draft: Draft, first: number, colonAt: number): Speaker | null {
  return subjectAfter(draft, EMPTY_CUES, first, colonAt)
}
const EMPTY_CUES: SpeechCues = { verbs: new Set(), nouns: new Set(), speakers: new Set(), bodies: new Map() }

/** A following "According to Okello, the trip …" tells afterwards. */
function nextSentence(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const { sentences, tokens } = draft.analysis
  const next = sentences[run.sentence.index + 1]
  if (!next || run.after < run.sentence.last) return null
  const words = tokens.slice(next.first, next.first + 6).map((token) => token.text.toLowerCase())
  if (words[0] === 'according' && words[1] === 'to')
    return { how: 'next', speaker: subjectAfter(draft, cues, next.first + 2, next.last) }
  return null
}

/** "…". That's the words of the presidency. */
function wordsOf(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const next = draft.analysis.sentences[run.sentence.index + 1]
  if (!next || run.after < run.sentence.last || next.paragraph !== run.paragraph) return null
  const words = draft.analysis.tokens
    .slice(next.first, next.first + 7)
    .map((token) => token.text.toLowerCase())
  const of = words.indexOf('words')
  if (of < 0 || words[of + 1] !== 'of') return null
  return {
    how: 'next',
    speaker: subjectAfter(draft, cues, next.first + of + 2, next.last) ?? unknownSpeaker(next.first),
  }
}

/** A quotation that fills its sentence goes on with the speaker of the one before in the paragraph, or across a repeated opening mark. */
function carried(
  draft: Draft,
  run: PlacedRun,
  previous: { run: PlacedRun; told: Attribution } | null,
): Attribution | null {
  if (!previous || previous.told.how === 'none') return null
  const alone = run.first - 1 <= run.sentence.first
  // 'hoped that they would "…" and that both sides would "…"'
  if (previous.run.sentence === run.sentence) return { how: 'carried', speaker: previous.told.speaker }
  const near =
    previous.run.paragraph === run.paragraph ||
    previous.run.continues ||
    (run.paragraph - previous.run.paragraph === 1 && alone)
  if (!near) return null
  const joined = /^(,|and|or|but|,\s*and)$/.test(
    draft.analysis.text.slice(previous.run.close, run.open).trim(),
  )
  return alone || joined || previous.run.continues ? { how: 'carried', speaker: previous.told.speaker } : null
}

/** A quotation that is a paragraph of its own: "Okello said she was appealing to the rich." stood in the sentence before. */
function toldBefore(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const earlier = draft.analysis.sentences[run.sentence.index - 1]
  if (!earlier || run.first - 1 > run.sentence.first || run.sentence.paragraph - earlier.paragraph > 1)
    return null
  for (let at = earlier.last - 1; at > earlier.first; at--) {
    const word = draft.analysis.tokens[at]!.text.toLowerCase()
    if (!isInflected(cues, word) || isNounHere(draft, cues, at) || isTalk(draft, at)) continue
    const speaker = subjectBefore(draft, cues, earlier.first, at)
    if (speaker && !speaker.pronoun) return { how: 'carried', speaker }
  }
  return null
}

/** 'Falk was blunt. "This cannot go on."': a quotation alone in its sentence, behind one about a single person. */
function subjectOfSentenceBefore(draft: Draft, cues: SpeechCues, run: PlacedRun): Attribution | null {
  const earlier = draft.analysis.sentences[run.sentence.index - 1]
  if (!earlier || run.first - 1 > run.sentence.first || run.sentence.paragraph !== earlier.paragraph)
    return null
  if (run.after < run.sentence.last) return null
  const people = mentionsBetween(draft, earlier.first, earlier.last).filter((one) => one.kind === 'person')
  const speaker = sentenceSubject(draft, cues, { ...run, sentence: earlier }, earlier.last)
  return people.length === 1 && speaker?.name ? { how: 'carried', speaker } : null
}

/** "she said … he added": two people. */
function isOtherPronoun(draft: Draft, a: number, b: number): boolean {
  const [one, other] = [a, b].map((at) => draft.analysis.tokens[at]?.text.toLowerCase() ?? '')
  return /^(he|she)$/.test(one!) && /^(he|she)$/.test(other!) && one !== other
}

/** "He added" is whoever spoke before in the paragraph; else the person the coreference step found; else the last speaker of that kind. */
function resolvePronoun(
  draft: Draft,
  run: PlacedRun,
  told: Attribution,
  previous: { run: PlacedRun; told: Attribution } | null,
): Attribution {
  const speaker = told.speaker
  if (!speaker?.pronoun) return told
  const last = previous?.told.speaker ?? null
  const fits =
    last !== null && (speaker.pronoun === 'he') === !last.body && !isOtherPronoun(draft, last.at, speaker.at)
  const named =
    previous !== null &&
    mentionsBetween(draft, previous.run.after, speaker.at).some((mention) => mention.kind === 'person')
  if (fits && !named && previous!.run.paragraph === run.paragraph)
    return { ...told, speaker: { ...last, at: speaker.at } }
  const entity = entityAt(draft, speaker.at)
  if (entity && (entity.kind === 'person' || entity.kind === 'organization')) {
    const body = entity.kind === 'organization'
    return {
      ...told,
      speaker: {
        ...unknownSpeaker(speaker.at),
        name: entity.name,
        person: body ? null : entity.id,
        state: entity.state,
        office: entity.office,
        body,
      },
    }
  }
  return { ...told, speaker: fits ? { ...last, at: speaker.at } : { ...speaker, pronoun: null } }
}
