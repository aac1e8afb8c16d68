// A sentence has no bound on its length: one without end is read in time that grows with it, not faster.
import { beforeAll, expect, test } from 'vitest'
import { openReader } from '../../src/http/reader.ts'
import { inventWorld } from '../world/world.ts'

const reader = openReader(inventWorld())
const opening = 'The foreign minister of Elvaria said on Monday that she would visit Fenland, where '

/** Seconds of the processor for a sentence that goes on with `words` for `length` letters; of two tries the faster. */
function read(words: string, length: number): number {
  const text = opening + words.repeat(Math.ceil(length / words.length))
  const document = { id: 'd', text, title: null, publishedOn: '2024-05-04', publisher: null, genre: null }
  const tries = [0, 1].map(() => {
    const start = process.cpuUsage()
    reader.read(document)
    return process.cpuUsage(start).user / 1e6
  })
  return Math.min(...tries)
}
beforeAll(() => void read('the ', 5000))

test.each([
  'for the first time since 2019 ',
  'no president since ',
  'visited Fenland and ',
  'the Elvarian president Ola Berg and ',
  '3 May 2024, ',
  'met, ',
  'said that “',
  '(the ',
  'Mr. ',
  'Élan ',
  'a',
])(
  '… %s',
  (words) => {
    const [short, long] = [20_000, 80_000].map((length) => read(words, length))
    // Four times as long: 4 where time grows evenly, 16 where with the square. Below a tenth of a second no clock can tell.
    expect(long! < 0.1 || long! / short! < 9).toBe(true)
  },
  120_000,
)
