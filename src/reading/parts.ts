// A sentence as a row of parts: names, times, verb groups, trigger nouns, prepositions, marks. What the rules read.
import type { Sentence, Token } from '../language/analysis.ts'
import type { Draft, Mention, TimeExpression } from './draft.ts'
import { mentionAt } from './entities.ts'
import type { Trigger, Triggers, VerbForm } from './triggers.ts'

/** How a verb stands in its clause. */
export interface VerbGroup {
  lemma: string
  /** With its particle: "call off", "sit down"; the lemma alone when it has none. */
  phrasal: string
  tense: 'past' | 'present' | 'future' | 'infinitive' | 'ing' | 'participle'
  /** "has met", "had met". */
  perfect: boolean
  /** "was to have met", "had planned": the past seen from a past. */
  pastPerfect: boolean
  progressive: boolean
  passive: boolean
  /** "may", "would", "could" …; null when none or only "will". */
  modal: string | null
  negated: boolean
}

export type PartKind =
  | 'name'
  | 'time'
  | 'verb'
  | 'noun'
  | 'prep'
  | 'and'
  | 'comma'
  | 'stop'
  | 'who'
  | 'that'
  | 'poss'
  | 'det'
  | 'adv'
  | 'open'
  | 'close'
  | 'quote'
  | 'word'

export interface Part {
  kind: PartKind
  /** Tokens `first` up to, not including, `last`. */
  first: number
  last: number
  /** Lower-case head word; the listed form for a trigger noun. */
  word: string
  mention: Mention | null
  time: TimeExpression | null
  verb: VerbGroup | null
  trigger: Trigger | null
  /** Trigger noun in the plural. */
  plural: boolean
}

const prepositions = new Set(
  'of in on at by for from with as into onto upon between among amid during to toward towards via within alongside under after before following despite ahead beyond through since over about against near around until'.split(
    ' ',
  ),
)
const whos = new Set(['who', 'whom', 'which', 'whose', 'where', 'when'])
const subordinators = new Set([
  'that',
  'because',
  'although',
  'though',
  'while',
  'whereas',
  'unless',
  'whether',
  'if',
  'as',
  'once',
])
const determiners = new Set(
  'the a an this these those his her its their our my your another each both any some no all'.split(' '),
)
const beForms = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', "'s", '’s', "'re", '’re'])
const haveForms = new Set(['have', 'has', 'had', 'having', "'ve", '’ve'])
const doForms = new Set(['do', 'does', 'did'])
const modalForms = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'shall',
  'should',
  'must',
  "'ll",
  '’ll',
  'wo',
])
const negations = new Set(['not', "n't", 'n’t', 'never', 'no', 'longer', 'nor', 'neither', 'yet'])
const particles = new Set(['off', 'down', 'on', 'up', 'out', 'over', 'in', 'back', 'away', 'together'])
const adverbsBetween = new Set(
  'also then later now already soon just even only still both first again once twice not never longer no yet ever jointly personally recently briefly earlier himself herself themselves together all reportedly reciprocally virtually separately meanwhile subsequently previously initially immediately finally formally originally currently abruptly suddenly instead today'.split(
    ' ',
  ),
)
/** Words whose tag alone must not make them verbs: they are trigger nouns as often. */
const nounish = new Set([
  'visit',
  'visits',
  'meeting',
  'meetings',
  'talks',
  'talk',
  'call',
  'calls',
  'trip',
  'trips',
  'tour',
  'tours',
  'travel',
  'travels',
  'stop',
  'stops',
  'stay',
  'stays',
  'lunch',
  'dinner',
  'host',
  'hosts',
  'address',
  'ring',
  'set',
  'cable',
  'document',
  'documents',
  'deal',
  'note',
  'message',
  'summit',
  'phone',
  'contact',
  'plans',
  'plan',
  'need',
  'needs',
  'report',
  'reports',
  'offer',
  'use',
  'lead',
  'show',
  'end',
  'start',
  'return',
  'returns',
  'hope',
  'hopes',
  'mark',
  'seal',
  'brief',
  'chair',
  'gathering',
  'sail',
  'head',
  'heads',
  'land',
  'lands',
  'bound',
  'left',
  'spring',
  'fall',
  'conference',
  'arrival',
  'delay',
  'wait',
  'feature',
  'focus',
  'cover',
  'run',
  'turn',
  'cut',
  'set',
  'wrap',
  'write',
  'hand',
  'look',
  'promise',
  'pledge',
  'vow',
  'open',
  'complete',
  'present',
  'welcome',
  'last',
  'due',
  'means',
  'see',
  'find',
  'drop',
])

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

interface PartReader {
  draft: Draft
  tokens: Token[]
  sentence: Sentence
  triggers: Triggers
  row: Part[]
  /** Times of the sentence in order; `time`: the next one to come. */
  times: TimeExpression[]
  time: number
}

