// Whose official somebody is, where the words beside the name do not say.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })

/** State of the official whose name ends with `name`. */
const stateOf = (text: string, name: string): string | null | undefined =>
  reader
    .read({ id: 't', text, publishedOn: '2031-05-07' })
    .officials.find((official) => official.name.endsWith(name))?.state

test.each<[string, string, string]>([
  [
    'Peruvian Foreign Minister Ana Belkor met President Oru Tamm and Kenyan Foreign Minister Ilo Marrent.',
    'Tamm',
    'KEN',
  ],
  [
    'A Chilean envoy, Ana Belkor, met Oru Tamm, the Kenyan premier, and the foreign secretary, Ilo Marrent.',
    'Belkor',
    'CHL',
  ],
  ['Deputy Foreign Minister Oru Tamm leads a Kenyan delegation to Lima.', 'Tamm', 'KEN'],
  [
    'Kenyan President Ana Belkor is away. Her foreign minister, Oru Tamm, met Chilean President Ilo Marrent.',
    'Tamm',
    'KEN',
  ],
  [
    'Oru Tamm sleeps badly. The foreign minister of Kenya is seldom at home, and Tamm says so.',
    'Tamm',
    'KEN',
  ],
  ['NAIROBI, 7 May 2031 – Chilean President Ana Belkor met Oru Tamm, the prime minister.', 'Tamm', 'KEN'],
  // a kingdom has no president
  [
    'The Dutch were not told. President Oru Tamm of the Kenyans had left Norway before President Ilo Marrent came.',
    'Tamm',
    'KEN',
  ],
  // whose they are
  [
    'Kenyan President Ana Belkor is away. Oru Tamm, Belkor’s foreign minister, met a Chilean envoy.',
    'Tamm',
    'KEN',
  ],
  [
    'Kenyan President Ana Belkor is away. Belkor’s foreign minister, Oru Tamm, met a Chilean envoy.',
    'Tamm',
    'KEN',
  ],
  // who is named first without an office
  [
    '“So be it,” Oru Tamm said in Lima. On Monday the minister, Oru Tamm, met Kenyan President Ana Belkor.',
    'Belkor',
    'KEN',
  ],
])('%s', (text, name, state) => expect(stateOf(text, name)).toBe(state))
