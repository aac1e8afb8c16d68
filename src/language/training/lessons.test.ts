// Varied lessons stay trees, and say the same thing.
import { expect, test } from 'vitest'
import type { TreebankSentence } from '../conllu.ts'
import { makeVocabulary } from '../features.ts'
import { makeLesson, takeInventory } from './lessons.ts'

const words = 'The envoy met a king .'.split(' ')
const sentence: TreebankSentence = {
  id: 'one',
  words,
  lemmas: 'the envoy meet a king .'.split(' '),
  tags: 'DET NOUN VERB DET NOUN PUNCT'.split(' '),
  pennTags: 'DT NN VBD DT NN .'.split(' '),
  heads: [1, 2, -1, 4, 2, 2],
  relations: 'det nsubj root det obj punct'.split(' '),
  spaced: words.map(() => true),
}

test('as a headline: no articles, no stop, heads still right', () => {
  const inventory = takeInventory(
    [sentence, { ...sentence, pennTags: 'DT NN VBZ DT NN .'.split(' ') }],
    makeVocabulary,
  )
  const short = makeLesson(sentence, inventory, 1, () => 0.11)
  expect([...short.heads]).toEqual([1, -1, 1])
  expect([...short.tags].map((tag) => inventory.tags[tag])).toEqual(['NOUN NN', 'VERB VBZ', 'NOUN NN'])
  const whole = makeLesson(sentence, inventory, 1, () => 0.9)
  expect([...whole.heads]).toEqual(sentence.heads)
})
