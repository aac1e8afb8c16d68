// Every pattern of src/ takes time that grows with the text, not faster: adversarial texts of n, 2n and 4n letters, judged by ratio.
import { expect, test } from 'vitest'
import { type Attack, attacksOn, attackText } from './attacks.ts'
import { builtPatterns, type Pattern, writtenPatterns } from './patterns.ts'

/** Letters of the smallest text. */
const size = 2000
/** A text four times as long takes 4 times as long where time grows evenly, 16 where it grows with the square; between the two. */
const most = 9
/** Below this the longest text was met too fast for anything but even growth, and a clock could not tell. */
const tellableMs = 1
/** The clock of the processor goes in steps: each time compared is of so many meetings that the longest take this long. */
const comparedMs = 30

/** Milliseconds of the processor: others at work on the machine do not count. */
function meet(pattern: RegExp, text: string): number {
  const start = process.cpuUsage()
  if (pattern.global) for (const _ of text.matchAll(pattern));
  else pattern.exec(text)
  return process.cpuUsage(start).user / 1000
}

/** Of three tries the fastest, per meeting. */
const best = (pattern: RegExp, text: string, meetings: number): number =>
  Math.min(
    ...Array.from({ length: 3 }, () => {
      let ms = 0
      for (let done = 0; done < meetings; done++) ms += meet(pattern, text)
      return ms / meetings
    }),
  )

/** Whether it takes long on a short text already: what grows without bound would not end on a long one. */
function isBoundless(pattern: RegExp, attack: Attack): boolean {
  for (let length = 16; length < size; length *= 1.25)
    if (meet(pattern, attackText(attack, length)) > 50 && meet(pattern, attackText(attack, length)) > 50)
      return true
  return false
}

/** The attack that makes a pattern's time grow too fast, with its times; null: none does. */
function tooSteep(pattern: Pattern): { attack: Attack; ms: number[] } | null {
  const made = new RegExp(pattern.source, pattern.flags)
  for (const attack of attacksOn(pattern)) {
    if (isBoundless(made, attack)) return { attack, ms: [] }
    const once = meet(made, attackText(attack, 4 * size))
    if (once < tellableMs) continue
    const meetings = Math.ceil(comparedMs / once)
    const ms = [1, 2, 4].map((times) => best(made, attackText(attack, times * size), meetings))
    if (ms[2]! >= tellableMs && ms[2]! / ms[0]! > most && ms[2]! / ms[1]! > 2.5) return { attack, ms }
  }
  return null
}

const steepOf = (patterns: Pattern[]): string[] =>
  patterns.flatMap((pattern) => {
    const steep = tooSteep(pattern)
    const told =
      steep && `${JSON.stringify(steep.attack)} ${steep.ms.map((ms) => ms.toFixed(1)).join(' ')} ms`
    return steep ? [`${pattern.where} /${pattern.source.slice(0, 200)}/${pattern.flags} ${told}`] : []
  })

test('the test itself finds steep patterns', () => {
  const steep = [/(a+)+b/, /\s+$/, /<!--[\s\S]*?-->/g, /^(\w|\w\w)*$/, /\d+\.?\d+x/, /^[a-z ]*\w*:/]
  const even = [/a+b?/g, /^\s+/, /^[a-z]+:/, /\w+/g]
  const asked = (patterns: RegExp[]) =>
    patterns.filter(({ source, flags }) => tooSteep({ source, flags, where: '' }))
  expect(asked(steep)).toEqual(steep)
  expect(asked(even)).toEqual([])
})

test('patterns written in src/', () => {
  const patterns = writtenPatterns()
  expect(patterns.length).toBeGreaterThan(500)
  expect(steepOf(patterns)).toEqual([])
}, 300_000)

test('patterns built while texts are read', async () => {
  const patterns = await builtPatterns(async () => {
    const { openReader } = await import('../../src/http/reader.ts')
    const { inventWorld } = await import('../world/world.ts')
    const reader = openReader(inventWorld())
    const text =
      'On 3 May 2024 the foreign minister of Elvaria visited Fenland. “We agree,” she said. The president had never met them before.'
    reader.read({ id: 'd', text, title: null, publishedOn: '2024-05-04', publisher: null, genre: 'news' })
  })
  expect(patterns.length).toBeGreaterThan(20)
  expect(steepOf(patterns)).toEqual([])
}, 300_000)
