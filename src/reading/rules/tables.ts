// Tables of visits, row by row: "Visitor / Description / Date", "Country / Areas visited / Dates / Purpose".

import { dayNumber } from '../calendar.ts'
import type { Draft } from '../draft.ts'
import { entityOf } from '../entities.ts'
import type { ExchangeKind, ExchangeStatus } from '../reading.ts'
import { nowhere, type Sighting, statesOf, type Where } from '../sighting.ts'
import { onlyYear } from '../temporal.ts'
import { calendarDates } from '../temporal-dates.ts'
import { lexemesOf } from '../temporal-lexemes.ts'
import {
  type Cell,
  type Columns,
  mentionsIn,
  readColumns,
  rowsOf,
  stateIn,
  tokenAt,
} from './tables-columns.ts'
import { accompanied, eventOf, meetings, peopleIn } from './tables-remarks.ts'
import { spellAsMostRows, travellersOf } from './tables-travellers.ts'

/** Three rows or more that are most of the text's lines. */
export function isTable(draft: Draft): boolean {
  const rows = rowsOf(draft)
  return (
    rows.length >= 3 && rows.length * 2 > draft.analysis.text.split('\n').filter((line) => line.trim()).length
  )
}

/** What holds for every row. */
interface Table {
  draft: Draft
  columns: Columns
  /** Year that the title gives for rows without one. */
  year: number | null
  /** Journeys: who travels. Visits: nobody. */
  travellers: number[]
  /** State that receives the visitors; null when the rows name it. */
  host: string | null
}

/** Every row as the visit that it lists, with whom it met and what it attended. */
export function sightRows(draft: Draft): Sighting[] {
  spellAsMostRows(draft)
  const rows = rowsOf(draft)
  const { columns, body } = readColumns(draft, rows)
  const remarks = body.flatMap((row) => wordsOf(row, columns))
  const visited = columns.visitor >= 0
  const table: Table = {
    draft,
    columns,
    year: yearOfTitle(draft) ?? onlyYear(draft),
    travellers: visited
      ? []
      : travellersOf(draft, { headings: rows[0]!, remarks, visited: statesVisited(draft, columns, body) }),
    host: visited ? hostOf(draft, columns, body) : null,
  }
  return body.flatMap((row, index) => sightRow(table, row, index))
}

const wordsOf = (row: Cell[], columns: Columns): Cell[] =>
  row.filter((_, place) => !Object.values(columns).includes(place))

const statesVisited = (draft: Draft, { country, place }: Columns, body: Cell[][]): Set<string> =>
  new Set(body.flatMap((row) => stateIn(draft, row[country]) ?? stateIn(draft, row[place]) ?? []))

/** "List of trips made by …: 2015". */
function yearOfTitle(draft: Draft): number | null {
  const years = new Set((draft.title ?? draft.source.title ?? '').match(/\b(?:19|20)\d\d\b/g) ?? [])
  return years.size === 1 ? Number([...years][0]) : null
}

