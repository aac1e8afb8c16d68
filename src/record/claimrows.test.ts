// Claims split for the road are put together again as they were.
import { expect, test } from 'vitest'
import { splitClaims } from './claimrows.ts'
import type { ExchangeClaim } from './claims.ts'

const claim = (id: string, rest: Partial<ExchangeClaim>): ExchangeClaim => ({
  id,
  exchange_id: 'x1',
  property: 'kind',
  value: 'visit',
  document_id: 'd1',
  evidence: null,
  source_url: null,
  import_row: null,
  reader: 'r',
  actor: null,
  reason: null,
  status: 'accepted',
  reliability: 3,
  origin: 'd1',
  recorded_at: '2024-01-01T00:00:00.000Z',
  retracted_at: 'infinity',
  asserted_on: null,
  side_state: null,
  confidence: 1,
  filed_under: 'x1',
  why: null,
  lineage: null,
  ...rest,
})
const words = { documentId: 'd1', textHash: 'h', start: 3, end: 7, exact: 'went', prefix: '', suffix: '' }

test('what two claims share goes once, and only that', () => {
  const claims = [
    claim('a', { evidence: words }),
    claim('b', { evidence: words, property: 'host', value: 'ARN', why: 'named' }),
    claim('c', { evidence: words, status: 'proposed' }),
    claim('d', { evidence: words, exchange_id: 'x2' }),
    claim('e', { evidence: { ...words } }),
    claim('f', { import_row: { row: 1 } }),
    claim('g', { lineage: 'a' }),
  ]
  const { rows, shared } = splitClaims(claims)
  expect(rows.map((row) => row.of)).toEqual([1, 1, 2, 3, 4, 5, 6])
  expect(rows.map(({ of, ...own }) => ({ ...shared[of - 1]!, ...own }))).toEqual(claims)
})
