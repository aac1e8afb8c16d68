// When a hyphen joins one word ("co-chair", "Jae-in") and when it stands between two ("two-day", "U.S.-led").
import { classOf, DIGIT, isLetter, LOWER, SPACE, UPPER } from './characters.ts'

const prefixes = new Set(
  'e non anti re co pre mid pro post counter ex over multi semi sub mis neo socio un inter intra ultra extra de mini micro trans pseudo quasi'.split(
    ' ',
  ),
)
/** Second parts that make a compound of a name, not part of it: "Korea-based". */
const seconds = new Set(
  'led based backed born made held run wide era style type like free level term owned funded bound built elect up out off down over chain'.split(
    ' ',
  ),
)

/** Whether the hyphen at `at` belongs inside the token that began at `start`. `end` is the end of the chunk. */
export function joinsHyphen(text: string, start: number, at: number, end: number): boolean {
  const before = classOf(text.charCodeAt(at - 1))
  const after = classOf(text.charCodeAt(at + 1))
  if (before === DIGIT && after === DIGIT) return isDateOrNumber(text, start, at, end)
  if (before === DIGIT) return isDayMonthYear(text, start, at, end)
  if (!isLetter(before)) return false
  // "UN-led" is the organization, "un-" the prefix
  const organization = at - start === 2 && text.slice(start, at) === 'UN'
  if (at - start <= 7 && !organization && prefixes.has(text.slice(start, at).toLowerCase())) return true
  // "F-16", "G-20", "COVID-19": letters and a number
  if (after === DIGIT) return false
  return after === LOWER && isGivenName(text, start, at, end)
}

const inner = new Set('in au of at to for on sur de le la'.split(' '))

/** "2022-03-14" and telephone numbers have two hyphens; "11-13" and "1993-1997" are ranges of three tokens. */
function isDateOrNumber(text: string, start: number, at: number, end: number): boolean {
  if (text.indexOf('-', start) < at) return true
  let next = at + 1
  while (next < end && classOf(text.charCodeAt(next)) === DIGIT) next++
  return text.charCodeAt(next) === 45 && classOf(text.charCodeAt(next + 1)) === DIGIT && at - start !== 1
}

/** "14-Feb-02". */
function isDayMonthYear(text: string, start: number, at: number, end: number): boolean {
  return (
    at - start <= 2 &&
    end - at >= 6 &&
    text.charCodeAt(at + 4) === 45 &&
    classOf(text.charCodeAt(at + 5)) === DIGIT
  )
}

/** "Han Seo-jun", after a capitalised surname; but "North Korea-based". */
function isGivenName(text: string, start: number, at: number, end: number): boolean {
  if (
    at - start > 6 ||
    classOf(text.charCodeAt(start)) !== UPPER ||
    classOf(text.charCodeAt(start + 1)) !== LOWER
  )
    return false
  let stop = at + 1
  while (stop < end && classOf(text.charCodeAt(stop)) === LOWER) stop++
  if (stop - at > 7) return false
  const second = text.slice(at + 1, stop)
  // "Chair-in-Office", "Port-au-Prince"
  if (text.charCodeAt(stop) === 45 && inner.has(second)) return false
  return !seconds.has(second) && !second.endsWith('ed') && followsName(text, start)
}

function followsName(text: string, start: number): boolean {
  let at = start - 1
  if (classOf(text.charCodeAt(at)) !== SPACE) return false
  while (at > 0 && isLetter(classOf(text.charCodeAt(at - 1))) && start - at < 24) at--
  return classOf(text.charCodeAt(at)) === UPPER
}
