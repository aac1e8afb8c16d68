// Tables of visits, row by row: "Visitor / Description / Date", "Country / Areas visited / Dates".
import type { Draft, TimeExpression } from '../draft.ts'
import { entityOf, mentionsBetween } from '../entities.ts'
import type { ExchangeKind } from '../reading.ts'
import { nowhere, type Sighting } from '../sighting.ts'

interface Cell {
  start: number
  end: number
  text: string
}

/** Three rows or more with the same number of tab-separated cells. */
export function isTable(draft: Draft): boolean {
  const rows = rowsOf(draft)
  return (
    rows.length >= 3 && rows.length * 2 > draft.analysis.text.split('\n').filter((line) => line.trim()).length
  )
}

function rowsOf(draft: Draft): Cell[][] {
  const rows: Cell[][] = []
  let start = 0
  for (const line of draft.analysis.text.split('\n')) {
    if (line.includes('\t')) rows.push(cellsOf(line, start))
    start += line.length + 1
  }
  return rows
}

function cellsOf(line: string, start: number): Cell[] {
  let at = start
  return line.split('\t').map((text) => {
    const cell = { start: at, end: at + text.length, text: text.trim() }
    at += text.length + 1
    return cell
  })
}

/** Every row as the visit, summit or meeting that it lists. */
export function sightRows(draft: Draft): Sighting[] {
  const rows = rowsOf(draft)
  const head = rows[0]!.some((cell) =>
    /^(?:visitor|description|dates?|country|location|areas? visited|details|name|place)s?\b/i.test(cell.text),
  )
    ? rows[0]!
    : null
  const body = head ? rows.slice(1) : rows
  if (head && /^countr(?:y|ies)\b/i.test(head[0]!.text))
    return body.flatMap((row) => sightJourney(draft, row, travellerOf(draft)))
  const host = hostOfTable(draft, head)
  return body.flatMap((row) => sightRow(draft, row, host))
}

