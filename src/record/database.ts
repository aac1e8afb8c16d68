// The one thing the record and the questions need of an engine: run SQL, in transactions.

/** A connection to the record, embedded (PGlite) or server (PostgreSQL). Dates come back as YYYY-MM-DD strings, instants as ISO 8601. */
export interface Database {
  engine: 'embedded' | 'server'
  /** Rows of one statement; `$1` … take `parameters`. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>
  /** Runs `work` in one transaction: all of it or nothing. Nested calls join the outer one. */
  transaction<Result>(work: (database: Database) => Promise<Result>): Promise<Result>
  /** Loads rows in bulk, as COPY … FROM STDIN reads them (text format). Within a transaction only. */
  copy?(sql: string, text: string): Promise<void>
  /** Runs a script of many statements (migrations). */
  script(sql: string): Promise<void>
  close(): Promise<void>
}
