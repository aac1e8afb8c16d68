// What one document says: the shape of a reading, as `chancery read --json` prints it. Pure data.
import type { Span } from '../language/span.ts'

export type Genre =
  | 'news'
  | 'readout'
  | 'communique'
  | 'press-briefing'
  | 'speech'
  | 'chronology'
  | 'analysis'
  | 'announcement'

export type ExchangeKind =
  | 'visit'
  | 'meeting'
  | 'talks'
  | 'summit'
  | 'call'
  | 'ceremony'
  | 'agreement'
  | 'message'
  | 'people-to-people'

export type ExchangeStatus =
  | 'occurred'
  | 'ongoing'
  | 'announced'
  | 'cancelled'
  | 'postponed'
  | 'denied'
  | 'possible'

export type ParticipantRole = 'visitor' | 'host' | 'participant'

export type ClaimKind =
  | 'superlative'
  | 'last-time'
  | 'first-time'
  | 'pace'
  | 'coincidence'
  | 'omission'
  | 'norm-exception'
  | 'hypothesis'

/** A stretch of the text with the words it covers. */
export interface Quotation extends Span {
  exact: string
}

/** A document as given to the reader. `publishedOn` is a day (YYYY-MM-DD) or null when unknown. */
export interface SourceText {
  id: string
  text: string
  title?: string | null
  publishedOn?: string | null
  publisher?: string | null
  genre?: Genre | null
}

export interface Official {
  name: string
  /** Gazetteer id when the name could be linked to one person, else null. */
  person: string | null
  state: string | null
  /** As the text words it ("Foreign Minister"); null when the text gives none. */
  office: string | null
  /** Level 1 (head of state) to 8; null when neither gazetteer nor words tell. */
  level: number | null
  mentions: Span[]
}

export interface Participant {
  /** null where only the office is given. */
  name: string | null
  person: string | null
  state: string | null
  office: string | null
  level: number | null
  role: ParticipantRole
}

export interface Exchange {
  id: string
  kind: ExchangeKind
  status: ExchangeStatus
  /** EDTF level 1; null when the text gives none. */
  date: string | null
  place: string | null
  /** ISO 3166-1 alpha-3 of the state it takes place in; null for a call. */
  host: string | null
  /** Every state taking part, sorted. */
  states: string[]
  participants: Participant[]
  format: 'bilateral' | 'trilateral' | 'multilateral' | null
  /** `id` of the exchange that contains it. */
  partOf: string | null
  evidence: Quotation[]
  /** 0 to 1. */
  confidence: number
  /** Names of the rules that found it, for `--explain`. */
  rules: string[]
}

export interface Statement extends Span {
  /** null when the text does not say. */
  speaker: string | null
  person: string | null
  state: string | null
  office: string | null
  quote: string
  /** false for reported speech. */
  direct: boolean
  topics: string[]
  phrases: string[]
}

/** A claim an analyst makes in the text, with what the questions need to run it. */
export interface TextClaim extends Quotation {
  kind: ClaimKind
  /** States in the order guest, host (or A, B, C of a pace comparison). */
  states: string[]
  /** Officials that the claim is about, by the fullest name in the text. */
  people: string[]
  /** Exchange kind the claim counts, when it says one. */
  exchangeKind: ExchangeKind | null
  /** The window as worded and as resolved (EDTF interval); null when it gives none. */
  window: { exact: string; interval: string | null; sinceEvent: string | null } | null
  /** Best level the claim speaks of (1–8), e.g. 5 for "foreign minister"; null when none. */
  level: number | null
  /** Topic whose absence is claimed, class that is not received, and the like. */
  topic: string | null
  /** true where the claim speaks of the future ("will be the highest-ranking"). */
  ahead: boolean
}

export interface Reading {
  document: {
    id: string
    title: string | null
    publishedOn: string | null
    /** ISO 639-1 of the language found. */
    language: string
    genre: Genre | null
    /** State whose side the document speaks for (a readout's publisher); null when none. */
    side: string | null
  }
  officials: Official[]
  exchanges: Exchange[]
  statements: Statement[]
  claims: TextClaim[]
  /** What the reader could not make out or found contradictory, in words. */
  warnings: string[]
}