/** Whose visitors the table lists: a table of the visitors to one country names no other than the guests' and its own. */
function hostOf(draft: Draft, { visitor, country }: Columns, body: Cell[][]): string | null {
  const counts = new Map<string, number>()
  const guests = new Set(
    body.flatMap((row) => [
      stateIn(draft, row[country]),
      ...peopleIn(draft, row[visitor]).map((index) => draft.entities[index]!.state),
    ]),
  )
  for (const mention of draft.mentions) {
    const entity = entityOf(draft, mention)
    if (entity?.kind === 'place' && entity.state && !guests.has(entity.state))
      counts.set(entity.state, (counts.get(entity.state) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? draft.side
}

function sightRow(table: Table, row: Cell[], index: number): Sighting[] {
  const { draft, columns } = table
  const visitors = columns.visitor < 0 ? travellersIn(table, row) : guestsOf(table, row)
  const where = whereOf(table, row)
  if (visitors.length === 0 || where.state === null) return []
  if (
    statesOf(draft, visitors).every((state) => state === where.state) &&
    statesOf(draft, visitors).length > 0
  )
    return []
  const words = wordsOf(row, columns)
  const base = rowSighting(table, row, index, visitors, where)
  const event = eventOf(words)
  const met = meetings(draft, words, base)
  const visit = { ...base, multilateral: event !== null }
  const onlyMet =
    event === null &&
    words.some((cell) => /^(?:informal(?:ly)? )?met with\b/i.test(cell.text)) &&
    columns.visitor >= 0
  return [...(onlyMet ? [] : [visit]), ...met, ...(event ? [attended(draft, row, base, event)] : [])]
}

/** Who travels, with whom of the same state. */
function travellersIn({ draft, columns, travellers }: Table, row: Cell[]): number[] {
  const own = statesOf(draft, travellers)
  const leaders = accompanied(draft, wordsOf(row, columns)).filter((index) =>
    own.includes(draft.entities[index]!.state ?? ''),
  )
  return [...new Set([...travellers, ...leaders])]
}

/** Who comes; a column beside them names their country. */
function guestsOf({ draft, columns }: Table, row: Cell[]): number[] {
  const guests = peopleIn(draft, row[columns.visitor])
  const country = stateIn(draft, row[columns.country])
  for (const guest of guests) draft.entities[guest]!.state ??= country
  return guests
}

/** Where to: the country column of journeys; the host of visitors, with the place that the description ends on. */
function whereOf({ draft, columns, host }: Table, row: Cell[]): Where {
  const told = row[columns.place]?.text.replace(/(?<![\s,;])[\s,;]+$/, '') || null
  if (columns.visitor < 0)
    return { words: told, state: stateIn(draft, row[columns.country]) ?? stateIn(draft, row[columns.place]) }
  const described =
    wordsOf(row, columns)
      .map((cell) => placeOf(draft, cell))
      .find((place) => place.words !== null) ?? nowhere
  const country = stateIn(draft, row[columns.country])
  const own = statesOf(draft, peopleIn(draft, row[columns.visitor]))
  const abroad = country !== null && !own.includes(country) ? country : null
  return { words: told ?? described.words, state: abroad ?? described.state ?? host }
}

/** "at San Marco, CA": the words after the last "at" or "in". */
function placeOf(draft: Draft, cell: Cell): Where {
  const words =
    /\b(?:at|in) ((?:[A-Z][\p{L}.]{1,40}(?![\p{L}.])[ ,]{0,4}|and ){1,12}(?:[A-Z]{2}\b)?)\.?$/u
      .exec(cell.text)?.[1]
      ?.trim() ?? null
  if (words === null) return nowhere
  const place = mentionsIn(draft, cell).find((mention) => mention.kind === 'place')
  return { words: words.replace(/[.,]$/, ''), state: place ? (entityOf(draft, place)?.state ?? null) : null }
}

function rowSighting(table: Table, row: Cell[], index: number, visitors: number[], where: Where): Sighting {
  const { draft, columns } = table
  const [first, last] = [tokenAt(draft, row[0]!.start), tokenAt(draft, row.at(-1)!.end)]
  const date = dateOf(table, row)
  const rule = columns.visitor < 0 ? 'visit: row of journeys' : 'visit: row of a table'
  return {
    kind: 'visit', status: standing(row), date, dated: date ? 'own' : 'none', visitors, hosts: [], parties: [], where, joint: false,
    multilateral: false, definite: false, remote: false, sentence: index, trigger: first, first, last, rule, within: -1,
    states: where.state ? [where.state] : [], faint: false, times: 1,
  } // biome-ignore format: a row
}

const standing = (row: Cell[]): ExchangeStatus =>
  row.some((cell) => /\b(?:cancell?ed|called off)\b/i.test(cell.text))
    ? 'cancelled'
    : row.some((cell) => /\bpostponed\b/i.test(cell.text))
      ? 'postponed'
      : 'occurred'

/** The date of the date column, else of the last cell that holds one; the title's year where it gives none. */
function dateOf({ draft, columns, year }: Table, row: Cell[]): string | null {
  const cells = columns.date >= 0 && row[columns.date] ? [row[columns.date]!] : [...row].reverse()
  for (const cell of cells) {
    const lexemes = lexemesOf(draft.analysis.text, cell.start, cell.end)
    for (let at = 0; at < lexemes.length; at++)
      for (const rule of calendarDates) {
        const found = rule(lexemes, at)
        if (found?.kind !== 'day' && found?.kind !== 'interval') continue
        const published = year === null ? null : dayNumber(year, 7, 1)
        const edtf = found.resolve({
          published,
          heading: null,
          anchor: null,
          month: null,
          year,
          tense: null,
          dateOfNames: () => null,
        })
        if (edtf !== null) return edtf
      }
  }
  return null
}

function attended(draft: Draft, row: Cell[], base: Sighting, kind: ExchangeKind): Sighting {
  const parties = mentionsIn(draft, { start: row[0]!.start, end: row.at(-1)!.end })
    .filter((mention) => mention.kind === 'organization' && mention.entity >= 0)
    .map((mention) => mention.entity)
    .filter((index) => draft.entities[index]!.state === null)
  return {
    ...base,
    kind,
    rule: `${kind}: ${base.rule.slice('visit: '.length)}`,
    visitors: [...base.visitors],
    parties: [...new Set(parties)],
    multilateral: true,
    joint: true,
  }
}
