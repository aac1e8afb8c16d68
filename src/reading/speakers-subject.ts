// Who is the subject of a speech verb: a person, a body, a state's side, or somebody the text does not name.
import type { Draft, Entity, Mention } from './draft.ts'
import { entityOf, mentionsBetween } from './entities.ts'
import type { Body, SpeechCues } from './speakers-verbs.ts'

/** Somebody who speaks. `name` null: the text does not name them ("a ministry official"), though their state may be told. */
export interface Speaker {
  name: string | null
  person: string | null
  state: string | null
  office: string | null
  /** Position among the tokens, to compare who stands nearer. */
  at: number
  /** A ministry, an office, an organization. */
  body: boolean
  /** A pronoun: whoever spoke last may be meant. */
  pronoun: 'he' | 'it' | null
}

/** Somebody at token `at` of whom nothing is known. */
export const unknownSpeaker = (at: number): Speaker => ({
  name: null,
  person: null,
  state: null,
  office: null,
  at,
  body: false,
  pronoun: null,
})

const PREPOSITIONS = new Set(
  `of with to by for from at in on about against between into over after before alongside under near toward towards than like among
  including despite via through without within beside besides upon`.split(/\s+/),
)
const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'its',
  'their',
  'our',
  'this',
  'that',
  'new',
  'former',
  'outgoing',
  'visiting',
  'then',
])
const PRONOUNS = new Map<string, 'he' | 'it'>([
  ['he', 'he'],
  ['she', 'he'],
  ['it', 'it'],
  ['they', 'it'],
  ['who', 'he'],
])
const POSSESSIVE = /^(['’]s|['’])$/

