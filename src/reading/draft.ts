// What the reader knows of a document while it reads: each step takes the draft and adds its part.
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Analysis } from '../language/analysis.ts'
import type { Span } from '../language/span.ts'
import type { Exchange, Genre, Official, SourceText, Statement, TextClaim } from './reading.ts'

/**
 * A person, office, state, organization or place named in the text, from `first` up to, not including, `last` in
 * `analysis.tokens`. "Russia Foreign Minister Sergey Lavrov" is one person mention with state RUS and an office;
 * "his Japanese counterpart" is one office mention; "Beijing" is a place that may act for its state.
 */
export interface Mention extends Span {
  kind: 'person' | 'office' | 'state' | 'organization' | 'place' | 'pronoun'
  first: number
  last: number
  /** Index into `draft.entities`; -1 while nobody knows who or what it is. */
  entity: number
}

/** Who or what mentions stand for, within this document. */
export interface Entity {
  kind: 'person' | 'state' | 'organization' | 'place'
  /** The fullest name the text gives; for an unnamed holder ("the Japanese foreign minister") null. */
  name: string | null
  /** Gazetteer id (person id, ISO alpha-3, organization id); null when not linked. */
  id: string | null
  /** Person: whose official. Place: the state it lies in. State: itself. */
  state: string | null
  /** Person: office as the text words it. */
  office: string | null
  /** Person: 1–8 on the day of the document. */
  level: number | null
  /** Person: whether the text presents them as an official (title, office, known in the gazetteer). */
  official: boolean
  /** Several acting as one ("the two foreign ministers", "both leaders"): the entities it covers. */
  members: number[]
  /** Why it was linked, for --explain. */
  why: string
}

/** One expression of time, resolved. */
export interface TimeExpression extends Span {
  first: number
  last: number
  exact: string
  /** EDTF level 1; null when it could not be resolved (no publication day, event unknown). */
  edtf: string | null
  /** 'day', 'interval', 'duration' ("two-day": see `days`), 'since' (open window), 'vague' ("recently"). */
  kind: 'day' | 'interval' | 'duration' | 'since' | 'vague'
  /** Length in days for a duration, else null. */
  days: number | null
}

/** Everything found so far. */
export interface Draft {
  source: SourceText
  knowledge: Knowledge
  analysis: Analysis
  /** Day the document was published, from the caller or the text; null when neither says. */
  publishedOn: string | null
  title: string | null
  language: string
  genre: Genre | null
  side: string | null
  mentions: Mention[]
  entities: Entity[]
  times: TimeExpression[]
  officials: Official[]
  exchanges: Exchange[]
  statements: Statement[]
  claims: TextClaim[]
  warnings: string[]
}

/** One step of reading. Pure; must never throw. */
export type Step = (draft: Draft) => void
