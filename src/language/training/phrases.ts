// Made-up sentences of the trade with their trees, from a small grammar: the treebanks hardly know "hold talks" or "pay a visit".
import type { TreebankSentence } from '../conllu.ts'

type Random = () => number
/** A phrase: rows of [word, lemma, tag, Penn tag, head within the phrase or -1 for its top, relation]. */
type Row = [word: string, lemma: string, tag: string, pennTag: string, head: number, relation: string]
type Phrase = Row[]

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)]!

/** Phrases one after another under the top of the first; each later one hangs on it (or on `under` of its place) by its relation. */
function join(first: Phrase, ...rest: [Phrase, string, number?][]): Phrase {
  const whole = first.map((row) => [...row] as Row)
  const top = whole.findIndex((row) => row[4] < 0)
  for (const [phrase, relation, under] of rest) {
    const shift = whole.length
    for (const [word, lemma, tag, pennTag, head, own] of phrase)
      whole.push([
        word,
        lemma,
        tag,
        pennTag,
        head < 0 ? (under ?? top) : head + shift,
        head < 0 ? relation : own,
      ])
  }
  return whole
}

/** "envoy/NOUN/NN" words under the last of them, by the relations given. */
const noun = (text: string): Phrase => {
  const words = text.split(' ').map((word) => word.split('/') as [string, string, string, string?])
  return words.map(([word, tag, pennTag, relation], at) => {
    const last = at === words.length - 1
    return [
      word,
      pennTag === 'NNS' ? word.replace(/ies$/, 'y').replace(/s$/, '') : word.toLowerCase(),
      tag,
      pennTag,
      last ? -1 : words.length - 1,
      last ? '' : (relation ?? 'det'),
    ]
  })
}

const the = 'the/DET/DT'
const people = [
  'president',
  'minister',
  'envoy',
  'king',
  'chancellor',
  'ambassador',
  'premier',
  'delegation',
  'secretary',
]
const officials = [
  ...people.map((word) => `${the} ${word}/NOUN/NN`),
  `${the} prime/ADJ/JJ/amod minister/NOUN/NN`,
  `${the} foreign/ADJ/JJ/amod minister/NOUN/NN`,
  'his/PRON/PRP$/nmod:poss counterpart/NOUN/NN',
  'her/PRON/PRP$/nmod:poss counterpart/NOUN/NN',
  'senior/ADJ/JJ/amod officials/NOUN/NNS',
  `${the} two/NUM/CD/nummod leaders/NOUN/NNS`,
  `${the} ministers/NOUN/NNS`,
]
const places = [`${the} region/NOUN/NN`, `${the} capital/NOUN/NN`, `${the} country/NOUN/NN`]
const matters = [
  'trade/NOUN/NN',
  'regional/ADJ/JJ/amod security/NOUN/NN',
  'bilateral/ADJ/JJ/amod relations/NOUN/NNS',
  `${the} situation/NOUN/NN`,
  'issues/NOUN/NNS',
  'economic/ADJ/JJ/amod cooperation/NOUN/NN',
]
const events = [
  `${the} summit/NOUN/NN`,
  `${the} meeting/NOUN/NN`,
  `${the} ceremony/NOUN/NN`,
  'a/DET/DT forum/NOUN/NN',
  `${the} conference/NOUN/NN`,
]
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A name that nobody bears: "Teroka Vamin". */
function name(random: Random): Phrase {
  const syllable = (): string =>
    pick([...'bdfgklmnprstvz'], random) + pick([...'aeiou'], random) + pick(['', '', 'n', 'r', 's'], random)
  const word = (): string => {
    const whole = syllable() + syllable()
    return whole.charAt(0).toUpperCase() + whole.slice(1)
  }
  const proper = (text: string, head: number, relation: string): Row => [
    text,
    text,
    'PROPN',
    'NNP',
    head,
    relation,
  ]
  return random() < 0.5 ? [proper(word(), -1, '')] : [proper(word(), -1, ''), proper(word(), 0, 'flat')]
}

const person = (random: Random): Phrase => (random() < 0.35 ? name(random) : noun(pick(officials, random)))
const place = (random: Random): Phrase =>
  random() < 0.5 ? name(random).slice(0, 1) : noun(pick(places, random))
const within = (preposition: string, phrase: Phrase): Phrase => {
  const top = phrase.findIndex((row) => row[4] < 0)
  const moved = phrase.map(
    ([word, lemma, tag, pennTag, head, relation]): Row => [
      word,
      lemma,
      tag,
      pennTag,
      head < 0 ? -1 : head + 1,
      relation,
    ],
  )
  return [[preposition, preposition, 'ADP', 'IN', top + 1, 'case'], ...moved]
}

/** Verb, its past, and what follows it. */
type Action = [base: string, past: string, rest: (random: Random) => [Phrase, string, number?][]]
/** An object with a preposition phrase that hangs on it: "talks with the envoy". */
const object =
  (text: string, preposition: string, other: (random: Random) => Phrase) =>
  (random: Random): [Phrase, string][] => {
    const thing = noun(text)
    return [[random() < 0.7 ? join(thing, [within(preposition, other(random)), 'nmod']) : thing, 'obj']]
  }
