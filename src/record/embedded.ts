// The embedded record: PGlite (PostgreSQL in WebAssembly) over a folder, or in memory.
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { columnReaders, writeParameters } from './columns.ts'
import type { Database } from './database.ts'
import { withFaults } from './faults.ts'
import { preparedQuery } from './prepared.ts'

/** What a query needs: PGlite itself, or a transaction of it. */
type Runner = Pick<PGlite, 'query' | 'exec'>

/** Starts PGlite with our extensions and column readers. */
export async function startEngine(options: PGliteOptions): Promise<PGlite> {
  const engine = await PGlite.create({
    ...options,
    parsers: columnReaders,
    extensions: { btree_gist, pg_trgm, unaccent },
  })
  // As on a server (`server.ts`).
  await engine.exec(`set timezone to 'UTC'; set jit to off; set plan_cache_mode to force_generic_plan`)
  return engine
}

/** The Database over a started engine; `onClose` runs after the engine has stopped. */
export function embeddedDatabase(engine: PGlite, onClose: () => void = () => {}): Database {
  const query = preparedQuery(engine)
  return {
    ...runs(engine),
    query: <Row>(sql: string, parameters?: unknown[]) => withFaults(() => query<Row>(sql, parameters)),
    transaction: (work) => withFaults(() => engine.transaction((inner) => work(within(inner)))),
    async close() {
      if (!engine.closed) await engine.close()
      onClose()
    },
  }
}

function within(inner: Runner): Database {
  const database: Database = {
    ...runs(inner),
    // PGlite has no standard input: what is copied comes as a file of its own.
    async copy(sql, text) {
      await inner.query(sql.replace(/\bstdin\b/i, `'/dev/blob'`), [], { blob: new Blob([text]) })
    },
    transaction: (work) => work(database),
    close: async () => {},
  }
  return database
}

function runs(runner: Runner): Pick<Database, 'engine' | 'query' | 'script'> {
  return {
    engine: 'embedded',
    query: <Row>(sql: string, parameters: unknown[] = []) =>
      withFaults(async () => (await runner.query<Row>(sql, writeParameters(parameters))).rows),
    script: (sql) => withFaults(async () => void (await runner.exec(sql))),
  }
}
