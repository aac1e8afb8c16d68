// Closed classes of English: word → Universal tag and Penn tag. What the guesser falls back on and the lemmatizer asks.
import type { Tag } from './analysis.ts'

const lists: [Tag, string, string][] = [
  ['DET', 'DT', 'the a an this these those every each another any some no both either neither'],
  [
    'PRON',
    'PRP',
    'he she it they we i you him them us me himself herself itself themselves ourselves myself yourself',
  ],
  ['PRON', 'PRP$', 'his her its their our my your'],
  ['PRON', 'WP', 'who whom what whoever whatever'],
  ['PRON', 'WDT', 'which'],
  [
    'PRON',
    'NN',
    'nobody nothing anybody anything somebody someone something everybody everyone everything anyone',
  ],
  [
    'ADP',
    'IN',
    'of in on at by for from with as into onto upon about against between among amid during through throughout under over toward towards via within without across along around behind beyond despite except near per than',
  ],
  ['SCONJ', 'IN', 'that because if although though while whereas unless whether until since'],
  ['SCONJ', 'WRB', 'when where why how'],
  ['CCONJ', 'CC', 'and or but nor & yet'],
  ['PART', 'TO', 'to'],
  ['PART', 'RB', "not n't n’t"],
  ['PART', 'POS', "'s ’s"],
  ['AUX', 'MD', "will would can could may might shall should must 'll ’ll wo ca"],
  ['AUX', 'VBZ', 'is has does'],
  ['AUX', 'VBP', "are am have do 're ’re 've ’ve 'm ’m"],
  ['AUX', 'VBD', 'was were had did'],
  ['AUX', 'VB', 'be'],
  ['AUX', 'VBN', 'been'],
  ['AUX', 'VBG', 'being having'],
  [
    'ADV',
    'RB',
    'also again already always earlier ever here later never now often once only still soon there then today together too very just even however meanwhile twice yesterday tomorrow',
  ],
  [
    'NUM',
    'CD',
    'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million billion',
  ],
  [
    'VERB',
    'VBD',
    'said met held told made went came took gave spoke left saw paid led sent became began got found wrote sat stood brought thought',
  ],
  ['PUNCT', '.', '. ! ? ...'],
  ['PUNCT', ',', ','],
  ['PUNCT', ':', ': ; - – — --'],
  ['PUNCT', '``', '“ " ``'],
  ['PUNCT', "''", "” ''"],
  ['PUNCT', '-LRB-', '( [ {'],
  ['PUNCT', '-RRB-', ') ] }'],
  ['SYM', '$', '$ € £ ¥ US$'],
  ['SYM', 'NN', '% / # * + ='],
]

export interface Reading {
  tag: Tag
  pennTag: string
}

/** Lower-case word → its commonest reading. */
export const closedWords: ReadonlyMap<string, Reading> = new Map(
  lists.flatMap(([tag, pennTag, words]) => words.split(' ').map((word) => [word, { tag, pennTag }] as const)),
)
