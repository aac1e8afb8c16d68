// Occasions whose time stands before their place: "was in A, and on the 5th in B". Published on Wednesday, 7 May 2031.
import { expect, test } from 'vitest'
import { loadKnowledge } from '../knowledge/knowledge.ts'
import { loadModel } from '../knowledge/models.ts'
import { makeReader } from './read.ts'

const { read } = makeReader({ knowledge: loadKnowledge(), model: loadModel() })
const told = (text: string): string[] =>
  read({ id: 't', text, publishedOn: '2031-05-07' }).exchanges.map((x) => `${x.date} ${x.host}`)

test.each([
  ['Peruvian President Ana Belkor visited Chile on Saturday, Bolivia on Monday and, yesterday, Kenya.', ['2031-05-03 CHL', '2031-05-05 BOL', '2031-05-06 KEN']],
  ['Peruvian President Ana Belkor met Kenyan President Oru Tamm on the 1st in Nairobi, on the 2nd in Santiago and on the 4th in Lima.', ['2031-05-01 KEN', '2031-05-02 CHL', '2031-05-04 PER']],
  ['On the 1st Peruvian President Ana Belkor was in Santiago, on the 2nd in Nairobi and on the 5th in La Paz.', ['2031-05-01 CHL', '2031-05-02 KEN', '2031-05-05 BOL']],
  ['A year ago, on 3 May 2030, Peruvian President Ana Belkor was in Santiago, and on the 25th in Nairobi.', ['2030-05-03 CHL', '2030-05-25 KEN']],
])('%s', (text, expected) => expect(told(text)).toEqual(expected)) // biome-ignore format: a table