/** The speaker that ends nearest before token `verb`, not before `first`; null when nobody there can be the subject. */
export function subjectBefore(draft: Draft, cues: SpeechCues, first: number, verb: number): Speaker | null {
  const mentions = mentionsBetween(draft, first, verb)
  const bodies = bodiesBetween(draft, cues, first, verb)
  for (let at = verb - 1; at >= first; at--) {
    const body = bodies.find((each) => each.at === at)
    if (body && !inPhrase(draft, body.from)) return body.speaker
    const word = draft.analysis.tokens[at]!.text.toLowerCase()
    // "Tamm, who saw him in Ellion, let on": the name before "who"
    const whose = word === 'who' ? mentions.find((each) => at - each.last <= 1 && each.last <= at) : undefined
    if (whose && isNamedSpeaker(draft, whose)) return speakerOf(draft, whose)
    const pronoun = PRONOUNS.get(word)
    if (pronoun && !inPhrase(draft, at)) return { ...unknownSpeaker(at), pronoun }
    const mention = mentions.findLast((each) => each.last - 1 === at)
    // "Okello and Brandt promised": several, none of them by name.
    if (mention && canSpeak(draft, cues, mention, verb))
      return isJoined(draft, mention) ? unknownSpeaker(mention.first) : speakerOf(draft, mention)
    if (cues.speakers.has(draft.analysis.tokens[at]!.text.toLowerCase()) && !mention) {
      const start = headStart(draft, first, at)
      // "Okello, the acting prime minister of the islands, said": the name stands before the comma.
      const named =
        draft.analysis.tokens[start - 1]?.text === ','
          ? mentions.find((each) => each.last === start - 1 && isNamedSpeaker(draft, each))
          : undefined
      if (named) return speakerOf(draft, named)
      const owner = mentions.find((each) => each.last + 1 === at && isNamedSpeaker(draft, each))
      if (owner) return ownedOffice(draft, cues, owner) ?? unnamed(draft, first, at)
      if (!inPhrase(draft, start)) return unnamed(draft, first, at)
    }
    // "the Coastal Workers Union said": a name that no mention covers.
    if (!mention && isProper(draft, at)) {
      let start = at
      while (start > first && isProper(draft, start - 1)) start--
      // "at the reopening of Notre-Dame": the preposition stands before the hyphen's first half.
      const whole = draft.analysis.tokens[start - 1]?.text === '-' ? start - 2 : start
      if (
        !inPhrase(draft, start) &&
        !inPhrase(draft, whole) &&
        !/^[('’]/.test(draft.analysis.tokens[start - 1]?.text ?? '')
      )
        return properName(draft, start, at + 1)
      at = start
    }
  }
  return null
}

/** The speaker that starts nearest at or behind token `first`: "said Okello", "according to the ministry". */
export function subjectAfter(draft: Draft, cues: SpeechCues, first: number, last: number): Speaker | null {
  const { tokens } = draft.analysis
  const end = Math.min(last, first + 12)
  const bodies = bodiesBetween(draft, cues, first, end)
  for (let at = first; at < end; at++) {
    const word = tokens[at]!.text.toLowerCase()
    if (/^[.;:“”"]$/.test(word) || (at > first && /^(that|who|which)$/.test(word))) return null
    const mention = mentionsBetween(draft, at, at + 1)[0]
    if (PRONOUNS.has(word)) return { ...unknownSpeaker(at), pronoun: PRONOUNS.get(word)! }
    const body = bodies.find((each) => each.from === at)
    if (body && !(mention && entityOf(draft, mention)?.kind === 'person')) return body.speaker
    if (mention && isNamedSpeaker(draft, mention))
      return ownedOffice(draft, cues, mention) ?? speakerOf(draft, mention)
    if (!mention && at === first + (word === 'the' ? 1 : 0) && isProper(draft, at))
      return properName(draft, at, end)
    if (cues.speakers.has(word) && !mention) return namedBehind(draft, at, end) ?? unnamed(draft, first, at)
  }
  return null
}

const isProper = (draft: Draft, at: number): boolean =>
  draft.analysis.tokens[at]?.tag === 'PROPN' &&
  /^\p{Lu}/u.test(draft.analysis.tokens[at]!.text) &&
  !TIME_NAME.test(draft.analysis.tokens[at]!.text)
const TIME_NAME =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|[A-Z][a-z]{2}\.)$/

/** A name no mention covers ("said Coastal Workers Union"): its run of proper nouns. */
function properName(draft: Draft, first: number, limit: number): Speaker {
  const { tokens, text } = draft.analysis
  let last = first
  while (last + 1 < limit && isProper(draft, last + 1)) last++
  return { ...unknownSpeaker(first), name: text.slice(tokens[first]!.start, tokens[last]!.end), body: true }
}

/** "Okello's office", "Okello's ministry": an office speaks, or somebody in it who is not named. */
function ownedOffice(draft: Draft, cues: SpeechCues, mention: Mention): Speaker | null {
  const { tokens, text } = draft.analysis
  if (!POSSESSIVE.test(tokens[mention.last]?.text ?? '')) return null
  const noun = tokens[mention.last + 1]
  if (noun?.text === 'office')
    return {
      ...unknownSpeaker(mention.first),
      name: text.slice(mention.start, noun.end),
      state: entityOf(draft, mention)?.state ?? null,
      body: true,
    }
  return noun && cues.speakers.has(noun.text)
    ? { ...unknownSpeaker(mention.first), state: entityOf(draft, mention)?.state ?? null }
    : null
}

/** "said a spokesman, Ivo Brandt": the name may follow the word for the speaker. */
function namedBehind(draft: Draft, at: number, end: number): Speaker | null {
  const next = mentionsBetween(draft, at + 1, Math.min(end, at + 4)).find((mention) =>
    isNamedSpeaker(draft, mention),
  )
  const between = next ? draft.analysis.tokens.slice(at + 1, next.first).map((token) => token.text) : []
  return next && between.every((text) => text === ',') && entityOf(draft, next)!.kind === 'person'
    ? speakerOf(draft, next)
    : null
}

const isNamedSpeaker = (draft: Draft, mention: Mention): boolean => {
  const kind = entityOf(draft, mention)?.kind
  return kind === 'person' || kind === 'organization'
}

/** Whether "and" and another person stand before a person. */
function isJoined(draft: Draft, mention: Mention): boolean {
  if (draft.analysis.tokens[mention.first - 1]?.text !== 'and' || entityOf(draft, mention)?.kind !== 'person')
    return false
  const other = mentionsBetween(draft, mention.first - 2, mention.first - 1)[0]
  return other !== undefined && entityOf(draft, other)?.kind === 'person'
}

/** Whether a mention before a verb can be its subject: not owned ("Okello's deputy said"), not the object of a preposition. */
function canSpeak(draft: Draft, cues: SpeechCues, mention: Mention, verb: number): boolean {
  const entity = entityOf(draft, mention)
  if (!entity || inPhrase(draft, mention.first)) return false
  const after = draft.analysis.tokens[mention.last]
  if (after && mention.last < verb && POSSESSIVE.test(after.text)) {
    const noun = draft.analysis.tokens[mention.last + 1]?.text.toLowerCase() ?? ''
    return cues.nouns.has(noun) && mention.last + 1 < verb
  }
  const isPossessivePronoun =
    mention.kind === 'pronoun' && /^(his|her|its|their)$/i.test(draft.analysis.tokens[mention.first]!.text)
  return !isPossessivePronoun && (entity.kind !== 'place' || mention.last === verb)
}

/** Whether the words before token `first` are a preposition and perhaps a determiner: "with the president". */
function inPhrase(draft: Draft, first: number): boolean {
  const { tokens } = draft.analysis
  let at = first - 1
  while (at >= 0 && DETERMINERS.has(tokens[at]!.text.toLowerCase())) at--
  return at >= 0 && PREPOSITIONS.has(tokens[at]!.text.toLowerCase())
}

/** First token of the noun phrase that ends at `at`. */
function headStart(draft: Draft, first: number, at: number): number {
  const { tokens } = draft.analysis
  let start = at
  while (
    start > first &&
    at - start < 6 &&
    !/^[,.;:“”"()]$/.test(tokens[start - 1]!.text) &&
    !PREPOSITIONS.has(tokens[start - 1]!.text.toLowerCase())
  )
    start--
  return start
}

function speakerOf(draft: Draft, mention: Mention): Speaker {
  const entity = entityOf(draft, mention)!
  if (entity.kind === 'state' || entity.kind === 'place') return sideOf(entity, mention.first)
  const body = entity.kind === 'organization'
  return {
    ...unknownSpeaker(mention.first),
    name: entity.name,
    person: body ? null : entity.id,
    state: entity.state,
    office: entity.office,
    body,
  }
}

/** A state that speaks ("Tallinn says", "the Estonian side") is nobody by name. */
const sideOf = (entity: Entity, at: number): Speaker => ({ ...unknownSpeaker(at), state: entity.state })

/** "a former Estonian ambassador": the state stands among the words before. */
function unnamed(draft: Draft, first: number, at: number): Speaker {
  const near = mentionsBetween(draft, Math.max(first, at - 5), at + 1).findLast(
    (mention) => entityOf(draft, mention)?.state,
  )
  // "a ministry official in Tallinn"
  const behind = /^(in|from|of)$/.test(draft.analysis.tokens[at + 1]?.text ?? '')
    ? mentionsBetween(draft, at + 2, at + 4)[0]
    : undefined
  const beside = near ?? behind
  return { ...unknownSpeaker(at), state: beside ? (entityOf(draft, beside)?.state ?? null) : null }
}

interface FoundBody {
  from: number
  /** Last token. */
  at: number
  speaker: Speaker
}

/** Bodies of the lexicon named among the tokens: "Russia's Foreign Ministry", "the French presidency", "the White House". */
function bodiesBetween(draft: Draft, cues: SpeechCues, first: number, last: number): FoundBody[] {
  const { tokens } = draft.analysis
  const found: FoundBody[] = []
  for (let at = first; at < last; at++) {
    const body = cues.bodies
      .get(tokens[at]!.text)
      ?.find((each) => each.words.every((word, k) => at + k < last && tokens[at + k]!.text === word))
    if (!body) continue
    const speaker = bodySpeaker(draft, body, at)
    if (speaker) found.push({ from: speaker.at, at: at + body.words.length - 1, speaker })
    at += body.words.length - 1
  }
  return found
}

function bodySpeaker(draft: Draft, body: Body, at: number): Speaker | null {
  const { tokens, text } = draft.analysis
  const end = at + body.words.length
  const owned = POSSESSIVE.test(tokens[at - 1]?.text ?? '')
  const before = mentionsBetween(draft, Math.max(0, at - (owned ? 2 : 1)), at).at(-1)
  const behind =
    tokens[end]?.text === 'in' || tokens[end]?.text === 'of'
      ? mentionsBetween(draft, end + 1, end + 3)[0]
      : undefined
  const beside = before ?? behind
  const state = body.state ?? (beside ? (entityOf(draft, beside)?.state ?? null) : null)
  if (body.small && !before) return null
  const from = before && !owned ? before.first : at
  return {
    ...unknownSpeaker(from),
    name: text.slice(tokens[from]!.start, tokens[end - 1]!.end),
    state,
    body: true,
  }
}
