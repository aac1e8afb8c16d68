// US Office of the Historian: travels of the president and secretary (trips), visits by foreign leaders (visits), as its XML has them.
import { DOMParser } from 'linkedom'
import { InputError } from '../errors.ts'
import { readInterval } from './edtfday.ts'
import { type ImportedExchange, type ImportFormat, startImport } from './imported.ts'
import { stateFinder } from './polities.ts'

type Cells = Record<string, string>
/** The register is of one state by its nature: every row is a visit to it or a trip of its own officials. */
const REGISTER_STATE = 'USA'
const used = new Set([
  'id',
  'start-date',
  'end-date',
  'visitor',
  'from',
  'description',
  'role',
  'name',
  'country',
  'locale',
  'remarks',
])
const kept = (name: string): boolean => used.has(name)

export const historianImport: ImportFormat = {
  name: 'historian',
  title: 'US Office of the Historian: travels and visits (XML)',
  read(text, { states }) {
    const document = new DOMParser().parseFromString(text, 'text/xml') as unknown as Document
    const elements = [...document.querySelectorAll('visit, trip')]
    if (elements.length === 0)
      throw new InputError(
        'The file holds no <visit> and no <trip>.',
        'Give an XML file of the visits or travels register.',
      )
    const [result, state] = [startImport(), stateFinder(states)]
    elements.forEach((element, i) => {
      result.rows++
      const cells = cellsOf(element)
      result.lose(Object.keys(cells).filter((name) => !kept(name) && cells[name]))
      const read =
        element.tagName.toLowerCase() === 'visit' ? visit(cells, i + 1, state) : trip(cells, i + 1, state)
      if (typeof read === 'string') result.fail(i + 1, read)
      else result.exchanges.push(read)
    })
    return result
  },
}

const cellsOf = (element: Element): Cells =>
  Object.fromEntries(
    [...element.children].map((child) => [
      child.tagName.toLowerCase(),
      (child.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ]),
  )

const grade = (words: string): string | null =>
  /\b(state|official|working)\b/i.exec(words)?.[1]?.toLowerCase() ?? null
const occasion = (words: string): string | null => /\battended (?:the )?(.+?)\.?$/i.exec(words)?.[1] ?? null
const rest = (cells: Cells, words: string, row: number) => ({
  row,
  id: cells.id || null,
  kind: 'visit',
  grade: grade(words),
  status: 'occurred',
  date: readInterval(cells['start-date'], cells['end-date']),
  occasion: occasion(words),
  note: words || null,
  sources: [],
  source: cells,
})

function visit(
  cells: Cells,
  row: number,
  state: (name?: string) => string | null,
): ImportedExchange | string {
  const guest = state(cells.from)
  const { office, name } = splitTitle(cells.visitor ?? '')
  const base = rest(cells, cells.description ?? '', row)
  if (!guest) return `"${cells.from ?? ''}" is not in the gazetteer`
  if (!base.date) return `start-date "${cells['start-date'] ?? ''}" is no date`
  return {
    ...base,
    place: null,
    host: REGISTER_STATE,
    participants: [{ name, state: guest, organization: null, office, level: null, role: 'visitor' }],
  }
}

function trip(cells: Cells, row: number, state: (name?: string) => string | null): ImportedExchange | string {
  const host = state(cells.country)
  const base = rest(cells, cells.remarks ?? '', row)
  if (!host) return `"${cells.country ?? ''}" is not in the gazetteer`
  if (!base.date) return `start-date "${cells['start-date'] ?? ''}" is no date`
  const office =
    cells.role === 'president'
      ? 'President'
      : cells.role === 'secretary'
        ? 'Secretary of State'
        : cells.role || null
  return {
    ...base,
    place: cells.locale || null,
    host,
    participants: [
      {
        name: cells.name || null,
        state: REGISTER_STATE,
        organization: null,
        office,
        level: cells.role === 'president' ? 1 : 5,
        role: 'visitor',
      },
    ],
  }
}

/** "Prime Minister Ana Belkor": words that are titles, then the name. */
function splitTitle(text: string): { office: string | null; name: string } {
  const title =
    /^((?:(?:Acting|Deputy|Vice|Prime|Foreign|Crown|Interim|Federal|General|Supreme)\s+)*(?:President(?: of Government)?|Prime Minister|Minister|Chancellor|King|Queen|Emperor|Emir|Sultan|Pope|Prince|Premier|Taoiseach|Secretary|Chairman|Captain Regent|Sheikh|Governor[- ]General)(?: for Foreign Affairs| of Foreign Affairs)?)\s+(?=\p{Lu})/u.exec(
      text,
    )
  return title ? { office: title[1]!, name: text.slice(title[0].length) } : { office: null, name: text }
}
