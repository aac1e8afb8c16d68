// Statements of the embedded engine that are parsed and planned once: to plan a question takes longer than to run it.
import type { PGlite } from '@electric-sql/pglite'
import { writeParameters } from './columns.ts'

/** A text prepared under `name`; `write` gives its parameters as EXECUTE takes them. */
interface Prepared {
  name: string
  write: ((value: unknown) => string)[]
}
/** null: seen once, or a text that cannot be prepared; it runs as it stands. */
type Entry = Prepared | 'once' | 'never'

/** Texts prepared at most: the engine keeps each of them until it closes. */
const mostPrepared = 300
const reads = /^\s*(select|with)\b/i

/**
 * A `query` for outside transactions. A text is prepared when it comes the second time. Whatever goes wrong with a prepared one, a plan
 * that a change of the schema made invalid above all, the statement is run anew as it stands: its own errors are those that show.
 */
export function preparedQuery(engine: PGlite): <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]> {
  const entries = new Map<string, Entry>()
  const plain = async <Row>(sql: string, values: unknown[]) => (await engine.query<Row>(sql, values)).rows
  return async <Row>(sql: string, parameters: unknown[] = []) => {
    const values = writeParameters(parameters)
    if (values.length === 0 || !reads.test(sql)) return plain<Row>(sql, values)
    const entry = await entryOf(engine, entries, sql)
    if (typeof entry === 'string') return plain<Row>(sql, values)
    try {
      return (await engine.query<Row>(execution(entry, values))).rows
    } catch {
      entries.set(sql, 'never')
      return plain<Row>(sql, values)
    }
  }
}

async function entryOf(engine: PGlite, entries: Map<string, Entry>, sql: string): Promise<Entry> {
  const known = entries.get(sql)
  if (known && known !== 'once') return known
  if (!known) {
    if (entries.size < mostPrepared) entries.set(sql, 'once')
    return 'once'
  }
  // Others that ask the same meanwhile take the plain way.
  entries.set(sql, 'never')
  const entry = await prepare(engine, `chancery_${[...entries.keys()].indexOf(sql)}`, sql)
  entries.set(sql, entry)
  return entry
}

async function prepare(engine: PGlite, name: string, sql: string): Promise<Entry> {
  try {
    const { queryParams } = await engine.describeQuery(sql)
    await engine.exec(`prepare ${name} as ${sql}`)
    return {
      name,
      write: queryParams.map(
        ({ serializer }) =>
          (value) =>
            literal(value, serializer),
      ),
    }
  } catch {
    return 'never'
  }
}

const execution = ({ name, write }: Prepared, values: unknown[]): string =>
  `execute ${name}(${values.map((value, i) => write[i]!(value)).join(', ')})`

/** A quoted text that PostgreSQL reads as the parameter's own type, as it reads one sent beside a statement. */
function literal(value: unknown, serializer?: (value: unknown) => string): string {
  if (value === null) return 'null'
  const text = serializer ? serializer(value) : String(value)
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
