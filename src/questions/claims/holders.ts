// "No premier has come", "the first foreign minister to", "guests who are foreign ministers": the class of office a claim speaks of.
import type { QuestionContext } from '../question.ts'

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
  // "A member of the council" has a rank, whatever office comes with it.
  if (/\bmembers?\b/.test(longest?.title ?? '')) return null
  return longest?.class && !vague.has(longest.class) ? longest.class : null
}

/** "head of government" → " heads of government ". */
const pluralHead = (title: string): string =>
  ` ${title.replace(/^(\S+) of /, '$1s of ')} `.replace(/^ (\S+) $/, ' $1s ')

/** "the first {cabinet-level} visit", "{leader-level} talks": the worst level that counts; null where the words name none. */
export function levelIn(words: string): number | null {
  if (/\b(?:leaders?|presidential|head[- ]of[- ]state|summit)[- ]level\b/i.test(words)) return 2
  if (/\b(?:cabinet|minister(?:ial)?|high)[- ]level\b/i.test(words)) return 5
  return /\b(?:senior|ranking) officials?\b/i.test(words) ? 6 : null
}
