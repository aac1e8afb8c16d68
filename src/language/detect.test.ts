// Languages told apart on a sentence each.
import { expect, test } from 'vitest'
import { detectLanguage } from './detect.ts'

test.each([
  ['The foreign minister of Norland arrived for talks with his counterpart.', 'en'],
  ['Minister Meets Envoy', 'en'],
  ['Norland and Suderia', 'en'],
  ['Visitor\tDescription\tDate\nPresident Tarn\tOfficial visit. Met with the premier.\tMay 3, 2031', 'en'],
  ['Le ministre des affaires étrangères est arrivé dans la capitale pour une visite.', 'fr'],
  ['Der Außenminister ist zu Gesprächen in die Hauptstadt gereist und wurde empfangen.', 'de'],
  ['El ministro llegó a la capital para una visita con los embajadores.', 'es'],
  ['外交部长抵达首都进行访问。', 'zh'],
  ['外務大臣は首都に到着しました。', 'ja'],
  ['외교장관이 수도에 도착했다.', 'ko'],
  ['Министр иностранных дел прибыл в столицу.', 'ru'],
  ['Міністр закордонних справ прибув до столиці її країни.', 'uk'],
  ['وصل وزير الخارجية إلى العاصمة', 'ar'],
  ['', 'und'],
  ['1234 -- 5', 'und'],
])('%s', (text, expected) => {
  expect(detectLanguage(text)).toBe(expected)
})

test('a long text costs no more than a short one', () => {
  /** The quickest of several looks, in ms: what a busy machine adds is left out. */
  const quickest = (text: string): number => {
    text.charCodeAt(text.length - 1) // the string is laid out before the clock runs
    const looks = Array.from({ length: 7 }, () => {
      const begun = performance.now()
      for (let i = 0; i < 20; i++) detectLanguage(text)
      return performance.now() - begun
    })
    return Math.min(...looks)
  }
  // 200 times the length: were the whole text read, it would take some 200 times as long
  expect(quickest('word '.repeat(2_000_000)) / quickest('word '.repeat(10_000))).toBeLessThan(20)
})
