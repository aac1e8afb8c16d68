// The codebook covers every kind, every status, and loads without complaint.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCodebook } from './codebook.ts'
import { packFolder } from './knowledge.ts'

const codebook = loadCodebook(join(packFolder, 'codebook'))

test('one entry for each of the nine kinds', () => {
  expect(codebook.map((entry) => entry.kind).sort()).toEqual([
    'agreement', 'call', 'ceremony', 'meeting', 'message', 'people-to-people', 'summit', 'talks', 'visit',
  ]) // biome-ignore format: a list
})

test('a call that occurred is CAMEO 041, a visit ahead is an intent to meet', () => {
  const codes = (kind: string) => codebook.find((entry) => entry.kind === kind)!.codes
  expect(codes('call').occurred).toEqual({ cameo: ['041'], plover: 'CONSULT-phone' })
  expect(codes('visit').announced).toEqual({ cameo: ['036'], plover: 'AGREE' })
})

test('every entry has examples and at least one trigger', () => {
  for (const entry of codebook) {
    expect(entry.examples.length).toBeGreaterThan(0)
    expect(Object.values(entry.triggers).flat().length).toBeGreaterThan(0)
  }
})