const part = (kind: PartKind, first: number, last: number, word: string, rest: Partial<Part> = {}): Part => ({
  kind,
  first,
  last,
  word,
  mention: null,
  time: null,
  verb: null,
  trigger: null,
  plural: false,
  ...rest,
})

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
  row.push(plainPart(token, at, lower))
  return at + 1
}

/** An organization-like mention that names an event: "Munich Security Conference", "ASEAN Leaders Summit". */
function eventInside(reader: PartReader, mention: Mention): Trigger | null {
  if (mention.kind !== 'organization') return null
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

function plainPart(token: Token, at: number, lower: string): Part {
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
      .map((token) => token.text.toLowerCase())
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

const singularOf = (words: string): string =>
  words
    .replace(/(?<=[a-z])ies$/, 'y')
    .replace(/(?<=ch|sh|x)es$/, '')
    .replace(/(?<=[a-rt-z])s$/, '')

/** Whether a word that may be a trigger noun stands as a verb here: after an auxiliary, "to", "who", or a name before a name. */
function isVerbal(reader: PartReader, at: number): boolean {
  const { tokens, row, sentence } = reader
  const token = tokens[at]!
  const previous = row.at(-1)
  const before = tokens[at - 1]?.text.toLowerCase() ?? ''
  const next = tokens[at + 1]
  if (token.pennTag === 'VBG' && /ing$/.test(token.text) && previous?.kind === 'verb') return true
  if (modalForms.has(before) || doForms.has(before)) return true
  // "cancelled her visit": what is somebody's is a noun
  if (/^(?:his|her|its|their|my|our|your)$/.test(before)) return false
  if (
    before === 'to' &&
    tokens[at - 2] &&
    !/^(?:visit|trip|prior|due|addition|response|contrast)s?$/.test(tokens[at - 2]!.text.toLowerCase())
  )
    return /^[a-z]+$/.test(token.text) && !/(?:ing|s)$/.test(token.text)
  if (
    previous?.kind === 'det' ||
    previous?.kind === 'poss' ||
    previous?.kind === 'prep' ||
    (token.tag === 'NOUN' && previous?.kind === 'word')
  )
    return false
  if (token.tag === 'VERB' && reader.draft.analysis.tokens[at]!.head >= 0) return true
  if (!next || at + 1 >= sentence.last) return false
  const subject =
    (previous?.kind === 'name' && previous.mention!.kind !== 'state') ||
    previous?.kind === 'who' ||
    previous?.kind === 'adv'
  return (
    subject &&
    (next.text === 'with' ||
      mentionAt(reader.draft, at + 1) !== null ||
      determiners.has(next.text.toLowerCase()) ||
      (next.text === 'to' && mentionAt(reader.draft, at + 2) !== null))
  )
}

/** The verb group that starts here: auxiliaries, adverbs and the verb; null when none. */
function verbAt(reader: PartReader, at: number): Part | null {
  const { tokens, sentence } = reader
  const words: string[] = []
  let [end, head, infinitive] = [at, -1, false]
  for (let i = at; i < sentence.last; i++) {
    if (i > at && mentionAt(reader.draft, i)) break
    const lower = tokens[i]!.text.toLowerCase()
    const auxiliary =
      (beForms.has(lower) && tokens[i]!.pennTag !== 'POS') ||
      haveForms.has(lower) ||
      doForms.has(lower) ||
      modalForms.has(lower)
    if (
      lower === 'to' &&
      (i === at || /^(?:is|are|was|were|have|has|had|be)$/.test(words.at(-1) ?? '')) &&
      (isVerbWord(reader, i + 1, true) ||
        (adverbsBetween.has(tokens[i + 1]?.text.toLowerCase() ?? '') && isVerbWord(reader, i + 2, true)))
    ) {
      infinitive = i === at
      words.push(i === at ? 'to' : 'to+')
      end = i + 1
    } else if (auxiliary) {
      words.push(lower)
      head = i
      end = i + 1
    } else if (
      words.length > 0 &&
      (adverbsBetween.has(lower) ||
        negations.has(lower) ||
        (tokens[i]!.pennTag === 'RB' && /ly$|n['’]t$/.test(lower)))
    ) {
      words.push(lower)
    } else if (
      isVerbWord(
        reader,
        i,
        words.length > 0,
        beForms.has(words.findLast((word) => !adverbsBetween.has(word)) ?? ''),
      ) &&
      !(words.length > 0 && head >= 0 && !isAuxiliaryChain(words))
    ) {
      words.push(lower)
      head = i
      end = i + 1
      break
    } else break
  }
  if (head < 0) return null
  return makeVerb(reader, at, end, head, words, infinitive)
}

const isAuxiliaryChain = (words: string[]): boolean =>
  words.every(
    (word) =>
      beForms.has(word) ||
      haveForms.has(word) ||
      doForms.has(word) ||
      modalForms.has(word) ||
      word === 'to' ||
      word === 'to+' ||
      adverbsBetween.has(word) ||
      negations.has(word) ||
      /ly$|n['’]t$/.test(word),
  )

/** Whether the token can be the main verb; `after`: an auxiliary or "to" stands before it. */
function isVerbWord(reader: PartReader, at: number, after: boolean, afterBe = false): boolean {
  const token = reader.tokens[at]
  if (!token || mentionAt(reader.draft, at)) return false
  const lower = token.text.toLowerCase()
  const known = reader.triggers.verbForms.get(lower)
  // "there were talks": after a form of be only a participle is a verb
  if (
    after &&
    afterBe &&
    !(known?.forms.some((form) => form === 'ing' || form === 'participle') ?? /^VB[GN]$/.test(token.pennTag))
  )
    return false
  if (after) return token.tag === 'VERB' || token.tag === 'AUX' || known !== undefined
  const previous = reader.row.at(-1)
  if (
    previous &&
    (previous.kind === 'poss' || (previous.kind === 'det' && !/^(?:both|all|each)$/.test(previous.word)))
  )
    return false
  if (token.tag === 'VERB')
    return !(nounish.has(lower) && (previous?.kind === 'prep' || previous?.kind === 'word'))
  if (!known || (token.tag === 'PROPN' && at !== reader.sentence.first)) return false
  if (nounish.has(lower)) return isVerbal(reader, at)
  return (
    previous?.kind === 'name' ||
    previous?.kind === 'who' ||
    previous?.kind === 'adv' ||
    previous?.kind === 'and' ||
    previous?.kind === 'comma' ||
    previous === undefined
  )
}

function makeVerb(
  reader: PartReader,
  first: number,
  last: number,
  head: number,
  words: string[],
  infinitive: boolean,
): Part {
  const { tokens, sentence, triggers } = reader
  const main = tokens[head]!
  const lower = main.text.toLowerCase()
  const known = triggers.verbForms.get(lower)
  const auxiliaryOnly = beForms.has(lower)
  const lemma = auxiliaryOnly ? 'be' : (known?.lemma ?? main.lemma)
  const forms: VerbForm[] = known?.forms ?? formsByTag(main.pennTag)
  const group = describe(words, forms, infinitive, lemma)
  const next = tokens[last]?.text.toLowerCase() ?? ''
  const phrasal =
    last < sentence.last && particles.has(next) && triggers.verbs.has(`${lemma} ${next}`)
      ? `${lemma} ${next}`
      : lemma
  const cancelling = ['off', 'out', 'up'].includes(next) && /^(?:call|put|rule|wrap)$/.test(lemma)
  const withParticle = phrasal !== lemma || cancelling
  return part('verb', first, withParticle ? last + 1 : last, lemma, {
    verb: { ...group, lemma, phrasal: cancelling ? `${lemma} ${next}` : phrasal },
  })
}

const formsByTag = (pennTag: string): VerbForm[] =>
  pennTag === 'VBD'
    ? ['past']
    : pennTag === 'VBN'
      ? ['participle']
      : pennTag === 'VBG'
        ? ['ing']
        : pennTag === 'VBZ'
          ? ['s']
          : pennTag === 'VBP' || pennTag === 'VB'
            ? ['base']
            : ['past', 'participle']

function describe(
  words: string[],
  forms: VerbForm[],
  infinitive: boolean,
  lemma: string,
): Omit<VerbGroup, 'lemma' | 'phrasal'> {
  const has = (set: ReadonlySet<string>): boolean => words.slice(0, -1).some((word) => set.has(word))
  const [be, have] = [has(beForms), has(haveForms)]
  const will =
    words.slice(0, -1).some((word) => /^(?:will|shall|'ll|’ll|wo)$/.test(word)) ||
    (words.includes('to+') && words.some((word) => /^(?:is|are)$/.test(word)))
  const modal = words.find((word) => /^(?:would|can|could|may|might|should|must)$/.test(word)) ?? null
  const wasTo = words.includes('to+') && words.some((word) => /^(?:was|were|had)$/.test(word))
  // "was to have visited" is no passive, "was to have been received" is
  const last = words.findLast((word, i) => i < words.length - 1 && (beForms.has(word) || haveForms.has(word)))
  const passive = be && !haveForms.has(last ?? '') && forms.includes('participle') && !forms.includes('ing')
  const past =
    words.some((word) => /^(?:was|were|had|did)$/.test(word)) || (!be && !have && forms.includes('past'))
  const tense = ((): VerbGroup['tense'] => {
    if (infinitive) return 'infinitive'
    if (will) return 'future'
    if (forms.includes('ing') && !be) return 'ing'
    if (past || (have && lemma !== 'have')) return 'past'
    if (!be && !have && !forms.includes('past') && forms.includes('participle')) return 'participle'
    return 'present'
  })()
  return {
    tense,
    perfect: have,
    pastPerfect: wasTo || words.slice(0, -1).includes('had'),
    progressive: be && forms.includes('ing'),
    passive,
    modal: wasTo ? 'was to' : modal,
    negated: words.some((word) => negations.has(word)),
  }
}
