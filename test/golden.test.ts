// Golden readings: texts of our own under golden/, each with the whole reading beside it. `GOLDEN=update npx vitest run test/golden.test.ts` writes them anew.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../src/knowledge/knowledge.ts'
import { loadModel } from '../src/knowledge/models.ts'
import { makeReader } from '../src/reading/read.ts'
import type { Reading } from '../src/reading/reading.ts'

const folder = join(import.meta.dirname, 'golden')
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .sort()
const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const read = (file: string): Reading =>
  reader.read({
    id: file.replace('.txt', ''),
    text: readFileSync(join(folder, file), 'utf8'),
    publishedOn: '2031-05-07',
  })

test.each(texts)('%s reads as it did', (file) => {
  const golden = join(folder, file.replace('.txt', '.json'))
  const reading = read(file)
  if (process.env.GOLDEN === 'update') writeFileSync(golden, `${JSON.stringify(reading, null, 2)}\n`)
  expect(
    existsSync(golden),
    `no golden reading of ${file}: run with GOLDEN=update, read what it wrote, commit it`,
  ).toBe(true)
  expect(JSON.parse(JSON.stringify(reading))).toEqual(JSON.parse(readFileSync(golden, 'utf8')))
})

describe('laws of every reading', () => {
  test.each(texts)('%s: evidence stands where it says, ids are met, twice is the same', (file) => {
    const [reading, text] = [read(file), readFileSync(join(folder, file), 'utf8')]
    for (const exchange of reading.exchanges) {
      for (const { start, end, exact } of exchange.evidence) expect(text.slice(start, end)).toBe(exact)
      expect(exchange.evidence.length).toBeGreaterThan(0)
      expect(exchange.states).toEqual([...exchange.states].sort())
      if (exchange.partOf !== null) expect(reading.exchanges.map((x) => x.id)).toContain(exchange.partOf)
    }
    for (const claim of reading.claims) expect(text.slice(claim.start, claim.end)).toBe(claim.exact)
    for (const said of reading.statements.filter((s) => s.direct))
      expect(text.slice(said.start, said.end)).toContain(said.quote)
    expect(read(file)).toEqual(reading)
  })
})
