// Officials whose state is told beside the name and whose office is not, and names that are nobody's; all invented.
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const officials = (text: string) =>
  reader
    .read({ id: 't', text, publishedOn: '2024-05-02' })
    .officials.map(({ name, state, office }) => ({ name, state, office: office?.toLowerCase() ?? null }))

describe('put forward for a state', () => {
  test.each<[text: string, name: string, state: string]>([
    ["A trip there by Mali's Drissa Kontagora was dropped.", 'Drissa Kontagora', 'MLI'],
    ["The call was placed after Thailand's Somdet Wattanakul rang.", 'Somdet Wattanakul', 'THA'],
    ["Albania's Erjon Kraja went home by sea.", 'Erjon Kraja', 'ALB'],
    ["The Solomon Islands' Ezekiel Manumata was late.", 'Ezekiel Manumata', 'SLB'],
    ["Riga's Valdis Ozolkalns took him aside.", 'Valdis Ozolkalns', 'LVA'],
    ['She had called Vera Tan Lim of Singapore first.', 'Vera Tan Lim', 'SGP'],
    ['Taberannang Teo of Kiribati must wait for his audience.', 'Taberannang Teo', 'KIR'],
    ['Harold Wexman of the State Department worked his way through four capitals.', 'Harold Wexman', 'USA'],
    ['The Iraqi, Hamid al-Sabbagh, got an hour on Sunday.', 'Hamid al-Sabbagh', 'IRQ'],
  ])('%s', (text, name, state) => {
    expect(officials(text)).toContainEqual({ name, state, office: null })
  })
  test('his colleague holds the same office', () => {
    expect(
      officials(
        "Kuwait's foreign minister, Bader al-Mutlaq, came first. His Omani colleague, Saif al-Harbi, flew in later.",
      ),
    ).toContainEqual({ name: 'Saif al-Harbi', state: 'OMN', office: 'foreign minister' })
  })
  test('two of one office in a row, their states told elsewhere', () => {
    expect(
      officials(
        'Their national security advisers, Anil Deshkar and Tariq Janvari, spent four hours in a hotel.',
      ).map(({ name }) => name),
    ).toEqual(['Anil Deshkar', 'Tariq Janvari'])
  })
})

test.each([
  "Kenya's Supreme Court ruled on Monday.",
  "Japan's Korvan Motors opened a plant.",
  "India's Lotus People Party won.",
  'Real Bervento of Spain won the cup.',
  'The Harbour Times of Malta reported it.',
  "Egypt's Red Sea coast was closed.",
])('nobody: %s', (text) => expect(officials(text)).toEqual([]))
