// Days told by what was told before: "on the day of her arrival", "on the second day", "the eve of that session".
import { formatDay } from './calendar.ts'
import type { DayInterval } from './edtf.ts'
import { anchorOf, type Found, type TimeRule } from './temporal-context.ts'
import type { Lexeme } from './temporal-lexemes.ts'
import { DAY_PARTS } from './temporal-weekdays.ts'

const STAY = /^(?:visit|trip|stay|tour|journey|summit|talks|meeting|conference|session|mission|programme)$/
const WHOSE = /^(?:the|his|her|their|its|that)$/

/** A day of what lasted from the first to the last day told before; nothing where that is longer than a fortnight. */
const dayOf = (next: number, pick: (told: DayInterval) => number | null): Found => ({
  next,
  kind: 'day',
  days: null,
  optional: true,
  resolve: (context) => {
    const told = anchorOf(context)
    const day = told && told.last - told.first < 15 ? pick(told) : null
    return day === null ? null : formatDay(day)
  },
})

/** "from the 3rd to the 5th; … on the day of her arrival", "the day of his departure". */
const dayOfArrival: TimeRule = (lexemes, at) => {
  const place = /^(?:the|same)$/.test(lexemes[at]?.lower ?? '') ? at + 1 : at
  if (place === at || !isWord(lexemes[place], /^(?:day|evening|morning|afternoon|night)$/)) return null
  if (!isWord(lexemes[place + 1], /^of$/) || !isWord(lexemes[place + 2], WHOSE)) return null
  const what = lexemes[place + 3]?.lower ?? ''
  if (/^(?:arrival|landing)$/.test(what)) return dayOf(place + 4, ({ first }) => first)
  return /^(?:departure|return)$/.test(what) ? dayOf(place + 4, ({ last }) => last) : null
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth']

/** "on her second day", "on the first morning", "on the last day of the visit"; "on his second day at work" is of something else. */
const nthDay: TimeRule = (lexemes, at) => {
  if (!isWord(lexemes[at - 1], /^on$/) || !isWord(lexemes[at], WHOSE)) return null
  const word = lexemes[at + 1]?.lower ?? ''
  const nth = ORDINALS.indexOf(word)
  const isLast = word === 'last' || word === 'final'
  const unit = lexemes[at + 2]?.lower ?? ''
  if ((nth < 0 && !isLast) || (unit !== 'day' && !DAY_PARTS.has(unit))) return null
  const next = endOfDay(lexemes, at + 3)
  if (next === 0) return null
  const own = /^(?:his|her|their)$/.test(lexemes[at]!.lower) && nth > 0
  return dayOf(next, ({ first, last }) => (last === first && !own ? null : isLast ? last : first + nth))
}

/** Past "of the visit" or nothing; 0 where the day is counted of something else. */
function endOfDay(lexemes: Lexeme[], at: number): number {
  const word = lexemes[at]
  if (word?.lower === 'of')
    return isWord(lexemes[at + 1], WHOSE) && isWord(lexemes[at + 2], STAY) ? at + 3 : 0
  return /^(?:at|in|as|after|since)$/.test(word?.lower ?? '') ? 0 : at
}

/** "On the eve of that session she telephoned him", "the eve of her visit": the day before what was told. */
const eveOf: TimeRule = (lexemes, at) => {
  if (!isWord(lexemes[at], /^the$/) || !isWord(lexemes[at + 1], /^eve$/) || !isWord(lexemes[at + 2], /^of$/))
    return null
  const [whose, what] = [lexemes[at + 3], lexemes[at + 4]]
  if (
    !isWord(whose, WHOSE) ||
    !(STAY.test(what?.lower ?? '') || /^(?:arrival|departure)$/.test(what?.lower ?? ''))
  )
    return null
  return dayOf(at + 5, ({ first, last }) => (what!.lower === 'departure' ? last : first) - 1)
}

const isWord = (lexeme: Lexeme | undefined, word: RegExp): boolean => word.test(lexeme?.lower ?? '')

export const stayTimes: TimeRule[] = [dayOfArrival, nthDay, eveOf]
