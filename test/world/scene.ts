// What a trial of a question is: what is asked of a random world, the answer of the naive second count, and what of ours to hold against it.
import type { CountingRule } from '../../src/knowledge/rules.ts'
import type { Answer } from '../../src/questions/answer.ts'
import type { Guest, Row } from './naive.ts'
import { type Die, type RandomWorld, stateIds } from './random.ts'

// biome-ignore lint/suspicious/noExplicitAny: each question has its own result
export type Any = Answer<any>
export interface Trial {
  question: string
  raw: Record<string, unknown>
  expected: unknown
  seen: (answer: Any) => unknown
}

export interface Scene {
  world: RandomWorld
  rows: Row[]
  die: Die
  rule: CountingRule
  /** The day asked. */
  today: string
}
export type Window = { since: string; until: string }

export const ids = (rows: { id: string }[]): string[] => rows.map((row) => row.id).sort()
export const tally = (keys: string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
export const windows: Window[] = [
  { since: '2019-01-01', until: '2023-12-31' },
  { since: '2020-03-10', until: '2022-09-20' },
  { since: '2021-01-01', until: '2021-12-31' },
]
export const twoStates = (die: Die): [string, string] => {
  const a = die.one(stateIds)
  return [a, die.one(stateIds.filter((s) => s !== a))]
}
export const boundBy = (rule: CountingRule, level?: number): CountingRule => {
  if (!level) return rule
  const { officeClasses: _ours, ...bare } = rule
  return level <= rule.maxLevel ? { ...bare, maxLevel: level } : rule
}

export const partiesOf = (row: { fields: Record<string, unknown> }): Guest[] =>
  row.fields.participants as Guest[]
