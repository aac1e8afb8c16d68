// Rows of other people's data as they are filed: an exchange or a tenure with the source row it came from.

export interface ImportedParticipant {
  name: string | null
  state: string | null
  /** Name of the organization taking part, when it is no person. */
  organization: string | null
  office: string | null
  /** 1–8; null: by the gazetteer, or not known. */
  level: number | null
  role: 'visitor' | 'host' | 'participant'
}

export interface ImportedExchange {
  /** Line of the file, or number of the element, from 1. */
  row: number
  /** Id of the row in its own data set; null when it has none. */
  id: string | null
  kind: string
  grade: string | null
  status: string
  /** EDTF level 1; null: undated. */
  date: string | null
  place: string | null
  host: string | null
  occasion: string | null
  note: string | null
  participants: ImportedParticipant[]
  sources: string[]
  /** The row as it stood in the file. */
  source: Record<string, unknown>
}

export interface ImportedTenure {
  row: number
  id: string | null
  person: string
  personState: string | null
  office: string
  officeState: string | null
  organization: string | null
  /** Day, month or year; null: not given. */
  from: string | null
  to: string | null
  acting: boolean
  level: number | null
  sources: string[]
  source: Record<string, unknown>
}
