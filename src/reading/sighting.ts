// A sighting: one telling of an exchange in one clause. Sightings of the same exchange are merged later.
import type { Sentence } from '../language/analysis.ts'
import type { Draft, Mention, TimeExpression } from './draft.ts'
import { entityOf } from './entities.ts'
import type { Part } from './parts.ts'
import type { ExchangeKind, ExchangeStatus } from './reading.ts'
import type { Triggers } from './triggers.ts'

/** One place told together: "Honolulu and Kapolei, Hawaii"; `words` is null where only the state is named. */
export interface Where {
  words: string | null
  state: string | null
}

export interface Sighting {
  kind: ExchangeKind
  status: ExchangeStatus
  /** EDTF; null when this telling gives none. */
  date: string | null
  /** Whether the day is the text's own words for this exchange, taken from its surroundings, or supposed. */
  dated: 'own' | 'near' | 'supposed' | 'none'
  /** Indices into draft.entities. */
  visitors: number[]
  hosts: number[]
  parties: number[]
  where: Where
  /** Several sides at one table ("together", a summit of three). */
  joint: boolean
  multilateral: boolean
  /** "the visit", "their talks": points back to something told. */
  definite: boolean
  /** By telephone or video: no place. */
  remote: boolean
  sentence: number
  /** Token of the trigger, and the range that bears witness. */
  trigger: number
  first: number
  last: number
  rule: string
  /** Trigger token of the sighting that contains this one ("arrived in Ellion for talks"); -1 when none is told. */
  within: number
  /** States told of without anybody's name, besides those of the entities. */
  states: string[]
  /** Told by a noun with no verb, as in a title: its status is not told. */
  faint: boolean
  /** Told as a number of times ("three times, in March and twice in June"). */
  times: number
}

/** A sentence with its parts and what surrounds it: what rules take. */
export interface Clause {
  draft: Draft
  sentence: Sentence
  row: Part[]
  triggers: Triggers
  times: TimeExpression[]
  /** What was sighted before, in order; the place talked of last. */
  earlier: Sighting[]
  /** Time that stands over the paragraph ("5-6 MAY 2021."), if any. */
  heading: TimeExpression | null
}

/** Gives sightings of the trigger at `row[at]`; empty when it is none. */
export type Rule = (clause: Clause, at: number) => Sighting[]

export const nowhere: Where = { words: null, state: null }

/** Single entities that a mention stands for; a group gives its members. */
export function unfold(draft: Draft, mention: Mention): number[] {
  const entity = entityOf(draft, mention)
  if (!entity) return []
  return entity.members.length > 0 ? entity.members : [mention.entity]
}

/** States of these entities, sorted, once each. */
export const statesOf = (draft: Draft, entities: number[]): string[] =>
  [...new Set(entities.flatMap((index) => draft.entities[index]?.state ?? []))].sort()

export const isPerson = (draft: Draft, index: number): boolean => draft.entities[index]?.kind === 'person'
