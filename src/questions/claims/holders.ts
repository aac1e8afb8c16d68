// "No premier has come", "the first foreign minister to", "guests who are foreign ministers": the class of office a claim speaks of.
import { classOf } from '../counting.ts'
import type { QuestionContext } from '../question.ts'
import type { Recalled } from '../recall.ts'

/** Classes too wide for the record to follow: "senior official" may be anybody. */
const vague = new Set([
  'official',
  'senior-official',
  'not-an-official',
  'military-rank',
  'io-official',
  'minister',
  'envoy',
])

/** Class of the longest title in the words, as listed or with a plural ending; null when they hold none that can be followed. */
export function officeClassIn(
  context: QuestionContext,
  words: string,
  options = { plural: false },
): string | null {
  const folded = ` ${words
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const stands = (title: string): boolean =>
    folded.includes(` ${title}s `) ||
    folded.includes(` ${title.replace(/y$/, 'ies')} `) ||
    folded.includes(pluralHead(title)) ||
    (!options.plural && folded.includes(` ${title} `))
  const titles = context.knowledge.lexicon.titles.filter((t) => t.class && stands(t.title))
  const longest = titles.sort((a, b) => b.title.length - a.title.length)[0]
  return longest?.class && !vague.has(longest.class) ? longest.class : null
}

/** "head of government" → " heads of government ". */
const pluralHead = (title: string): string =>
  ` ${title.replace(/^(\S+) of /, '$1s of ')} `.replace(/^ (\S+) $/, ' $1s ')

/** Rows in which somebody of that state held an office of the class that day. */
export const rowsOfClass = (
  context: QuestionContext,
  rows: Recalled[],
  side: { state: string; class: string },
): Recalled[] =>
  rows.filter((row) =>
    row.participants.some(
      (p) => p.state === side.state && p.role !== 'host' && classOf(context.knowledge, p) === side.class,
    ),
  )
