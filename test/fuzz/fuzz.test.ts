// A short run over what strangers can hand us, the same cases each time; `npm run fuzz -- --cases 1000000` is the long one.
import { describe, expect, test } from 'vitest'
import { readFeed } from '../../src/sources/feed.ts'
import { readPage } from '../../src/sources/html.ts'
import { meetCases, surfaces } from './surfaces.ts'

test.each(surfaces.map((one) => [one.name, one] as const))(
  '%s: an answer or an error of ours',
  (_, one) => meetCases(one, 60 * Math.min(one.weight, 8), 20261125),
  60_000,
)

describe('bombs', () => {
  test('entities that multiply stay as they are', () => {
    const entities = Array.from(
      { length: 20 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join('')
    const bomb = `<!DOCTYPE rss [<!ENTITY e0 "ha">${entities}]><rss><channel><title>&e20;</title><item><title>&e20;</title><link>https://a.example/</link></item></channel></rss>`
    const before = process.memoryUsage().heapUsed
    try {
      readFeed(bomb)
    } catch {}
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000)
  })
  test.each([
    ['open elements', '<div>'.repeat(20_000)],
    ['open brackets', '<'.repeat(200_000)],
    ['half doctypes', '<!doctype a'.repeat(50_000)],
    ['half comments', '<!--'.repeat(50_000)],
    ['an attribute without end', `<a href="${'x'.repeat(500_000)}`],
    ['entities', '&#x41;'.repeat(100_000)],
  ])(
    '%s end soon',
    (_, page) => {
      const start = performance.now()
      try {
        readPage(page)
      } catch (error) {
        expect(error).toHaveProperty('next')
      }
      expect(performance.now() - start).toBeLessThan(20_000)
    },
    60_000,
  )
})
