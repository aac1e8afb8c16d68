// A brief as text: Markdown, and HTML that prints; a bar a year drawn as SVG. Pure.
import type { Citation } from './answer.ts'

/** A line of a brief: a sentence and the numbers of its sources. */
export interface Line {
  text: string
  row: string
  citations: number[]
}

export interface Section {
  heading: string
  lines: Line[]
  /** Rows left out because no source stands behind them. */
  withoutSource: number
}

export interface Brief {
  title: string
  subtitle: string
  sections: Section[]
  /** Year → exchanges, for the plot. */
  years: Record<string, number>
  coverage: string
  sources: Citation[]
}

const numbers = (line: Line): string => line.citations.map((n) => `[${n}]`).join('')
const describeSource = (c: Citation): string =>
  [c.title, c.publisher, c.publishedOn, c.url].filter(Boolean).join(', ') || `document ${c.documentId}`
/** A source's line: where it was read, and the words themselves where we hold them. */
const sourceText = (c: Citation): string =>
  `${describeSource(c)}${c.evidence ? `: “${c.evidence.exact}”` : ''}`

/** CommonMark signs in record text are disarmed. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&')

export function renderMarkdown(brief: Brief): string {
  const sections = brief.sections.flatMap(({ heading, lines }) => [
    `## ${plain(heading)}`,
    lines.length
      ? lines.map((line) => `- ${plain(line.text)} ${numbers(line)}`).join('\n')
      : 'Nothing with a source on record.',
  ])
  const years = Object.entries(brief.years).sort()
  const plot = years.length
    ? [
        '## By year',
        ['| year | exchanges |', '|---|---|', ...years.map(([year, count]) => `| ${year} | ${count} |`)].join(
          '\n',
        ),
      ]
    : []
  const sources = ['## Sources', brief.sources.map((c) => `${c.number}. ${plain(sourceText(c))}`).join('\n')]
  return `${[`# ${plain(brief.title)}`, plain(brief.subtitle), ...sections, ...plot, '## What we could not see', plain(brief.coverage), ...sources].join('\n\n')}\n`
}

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export function renderHtml(brief: Brief): string {
  const sections = brief.sections.map(
    ({ heading, lines }) =>
      `<section><h2>${html(heading)}</h2>${
        lines.length
          ? `<ul>${lines.map((line) => `<li>${html(line.text)} ${marks(line)}</li>`).join('')}</ul>`
          : '<p>Nothing with a source on record.</p>'
      }</section>`,
  )
  const sources = brief.sources.map(
    (c) => `<li id="source-${c.number}" value="${c.number}">${html(sourceText(c))}</li>`,
  )
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${html(brief.title)}</title></head><body>` +
    `<h1>${html(brief.title)}</h1><p>${html(brief.subtitle)}</p>${sections.join('')}${drawYears(brief.years)}` +
    `<section><h2>What we could not see</h2><p>${html(brief.coverage)}</p></section><section><h2>Sources</h2><ol>${sources.join('')}</ol></section></body></html>\n`
  )
}

const marks = (line: Line): string => line.citations.map((n) => `<a href="#source-${n}">[${n}]</a>`).join('')

/** A bar a year, with its count; empty where nothing is dated. Years without exchanges keep their place. */
export function drawYears(years: Record<string, number>): string {
  const known = Object.keys(years).map(Number)
  if (known.length === 0) return ''
  const [first, last, most] = [Math.min(...known), Math.max(...known), Math.max(...Object.values(years))]
  const [step, height] = [36, 120]
  const bars = Array.from({ length: last - first + 1 }, (_, i) => {
    const count = years[String(first + i)] ?? 0
    const tall = Math.round((count / most) * height)
    const x = i * step
    return (
      `<rect x="${x + 4}" y="${20 + height - tall}" width="${step - 8}" height="${tall}" fill="#35618e"/>` +
      `<text x="${x + step / 2}" y="${14 + height - tall}" text-anchor="middle" font-size="12">${count}</text>` +
      `<text x="${x + step / 2}" y="${38 + height}" text-anchor="middle" font-size="12">${first + i}</text>`
    )
  })
  const width = (last - first + 1) * step
  return `<figure><svg viewBox="0 0 ${width} ${height + 44}" width="${width}" height="${height + 44}" role="img" aria-label="Exchanges a year, ${first} to ${last}">${bars.join('')}</svg><figcaption>Exchanges a year</figcaption></figure>`
}
