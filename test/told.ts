// What the reader tells of a text, a line an exchange: for tests of rules.
import { loadKnowledge } from '../src/knowledge/knowledge.ts'
import { loadModel } from '../src/knowledge/models.ts'
import { makeReader } from '../src/reading/read.ts'

const reader = makeReader({ knowledge: loadKnowledge(), model: loadModel() })

/** "kind status date host: last word of each name/state" of every exchange; published on a Wednesday. */
export const told = (text: string, publishedOn = '2031-05-07'): string[] =>
  reader
    .read({ id: 't', text, publishedOn })
    .exchanges.map(
      ({ kind, status, date, host, participants }) =>
        `${kind} ${status} ${date} ${host}: ${participants.map(({ name, state }) => `${name?.split(' ').at(-1) ?? 'somebody'}/${state}`).join(', ')}`,
    )
