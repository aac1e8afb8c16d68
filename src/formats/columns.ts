// The flat table of exchanges: one row an exchange, or one row a participant; columns with their meaning, for CSV, Parquet and the data package.
import type { SliceExchange, SliceParticipant } from '../record/slice.ts'

export interface Column<Row> {
  name: string
  type: 'string' | 'integer' | 'boolean' | 'date'
  /** What a value means, and what an empty one does. */
  description: string
  value(row: Row): string | number | boolean | null
}

const list = (values: (string | null)[]): string | null => values.filter(Boolean).join('; ') || null
const named =
  (role: string) =>
  (x: SliceExchange): string | null =>
    list(x.participants.filter((p) => p.role === role).map((p) => p.name ?? p.organization ?? p.office))

/** A row an exchange. */
export const exchangeColumns: Column<SliceExchange>[] = [
  { name: 'id', type: 'string', description: 'Id of the exchange in the record.', value: (x) => x.id },
  {
    name: 'kind',
    type: 'string',
    description: 'visit, meeting, talks, summit, call, ceremony, agreement, message, people-to-people.',
    value: (x) => x.kind,
  },
  {
    name: 'grade',
    type: 'string',
    description: 'state, official or working visit; empty when no source says.',
    value: (x) => x.grade,
  },
  {
    name: 'status',
    type: 'string',
    description: 'occurred, ongoing, announced, cancelled, postponed, denied, possible.',
    value: (x) => x.status,
  },
  {
    name: 'occurred_on',
    type: 'string',
    description: 'EDTF level 1; empty when no source dates it.',
    value: (x) => x.occurredOn,
  },
  {
    name: 'earliest',
    type: 'date',
    description: 'First possible day; empty when open or undated.',
    value: (x) => x.earliest,
  },
  {
    name: 'latest',
    type: 'date',
    description: 'Last possible day; empty when open or undated.',
    value: (x) => x.latest,
  },
  {
    name: 'place',
    type: 'string',
    description: 'City or site as the source names it.',
    value: (x) => x.place,
  },
  {
    name: 'host',
    type: 'string',
    description: 'ISO 3166-1 alpha-3 of the state it took place in; empty for a call.',
    value: (x) => x.host,
  },
  {
    name: 'states',
    type: 'string',
    description: 'Every state taking part, alpha-3, separated by "; ".',
    value: (x) => list(x.states),
  },
  {
    name: 'format',
    type: 'string',
    description: 'bilateral, trilateral, multilateral.',
    value: (x) => x.format,
  },
  {
    name: 'occasion',
    type: 'string',
    description: 'The gathering it was part of; empty for none.',
    value: (x) => x.occasion,
  },
  {
    name: 'part_of',
    type: 'string',
    description: 'Id of the exchange that contains it.',
    value: (x) => x.partOf,
  },
  {
    name: 'level',
    type: 'integer',
    description: 'Best level (1 head of state … 8) of any participant.',
    value: (x) => x.level,
  },
  {
    name: 'visitors',
    type: 'string',
    description: 'Names of visitors, separated by "; ".',
    value: named('visitor'),
  },
  { name: 'hosts', type: 'string', description: 'Names of hosts.', value: named('host') },
  {
    name: 'participants',
    type: 'string',
    description: 'Names of the other participants.',
    value: named('participant'),
  },
  {
    name: 'confirmed',
    type: 'boolean',
    description: 'Whether a source gives its date.',
    value: (x) => x.confirmed,
  },
  {
    name: 'basis',
    type: 'string',
    description: 'report, register, announcement; empty: general knowledge only.',
    value: (x) => x.basis,
  },
  {
    name: 'sources',
    type: 'string',
    description: 'URLs or document ids, separated by "; ".',
    value: (x) => list(x.sources.map((s) => s.url ?? s.documentId)),
  },
  { name: 'note', type: 'string', description: 'Free text.', value: (x) => x.note },
]

export interface ParticipantRow extends SliceParticipant {
  exchange: string
}

/** A row a participant of an exchange. */
export const participantColumns: Column<ParticipantRow>[] = [
  { name: 'exchange', type: 'string', description: 'Id of the exchange.', value: (p) => p.exchange },
  {
    name: 'name',
    type: 'string',
    description: 'Name as shown; empty where only the office is known.',
    value: (p) => p.name,
  },
  { name: 'native_name', type: 'string', description: 'Name in its own script.', value: (p) => p.nativeName },
  {
    name: 'person',
    type: 'string',
    description: 'Id of the person; empty when not one we know.',
    value: (p) => p.person,
  },
  {
    name: 'state',
    type: 'string',
    description: 'Alpha-3 of the state they acted for.',
    value: (p) => p.state,
  },
  {
    name: 'organization',
    type: 'string',
    description: 'Id of the organization taking part.',
    value: (p) => p.organization,
  },
  { name: 'office', type: 'string', description: 'Office held that day.', value: (p) => p.office },
  { name: 'office_id', type: 'string', description: 'Id of that office.', value: (p) => p.officeId },
  { name: 'level', type: 'integer', description: '1 head of state … 8.', value: (p) => p.level },
  { name: 'role', type: 'string', description: 'visitor, host, participant.', value: (p) => p.role },
]

/** The participants of an exchange as rows. */
export const participantRows = (x: SliceExchange): ParticipantRow[] =>
  x.participants.map((p) => ({ ...p, exchange: x.id }))
