// Makes the row of parts of a sentence.
import type { Sentence, Token } from '../language/analysis.ts'
import type { Draft, Mention, TimeExpression } from './draft.ts'
import { entityOf, mentionAt } from './entities.ts'
import { type Part, type PartKind, part } from './parts.ts'
import { adverbsBetween, determiners, prepositions, subordinators, whos } from './parts-words.ts'
import type { Trigger, Triggers } from './triggers.ts'
import { isVerbal, type PartReader, verbAt } from './verb-groups.ts'

/** The parts of one sentence, in order. */
export function partsOf(
  draft: Draft,
  sentence: Sentence,
  triggers: Triggers,
  times: TimeExpression[],
): Part[] {
  const row: Part[] = []
  const reader = { draft, tokens: draft.analysis.tokens, sentence, triggers, row, times, time: 0 }
  for (let at = sentence.first; at < sentence.last; ) at = addPart(reader, at)
  return row
}

function addPart(reader: PartReader, at: number): number {
  const { tokens, row, sentence } = reader
  const token = tokens[at]!
  while (reader.time < reader.times.length && reader.times[reader.time]!.last <= at) reader.time++
  const mention = mentionAt(reader.draft, at)
  const lower = token.text.toLowerCase()
  if (mention) {
    const inside = eventInside(reader, mention)
    const last = Math.max(at + 1, Math.min(mention.last, sentence.last))
    row.push(
      inside
        ? part('noun', at, last, inside.words, { trigger: inside, mention })
        : part('name', at, last, lower, { mention }),
    )
    return last
  }
  const time = reader.times[reader.time]
  if (time && time.first <= at && time.kind !== 'duration') return addTime(reader, at, time)
  const noun = nounAt(reader, at)
  const verb = noun && !isVerbal(reader, at) ? null : verbAt(reader, at)
  if (verb) {
    row.push(verb)
    return verb.last
  }
  if (noun) {
    row.push(noun)
    return noun.last
  }
  row.push(plainPart(token, at, lower, tokens[at + 1]))
  return at + 1
}

/** An organization-like mention that names an event: "Munich Security Conference", "ASEAN Leaders Summit". */
function eventInside(reader: PartReader, mention: Mention): Trigger | null {
  if (mention.kind !== 'organization') return null
  // "Pacific Islands Forum" is a body, not an event, where the gazetteer knows it
  if (
    /\bforum$/i.test(reader.draft.analysis.text.slice(mention.start, mention.end)) &&
    entityOf(reader.draft, mention)?.id
  )
    return null
  const words = reader.draft.analysis.text.slice(mention.start, mention.end).toLowerCase().split(/\s+/)
  const last = words.at(-1)!.replace(/[^a-z-]/g, '')
  if (
    /^(?:council|party|ministry|union|commission|parliament|congress|assembly|convention|committee)$/.test(
      last,
    )
  )
    return null
  const trigger =
    reader.triggers.nouns.get(last) ??
    reader.triggers.nouns.get(
      words.find((word) => word === 'summit' || word === 'forum' || word === 'conference') ?? '',
    )
  return trigger && (trigger.frame === 'gathering' || trigger.frame === 'encounter') ? trigger : null
}

function addTime(reader: PartReader, at: number, time: TimeExpression): number {
  let last = at + 1
  while (last < time.last && last < reader.sentence.last && !mentionAt(reader.draft, last)) last++
  const previous = reader.row.at(-1)
  if (previous?.kind !== 'time' || previous.time !== time)
    reader.row.push(part('time', at, last, 'time', { time }))
  return last
}

function plainPart(token: Token, at: number, lower: string, following: Token | undefined): Part {
  const next = following?.text.toLowerCase() ?? ''
  const kind = ((): PartKind => {
    if (lower === ',') return 'comma'
    if (/^[;:.!?–—]$|^--$/.test(lower)) return 'stop'
    if (/^[([{]$/.test(lower)) return 'open'
    if (/^[)\]}]$/.test(lower)) return 'close'
    if (/^["“”‘’«»]$/.test(lower)) return 'quote'
    if (lower === 'and' || lower === '&' || lower === 'or' || lower === 'but') return 'and'
    if (whos.has(lower)) return 'who'
    if (
      token.pennTag === 'POS' ||
      lower === "'s" ||
      lower === '’s' ||
      ((lower === "'" || lower === '’') && token.pennTag !== "''")
    )
      return 'poss'
    if (prepositions.has(lower)) return 'prep'
    // "met him once, in Ellion"
    if (lower === 'once' && (/^(?:[,.;]|more|again|only)$/.test(next) || prepositions.has(next))) return 'adv'
    // "the two last conferred in March"
    if (/^(?:last|next)$/.test(lower) && /^VB[DPZ]$/.test(following?.pennTag ?? '')) return 'adv'
    if (subordinators.has(lower)) return 'that'
    if (determiners.has(lower)) return 'det'
    if (token.tag === 'ADV' || adverbsBetween.has(lower)) return 'adv'
    return 'word'
  })()
  return part(kind, at, at + 1, lower)
}

/** The longest trigger noun that starts here, "phone call" before "call"; null when none. */
function nounAt(reader: PartReader, at: number): Part | null {
  const { tokens, sentence, triggers } = reader
  for (let length = Math.min(2, sentence.last - at); length >= 1; length--) {
    const words = tokens
      .slice(at, at + length)
      .map((token) => plainWord(token.text))
      .join(' ')
    const singular = triggers.nouns.has(words) ? words : singularOf(words)
    const trigger = triggers.nouns.get(singular)
    if (trigger)
      return part('noun', at, at + length, singular, {
        trigger,
        plural: singular !== words || /s$/.test(singular),
      })
  }
  return null
}

/** "Communiqué" → "communique". */
const plainWord = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text.toLowerCase()
    : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const singularOf = (words: string): string =>
  words
    .replace(/(?<=[a-z])ies$/, 'y')
    .replace(/(?<=ch|sh|x)es$/, '')
    .replace(/(?<=[a-rt-z])s$/, '')
