// Charsets: mark, header, meta, guess; and what is no text.
import { describe, expect, test } from 'vitest'
import { decodeText, refuseBinary } from './charset.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, big = false): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'))
  if (big) for (let i = 0; i < bytes.length; i += 2) [bytes[i], bytes[i + 1]] = [bytes[i + 1]!, bytes[i]!]
  return bytes
}
const greeting = 'The envoy’s visit to São Tomé began — as planned — on Monday.'
const plain = 'The envoy visited S\xe3o Tom\xe9 on Monday and left for Bel\xe9m.'
// "Foreign Minister" and a few words more in Chinese, as GB 18030.
const chinese = Uint8Array.from(
  Buffer.from(
    'cde2bdbbb2bfb3a4d4dab1b1beb9bbe1bcfbc1cbc0b4b7c3b5c4d7dccdb3a1a3cbabb7bdbdbbbbbbc1cbd2e2bcfba1a3',
    'hex',
  ),
)

describe('decodeText', () => {
  const table: [string, Uint8Array, string | undefined, string, string][] = [
    ['UTF-8', utf8(greeting), undefined, 'utf-8', greeting],
    ['UTF-8 with mark', utf8(`\ufeff${greeting}`), undefined, 'utf-8', greeting],
    ['UTF-16 with mark', utf16(`\ufeff${greeting}`), undefined, 'utf-16le', greeting],
    ['UTF-16 big-endian with mark', utf16(`\ufeff${greeting}`, true), undefined, 'utf-16be', greeting],
    ['UTF-16 without mark', utf16(greeting), undefined, 'utf-16le', greeting],
    ['Latin-1 undeclared', latin1(plain), undefined, 'windows-1252', plain],
    ['header', Uint8Array.from(Buffer.from('8b9e', 'hex')), 'shift_jis', 'shift_jis', '京'],
    ['header says Latin-1, bytes are UTF-8', utf8(greeting), 'iso-8859-1', 'utf-8', greeting],
    ['header says UTF-8, bytes are Latin-1', latin1(plain), 'utf-8', 'windows-1252', plain],
    ['unknown label', utf8(greeting), 'x-nonsense', 'utf-8', greeting],
    ['guess', chinese, undefined, 'gb18030', new TextDecoder('gb18030').decode(chinese)],
    [
      'meta',
      latin1('<html><meta charset="windows-1251"><p>\xcf\xf0\xe8\xe2\xe5\xf2'),
      undefined,
      'windows-1251',
      '<html><meta charset="windows-1251"><p>Привет',
    ],
    ['empty', new Uint8Array(0), undefined, 'utf-8', ''],
    ['NUL stays one unit', utf8('a\0b'), undefined, 'utf-8', 'a\ufffdb'],
  ]
  test.each(table)('%s', (_, bytes, declared, charset, text) => {
    expect(decodeText(bytes, declared)).toEqual({ charset, text })
  })
})

describe('refuseBinary', () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 1, 0, 8, 6,
  ])
  test('an image is refused', () => expect(() => refuseBinary(png, 'x.txt')).toThrow(/x\.txt is not text/))
  test('a stray NUL is not enough', () => expect(() => refuseBinary(utf8('a\0b'), 'x.txt')).not.toThrow())
  test('UTF-16 is text', () => expect(() => refuseBinary(utf16(greeting), 'x.txt')).not.toThrow())
  test('nothing is text', () => expect(() => refuseBinary(new Uint8Array(0), 'x.txt')).not.toThrow())
})
