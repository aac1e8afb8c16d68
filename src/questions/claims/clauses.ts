// "On 3 May, the same day Okello and Brandt meet, Arvania sends …": two rows of the record for two clauses whose exchanges the reader did not make out.
import type { Span } from '../../language/span.ts'
import { edtfDays } from '../../record/days.ts'
import { type Recalled, recallBetween, recallPerson } from '../recall.ts'
import { daysBetween, windowOf } from '../window.ts'
import { type Figure, figuresIn, statesIn, surnamesIn } from './figures.ts'
import type { Setting } from './setting.ts'

const months = 'January February March April May June July August September October November December'
const monthDay = new RegExp(
  String.raw`\b(?:(${months.replaceAll(' ', '|')})\.? (\d{1,2})|(\d{1,2}) (${months.replaceAll(' ', '|')}))\b(?:,? (\d{4}))?`,
)

/** The day the words name, in the year nearest to the day of the text; null when they name none. */
// => dayIn('On May 3, the same day', '2024-05-10') === '2024-05-03'
export function dayIn(words: string, today: string): string | null {
  const hit = monthDay.exec(words)
  if (!hit) return null
  const month = months.split(' ').indexOf(hit[1] ?? hit[4]!) + 1
  const end = `${String(month).padStart(2, '0')}-${(hit[2] ?? hit[3]!).padStart(2, '0')}`
  const year = Number(today.slice(0, 4))
  const years = hit[5] ? [Number(hit[5])] : [year, year - 1, year + 1]
  const days = years.map((y) => `${y}-${end}`).filter((day) => edtfDays(day).earliest === day)
  return days.sort((a, b) => Math.abs(daysBetween(a, today)) - Math.abs(daysBetween(b, today)))[0] ?? null
}

/** The sentence is cut at each comma after "the same day" until both parts have a row of that day; null where none has. */
export async function findByClauses(setting: Setting): Promise<[Recalled, Recalled] | null> {
  const { text, sentence, today } = setting
  const words = text.slice(sentence.start, sentence.end)
  const day = dayIn(words, today)
  const cue = /\bsame (?:day|date)\b/i.exec(words)
  if (!day || !cue) return null
  const from = sentence.start + cue.index + cue[0].length
  for (const comma of text.slice(from, sentence.end).matchAll(/,\s/g)) {
    const cut = from + comma.index
    const left = await rowOf(setting, { start: from, end: cut }, day)
    const right = left && (await rowOf(setting, { start: cut, end: sentence.end }, day))
    if (left && right && left.id !== right.id) return [left, right]
  }
  return null
}

/** The row of that day with most of the people and states that a clause names; it must have all of the states, or one of the people. */
async function rowOf(setting: Setting, clause: Span, day: string): Promise<Recalled | null> {
  const { context, text } = setting
  const states = [...new Set(statesIn(context, text.slice(clause.start, clause.end)))]
  const people = peopleIn(setting, clause)
  const window = windowOf(day, day)
  const found = people.length
    ? (await Promise.all(people.map((person) => recallPerson(context, person, window)))).flat()
    : states.length > 1
      ? await recallBetween(context, states, window)
      : []
  const shared = (row: Recalled): number =>
    new Set(row.participants.filter((p) => people.includes(p.person ?? '')).map((p) => p.person)).size * 2 +
    states.filter((state) => row.states.includes(state)).length
  const fits = found.filter((row) => row.confirmed && states.every((state) => row.states.includes(state)))
  return fits.sort((a, b) => shared(b) - shared(a) || a.states.length - b.states.length)[0] ?? null
}

const peopleIn = (setting: Setting, clause: Span): string[] => {
  const named: Figure[] = [...figuresIn(setting, clause), ...surnamesIn(setting, clause)]
  return [...new Set(named.flatMap((figure) => figure.person ?? []))]
}
