// Verb groups: auxiliaries, adverbs and the verb, and how the verb stands in its clause.
import type { Sentence, Token } from '../language/analysis.ts'
import type { Draft, TimeExpression } from './draft.ts'
import { mentionAt } from './entities.ts'
import { type Part, part, type VerbGroup } from './parts.ts'
import {
  adverbsBetween,
  beForms,
  determiners,
  doForms,
  haveForms,
  modalForms,
  negations,
  nounish,
  particles,
} from './parts-words.ts'
import type { Triggers, VerbForm } from './triggers.ts'

export interface PartReader {
  draft: Draft
  tokens: Token[]
  sentence: Sentence
  triggers: Triggers
  row: Part[]
  /** Times of the sentence in order; `time`: the next one to come. */
  times: TimeExpression[]
  time: number
}

/** Whether a word that may be a trigger noun stands as a verb here: after an auxiliary, "to", "who", or a name before a name. */
export function isVerbal(reader: PartReader, at: number): boolean {
  const { tokens, row, sentence } = reader
  const token = tokens[at]!
  const previous = row.at(-1)
  const before = tokens[at - 1]?.text.toLowerCase() ?? ''
  const next = tokens[at + 1]
  if (token.pennTag === 'VBG' && /ing$/.test(token.text) && previous?.kind === 'verb') return true
  if (modalForms.has(before) || doForms.has(before)) return true
  // "on her first visit to Ellion"
  if (previous?.kind === 'adv' && /^(?:det|poss)$/.test(row.at(-2)?.kind ?? '')) return false
  if (
    previous?.kind === 'adv' &&
    row.at(-2)?.mention?.kind === 'pronoun' &&
    isPossessive(reader, row.at(-2)!)
  )
    return false
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

const isPossessive = ({ tokens }: PartReader, { first }: Part): boolean => tokens[first]!.pennTag === 'PRP$'

/** The verb group that starts here: auxiliaries, adverbs and the verb; null when none. */
export function verbAt(reader: PartReader, at: number): Part | null {
  const { tokens, sentence } = reader
  const words: string[] = []
  let [end, head, infinitive] = [at, -1, false]
  for (let i = at; i < sentence.last; i++) {
    if (i > at && mentionAt(reader.draft, i) && !isReflexive(tokens[i]!)) break
    if (head >= 0) i = afterAside(reader, i)
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

/** "had himself been": stands between as an adverb does. */
const isReflexive = ({ text }: Token): boolean => /^(?:him|her|it|them)sel(?:f|ves)$/i.test(text)

/** "will in any case be", "has in fact met": what stands between an auxiliary and its verb and is no adverb by itself. */
const asides =
  /^(?:in (?:any case|any event|fact|turn|effect|person|the end|theory|practice)|at (?:last|least|once|most)|of course|by then|for once|for now|after all|to date|so far|as usual|on the whole) /

/** The token behind an aside that starts at `at`, marks and all ("is, as it happens, expected"); `at` itself when none does. */
function afterAside(reader: PartReader, at: number): number {
  const { tokens, sentence } = reader
  const words = (from: number, to: number) =>
    `${tokens
      .slice(from, Math.min(to, sentence.last))
      .map(({ text }) => text.toLowerCase())
      .join(' ')} `
  const known = asides.exec(words(at, at + 4))
  if (known) return at + known[0].trim().split(' ').length
  if (tokens[at]?.text !== ',') return at
  let close = at + 1
  while (close < Math.min(at + 9, sentence.last) && tokens[close]!.text !== ',') {
    if (mentionAt(reader.draft, close) || /[;:.()–—"“”]/.test(tokens[close]!.text)) return at
    close++
  }
  const goesOn =
    tokens[close]?.text === ',' && close > at + 1 && /^VB[NG]?$/.test(tokens[close + 1]?.pennTag ?? '')
  return goesOn ? close + 1 : at
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
  // "flew in July": the preposition of a time is no particle
  const isTime = next === 'in' && reader.times.some(({ first }) => first === last || first === last + 1)
  const phrasal =
    last < sentence.last && !isTime && particles.has(next) && triggers.verbs.has(`${lemma} ${next}`)
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
