// XML parts: what counts as words, and that hostile text ends in time.
import { expect, test } from 'vitest'
import { xmlParts } from './xml.ts'

const shown = (xml: string): string[] =>
  [...xmlParts(xml)].map((part) => (part.kind === 'text' ? part.text : `${part.kind} ${part.name}`))

test.each<[string, string[]]>([
  ['<a>x &lt; &#233; &#x2014;</a>', ['open a', 'x < é —', 'close a']],
  ['<?xml version="1.0"?><!-- <b> --><a/>', ['open a', 'close a']],
  ['<a><![CDATA[1 < 2 & 3]]></a>', ['open a', '1 < 2 & 3', 'close a']],
  ['<!DOCTYPE a><a>&unknown;', ['open a', '&unknown;']],
  ['<a>cut <b', ['open a', 'cut ']],
])('%s', (xml, expected) => {
  expect(shown(xml)).toEqual(expected)
})
test('attributes', () => {
  expect([...xmlParts(`<x:a b="1 &amp; 2" c:d='3'/>`)][0]).toEqual({
    kind: 'open',
    name: 'x:a',
    attributes: { b: '1 & 2', 'c:d': '3' },
  })
})
test.each(['<a', '<!--', '<![CDATA[', '&', '<a b="'])('a million times %s ends in time', (piece) => {
  expect(shown(piece.repeat(200_000)).length).toBeLessThan(400_001)
})
