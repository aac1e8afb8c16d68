// Wikidata's JSON: positions held (P39) with start and end, of people whose posts are in the same file.
import { InputError } from '../errors.ts'
import { type ImportFormat, startImport } from './imported.ts'
import { parseJson } from './jsonrows.ts'
import { stateFinder } from './polities.ts'
import { wikidataEvents } from './wikidataevents.ts'
import { itemId, type WikidataItem, wikidataDay } from './wikidatavalues.ts'

const carried = new Set([
  'P39',
  'P27',
  'P1001',
  'P17',
  'P31',
  'P793',
  'P710',
  'P585',
  'P580',
  'P582',
  'P276',
  'P973',
])

export const wikidataImport: ImportFormat = {
  name: 'wikidata',
  title:
    'Wikidata JSON (a dump’s lines, or entity data): positions held (P39), significant events (P793), meetings and visits',
  read(text, { states }) {
    const result = startImport()
    const state = stateFinder(states)
    const items = wikidataItems(text)
    if (items.length === 0)
      throw new InputError(
        'The file holds no Wikidata item.',
        'Give the JSON of items (an array, lines, or {"entities": …}).',
      )
    const byId = new Map(items.map(({ value }) => [value.id, value]))
    const label = (id: string): string | null => byId.get(id)?.labels?.en?.value ?? null
    const citizenship = (id: string): string | null => label(itemId(byId.get(id)?.claims?.P27?.[0]?.mainsnak))
    for (const { row, value: item } of items) {
      const person = item.labels?.en?.value
      for (const claim of item.claims?.P39 ?? []) {
        result.rows++
        const post = itemId(claim.mainsnak)
        const office = label(post)
        if (!person || !office) {
          result.fail(
            row,
            `${item.id}: the item of position ${post || '?'} (or an English label) is not in the file`,
          )
          continue
        }
        if (claim.rank === 'deprecated') continue
        const jurisdiction =
          label(itemId(byId.get(post)?.claims?.P1001?.[0]?.mainsnak)) ??
          label(itemId(byId.get(post)?.claims?.P17?.[0]?.mainsnak))
        result.tenures.push({
          row,
          id: `${item.id}:${post}:${wikidataDay(claim.qualifiers?.P580?.[0]) ?? ''}`,
          person,
          personState: state(citizenship(item.id)),
          office,
          officeState: state(jurisdiction),
          organization: null,
          from: wikidataDay(claim.qualifiers?.P580?.[0]),
          to: wikidataDay(claim.qualifiers?.P582?.[0]),
          acting: /\bacting\b/i.test(office),
          level: null,
          sources: (claim.references ?? []).flatMap((r) =>
            (r.snaks?.P854 ?? []).flatMap((s) =>
              typeof s.datavalue?.value === 'string' ? [s.datavalue.value] : [],
            ),
          ),
          source: { item: item.id, claim },
        })
      }
      for (const read of wikidataEvents(item, row, { label, state, citizenship })) {
        result.rows++
        if (typeof read === 'string') result.fail(row, read)
        else result.exchanges.push(read)
      }
      result.lose(Object.keys(item.claims ?? {}).filter((p) => !carried.has(p)))
    }
    return result
  },
}

function wikidataItems(text: string): { row: number; value: WikidataItem }[] {
  const whole = parseJson(text) as
    | { entities?: Record<string, WikidataItem> }
    | WikidataItem[]
    | WikidataItem
    | null
  const list: unknown[] | null = Array.isArray(whole)
    ? whole
    : whole && 'entities' in whole && whole.entities
      ? Object.values(whole.entities)
      : whole
        ? [whole]
        : null
  const rows = list
    ? list.map((value, i) => ({ row: i + 1, value }))
    : text.split('\n').map((line, i) => ({ row: i + 1, value: parseJson(line.replace(/,\s*$/, '')) }))
  return rows.filter((r): r is { row: number; value: WikidataItem } =>
    /^[QP]\d+$/.test((r.value as WikidataItem | null)?.id ?? ''),
  )
}
