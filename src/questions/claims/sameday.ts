// "On the same day that X landed, Y began …" → two exchanges of the text found in the record, and whether they share a day.
import type { Exchange } from '../../reading/reading.ts'
import { edtfDays } from '../../record/days.ts'
import { coincidence } from '../coincidence.ts'
import { firstDay } from '../counting.ts'
import { meetInTime, sharedDays } from '../overlap.ts'
import { type Recalled, recallBetween, recallPerson } from '../recall.ts'
import { labelExchange } from '../rows.ts'
import { dayNumber, dayOf, windowOf } from '../window.ts'
import { findByClauses } from './clauses.ts'
import { type ClaimVerdict, reportedHere, type Setting, untestable } from './setting.ts'

const edgeWords =
  /\b(?:arriv\w+|land(?:ed|s|ing)?|touch(?:ed|es|ing)? down|reach(?:ed|es|ing)|set out|depart\w*|flew|left|pack\w+|news (?:came|broke))\b/i

export async function checkCoincidence(setting: Setting): Promise<ClaimVerdict> {
  const pair = pickPair(reportedHere(setting))
  const byClause = pair ? null : await findByClauses(setting)
  if (byClause) return { ...judge(setting, ...byClause), ...(await askAround(setting, ...byClause)) }
  if (!pair)
    return untestable('The sentence does not report two exchanges that the reader could make out and date.')
  const [x, y] = await Promise.all(pair.map((exchange) => findInRecord(setting, exchange)))
  const missing = [x, y].map((row, i) => (row ? null : describe(pair[i]!))).filter((text) => text !== null)
  if (!x || !y)
    return untestable(
      `Not in the record: ${missing.join('; ')}. ${x || y ? `On record: ${labelExchange((x ?? y)!)}.` : ''}`,
    )
  return { ...judge(setting, x, y), ...(await askAround(setting, x, y)) }
}

/** Two exchanges of different states or people, both dated. */
function pickPair(here: Exchange[]): [Exchange, Exchange] | null {
  const dated = here.filter((e) => e.date !== null)
  for (const a of dated) {
    for (const b of dated) {
      const people = new Set(a.participants.map((p) => p.person ?? p.name))
      if (
        a !== b &&
        !b.participants.some((p) => people.has(p.person ?? p.name)) &&
        a.partOf !== b.id &&
        b.partOf !== a.id
      )
        return [a, b]
    }
  }
  return null
}

/** The row that the text's exchange is: one of its people, else its states, at most four days from the date it gives; nearest first. */
async function findInRecord(setting: Setting, exchange: Exchange): Promise<Recalled | null> {
  const days = edtfDays(exchange.date)
  if (!days.earliest) return null
  const window = windowOf(
    dayOf(dayNumber(days.earliest) - 4),
    dayOf(dayNumber(days.latest ?? days.earliest) + 4),
  )
  const people = exchange.participants.flatMap((p) => (p.person && p.role !== 'host' ? [p.person] : []))
  const rows = (
    await Promise.all(people.map((person) => recallPerson(setting.context, person, window)))
  ).flat()
  const found = rows.length
    ? rows
    : exchange.states.length > 1
      ? await recallBetween(setting.context, exchange.states, window)
      : []
  const fits = found.filter(
    (row) => row.confirmed && (!exchange.host || !row.host || row.host === exchange.host),
  )
  const away = (row: Recalled): number => Math.abs(dayNumber(firstDay(row)) - dayNumber(days.earliest!))
  return (
    [...fits].sort(
      (a, b) => Number(b.kind === exchange.kind) - Number(a.kind === exchange.kind) || away(a) - away(b),
    )[0] ?? null
  )
}

function judge(
  setting: Setting,
  x: Recalled,
  y: Recalled,
): Pick<ClaimVerdict, 'verdict' | 'reason' | 'reworded'> {
  const how = meetInTime(x, y, 0)
  const both = `${labelExchange(x)}; ${labelExchange(y)}`
  const shared = sharedDays(x, y)
  if (how === 'overlap') {
    const starts = firstDay(x) === firstDay(y) ? 'Both began on' : 'Both were going on on'
    return {
      verdict: 'holds',
      reason: `${starts} ${shared!.from}${shared!.to === shared!.from ? '' : ` to ${shared!.to}`}: ${both}.`,
      reworded: null,
    }
  }
  if (how === 'perhaps')
    return { verdict: 'untestable', reason: `The dates are not known well enough: ${both}.`, reworded: null }
  const sentence = setting.text.slice(setting.sentence.start, setting.sentence.end)
  if (edgeWords.test(sentence))
    return {
      verdict: 'untestable',
      reason: `The claim speaks of an arrival or departure, which the record does not date; the exchanges themselves share no day: ${both}.`,
      reworded: `They were ${gapWords(x, y)}.`,
    }
  return { verdict: 'fails', reason: `They share no day: ${both}.`, reworded: `They were ${gapWords(x, y)}.` }
}

const gapWords = (x: Recalled, y: Recalled): string => {
  const days = Math.abs(dayNumber(firstDay(x)) - dayNumber(firstDay(y)))
  return `${days} ${days === 1 ? 'day' : 'days'} apart at their start (${x.occurredOn} and ${y.occurredOn})`
}

/** The question for the camps of the two, over the year around them: how unusual such a pair is. */
async function askAround(
  setting: Setting,
  x: Recalled,
  y: Recalled,
): Promise<Pick<ClaimVerdict, 'question' | 'input' | 'answer'>> {
  const day = dayNumber(firstDay(x))
  const shared = x.states.some((state) => y.states.includes(state))
  if (shared) return { question: 'coincidence', input: null, answer: null }
  const input = {
    a: x.states.join(','),
    b: y.states.join(','),
    since: dayOf(day - 365),
    until: dayOf(day + 30),
    slack: 0,
    seed: 1,
    shifts: 999,
  }
  return { question: 'coincidence', input, answer: await coincidence.ask(setting.context, input) }
}

const describe = (e: Exchange): string =>
  `${
    e.participants
      .map((p) => p.name ?? p.office)
      .filter(Boolean)
      .join(', ') || e.states.join(', ')
  } (${e.kind}, ${e.date})`
