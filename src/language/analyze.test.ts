// Tokens, sentences and lemmas on kinds of text that diplomacy is reported in; any string at all gives itself back.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeAnalyzer } from './analyze.ts'
import { BREAK, classOf, SPACE } from './characters.ts'

const analyze = makeAnalyzer(null, ['Amb.', 'U.N.'])
const words = (text: string): string =>
  analyze(text)
    .tokens.map((token) => token.text)
    .join(' ')
const sentences = (text: string): string[] =>
  analyze(text).sentences.map(({ start, end }) => text.slice(start, end))

describe('tokens', () => {
  test.each([
    ['The U.S. and the U.K. met.', 'The U.S. and the U.K. met .'],
    ['He left Washington, D.C.', 'He left Washington , D.C.'],
    ["Norland's envoy didn't come; they'll call.", "Norland 's envoy did n't come ; they 'll call ."],
    ['Norland’s envoy can’t come.', 'Norland ’s envoy ca n’t come .'],
    ["the two ministers' talks", "the two ministers ' talks"],
    ['He cannot go.', 'He can not go .'],
    ['a two-day visit, June 11-13, 2021', 'a two - day visit , June 11 - 13 , 2021'],
    ['June 11–13', 'June 11 – 13'],
    ['the U.S.-led talks', 'the U.S. - led talks'],
    ['co-chair and ex-envoy', 'co-chair and ex-envoy'],
    ['Han Seo-jun met Tan Mei-ling', 'Han Seo-jun met Tan Mei-ling'],
    ['South Norland-based and Norland-led', 'South Norland - based and Norland - led'],
    ['on 2021-05-06 at 10:30 p.m. sharp', 'on 2021-05-06 at 10:30 p.m. sharp'],
    ['at 7pm for $1,000.50 (5%)', 'at 7 pm for $ 1,000.50 ( 5 % )'],
    ['“We agreed,” she said.', '“ We agreed , ” she said .'],
    ["O'Brien went to Sana'a at ten o'clock.", "O'Brien went to Sana'a at ten o'clock ."],
    ['Gen. Oru, Sr., and Amb. J. P. Lee', 'Gen. Oru , Sr. , and Amb. J. P. Lee'],
    [
      'See https://norland.example/visit?id=4, or mail desk@norland.example.',
      'See https://norland.example/visit?id=4 , or mail desk@norland.example .',
    ],
    ['Wait... what?! -- "no"', 'Wait ... what ?! -- " no "'],
    ['She said no. No. 4 came.', 'She said no . No. 4 came .'],
    ["the 1990s and the 1990's; 2021's summit", "the 1990s and the 1990's ; 2021 's summit"],
    ['US$5 and/or 4/5', 'US$ 5 and / or 4/5'],
    ['UN-led and unlike', 'UN - led and unlike'],
    ['OSCE Chair-in-Office', 'OSCE Chair - in - Office'],
    ['North Korea(DPRK)', 'North Korea ( DPRK )'],
    ['talks.The visit', 'talks . The visit'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected)
  })
})

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['The U.S. President met him. They talked.', ['The U.S. President met him.', 'They talked.']],
    ['He flew to Washington, D.C. The talks went on.', ['He flew to Washington, D.C.', 'The talks went on.']],
    ['Gen. He Lin and Adm. Jo Smith Jr. met Mr. So.', ['Gen. He Lin and Adm. Jo Smith Jr. met Mr. So.']],
    ['It was agreed at 3 p.m. Tuesday. He left.', ['It was agreed at 3 p.m. Tuesday.', 'He left.']],
    ['“We agreed.” The minister left.', ['“We agreed.”', 'The minister left.']],
    ['"We agree," he said. "We go."', ['"We agree," he said.', '"We go."']],
    ['"Will it hold?" he asked.', ['"Will it hold?" he asked.']],
    ['"Will it hold?" Minister Oduya asked.', ['"Will it hold?" Minister Oduya asked.']],
    [
      'Minister Arrives in Capital\nThe minister arrived.',
      ['Minister Arrives in Capital', 'The minister arrived.'],
    ],
    ['5-6 MAY 2021.\nCAPITAL CITY. Talks held.', ['5-6 MAY 2021.', 'CAPITAL CITY.', 'Talks held.']],
    ['1. The two sides agreed. 2. They left.', ['1. The two sides agreed.', '2. They left.']],
    ['- Trade;\n- Visas', ['- Trade;', '- Visas']],
    ['He met J. P. Lee of Acme Inc. in May.', ['He met J. P. Lee of Acme Inc. in May.']],
    [
      'He waited ... and left. Then (at last.) he came.',
      ['He waited ... and left.', 'Then (at last.) he came.'],
    ],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})

test('lemmas without a model', () => {
  expect(
    analyze('The ministers discussed policies and met')
      .tokens.map((token) => token.lemma)
      .join(' '),
  ).toBe('the minister discuss policy and meet')
})

describe('any string', () => {
  const anything = fc
    .string({ unit: 'binary', maxLength: 200 })
    .chain((s) => fc.constantFrom(s, `${s}\ud800.`, `'${s}’t-`, `a${s}\0b`))
  test('tokens and white space give the text back; sentences part the tokens', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { tokens, sentences } = analyze(text)
        let at = 0
        for (const token of tokens) {
          expect(token.end).toBeGreaterThan(token.start)
          expect(token.start).toBeGreaterThanOrEqual(at)
          expect(blank(text, at, token.start)).toBe(true)
          expect(token.text).toBe(text.slice(token.start, token.end))
          at = token.end
        }
        expect(blank(text, at, text.length)).toBe(true)
        expect(sentences.reduce((next, s) => (s.first === next && s.last > s.first ? s.last : -1), 0)).toBe(
          tokens.length,
        )
      }),
      { numRuns: 2000 },
    )
  })
  const blank = (text: string, from: number, to: number): boolean => {
    for (let at = from; at < to; at++)
      if (![SPACE, BREAK].includes(classOf(text.charCodeAt(at)))) return false
    return true
  }
  test('time grows with length, not faster', () => {
    /** The quickest of three, in ms of this process: what other processes take is left out. */
    const time = (text: string): number => {
      const runs = [0, 1, 2].map(() => {
        const begun = process.cpuUsage().user
        analyze(text)
        return (process.cpuUsage().user - begun) / 1000
      })
      return Math.max(0.05, Math.min(...runs))
    }
    for (const unit of ['a.', "'", '1-', 'A.-', 'x@', '"?', 'word ', '. ']) {
      time(unit.repeat(10_000))
      // eight times the length: linear is 8, quadratic 64
      expect(time(unit.repeat(80_000)) / time(unit.repeat(10_000)), unit).toBeLessThan(32)
    }
  })
})
