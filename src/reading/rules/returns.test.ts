// Visits told by going back or coming back.
import { expect, test } from 'vitest'
import { told } from '../../../test/told.ts'

test.each<[string, string[]]>([
  [
    'Chilean President Oru Tamm came to Nairobi in January 2029, and Kenyan President Ana Belkor returned the courtesy in May 2030.',
    ['visit occurred 2029-01 KEN: Tamm/CHL', 'visit occurred 2030-05 CHL: Belkor/KEN'],
  ],
  [
    'Kenyan Foreign Minister Ana Belkor came back on Monday from Lima and Santiago.',
    ['visit occurred null PER: Belkor/KEN', 'visit occurred null CHL: Belkor/KEN'],
  ],
  [
    'Kenyan Foreign Minister Ana Belkor is in Lima today, on the last leg of a tour that began in Santiago on Monday and took in Quito on Tuesday.',
    [
      'visit ongoing 2031-05-07 PER: Belkor/KEN',
      'visit ongoing 2031-05-05/.. CHL: Belkor/KEN',
      'visit occurred 2031-05-06 ECU: Belkor/KEN',
    ],
  ],
  [
    'The presidents talk abroad: Oru Tamm of Kenya and Ana Belkor of Chile in Lima in August 2029, in Quito in May 2030.',
    [
      'meeting occurred 2029-08 PER: Tamm/KEN, Belkor/CHL',
      'meeting occurred 2030-05 ECU: Tamm/KEN, Belkor/CHL',
    ],
  ],
])('%s', (text, expected) => expect(told(text)).toEqual(expected))

test('whoever never left does not come back', () =>
  expect(told('Kenyan Foreign Minister Ana Belkor returned the papers to Chile on Monday.')).toEqual([]))
