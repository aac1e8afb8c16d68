// The shape of a table: its rows of cells, and which column holds the visitor, the country, the place, the date.
import type { Draft, Mention } from '../draft.ts'
import { entityOf, mentionsBetween } from '../entities.ts'

export interface Cell {
  start: number
  end: number
  text: string
}

/** Places of the columns; -1 where the table has none. All others hold words. */
export interface Columns {
  visitor: number
  country: number
  place: number
  date: number
}

const HEADINGS: [keyof Columns, RegExp][] = [
  ['visitor', /^(?:visitors?|guests?|leaders?|names?|officials?|heads?|delegations?|who|dignitar)/i],
  ['country', /^(?:country|countries|states?|nations?|destinations?|hosts?)\b/i],
  ['place', /^(?:areas?|locales?|locations?|city|cities|places?|venues?)\b/i],
  ['date', /^(?:dates?|days?|when|periods?)\b/i],
]
const ANY_HEADING =
  /^(?:visitor|guest|leader|name|official|country|countries|state|nation|destination|host|area|locale|location|city|place|venue|date|day|when|period|description|remark|note|detail|purpose|reason|event|title|position|office|outcome|type)/i

/** Lines of three cells or more, parted by tabs or bars, when they are most of the text. */
export function rowsOf(draft: Draft): Cell[][] {
  const rows: Cell[][] = []
  let start = 0
  for (const line of draft.analysis.text.split('\n')) {
    const mark = line.includes('\t') ? '\t' : line.split('|').length > 3 ? '|' : null
    if (mark && !/^[\s|:-]+$/.test(line)) rows.push(cellsOf(line, start, mark))
    start += line.length + 1
  }
  return rows
}

function cellsOf(line: string, start: number, mark: string): Cell[] {
  let at = start
  const cells = line.split(mark).map((text) => {
    const cell = { start: at, end: at + text.length, text: text.trim() }
    at += text.length + 1
    return cell
  })
  // "| a | b |": the bars at both ends part nothing
  return mark === '|' ? cells.filter((cell, i) => cell.text !== '' || (i > 0 && i < cells.length - 1)) : cells
}

/** Columns by the words of the first row, else by what the rows hold; the rows below the heading. */
export function readColumns(draft: Draft, rows: Cell[][]): { columns: Columns; body: Cell[][] } {
  const head = rows[0]!
  if (head.filter((cell) => ANY_HEADING.test(cell.text) && cell.text.length < 30).length * 2 < head.length)
    return { columns: guessColumns(draft, rows), body: rows }
  const columns: Columns = { visitor: -1, country: -1, place: -1, date: -1 }
  head.forEach((cell, place) => {
    const role = HEADINGS.find(([name, pattern]) => columns[name] < 0 && pattern.test(cell.text))?.[0]
    if (role) columns[role] = place
  })
  return { columns, body: rows.slice(1) }
}

function guessColumns(draft: Draft, rows: Cell[][]): Columns {
  const width = Math.max(...rows.map((row) => row.length))
  const most = (holds: (cell: Cell) => boolean): number => {
    for (let place = 0; place < width; place++)
      if (rows.filter((row) => row[place] && holds(row[place]!)).length * 2 > rows.length) return place
    return -1
  }
  const opens = (cell: Cell): Mention | undefined => mentionsIn(draft, cell)[0]
  return {
    visitor: most((cell) => opens(cell)?.kind === 'person'),
    country: most((cell) => opens(cell)?.kind === 'state' && cell.text.length < 40),
    place: most((cell) => opens(cell)?.kind === 'place' && cell.text.length < 40),
    date: most((cell) => /\d/.test(cell.text) && cell.text.length < 40 && /\d|[A-Z][a-z]{2}/.test(cell.text)),
  }
}

/** Mentions inside a cell, in order. */
export const mentionsIn = (draft: Draft, cell: Pick<Cell, 'start' | 'end'>): Mention[] =>
  mentionsBetween(draft, tokenAt(draft, cell.start), tokenAt(draft, cell.end)).filter(
    (mention) => mention.start >= cell.start && mention.end <= cell.end + 1,
  )

/** "Korea, North": what a register files under its noun; null when no state is called so. */
function turnedName(draft: Draft, text: string): string | null {
  const [, noun, rest] = /^(\p{Lu}[\p{L} ]+), ((?:\p{Lu}|the )[\p{L} ’']+)$/u.exec(text) ?? []
  if (!noun || !rest) return null
  const name = `${rest} ${noun}`
  const found = draft.knowledge.gazetteer.states.find(
    (state) => state.name === name || state.names.includes(name),
  )
  return found?.id ?? null
}

/** The state that a cell names ("Korea, Republic of"); null when it names none. */
export function stateIn(draft: Draft, cell: Cell | undefined): string | null {
  if (!cell) return null
  const turned = turnedName(draft, cell.text)
  if (turned) return turned
  for (const mention of mentionsIn(draft, cell)) {
    const state = entityOf(draft, mention)?.state
    if (state && mention.kind !== 'person') return state
  }
  return null
}

/** First token that ends behind the offset. */
export function tokenAt(draft: Draft, offset: number): number {
  const { tokens } = draft.analysis
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}
