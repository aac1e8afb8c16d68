// Days counted from a day told before: "the following Monday", "the Friday after", "the morning after", "a week tomorrow".
import { formatDay, mondayOf, weekdayOf } from './calendar.ts'
import { anchorOf, type Found, type TimeContext, type TimeRule, todayOf } from './temporal-context.ts'
import { type Lexeme, weekdayIn } from './temporal-lexemes.ts'
import { DAY_PARTS } from './temporal-weekdays.ts'

const day = (next: number, resolve: Found['resolve'], optional = false): Found => ({
  next,
  kind: 'day',
  days: null,
  optional,
  resolve,
})

/** Where a weekday lies seen from the days told before: the next after them, the last before, or among them. */
type Side = 'after' | 'before' | 'among'

const LEADS = new Map<string, Side>(
  Object.entries({ following: 'after', next: 'after', subsequent: 'after', previous: 'before', preceding: 'before', same: 'among' }),
) // biome-ignore format: a table

/** "the following Monday", "that Thursday", "the Monday after", "she saw him on the Wednesday". */
export const chainedWeekday: TimeRule = (lexemes, at) => {
  const that = lexemes[at]?.lower === 'that'
  if (!that && lexemes[at]?.lower !== 'the') return null
  const lead = LEADS.get(lexemes[at + 1]?.lower ?? '')
  const place = lead ? at + 2 : at + 1
  const weekday = weekdayIn(lexemes[place])
  if (weekday < 0) return null
  const next = DAY_PARTS.has(lexemes[place + 1]?.lower ?? '') ? place + 2 : place + 1
  const side = lead ?? sideBehind(lexemes, next)
  if (side === null && !that && !endsPhrase(lexemes, at, next)) return null
  const end = lead || side === null ? next : next + 1
  return day(end, (context) => fromAnchor(weekday, side ?? 'among', context), true)
}

/** "the Monday after", "the Monday before he left"; "the Monday before last" is another rule's. */
function sideBehind(lexemes: Lexeme[], at: number): Side | null {
  const word = lexemes[at]?.lower
  if (word === 'after' || word === 'following') return 'after'
  return word === 'before' && lexemes[at + 1]?.lower !== 'last' ? 'before' : null
}

/** "on the Wednesday, …", but "on the Wednesday market". */
const endsPhrase = (lexemes: Lexeme[], at: number, next: number): boolean =>
  /^(?:on|by|until|and)$/.test(lexemes[at - 1]?.lower ?? '') &&
  (lexemes[next] === undefined ||
    lexemes[next]!.kind === 'mark' ||
    /^(?:and|he|she|they|in|at|to|with|for|but|when|by)$/.test(lexemes[next]!.lower))

function fromAnchor(weekday: number, side: Side, context: TimeContext): string | null {
  const anchor = anchorOf(context)
  if (!anchor || !(anchor.last - anchor.first < 21)) return null
  if (side === 'before') return formatDay(anchor.first - (daysTo(weekday, anchor.first) || 7))
  if (side === 'after') return formatDay(anchor.last + ((7 - daysTo(weekday, anchor.last)) % 7 || 7))
  const first = anchor.first + ((7 - daysTo(weekday, anchor.first)) % 7)
  // "in Ellion on the 12th; … on the Friday": of those days, or of their week
  return formatDay(first <= anchor.last ? first : mondayOf(anchor.first) + weekday)
}

/** Days back from `from` to the weekday; 0 on the day itself. */
const daysTo = (weekday: number, from: number): number => (weekdayOf(from) - weekday + 7) % 7

/** "the morning after", "the evening before": of the day told before; "the night after his election" counts from what nobody dated. */
export const partAround: TimeRule = (lexemes, at) => {
  const the = lexemes[at]?.lower === 'the' ? at + 1 : at
  const word = lexemes[the + 1]?.lower
  const step = word === 'after' ? 1 : word === 'before' ? -1 : 0
  if (the === at || !DAY_PARTS.has(lexemes[the]?.lower ?? '') || !step) return null
  const counted = lexemes[the + 2]
  if (counted?.kind === 'word' && !/^(?:in|at|to|he|she|they|and|with|for|by|that)$/.test(counted.lower))
    return null
  return day(the + 2, (context) => beside(anchorOf(context), step), true)
}

function beside(anchor: { first: number; last: number } | null, step: number): string | null {
  if (!anchor || !(anchor.last - anchor.first < 21)) return null
  return formatDay(step < 0 ? anchor.first - 1 : anchor.last + 1)
}

const DEICTIC = new Map(Object.entries({ yesterday: -1, today: 0, tomorrow: 1 }))

/** "tomorrow week", "a week tomorrow", "a week from today", "a fortnight on Friday". */
export const weekFrom: TimeRule = (lexemes, at) => {
  const word = lexemes[at]?.lower ?? ''
  const plain = DEICTIC.get(word)
  if (plain !== undefined) {
    const weeks = weeksIn(lexemes[at + 1])
    const sign = plain < 0 ? -1 : 1
    return weeks && !isUnit(lexemes[at + 2])
      ? day(at + 2, (context) => awayFromToday(plain + sign * 7 * weeks, context))
      : null
  }
  const weeks = word === 'a' ? weeksIn(lexemes[at + 1]) : 0
  if (!weeks) return null
  const joined = /^(?:from|on)$/.test(lexemes[at + 2]?.lower ?? '')
  const place = joined ? at + 3 : at + 2
  const shift =
    joined && lexemes[at + 2]!.lower === 'on' ? undefined : DEICTIC.get(lexemes[place]?.lower ?? '')
  if (shift !== undefined) return day(place + 1, (context) => awayFromToday(shift + 7 * weeks, context))
  const weekday = joined ? weekdayIn(lexemes[place]) : -1
  return weekday < 0 ? null : day(place + 1, (context) => weekdayAhead(weekday, weeks, context))
}

const weeksIn = (lexeme: Lexeme | undefined): number =>
  lexeme?.lower === 'week' ? 1 : lexeme?.lower === 'fortnight' ? 2 : 0
const isUnit = (lexeme: Lexeme | undefined): boolean => /^(?:long|of)$/.test(lexeme?.lower ?? '')

function awayFromToday(days: number, context: TimeContext): string | null {
  const today = todayOf(context)
  return today === null ? null : formatDay(today + days)
}

function weekdayAhead(weekday: number, weeks: number, context: TimeContext): string | null {
  const today = todayOf(context)
  return today === null ? null : formatDay(today + ((7 - daysTo(weekday, today)) % 7) + 7 * weeks)
}

/** The most specific first. */
export const chainedTimes: TimeRule[] = [chainedWeekday, partAround, weekFrom]
