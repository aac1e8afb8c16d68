// Dated events that texts count from ("since the border closure", "since the war began"): words → a day, with its source.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readRows } from './packs.ts'

const occurrenceRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Other wordings; each is a bag of words, so "closed its borders" also meets "the borders were closed". */
  names: z.array(z.string()),
  /** States it happened to or in. */
  states: z.array(z.string()),
  /** EDTF level 1. */
  date: z.string(),
  confirmed: z.boolean(),
  sources: z.array(z.string()),
  note: z.string().nullable(),
})
export type Occurrence = z.infer<typeof occurrenceRow>

/** Reads `occurrences.jsonl` of `folder` (knowledge/gazetteer); none when the pack is not there. */
export function loadOccurrences(folder: string): Occurrence[] {
  const file = join(folder, 'occurrences.jsonl')
  return existsSync(file) ? readRows(file, occurrenceRow) : []
}

const emptyWords = new Set(
  'a an the its their his her of in on at to by and since after before when during for with was were is are has had been be'.split(
    ' ',
  ),
)
/** "closed its borders" → clos, border: enough to meet "the closing of the border". */
export const wordStems = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .match(/[\p{L}\d]+/gu) ?? []
  )
    .filter((word) => !emptyWords.has(word))
    .map((word) => word.replace(/(ure|ing|ed|es|s|e)$/, ''))

/**
 * The event that `text` words: every word of one of its names stands in the text, and where the event has states, one of them is
 * among `states` (when any are given). The name with the most words wins; a tie between two events is nobody.
 */
export function findOccurrence(occurrences: Occurrence[], text: string, states: string[]): Occurrence | null {
  const stems = new Set(wordStems(text))
  const score = (occurrence: Occurrence): number =>
    Math.max(
      ...[occurrence.name, ...occurrence.names].map((name) => {
        const words = wordStems(name)
        return words.every((word) => stems.has(word)) ? words.length : 0
      }),
    )
  const here = occurrences.filter(
    (o) => states.length === 0 || o.states.length === 0 || o.states.some((s) => states.includes(s)),
  )
  const ranked = here
    .map((o) => [score(o), o] as const)
    .filter(([points]) => points > 0)
    .sort((a, b) => b[0] - a[0])
  return ranked.length === 0 || (ranked.length > 1 && ranked[0]![0] === ranked[1]![0]) ? null : ranked[0]![1]
}
