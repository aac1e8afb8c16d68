// Runs the scorer that lies beside the gold over some of its texts, and measures claims, which that scorer leaves out.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError } from '../src/errors.ts'
import type { Reading } from '../src/reading/reading.ts'
import type { GoldText } from './gold.ts'

export interface Figure {
  precision: number
  recall: number
  f1: number
  tp: number
  fp: number
  fn: number
}

/** Layers in the order of the printed table; `record` is all slots together. */
export const layers = [
  'record', 'exchange', 'status', 'date', 'host', 'place', 'participant', 'role', 'partOf', 'official', 'office',
  'quote', 'speaker',
] as const // biome-ignore format: a list reads best in a few lines

export type Scores = Record<(typeof layers)[number], Figure>

/** `score.mjs` in the folder of the gold, in the one above it, or `elsewhere`. */
export function findScorer(goldFolder: string, elsewhere: string): string {
  const found = [join(goldFolder, 'score.mjs'), join(goldFolder, '..', 'score.mjs'), elsewhere].find((file) =>
    existsSync(file),
  )
  if (found) return found
  throw new InputError(
    `No score.mjs in ${goldFolder} or above it.`,
    'Keep the scorer beside the annotations.',
  )
}

/** Scores `readings` of `texts` with the program `scorer`. */
export function score(scorer: string, texts: GoldText[], readings: Map<string, Reading>): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-eval-'))
  try {
    for (const { annotation } of texts)
      writeFileSync(join(folder, `${annotation.id}.json`), JSON.stringify(annotation))
    const lines = texts
      .flatMap(({ source }) => readings.get(source.id) ?? [])
      .map((reading) => JSON.stringify(reading))
    const file = join(folder, 'readings.jsonl')
    writeFileSync(file, lines.join('\n'))
    const printed = execFileSync(process.execPath, [scorer, folder, file, '--json'], { encoding: 'utf8' })
    return JSON.parse(printed) as Scores
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export interface ClaimScores {
  /** Claims in the gold. */
  total: number
  /** Of those, found: some claim of the reading overlaps its evidence. */
  found: number
  /** Of the found, those with an overlapping claim of the same kind. */
  rightKind: number
  /** Claims in the readings that overlap no claim of the gold. */
  spurious: number
}

export function scoreClaims(texts: GoldText[], readings: Map<string, Reading>): ClaimScores {
  const scores: ClaimScores = { total: 0, found: 0, rightKind: 0, spurious: 0 }
  for (const { annotation, source } of texts) {
    const gold = annotation.claims.map((claim) => ({
      kind: claim.kind,
      ...placeOf(source.text, claim.evidence),
    }))
    const got = readings.get(source.id)?.claims ?? []
    const meet = (a: { start: number; end: number }, b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end
    scores.total += gold.length
    for (const claim of gold) {
      const meeting = got.filter((other) => meet(claim, other))
      if (meeting.length > 0) scores.found++
      if (meeting.some((other) => other.kind === claim.kind)) scores.rightKind++
    }
    scores.spurious += got.filter((other) => !gold.some((claim) => meet(claim, other))).length
  }
  return scores
}

const placeOf = (text: string, exact: string) => {
  const start = text.indexOf(exact)
  return { start, end: start + exact.length }
}
