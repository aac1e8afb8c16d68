// Wikidata's JSON: items, and the values in them.

export interface WikidataSnak {
  datavalue?: { value?: unknown }
}
export interface WikidataItem {
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
export function wikidataDay(snak: WikidataSnak | undefined): string | null {
  const value = snak?.datavalue?.value as { time?: string; precision?: number } | undefined
  const digits = /^\+(\d{4}-\d{2}-\d{2})/.exec(value?.time ?? '')?.[1]
  if (!digits) return null
  return digits.slice(0, { 9: 4, 10: 7, 11: 10 }[value!.precision ?? 11] ?? 4)
}
export const itemId = (snak: WikidataSnak | undefined): string =>
  (snak?.datavalue?.value as { id?: string } | undefined)?.id ?? ''