/** Whose visitors the table lists: a table of the visitors to one country names no other than the guests' and its own. */
function hostOfTable(draft: Draft, head: Cell[] | null): string | null {
  if (!head?.some((cell) => /^visitor/i.test(cell.text))) return null
  const counts = new Map<string, number>()
  for (const mention of draft.mentions) {
    const entity = entityOf(draft, mention)
    if (entity?.kind === 'place' && entity.state)
      counts.set(entity.state, (counts.get(entity.state) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function sightRow(draft: Draft, row: Cell[], host: string | null): Sighting[] {
  const [from, to] = [row[0]!.start, row.at(-1)!.end]
  const time =
    draft.times.findLast(
      (found) => found.start >= from && found.end <= to && found.edtf !== null && found.kind !== 'duration',
    ) ?? null
  const { tokens } = draft.analysis
  const first = tokens.findIndex((token) => token.start >= from)
  const next = tokens.findIndex((token) => token.start >= to)
  const mentions = mentionsBetween(draft, first, next < 0 ? tokens.length : next)
  const persons = [
    ...new Set(
      mentions
        .filter((mention) => mention.kind === 'person' && mention.start < row[0]!.end)
        .map((mention) => mention.entity),
    ),
  ].filter((index) => index >= 0)
  const description =
    row
      .slice(1)
      .find(
        (cell) => !draft.times.some((found) => found.start <= cell.start + 1 && found.end >= cell.end - 1),
      )?.text ?? ''
  if (persons.length === 0 || time === null) return []
  const met = /^(?:informal(?:ly)? )?met with\b/i.test(description)
  const place = placeOf(draft, mentions, description)
  const others = mentions
    .filter((mention) => mention.kind === 'person' && mention.start > row[0]!.end)
    .map((mention) => mention.entity)
    .filter((index) => !persons.includes(index))
  const base = rowSighting(time, first, next < 0 ? tokens.length : next, persons, {
    words: place.words,
    state: place.state ?? host,
  })
  const organizations = mentions
    .filter((mention) => mention.kind === 'organization')
    .map((mention) => mention.entity)
    .filter((index) => index >= 0 && draft.entities[index]!.state === null)
  if (met) return [{ ...base, kind: 'meeting', rule: 'meeting: row of a table', parties: others }]
  const event = gatheringOf(description)
  const visit: Sighting = {
    ...base,
    kind: 'visit',
    rule: 'visit: row of a table',
    multilateral: event !== null,
  }
  return event === null
    ? [visit]
    : [
        visit,
        {
          ...base,
          kind: event,
          rule: `${event}: row of a table`,
          parties: organizations,
          multilateral: true,
          joint: true,
        },
      ]
}

const rowSighting = (time: TimeExpression, first: number, last: number, visitors: number[], where: Sighting['where']): Sighting => ({
  kind: 'visit', status: 'occurred', date: time.edtf, dated: 'own', visitors, hosts: [], parties: [], where, joint: false, multilateral: false,
  definite: false, remote: false, sentence: 0, trigger: first, first, last, rule: '', within: -1, states: where.state ? [where.state] : [], faint: false, times: 1,
}) // biome-ignore format: a row

function gatheringOf(description: string): ExchangeKind | null {
  if (!/\b(?:attend(?:ed|s)?|participat(?:ed|es)|took part)\b/i.test(description)) return null
  if (/\bsummit\b|leaders['’]? meeting/i.test(description)) return 'summit'
  return /\b(?:funeral|inauguration|ceremony|celebration|anniversary)\b/i.test(description)
    ? 'ceremony'
    : 'meeting'
}

/** "at San Francisco, CA": the words after the last "at" or "in". */
function placeOf(
  draft: Draft,
  mentions: ReturnType<typeof mentionsBetween>,
  description: string,
): Sighting['where'] {
  const words =
    /\b(?:at|in) ((?:[A-Z][\p{L}.]+[ ,]*|and )+(?:[A-Z]{2}\b)?)\.?$/u.exec(description)?.[1]?.trim() ?? null
  const place = mentions.find((mention) => mention.kind === 'place')
  const state = place ? (entityOf(draft, place)?.state ?? null) : null
  return words !== null ? { words: words.replace(/[.,]$/, ''), state } : nowhere
}

/** Whose journeys the table lists: who the title names, else who most rows begin their remarks with. */
function travellerOf(draft: Draft): number[] {
  const title = draft.title ?? draft.source.title ?? ''
  const named = draft.entities.findIndex(
    (entity) =>
      entity.kind === 'person' && entity.name !== null && title.includes(entity.name.split(' ').at(-1)!),
  )
  if (named >= 0) return [named]
  const counts = new Map<number, number>()
  const { text } = draft.analysis
  for (const mention of draft.mentions) {
    const opens = /[\t.] ?$/.test(text.slice(Math.max(0, mention.start - 2), mention.start))
    if (mention.kind === 'person' && mention.entity >= 0 && opens)
      counts.set(mention.entity, (counts.get(mention.entity) ?? 0) + 1)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]
  return most && most[1] >= 2 ? [most[0]] : []
}

/** "Belgium / Brussels / Met with the premier. Attended the summit. / 4 May 2031": the visit, whom it met, what it attended. */
function sightJourney(draft: Draft, row: Cell[], visitors: number[]): Sighting[] {
  const [from, to] = [row[0]!.start, row.at(-1)!.end]
  const time =
    draft.times.findLast(
      (found) =>
        found.start >= from &&
        found.end <= to &&
        found.edtf !== null &&
        (found.kind === 'day' || found.kind === 'interval'),
    ) ?? null
  const mentions = draft.mentions.filter((mention) => mention.start >= from && mention.end <= to)
  const country = mentions.find((mention) => mention.end <= row[0]!.end + 1)
  const state = country ? (entityOf(draft, country)?.state ?? null) : null
  if (
    time === null ||
    state === null ||
    visitors.length === 0 ||
    visitors.some((index) => draft.entities[index]!.state === state)
  )
    return []
  const { tokens } = draft.analysis
  const first = tokens.findIndex((token) => token.start >= from)
  const next = tokens.findIndex((token) => token.start >= to)
  const visit: Sighting = {
    ...rowSighting(time, first, next < 0 ? tokens.length : next, visitors, {
      words: row[1]?.text || null,
      state,
    }),
    rule: 'visit: row of journeys',
  }
  const remarks = row.find((cell) => /\b(?:met with|attended)\b/i.test(cell.text))
  const guests =
    remarks && /\bmet with\b/i.test(remarks.text)
      ? mentions.filter((mention) => mention.kind === 'person' && mention.start > remarks.start)
      : []
  const met = [...new Set(guests.map((mention) => mention.entity))].filter(
    (index) => index >= 0 && !visitors.includes(index),
  )
  return [
    visit,
    ...met.map(
      (host): Sighting => ({ ...visit, kind: 'meeting', parties: [host], rule: 'meeting: row of journeys' }),
    ),
  ]
}
