// What was read in a document as lists of items, one list a layer, each item with its place in the text.
import type { Exchange, Official, Reading, Statement, TextClaim } from '../../reading/reading.ts'
import type { Mark } from './spans.ts'

export const layers = ['exchanges', 'statements', 'officials', 'claims'] as const
export type Layer = (typeof layers)[number]

export type Item = Mark &
  (
    | { layer: 'exchanges'; exchange: Exchange }
    | { layer: 'statements'; statement: Statement }
    | { layer: 'officials'; official: Official }
    | { layer: 'claims'; claim: TextClaim }
  )

/** Items of one layer in the order of the text, numbered from 1. */
export function itemsOf(reading: Reading, layer: Layer): Item[] {
  return unordered(reading, layer)
    .map((item) => ({ ...item, spans: item.spans.toSorted((a, b) => a.start - b.start) }))
    .sort(
      (a, b) =>
        (a.spans[0]?.start ?? Number.MAX_SAFE_INTEGER) - (b.spans[0]?.start ?? Number.MAX_SAFE_INTEGER),
    )
    .map((item, i) => ({ ...item, number: i + 1 }))
}

function unordered(reading: Reading, layer: Layer): Item[] {
  const number = 0
  switch (layer) {
    case 'exchanges':
      return reading.exchanges.map((exchange) => ({
        layer,
        key: exchange.id,
        number,
        spans: exchange.evidence,
        exchange,
      }))
    case 'statements':
      return reading.statements.map((statement, i) => ({
        layer,
        key: `s${i + 1}`,
        number,
        spans: [statement],
        statement,
      }))
    case 'officials':
      return reading.officials.map((official, i) => ({
        layer,
        key: `o${i + 1}`,
        number,
        spans: official.mentions,
        official,
      }))
    case 'claims':
      return reading.claims.map((claim, i) => ({ layer, key: `c${i + 1}`, number, spans: [claim], claim }))
  }
}

export const asLayer = (text: string | undefined): Layer =>
  layers.find((layer) => layer === text) ?? 'exchanges'
