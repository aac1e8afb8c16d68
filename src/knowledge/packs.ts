// Reads pack files: JSON Lines and YAML, checked row by row; an error names file and line.
import { readFileSync } from 'node:fs'
import { parse, YAMLParseError } from 'yaml'
import type { z } from 'zod'
import { PackError } from '../errors.ts'

const complaint = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.') || 'row'}: ${issue.message}`).join('; ')

/** Rows of a JSON Lines pack; blank lines and lines that start with `//` are skipped. */
export function readRows<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const rows: Row[] = []
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      if (!line.trim() || line.startsWith('//')) return
      rows.push(checkRow(`${file}:${index + 1}`, parseJson(`${file}:${index + 1}`, line), schema))
    })
  return rows
}

/** The one value of a YAML pack. */
export function readYaml<Value>(file: string, schema: z.ZodType<Value>): Value {
  try {
    return checkRow(file, parse(readFileSync(file, 'utf8')), schema)
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const line = error.linePos?.[0].line
    throw new PackError(
      `${file}${line ? `:${line}` : ''}: ${error.message}`,
      'Mend the YAML at that line.',
      error,
    )
  }
}

function parseJson(at: string, line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new PackError(`${at}: not JSON: ${(error as Error).message}`, 'Mend that line of the pack.', error)
  }
}

function checkRow<Row>(at: string, value: unknown, schema: z.ZodType<Row>): Row {
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  throw new PackError(
    `${at}: ${complaint(checked.error)}`,
    'Mend that row; knowledge/README.md lists the columns.',
  )
}
