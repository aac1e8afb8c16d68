// What an import reads from a file: exchanges and tenures as rows that keep their source row, and what could not be read.
import type { State } from '../knowledge/gazetteer.ts'
import type { ImportedExchange, ImportedTenure } from '../record/imports.ts'

export type { ImportedExchange, ImportedParticipant, ImportedTenure } from '../record/imports.ts'

/** A row that could not be read: where it stands and why. The other rows are read all the same. */
export interface ImportProblem {
  /** Line of the file, or number of the element, from 1. */
  row: number
  message: string
}

export interface ImportResult {
  exchanges: ImportedExchange[]
  tenures: ImportedTenure[]
  problems: ImportProblem[]
  /** Rows read, whatever became of them. */
  rows: number
  /** Columns or properties of the file that have no place in the record, with the number of rows that filled them. */
  lost: Record<string, number>
}

/** What a reader may need besides the file. */
export interface ImportOptions {
  states: State[]
  /** For plain CSV: our field → the file's column. */
  mapping?: Record<string, string>
}

export interface ImportFormat {
  /** What `chancery import NAME` takes. */
  name: string
  title: string
  /** Throws InputError only where nothing at all can be read: not this format, no header. */
  read(text: string, options: ImportOptions): ImportResult
}

/** Collects rows, problems and losses while a file is read. */
export function startImport(): ImportResult & {
  lose(columns: Iterable<string>): void
  fail(row: number, message: string): void
} {
  const result: ImportResult = { exchanges: [], tenures: [], problems: [], rows: 0, lost: {} }
  return Object.assign(result, {
    lose(columns: Iterable<string>) {
      for (const column of columns) result.lost[column] = (result.lost[column] ?? 0) + 1
    },
    fail(row: number, message: string) {
      result.problems.push({ row, message })
    },
  })
}
