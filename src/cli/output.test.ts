// What is printed of a document's words is shown by a terminal, never obeyed by it.
import pc from 'picocolors'
import { expect, test } from 'vitest'
import { tame } from './output.ts'

test.each([
  ['The envoy\u001b[2J\u001b]0;title\u0007 left.', 'The envoy\ufffd[2J\ufffd]0;title\ufffd left.'],
  ['kept \u001b[8mhidden', 'kept \ufffd[8mhidden'],
  ['one\rtwo\b\u009b', 'one\ufffdtwo\ufffd\ufffd'],
  ['report\u202efdp.exe \u2066x\u2069', 'report\ufffdfdp.exe \ufffdx\ufffd'],
  ['a\tb\nc', 'a\tb\nc'],
  ['שלום, العربية\u200f, é 李', 'שלום, العربية\u200f, é 李'],
])('%j', (text, shown) => expect(tame(text)).toBe(shown))

test('our own colours stay', () => {
  const { bold, red, dim, bgRed, gray } = pc.createColors(true)
  const drawn = bold(red('a')) + dim('b') + bgRed(gray('c'))
  expect(tame(drawn)).toBe(drawn)
})
