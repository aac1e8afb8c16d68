// A reader of invented reports, for the tests of the queue.
import type { SourceText } from '../../src/reading/reading.ts'
import { exchangeOf, readingOf } from './world.ts'

/** "Report 12: Ilma Dorst …": a visit twelve months after the first of 2000; a text about nothing fails. */
export const inventedReader = {
  read(source: SourceText) {
    const n = Number(/^Report (\d+)/.exec(source.text)?.[1])
    if (Number.isNaN(n)) throw new Error('the reader fell over it')
    const day = new Date(Date.UTC(2000, n, 1)).toISOString().slice(0, 10)
    return readingOf([exchangeOf(source.text, 'Ilma Dorst', { date: day })])
  },
}
