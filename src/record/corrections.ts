// Correction packs: many corrections in one file, tried first to see what they change, applied and undone as one.
import { InputError } from '../errors.ts'
import { applyChange, type Changed } from './changes.ts'
import { standingClaims } from './claims.ts'
import type { Database } from './database.ts'
import { type Correction, checkCorrection, correctionChange } from './review.ts'

/** One shown field before and after. */
export interface FieldChange {
  exchange: string
  field: string
  before: unknown
  after: unknown
}

/** What a pack does: fields of exchanges, and answers to the questions it was tried with. */
export interface PackEffect {
  changed: Changed | null
  fields: FieldChange[]
  answers: { question: string; before: string; after: string }[]
}

export interface PackOptions {
  actor: string
  /** true: nothing stays. */
  dryRun: boolean
  /** Summaries of answers by question, asked before and after. */
  answers?: (database: Database) => Promise<Record<string, string>>
}

const columns = ['exchange', 'property', 'value', 'reason', 'source']

/** Reads a pack: a JSON list, JSON Lines, or CSV with the columns exchange, property, value, reason, source. Throws InputError with the line. */
export function readCorrections(text: string): Correction[] {
  const rows = /^\s*[[{]/.test(text) ? readJson(text) : readCsv(text)
  return rows.map((row, i) => {
    const correction = { source: null, ...row } as Correction
    try {
      checkCorrection(correction)
    } catch (error) {
      throw new InputError(
        `row ${i + 1} of the correction pack: ${(error as Error).message}`,
        (error as InputError).next,
        error,
      )
    }
    return correction
  })
}

function readJson(text: string): object[] {
  try {
    return text.trimStart().startsWith('[')
      ? (JSON.parse(text) as object[])
      : text
          .split('\n')
          .filter((line) => line.trim())
          .map((line) => JSON.parse(line) as object)
  } catch (error) {
    throw new InputError(
      `the correction pack is no JSON: ${(error as Error).message}`,
      'Mend it, or give CSV.',
      error,
    )
  }
}

function readCsv(text: string): object[] {
  const [head, ...rows] = splitCsv(text)
  const missing = columns.slice(0, 4).filter((column) => !head?.includes(column))
  if (missing.length)
    throw new InputError(
      `the correction pack has no column ${missing.join(', ')}`,
      `Give the columns ${columns.join(', ')}.`,
    )
  return rows.map((row) => {
    const record = Object.fromEntries(head!.map((column, i) => [column, row[i] || null]))
    return { ...record, value: readValue(record.value ?? null) }
  })
}

/** "true", {"person": …} and the like are JSON, anything else is text; an empty cell is null. */
function readValue(cell: string | null): unknown {
  if (cell === null || !/^(true|false|null|\{.*\})$/s.test(cell)) return cell
  try {
    return JSON.parse(cell)
  } catch {
    return cell
  }
}

/** RFC 4180: quoted cells may hold commas, line ends and doubled quotes. */
function splitCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy
  const body = text.replace(/^\uFEFF/, '')
  while (cell.lastIndex < body.length) {
    const [, value, end] = cell.exec(body) ?? []
    if (value === undefined)
      throw new InputError(
        `the correction pack has a quotation mark out of place in row ${rows.length}`,
        'Double the marks inside a quoted cell.',
      )
    rows.at(-1)!.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (end !== ',') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.some((value) => value !== ''))
}

/** Thrown to take a trial back. */
class Trial extends Error {
  readonly effect: PackEffect
  constructor(effect: PackEffect) {
    super('a trial is taken back')
    this.effect = effect
  }
}

/** Applies a pack as one change (one line of the ledger undoes it), or tries it and says what it would change. */
export async function applyCorrections(
  database: Database,
  pack: Correction[],
  options: PackOptions,
): Promise<PackEffect> {
  try {
    return await database.transaction(async (inner) => {
      const effect = await applyPack(inner, pack, options)
      if (options.dryRun) throw new Trial({ ...effect, changed: null })
      return effect
    })
  } catch (error) {
    if (error instanceof Trial) return error.effect
    throw error
  }
}

async function applyPack(database: Database, pack: Correction[], options: PackOptions): Promise<PackEffect> {
  const ids = [...new Set(pack.map((correction) => correction.exchange))]
  const standing = await standingClaims(database, ids)
  const unknown = ids.filter((id) => !standing.some((claim) => claim.exchange_id === id))
  if (unknown.length)
    throw new InputError(
      `no exchange ${unknown.join(', ')} in the record`,
      'Mend the ids in the pack; nothing was changed.',
    )
  const before = {
    shown: await shownFields(database, ids),
    answers: (await options.answers?.(database)) ?? {},
  }
  const changes = pack.map((correction) =>
    correctionChange(
      correction,
      standing.filter((claim) => claim.exchange_id === correction.exchange),
      options.actor,
    ),
  )
  const changed = await applyChange(database, {
    actor: options.actor,
    action: 'correction-pack',
    subject: null,
    reason: pack
      .map((correction) => correction.reason)
      .filter((reason, i, all) => all.indexOf(reason) === i)
      .join('; '),
    retract: changes.flatMap((change) => change.retract),
    insert: changes.flatMap((change) => change.insert),
    detail: { corrections: pack },
  })
  const after = {
    shown: await shownFields(database, ids),
    answers: (await options.answers?.(database)) ?? {},
  }
  return {
    changed,
    fields: compareFields(before.shown, after.shown),
    answers: compareAnswers(before.answers, after.answers),
  }
}

type Fields = Map<string, Record<string, unknown>>

async function shownFields(database: Database, ids: string[]): Promise<Fields> {
  const rows = await database.query<{ id: string; fields: Record<string, unknown> }>(
    `select id, to_jsonb(e) - 'known_from' - 'known_to' as fields from shown_exchange e where id = any($1::text[]) and known_to = 'infinity'`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row.fields]))
}

function compareFields(before: Fields, after: Fields): FieldChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((exchange) => {
    const [a, b] = [before.get(exchange) ?? {}, after.get(exchange) ?? {}]
    return Object.keys({ ...a, ...b })
      .filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
      .map((field) => ({ exchange, field, before: a[field] ?? null, after: b[field] ?? null }))
  })
}

const compareAnswers = (
  before: Record<string, string>,
  after: Record<string, string>,
): PackEffect['answers'] =>
  Object.keys({ ...before, ...after })
    .filter((question) => before[question] !== after[question])
    .map((question) => ({ question, before: before[question] ?? '', after: after[question] ?? '' }))
