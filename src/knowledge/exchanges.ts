// The base record: exchanges and readouts with their sources, as packs carry them.
import { join } from 'node:path'
import { z } from 'zod'
import { readRows } from './packs.ts'

const baseExchangeRow = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'visit',
    'meeting',
    'talks',
    'summit',
    'call',
    'ceremony',
    'agreement',
    'message',
    'people-to-people',
  ]),
  /** 'state', 'official', 'working' visit; null when no register says. */
  grade: z.string().nullable(),
  status: z.enum(['occurred', 'ongoing', 'announced', 'cancelled', 'postponed', 'denied', 'possible']),
  /** EDTF level 1. */
  date: z.string(),
  place: z.string().nullable(),
  host: z.string().nullable(),
  /** The gathering it was part of ("BRICS summit"); null when bilateral business alone. */
  occasion: z.string().nullable(),
  participants: z.array(
    z.strictObject({
      person: z.string(),
      state: z.string().nullable(),
      organization: z.string().nullable(),
      office: z.string().nullable(),
      offices: z.array(z.string()),
      level: z.number().int().min(1).max(8).nullable(),
      role: z.enum(['visitor', 'host', 'participant']),
      flag: z.string().optional(),
    }),
  ),
  note: z.string().nullable(),
  sources: z.array(z.string()),
  confirmed: z.boolean(),
  /** 'report', 'register', 'announcement' (proves a plan only); null: general knowledge. */
  basis: z.enum(['report', 'register', 'announcement']).nullable(),
  origin: z.string(),
})
export type BaseExchange = z.infer<typeof baseExchangeRow>

const baseReadoutRow = z.strictObject({
  exchange: z.string(),
  sides: z.array(
    z.strictObject({
      state: z.string(),
      url: z.string(),
      official: z.boolean(),
      publisher: z.string(),
      topics: z.array(z.string()),
    }),
  ),
  missingSides: z.array(z.string()),
  note: z.string().nullable(),
})
export type BaseReadout = z.infer<typeof baseReadoutRow>

export interface BaseRecord {
  exchanges: BaseExchange[]
  readouts: BaseReadout[]
}

/** Reads `folder` (knowledge/exchanges). Throws PackError with file and line. */
export function loadBaseRecord(folder: string): BaseRecord {
  return {
    exchanges: readRows(join(folder, 'base.jsonl'), baseExchangeRow),
    readouts: readRows(join(folder, 'readouts.jsonl'), baseReadoutRow),
  }
}