const matter = (random: Random): Phrase => noun(pick(matters, random))
const actions: Action[] = [
  ['hold', 'held', object('talks/NOUN/NNS', 'with', person)],
  ['hold', 'held', object('talks/NOUN/NNS', 'on', matter)],
  ['hold', 'held', object('consultations/NOUN/NNS', 'with', person)],
  ['hold', 'held', object('a/DET/DT meeting/NOUN/NN', 'with', person)],
  ['hold', 'held', object('a/DET/DT bilateral/ADJ/JJ/amod meeting/NOUN/NN', 'with', person)],
  ['pay', 'paid', object('a/DET/DT visit/NOUN/NN', 'to', place)],
  ['make', 'made', object('a/DET/DT state/NOUN/NN/compound visit/NOUN/NN', 'to', place)],
  ['exchange', 'exchanged', object('views/NOUN/NNS', 'on', matter)],
  ['sign', 'signed', object('an/DET/DT agreement/NOUN/NN', 'on', matter)],
  ['deliver', 'delivered', object('remarks/NOUN/NNS', 'at', (random) => noun(pick(events, random)))],
  ['meet', 'met', (random) => [[person(random), 'obj']]],
  ['meet', 'met', (random) => [[within('with', person(random)), 'obl']]],
  ['visit', 'visited', (random) => [[place(random), 'obj']]],
  ['travel', 'travelled', (random) => [[within('to', place(random)), 'obl']]],
  ['arrive', 'arrived', (random) => [[within('in', place(random)), 'obl']]],
  ['host', 'hosted', (random) => [[person(random), 'obj']]],
  ['receive', 'received', (random) => [[person(random), 'obj']]],
  ['discuss', 'discussed', (random) => [[matter(random), 'obj']]],
  ['attend', 'attended', (random) => [[noun(pick(events, random)), 'obj']]],
  ['co-chair', 'co-chaired', (random) => [[noun(pick(events, random)), 'obj']]],
  ['speak', 'spoke', (random) => [[within('with', person(random)), 'obl']]],
]

function verbPhrase(past: boolean, random: Random): Phrase {
  const [base, told, rest] = pick(actions, random)
  const more = rest(random)
  if (random() < 0.3) more.push([within('on', [[pick(days, random), '', 'PROPN', 'NNP', -1, '']]), 'obl'])
  return join([[past ? told : base, base, 'VERB', past ? 'VBD' : 'VB', -1, '']], ...more)
}

const mark = (text: string): Phrase => [[text, text, 'PUNCT', text, -1, '']]

/** "will visit the region, meet the king and hold talks with …": verbs under the first. */
function actionsOf(past: boolean, random: Random): Phrase {
  const more = Math.floor(random() * 2.6)
  const parts: Phrase[] = Array.from({ length: more }, () => verbPhrase(past, random))
  let whole = verbPhrase(past, random)
  parts.forEach((part, at) => {
    const last = at === parts.length - 1
    const lead: Row = last ? ['and', 'and', 'CCONJ', 'CC', 1, 'cc'] : [',', ',', 'PUNCT', ',', 1, 'punct']
    const led: Phrase = [
      lead,
      ...part.map(([w, l, t, p, head, r]): Row => [w, l, t, p, head < 0 ? -1 : head + 1, r]),
    ]
    whole = join(whole, [led, 'conj'])
  })
  return whole
}

/** One sentence: a subject, perhaps "will" or "is to", and one to three things done. */
function makeSentence(id: string, random: Random): TreebankSentence {
  const past = random() < 0.5
  const subject =
    random() < 0.2
      ? ([[pick(['He', 'She', 'They'], random), '', 'PRON', 'PRP', -1, '']] as Phrase)
      : person(random)
  const lead: [Phrase, string][] = [[subject, 'nsubj']]
  if (!past) lead.push([[['will', 'will', 'AUX', 'MD', -1, '']], 'aux'])
  const body = join(actionsOf(past, random), [mark('.'), 'punct'])
  const shift = lead.reduce((sum, [phrase]) => sum + phrase.length, 0)
  const top = shift + body.findIndex((row) => row[4] < 0)
  const rows: Row[] = []
  for (const [phrase, relation] of lead) {
    const from = rows.length
    for (const [w, l, t, p, head, r] of phrase)
      rows.push([w, l, t, p, head < 0 ? top : head + from, head < 0 ? relation : r])
  }
  for (const [w, l, t, p, head, r] of body)
    rows.push([w, l, t, p, head < 0 ? -1 : head + shift, head < 0 ? 'root' : r])
  const first = rows[0]!
  rows[0] = [
    first[0].charAt(0).toUpperCase() + first[0].slice(1),
    first[1],
    first[2],
    first[3],
    first[4],
    first[5],
  ]
  return {
    id,
    words: rows.map((row) => row[0]),
    lemmas: rows.map((row) => row[1]),
    tags: rows.map((row) => row[2]),
    pennTags: rows.map((row) => row[3]),
    heads: rows.map((row) => row[4]),
    relations: rows.map((row) => row[5]),
    spaced: rows.map(() => true),
  }
}

export const makePhrases = (count: number, random: Random): TreebankSentence[] =>
  Array.from({ length: count }, (_, at) => makeSentence(`phrases-${at}`, random))
