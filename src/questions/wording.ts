// An answer in words: questions write codes and EDTF, people read names and days. What stands in quotation marks is left as it was said.
import type { Answer, AnswerRow, Verdict } from './answer.ts'
import { stateName } from './names.ts'
import type { QuestionContext } from './question.ts'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

interface Day {
  year: string
  month: string | undefined
  day: string | undefined
  about: boolean
}

function partsOf(edtf: string): Day {
  const [, year, month, day, mark] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(edtf)!
  return {
    year: year!,
    month: month && months[Number(month) - 1],
    day: day?.replace(/^0/, ''),
    about: mark !== '',
  }
}

const sayParts = ({ year, month, day, about }: Partial<Day>): string =>
  `${about ? 'about ' : ''}${[day, month, year].filter(Boolean).join(' ')}`

/** "2024-04-08/2024-04-09" → "8–9 April 2024"; "2021-06~" → "about June 2021"; "2024-04-08/.." → "8 April 2024 onwards". */
// => sayDate('2023-09') === 'September 2023'
export function sayDate(edtf: string): string {
  const [start, end] = edtf.split('/') as [string, string | undefined]
  if (end === undefined) return sayParts(partsOf(start))
  if (end === '..' || end === '') return `${sayParts(partsOf(start))} onwards`
  if (start === '..' || start === '') return `until ${sayParts(partsOf(end))}`
  const [a, b] = [partsOf(start), partsOf(end)]
  if (start === end.slice(0, start.length) && b.about) return `${sayParts(a)} (end not sure)`
  if (a.year !== b.year) return `${sayParts(a)} to ${sayParts(b)}`
  if (a.month !== b.month || a.about || b.about || !a.day || !b.day)
    return `${sayParts({ ...a, year: '' })} to ${sayParts(b)}`
  return a.day === b.day ? sayParts(a) : `${a.day}–${sayParts(b)}`
}

const one = String.raw`\d{4}-\d\d(?:-\d\d)?[~?%]?`
const dates = new RegExp(
  String.raw`(?<![\w/.:-])(?:${one}\/(?:${one}|\.\.)|\.\.\/${one}|${one})(?![\w/-]|:\d)`,
  'g',
)
const codes = /(?<![\w.-])[A-Z]{3}(?!\.\w|[\w-])/g
const quoted = /(“[^“”]*”|"[^"]*")/

// "from the United States", but "(United States, level 5)".
const takesArticle =
  /^(?:United |Netherlands|Philippines|Maldives|Bahamas|Gambia)|Republic$|Islands$|Emirates$/
const leadsTo = /(?:^|\b(?:from|to|of|with|in|by|and|or|between|than|visited|met|on|that)\s)$/i

/** "1 visit", "3 visits": a number and its noun, which takes an s. */
// => countOf(1, 'visit') === '1 visit'
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Text with the codes of states and the dates in it as people write them. */
export const inWords = (context: QuestionContext, text: string): string =>
  text
    .split(quoted)
    .map((part, i) =>
      i % 2
        ? part
        : sayCodes(
            context,
            part.replace(dates, (edtf) => sayDate(edtf)),
          ),
    )
    .join('')

const sayCodes = (context: QuestionContext, text: string): string =>
  text.replace(codes, (code, at: number) => {
    const name = stateName(context, code)
    if (name === code || !takesArticle.test(name) || !leadsTo.test(text.slice(0, at))) return name
    return `${at === 0 ? 'The' : 'the'} ${name}`
  })

export const verdictInWords = <V extends Verdict>(context: QuestionContext, verdict: V): V => ({
  ...verdict,
  reason: inWords(context, verdict.reason),
  reworded: verdict.reworded && inWords(context, verdict.reworded),
})

export const rowInWords = (context: QuestionContext, row: AnswerRow): AnswerRow => ({
  ...row,
  label: inWords(context, row.label),
})

/** The sentences of an answer; its data keep codes and EDTF. */
export function answerInWords<Result>(context: QuestionContext, answer: Answer<Result>): Answer<Result> {
  const say = (text: string): string => inWords(context, text)
  const { denominator, coverage } = answer
  return {
    ...answer,
    summary: say(answer.summary),
    denominator: { ...denominator, description: say(denominator.description) },
    coverage: { ...coverage, note: say(coverage.note) },
    sensitivity: answer.sensitivity.map((s) => ({ ...s, outcome: say(s.outcome) })),
    unknowns: answer.unknowns.map(say),
    ...(answer.verdict ? { verdict: verdictInWords(context, answer.verdict) } : {}),
  }
}
