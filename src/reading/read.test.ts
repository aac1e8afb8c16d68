// The reader as a whole: texts whose lines were cut by an editor or a mail program.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: null })
const read = (text: string) => reader.read({ id: 't', text, publishedOn: '2024-04-10' })

const flowing =
  'Amara Okello, Uganda’s foreign minister, flew to Lima on Monday, where Prime Minister Rosa Quispe of Peru received her. Okello will be the highest-ranking Ugandan official to visit Peru since 2019. “We shall keep the road open,” Quispe said.'
/** As mail is: no line longer than 60. */
const cut = flowing.replace(/(.{1,60})(?:\s|$)/g, '$1\n').trimEnd()

describe('a text cut into lines', () => {
  test('says what it says when it flows', () => {
    expect(cut.split('\n').length).toBeGreaterThan(3)
    const [a, b] = [read(flowing), read(cut)]
    const plain = (words: string) => words.replace(/\s+/g, ' ')
    expect(b.claims.map((claim) => [claim.kind, plain(claim.exact), claim.people])).toEqual(
      a.claims.map((claim) => [claim.kind, claim.exact, claim.people]),
    )
    expect(a.claims.length).toBeGreaterThan(0)
    expect(b.exchanges.map((one) => [one.kind, one.date, one.states, one.participants])).toEqual(
      a.exchanges.map((one) => [one.kind, one.date, one.states, one.participants]),
    )
    expect(a.exchanges.length).toBeGreaterThan(0)
    expect(b.officials.map((one) => one.name)).toEqual(a.officials.map((one) => one.name))
    expect(b.statements.map((one) => one.speaker)).toEqual(a.statements.map((one) => one.speaker))
  })

  test('is quoted with its line breaks', () => {
    const { claims, exchanges } = read(cut)
    const quotations = [...claims, ...exchanges.flatMap((one) => one.evidence)]
    expect(quotations.some(({ exact }) => exact.includes('\n'))).toBe(true)
    for (const { start, end, exact } of quotations) expect(exact).toBe(cut.slice(start, end))
  })
})
