// The trained model on invented sentences of the kinds it is for, and on strings that are no sentences.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadModel } from '../knowledge/models.ts'
import { makeAnalyzer } from './analyze.ts'
import { readModel } from './model.ts'
import { Tree } from './tree.ts'

const analyze = makeAnalyzer(loadModel(), [])
const arcs = (text: string): string[] => {
  const { tokens } = analyze(text)
  return tokens.map((token) => `${token.text} ${token.relation} ${tokens[token.head]?.text ?? '-'}`)
}

describe('sentences of the trade', () => {
  test.each([
    [
      'Norland Foreign Minister Ana Oru met her Suderian counterpart in the capital on Monday.',
      ['Ana nsubj met', 'met root -', 'counterpart obj met', 'capital obl met', 'Monday obl met'],
    ],
    [
      'The talks were postponed by the king, who is ill.',
      ['talks nsubj:pass postponed', 'king obl:agent postponed', 'ill acl:relcl king'],
    ],
    [
      'The president will visit the region and hold talks with the prime minister.',
      ['president nsubj visit', 'region obj visit', 'hold conj visit', 'minister nmod talks'],
    ],
    [
      'MINISTER MEETS ENVOY IN CAPITAL',
      ['MINISTER nsubj MEETS', 'MEETS root -', 'ENVOY obj MEETS', 'CAPITAL obl MEETS'],
    ],
    ['President Meets Envoy in Norland', ['President nsubj Meets', 'Meets root -', 'Envoy obj Meets']],
    ['“We agreed,” the envoy said.', ['We nsubj agreed', 'envoy nsubj said']],
  ])('%s', (text, expected) => {
    expect(arcs(text)).toEqual(expect.arrayContaining(expected))
  })
})

test('tags and lemmas', () => {
  const { tokens } = analyze('The ministers had met twice and were planning visits.')
  expect(tokens.map((token) => token.pennTag).join(' ')).toBe('DT NNS VBD VBN RB CC VBD VBG NNS .')
  expect(tokens.map((token) => token.lemma).join(' ')).toBe(
    'the minister have meet twice and be plan visit .',
  )
})

test('any string: every sentence has one root, heads stay inside, the same text gives the same analysis', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const analysis = analyze(text)
      for (const { first, last } of analysis.sentences) {
        const tokens = analysis.tokens.slice(first, last)
        expect(tokens.filter((token) => token.head === -1 && token.relation === 'root')).toHaveLength(1)
        for (const token of tokens) {
          expect(
            token.head === -1 || (token.head >= first && token.head < last && token.head !== token.index),
          ).toBe(true)
          expect(new Tree(analysis).root(token.index)).toBeGreaterThanOrEqual(first)
        }
      }
      expect(analyze(text)).toEqual(analysis)
    }),
    { numRuns: 150 },
  )
})

test('a line without any stop is cut into sentences of bounded length', () => {
  const { sentences, tokens } = analyze(`${'word '.repeat(3000)}${'")'.repeat(700)}`)
  expect(Math.max(...sentences.map(({ first, last }) => last - first))).toBeLessThanOrEqual(256)
  expect(tokens.every((token) => token.relation !== undefined)).toBe(true)
})

test('bytes that are no model', () => {
  expect(readModel(new Uint8Array(0))).toBeNull()
  expect(readModel(new TextEncoder().encode('not a model at all'))).toBeNull()
})
