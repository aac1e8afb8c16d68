// The tree's answers over small trees written by hand as CoNLL-U.
import { describe, expect, test } from 'vitest'
import type { Analysis, Tag } from './analysis.ts'
import { readConllu, writeConllu } from './conllu.ts'
import { Tree } from './tree.ts'

/** "word/TAG/PENN/head/relation" for each word, heads counted from 1. */
function analysisOf(rows: string): Analysis {
  const conllu = rows
    .split(' ')
    .map((row, at) => {
      const [word, tag, pennTag, head, relation] = row.split('/')
      return [at + 1, word, word!.toLowerCase(), tag, pennTag, '_', head, relation, '_', '_'].join('\t')
    })
    .join('\n')
  const [sentence] = readConllu(`${conllu}\n\n`)
  let start = 0
  const tokens = sentence!.words.map((text, index) => {
    const token = {
      index,
      start,
      end: start + text.length,
      text,
      lemma: sentence!.lemmas[index]!,
      tag: sentence!.tags[index] as Tag,
      pennTag: sentence!.pennTags[index]!,
      head: sentence!.heads[index]!,
      relation: sentence!.relations[index]!,
    }
    start += text.length + 1
    return token
  })
  const text = sentence!.words.join(' ')
  const whole = { start: 0, end: text.length }
  return {
    text,
    tokens,
    paragraphs: [whole],
    sentences: [{ ...whole, index: 0, paragraph: 0, first: 0, last: tokens.length }],
  }
}

const active = analysisOf(
  'The/DET/DT/2/det minister/NOUN/NN/3/nsubj came/VERB/VBD/0/root and/CCONJ/CC/6/cc never/ADV/RB/6/advmod met/VERB/VBD/3/conj ' +
    'Oru/PROPN/NNP/6/obj and/CCONJ/CC/9/cc Lee/PROPN/NNP/7/conj in/ADP/IN/12/case the/DET/DT/12/det capital/NOUN/NN/6/obl',
)
const passive = analysisOf(
  "Norland/PROPN/NNP/3/nmod:poss 's/PART/POS/1/case envoy/NOUN/NN/6/nsubj:pass will/AUX/MD/6/aux be/AUX/VB/6/aux:pass received/VERB/VBN/0/root " +
    'by/ADP/IN/9/case the/DET/DT/9/det king/NOUN/NN/6/obl:agent',
)

const headline = analysisOf(
  'Oru/PROPN/NNP/0/root to/PART/TO/3/mark Visit/VERB/VB/1/acl Norland/PROPN/NNP/3/obj',
)

describe('a tree', () => {
  test('a headline without a finite verb', () => {
    expect(new Tree(headline).subject(2)).toBe(0)
    expect(new Tree(headline).subject(0)).toBe(-1)
  })
  const tree = new Tree(active)
  const word = (index: number): string => active.tokens[index]?.text ?? ''
  test('arguments', () => {
    expect(word(tree.subject(2))).toBe('minister')
    expect(word(tree.subject(5))).toBe('minister')
    expect(word(tree.object(5))).toBe('Oru')
    expect(word(tree.oblique(5, 'in', 'at'))).toBe('capital')
    expect(tree.oblique(5, 'with')).toBe(-1)
    expect(tree.isNegated(5)).toBe(true)
    expect(tree.isNegated(2)).toBe(false)
  })
  test('phrases', () => {
    expect(tree.conjuncts(8).map(word)).toEqual(['Oru', 'Lee'])
    expect(tree.text(tree.subtreeRange(11), active.text)).toBe('in the capital')
    expect(tree.text(tree.nounChunk(11), active.text)).toBe('the capital')
    expect(tree.preposition(11)).toBe('in')
    expect(word(tree.governor(8))).toBe('met')
    expect(tree.ancestors(10).map(word)).toEqual(['capital', 'met', 'came'])
    expect(tree.isUnder(10, 2)).toBe(true)
  })
  test('passive and modal', () => {
    const tree = new Tree(passive)
    expect([tree.passiveSubject(5), tree.subject(5), tree.agent(5)]).toEqual([2, -1, 8])
    expect(tree.modal(5)).toBe('will')
    expect(tree.isPassive(5)).toBe(true)
    expect(tree.text(tree.nounChunk(2), passive.text)).toBe("Norland 's envoy")
    expect(tree.possessor(2)).toBe(0)
  })
  test('a means is no agent', () => {
    const phoned = analysisOf(
      'Oru/PROPN/NNP/2/nsubj spoke/VERB/VBD/0/root by/ADP/IN/4/case phone/NOUN/NN/2/obl:agent',
    )
    expect([new Tree(phoned).isPassive(1), new Tree(phoned).agent(1)]).toEqual([false, -1])
  })
  test('no such token', () => {
    expect([tree.head(-1), tree.subject(-1), tree.object(99), tree.governor(-1)]).toEqual([-1, -1, -1, -1])
    expect(tree.subtree(-1)).toEqual([])
  })
})

test('CoNLL-U written and read again is the same', () => {
  const [again] = readConllu(writeConllu(active))
  expect(again!.words).toEqual(active.tokens.map((token) => token.text))
  expect(again!.heads).toEqual(active.tokens.map((token) => token.head))
  expect(again!.relations).toEqual(active.tokens.map((token) => token.relation))
})

test('multiword tokens come apart and keep their spacing', () => {
  const row = (id: string, form: string, misc: string): string =>
    [id, form, form, 'X', 'X', '_', '0', 'root', '_', misc].join('\t')
  const text = [
    '# sent_id = a',
    row('1-2', "don't", 'SpaceAfter=No'),
    row('1', 'do', '_'),
    row('2', "n't", '_'),
    row('2.1', 'x', '_'),
    row('3', '.', '_'),
  ].join('\n')
  const [sentence] = readConllu(text)
  expect(sentence!.words).toEqual(['do', "n't", '.'])
  expect(sentence!.spaced).toEqual([false, false, true])
})
