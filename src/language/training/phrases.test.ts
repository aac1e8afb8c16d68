// The made-up sentences are trees with one root, and say what they are meant to.
import { expect, test } from 'vitest'
import { makePhrases } from './phrases.ts'

test('every sentence is a tree, and its tags and relations are those of the treebanks', () => {
  let state = 3
  const random = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
  const relations = new Set<string>()
  for (const { words, heads, relations: own } of makePhrases(400, random)) {
    expect(heads.filter((head) => head < 0)).toHaveLength(1)
    heads.forEach((_, at) => {
      let [up, steps] = [at, 0]
      while (up >= 0 && steps++ <= words.length) up = heads[up]!
      expect(up).toBe(-1)
    })
    own.forEach((relation, at) => {
      relations.add(relation)
      expect(relation === 'root').toBe(heads[at] === -1)
    })
  }
  expect([...relations].sort()).toEqual(
    'amod aux case cc compound conj det flat nmod nmod:poss nsubj nummod obj obl punct root'.split(' '),
  )
})
