// Wikidata's JSON: positions held (P39) with start and end, of people whose posts are in the same file.
import { InputError } from '../errors.ts'
import { type ImportFormat, startImport } from './imported.ts'
import { parseJson } from './jsonrows.ts'
import { stateFinder } from './polities.ts'

interface WikidataSnak {
  datavalue?: { value?: unknown }
}
interface WikidataItem {
  id: string
  labels?: Record<string, { value: string } | undefined>
  claims?: Record<
    string,
    | {
        mainsnak: WikidataSnak
        qualifiers?: Record<string, WikidataSnak[]>
        rank?: string
        references?: { snaks?: Record<string, WikidataSnak[]> }[]
      }[]
    | undefined
  >
}
/** Wikidata time "+2014-03-00T00:00:00Z" with precision 9 year, 10 month, 11 day → EDTF of that precision. */
function wikidataDay(snak: WikidataSnak | undefined): string | null {
  const value = snak?.datavalue?.value as { time?: string; precision?: number } | undefined
  const digits = /^\+(\d{4}-\d{2}-\d{2})/.exec(value?.time ?? '')?.[1]
  if (!digits) return null
  return digits.slice(0, { 9: 4, 10: 7, 11: 10 }[value!.precision ?? 11] ?? 4)
}
const itemId = (snak: WikidataSnak | undefined): string =>
  (snak?.datavalue?.value as { id?: string } | undefined)?.id ?? ''

export const wikidataImport: ImportFormat = {
  name: 'wikidata',
  title: 'Wikidata JSON (a dump’s lines, or entity data): positions held (P39) with start and end',
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
    for (const { row, value: item } of items) {
      const person = item.labels?.en?.value
      const citizenship = label(itemId(item.claims?.P27?.[0]?.mainsnak))
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
          personState: state(citizenship),
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
      result.lose(Object.keys(item.claims ?? {}).filter((p) => !['P39', 'P27', 'P1001', 'P17'].includes(p)))
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
