// Times that head paragraphs: one at the head of its own, one on a line by itself over those that follow.
import type { Draft, TimeExpression } from './draft.ts'
import { edtfDays } from './edtf.ts'
import { headingOf } from './temporal-headings.ts'

/** What a line says of those below it: a time that closes a line of its own, a title that ends the last section, nothing. */
type Line = { time: TimeExpression | null; fills: boolean; title: boolean }

/** Paragraph → the time over it. */
export function paragraphHeadings(draft: Draft): Map<number, TimeExpression> {
  const lines = linesOf(draft)
  // One day above a text is its masthead; several are the days of a chronology.
  const several = lines.filter((line) => line.fills).length > 1
  const found = new Map<number, TimeExpression>()
  let standing: TimeExpression | null = null
  lines.forEach(({ time, fills, title }, index) => {
    if (fills)
      standing = several || headingOf(time!.edtf, true, index, draft.publishedOn) !== null ? time : null
    else if (title) standing = null
    const own = time && opens(draft, time, index) ? time : standing
    if (own) found.set(index, own)
  })
  return found
}

function linesOf(draft: Draft): Line[] {
  const { paragraphs, text } = draft.analysis
  let at = 0
  return paragraphs.map(({ start, end }) => {
    while (at < draft.times.length && draft.times[at]!.start < start) at++
    const next = draft.times[at]
    const time = next && next.start < end && next.edtf ? next : null
    const line = text.slice(start, end)
    return { time, fills: time !== null && isShort(time) && fillsLine(line, time), title: isTitle(line) }
  })
}

/** "5-6 MAY 2021. The deputy minister …" */
const opens = ({ analysis }: Draft, time: TimeExpression, paragraph: number): boolean =>
  time.start - analysis.paragraphs[paragraph]!.start < 4 &&
  /^\s*[.:–—-]/.test(analysis.text.slice(time.end, time.end + 3))

/** "Monday, MARCH 3, 2031", "4 May:", "Chile and Peru (March 3–6)": no sentence, and the time closes it. */
function fillsLine(line: string, time: TimeExpression): boolean {
  if (line.length > 90) return false
  const place = line.indexOf(time.exact)
  const [before, after] = [line.slice(0, place), line.slice(place + time.exact.length)]
  if (!/^[\s).:*#–—-]*$/.test(after)) return false
  return (
    /^[\s*#•–—-]*(?:on )?(?:\p{L}{3,6}day,? )?$/iu.test(before) || /^(?:\p{Lu}[^.!?:]{0,60})\($/u.test(before)
  )
}

/** A month or less: a year alone is no day for what stands under it. */
function isShort(time: TimeExpression): boolean {
  const days = edtfDays(time.edtf)
  return days !== null && days.last - days.first < 31
}

/** A short line without an end: the next section begins, and the day over the last one is over. */
const isTitle = (line: string): boolean =>
  line.length < 60 && !/[.!?:;,”"]\s*$/.test(line) && !/^\s*[-*•]/.test(line)
