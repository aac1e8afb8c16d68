// The window of a claim as worded: a date, a length, or an event that the packs or the record can date.
import { findOccurrence } from '../../knowledge/occurrences.ts'
import type { Exchange } from '../../reading/reading.ts'
import { edtfDays } from '../../record/days.ts'
import { lastDay } from '../counting.ts'
import { type Recalled, recallPerson } from '../recall.ts'
import { dayNumber, dayOf, earlier, later, windowOf } from '../window.ts'
import { readFigures } from './figures.ts'
import { readRoute, type Setting } from './setting.ts'
import { leadingOffice } from './tenure.ts'

/** `from` is null where the claim goes back without end ("ever"); `start` is the whole period the window is counted from ("2019"). */
export interface Period {
  from: string | null
  /** Last day of the period counted from: "since 2019" holds of what came after it. */
  after: string | null
  to: string
  words: string
  /** How it was resolved, where that needs saying. */
  note: string | null
}

export type Resolved = Period | { unknown: string }

const numberWords = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const unitDays: Record<string, number> = { day: 1, week: 7, month: 30.44, year: 365.25, decade: 3652.5 }

/** First day of "{two weeks}", "{less than a year}", "{a decade}" counted back from a day; null when the words hold no length. `slack`: a length is rounded, so many units more still are it. */
// => lengthBack('in two weeks', '2024-05-20') === '2024-05-06'
export function lengthBack(words: string, day: string, slack = 0): string | null {
  const hit = new RegExp(
    String.raw`\b(an?|\d{1,3}|${numberWords.join('|')})[- ](?:\w+ )?(day|week|month|year|decade)s?\b`,
    'i',
  ).exec(words)
  if (!hit) return null
  const number = /^an?$/i.test(hit[1]!) ? 1 : Number(hit[1]) || numberWords.indexOf(hit[1]!.toLowerCase())
  return dayOf(dayNumber(day) - Math.round((number + slack) * unitDays[hit[2]!.toLowerCase()]!))
}

/** Resolves the claim's window as of the day of the text. */
export async function resolvePeriod(setting: Setting): Promise<Resolved> {
  const { claim, today } = setting
  const to = await endBefore(setting)
  const worded = claim.window
  if (/\bsince then\b/i.test(setting.text.slice(setting.sentence.start, claim.end)) && !worded?.interval)
    return sinceThen(setting, to)
  if (!worded) return { from: null, after: null, to, words: `up to ${to}`, note: null }
  const begun = worded.sinceEvent ? await sinceEvent(setting, worded.sinceEvent, to) : null
  if (begun) return begun
  const start = worded.interval?.split('/')[0]
  const days = edtfDays(start)
  if (days.earliest)
    return {
      from: days.earliest,
      after: days.latest,
      to: earlier(to, later(days.earliest, today)),
      words: windowOf(days.earliest, to).words,
      note: null,
    }
  if (worded.sinceEvent)
    return { unknown: `“${worded.sinceEvent}” is no event that the packs or the record can date.` }
  return worded.exact && !worded.interval
    ? { unknown: `The window “${worded.exact}” could not be turned into days.` }
    : { from: null, after: null, to, words: `up to ${to}`, note: null }
}

/** "Prior to Okello's visit this week": the window ends the day before that visit, where the text dates it, else on the day of the text. */
async function endBefore(setting: Setting): Promise<string> {
  const { claim, text, today } = setting
  const sentence = text.slice(setting.sentence.start, setting.sentence.end)
  const cue = /\b(?:prior to|before|until)\s/i.exec(sentence)
  if (!cue || setting.sentence.start + cue.index > claim.end) return today
  const at = setting.sentence.start + cue.index
  const figure = (await readFigures(setting)).find((f) =>
    f.mentions.some((m) => m.start >= at && m.start - at < 60),
  )
  const own = setting.reading.exchanges.find(
    (e) => e.date && figure?.person && e.participants.some((p) => p.person === figure.person),
  )
  const starts = edtfDays(own?.date).earliest
  return starts ? earlier(today, dayOf(dayNumber(starts) - 1)) : today
}

