// Runs give the text back, and every mark covers its own letters.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../language/span.ts'
import { cutParagraphs } from './spans.ts'

const text = 'The envoy arrived.\nShe met the minister.'

test('a mark cuts its paragraph in three', () => {
  const [first, second] = cutParagraphs(text, [{ key: 'a', number: 1, spans: [{ start: 4, end: 9 }] }])
  expect(first!.runs.map((run) => [text.slice(run.start, run.end), run.keys, run.opens.length])).toEqual([
    ['The ', [], 0],
    ['envoy', ['a'], 1],
    [' arrived.', [], 0],
  ])
  expect(second!.runs.map((run) => text.slice(run.start, run.end))).toEqual(['She met the minister.'])
})

test('overlapping marks share the run where they meet', () => {
  const marks = [
    { key: 'a', number: 1, spans: [{ start: 0, end: 9 }] },
    { key: 'b', number: 2, spans: [{ start: 4, end: 17 }] },
  ]
  expect(cutParagraphs(text, marks)[0]!.runs.map((run) => run.keys.join())).toEqual(['a', 'a,b', 'b', ''])
})

test('whatever the marks, the runs give the text back and keep to their marks', () => {
  const spans = fc.array(
    fc.record({ start: fc.integer({ min: -5, max: 60 }), end: fc.integer({ min: -5, max: 60 }) }),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '中') }),
      fc.array(spans),
      (words, lists) => {
        const marks = lists.map((list, i) => ({ key: String(i), number: i + 1, spans: list }))
        const paragraphs = cutParagraphs(words, marks)
        expect(
          paragraphs.map((p) => p.runs.map((run) => words.slice(run.start, run.end)).join('')).join('\n'),
        ).toBe(words)
        for (const run of paragraphs.flatMap((p) => p.runs)) {
          const over = marks.filter((mark) => mark.spans.some((s) => liesOver(s, run, words.length)))
          expect(run.keys.toSorted()).toEqual(over.map((mark) => mark.key).toSorted())
        }
      },
    ),
  )
})

/** Whether a span, cut to the text, has letters and shares some with the run. */
function liesOver(span: Span, run: Span, length: number): boolean {
  const [start, end] = [Math.max(0, span.start), Math.min(length, span.end)]
  return start < end && start < run.end && run.start < end
}
