// Names folded, in another order, by sound, misspelt.
import { describe, expect, test } from 'vitest'
import { foldName, personNames, sortWords, soundKeys } from './names.ts'
import { editDistance, misspelling } from './resolution.ts'

test.each([
  ["Ch'ae Ryŏng-su", 'chae ryongsu'],
  ['Édouard  Béràn', 'edouard beran'],
  ['Yıldız Ødegård', 'yildiz odegard'],
  ['德奥瓦尔加', '德奥瓦尔加'],
  ['—', ''],
])('foldName %s', (name, folded) => {
  expect(foldName(name)).toBe(folded)
})

test('words in any order', () => {
  expect(sortWords(foldName('Varga Teo'))).toBe(sortWords(foldName('Teo Varga')))
})

describe('sound', () => {
  test.each([
    ['Sergei Malkov', 'Sergey Mal’kov'],
    ["Ch'ae Ryong-su", 'Chae Ryong Su'],
    ['Chae Ryong Su', 'Choe Ryongsu'],
    ['Mohamed al-Karim', 'Muhammad Karim'],
    ['Zhao Desheng', 'Chao Te-sheng'],
    ['Volodymyr Yarenko', 'Vladimir Yarenko'],
  ])('%s sounds like %s', (a, b) => {
    const keys = soundKeys(foldName(a))
    expect(soundKeys(foldName(b)).some((key) => keys.includes(key))).toBe(true)
  })
})

describe('misspelling', () => {
  test.each([
    ['xu jingping', 'xu jinping', 1],
    ['li liqiang', 'li qiang', 2],
    ['mara linn', 'linn mara', null], // the same name, no misspelling
    ['kim jong un', 'kim jong il', null],
    ['mara linn', 'mara lind', 1],
    ['teo', 'tea', null],
  ])('%s / %s', (a, b, edits) => {
    expect(misspelling(a, b)).toBe(edits)
  })
})

test('editDistance counts neighbours exchanged once', () => {
  expect([editDistance('lavrov', 'larvov'), editDistance('', 'abc'), editDistance('same', 'same')]).toEqual([
    1, 3, 0,
  ])
})

test('every way of writing a name is listed with its kind', () => {
  const names = personNames({ id: 'p', name: 'Teo Varga', nativeName: '德奥', aliases: ['T. Varga'] })
  expect(names.map((n) => [n.kind, n.folded])).toEqual([
    ['name', 'teo varga'],
    ['native', '德奥'],
    ['alias', 't varga'],
  ])
})