/** "…visited in 2019, but since then …": from the end of the exchange reported just before, dated by the record where the text is vaguer. */
async function sinceThen(setting: Setting, to: string): Promise<Resolved> {
  const start = setting.claim.start
  const place = (e: Exchange): number =>
    Math.max(...e.evidence.filter((q) => q.start < start).map((q) => q.start), -1)
  const [before] = setting.reading.exchanges
    .filter((e) => e.date !== null && place(e) >= setting.sentence.start - 400)
    .sort((a, b) => place(b) - place(a))
  const days = edtfDays(before?.date)
  if (!before || !days.latest)
    return { unknown: '“Since then”: the text dates nothing just before that it could count from.' }
  const known = await datedByRecord(setting, before)
  const after = known ? lastDay(known) : days.latest
  const from = dayOf(dayNumber(after) + 1)
  const which = known
    ? `${known.occurredOn} (the record’s date of the exchange of ${before.date} reported just before)`
    : `${before.date}, the exchange reported just before`
  return { from, after, to, words: `from ${from} to ${to}`, note: `“since then” is read as after ${which}.` }
}

/** The one row that a vaguely dated exchange of the text can be; null when there are several or none. */
async function datedByRecord(setting: Setting, exchange: Exchange): Promise<Recalled | null> {
  const { earliest, latest } = edtfDays(exchange.date)
  const guest = exchange.participants.find((p) => p.role === 'visitor' && p.person !== null)
  if (!guest?.person || earliest === latest) return null
  const rows = await recallPerson(setting.context, guest.person, windowOf(earliest, latest))
  const fits = rows.filter((row) => row.host === exchange.host && row.kind === exchange.kind && row.confirmed)
  return fits.length === 1 ? fits[0]! : null
}

/** An event of the packs, or the visit of somebody named in the window ("since Okello came in 2009"). */
async function sinceEvent(setting: Setting, words: string, to: string): Promise<Period | null> {
  const { claim, context } = setting
  const known = findOccurrence(context.knowledge.occurrences, words, claim.states)
  if (known) {
    const { earliest, latest } = edtfDays(known.date)
    const doubt = known.confirmed ? '' : ', known in general only'
    return {
      from: earliest!,
      after: latest!,
      to,
      words: `since ${known.name} (${known.date}) up to ${to}`,
      note: `“${words}” is read as ${known.name}, ${known.date} (event in the packs${doubt}).`,
    }
  }
  if (
    /\b(?:took|taking|takes|assum\w+|came to|since coming to) (?:office|power|the post|up the post)\b|\bbecame\b|\binaugurat/i.test(
      words,
    )
  )
    return sinceOffice(setting, to)
  return sinceVisit(setting, words, to)
}

/** "Since he took office": the first day of the leading office that the official the claim names held on the day of the text. */
async function sinceOffice(setting: Setting, to: string): Promise<Period | null> {
  const figure = (await readFigures(setting)).find((f) => f.person !== null)
  if (!figure?.person) return null
  const tenure = await leadingOffice(setting.context, figure.person, to)
  if (!tenure) return null
  return {
    from: tenure.from,
    after: tenure.from,
    to,
    words: `from ${tenure.from} to ${to}`,
    note: `Counted from ${tenure.from}, when ${figure.name} became ${tenure.title}.`,
  }
}

async function sinceVisit(setting: Setting, words: string, to: string): Promise<Period | null> {
  const at = setting.text.indexOf(words, setting.claim.start)
  const figure = (await readFigures(setting)).find(
    (f) => f.person && f.mentions.some((m) => m.start >= at && m.end <= at + words.length),
  )
  const route = readRoute(setting, figure?.state)
  if (!figure?.person || !route || at < 0) return null
  const year = /\b(?:19|20)\d\d\b/.exec(words)?.[0]
  const rows = (
    await recallPerson(
      setting.context,
      figure.person,
      windowOf(year ? `${year}-01-01` : null, year ? `${year}-12-31` : to),
    )
  ).filter((row) => row.host === route.to && lastDay(row) < to)
  const visit = rows.at(-1)
  if (!visit) return null
  const from = dayOf(dayNumber(lastDay(visit)) + 1)
  return {
    from,
    after: lastDay(visit),
    to,
    words: `after ${figure.name}’s visit of ${visit.occurredOn} up to ${to}`,
    note: `“${words}” is read as the exchange of ${visit.occurredOn} on record.`,
  }
}
