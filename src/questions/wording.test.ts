// Codes and dates as people read them.
import { expect, test } from 'vitest'
import { inventWorld } from '../../test/world/world.ts'
import type { QuestionContext } from './question.ts'
import { inWords, sayDate } from './wording.ts'

test.each([
  ['2024-04-08', '8 April 2024'],
  ['2024-04-08/2024-04-09', '8–9 April 2024'],
  ['2024-03-30/2024-04-02', '30 March to 2 April 2024'],
  ['2023-12-30/2024-01-02', '30 December 2023 to 2 January 2024'],
  ['2024-04-08/..', '8 April 2024 onwards'],
  ['../2024-04', 'until April 2024'],
  ['2021-06~', 'about June 2021'],
  ['2023-07-26/2023-07-28~', '26 July to about 28 July 2023'],
  ['2023-07-26/2023-07-26', '26 July 2023'],
  ['2023-07-26/2023-07-26~', '26 July 2023 (end not sure)'],
])('%s is %s', (edtf, words) => expect(sayDate(edtf)).toBe(words))

const context = { knowledge: inventWorld() } as QuestionContext
test.each([
  [
    'Ana Brill (ARD, level 1) visited CYR, 2019-05-10/2019-05-12.',
    'Ana Brill (Ardania, level 1) visited Cyrenne, 10–12 May 2019.',
  ],
  ['ARD–CYR: 4 from 2019-04-10 to 2024-04-10', 'Ardania–Cyrenne: 4 from 10 April 2019 to 10 April 2024'],
  [
    'the row ev-2019-05-10-ard-1 and “ARD on 2019-05-10” stay',
    'the row ev-2019-05-10-ard-1 and “ARD on 2019-05-10” stay',
  ],
  [
    'the ladder “order of ARD.council”, ARD.council and XYZ stay',
    'the ladder “order of ARD.council”, ARD.council and XYZ stay',
  ],
  ['since 2019 and 2023-Q3', 'since 2019 and 2023-Q3'],
])('%s', (text, words) => expect(inWords(context, text)).toBe(words))
