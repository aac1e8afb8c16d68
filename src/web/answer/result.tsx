// Any result laid out by its shape: rows as lines, lists of objects as tables, objects as pairs of name and value.
import type { ReactNode } from 'react'
import type { AnswerRow } from '../../questions/answer.ts'
import { PersonLink } from '../parts/links.tsx'
import { LevelMark } from '../parts/marks.tsx'
import { spaced } from '../words.ts'
import styles from './result.module.css'
import { AnswerRows, RowLine } from './rows.tsx'

export const isRow = (value: unknown): value is AnswerRow =>
  typeof value === 'object' &&
  value !== null &&
  'label' in value &&
  'citations' in value &&
  'confirmed' in value

interface Props {
  value: unknown
  anchor: string
  depth?: number
}

export function Result({ value, anchor, depth = 0 }: Props): ReactNode {
  if (value === null || value === undefined) return <span className={styles.none}>none</span>
  if (isRow(value)) return <RowLine row={value} anchor={anchor} />
  if (Array.isArray(value)) return <List values={value} anchor={anchor} depth={depth} />
  if (typeof value === 'object')
    return <Pairs value={value as Record<string, unknown>} anchor={anchor} depth={depth} />
  return <>{plainWords(value)}</>
}

export function plainWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? String(value)
      : value.toLocaleString('en', { maximumSignificantDigits: 3 })
  return String(value)
}

function List({ values, anchor, depth }: { values: unknown[]; anchor: string; depth: number }): ReactNode {
  if (!values.length) return <span className={styles.none}>none</span>
  if (values.every(isRow)) return <AnswerRows rows={values} anchor={anchor} />
  if (values.every((value) => typeof value !== 'object' || value === null))
    return <>{values.map(plainWords).join(', ')}</>
  if (values.every((value) => typeof value === 'object' && !Array.isArray(value)))
    return <Table rows={values as Record<string, unknown>[]} anchor={anchor} depth={depth} />
  return (
    <ul>
      {values.map((value, i) => (
        <li key={i}>
          <Result value={value} anchor={anchor} depth={depth + 1} />
        </li>
      ))}
    </ul>
  )
}

function Table({
  rows,
  anchor,
  depth,
}: {
  rows: Record<string, unknown>[]
  anchor: string
  depth: number
}): ReactNode {
  const columns = columnsOf(rows)
  return (
    <div className={styles.scroll}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col" key={name}>
                {spaced(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {columns.map((name) => (
                <td key={name} data-number={typeof row[name] === 'number'}>
                  <Cell name={name} row={row} anchor={anchor} depth={depth + 1} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Columns that hold something in some row; a name stands for its id. */
function columnsOf(rows: Record<string, unknown>[]): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const filled = names.filter((name) => rows.some((row) => !isNothing(row[name])))
  return filled.includes('name') ? filled.filter((name) => name !== 'person') : filled
}

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && !value.length)

function Cell({
  name,
  row,
  anchor,
  depth,
}: {
  name: string
  row: Record<string, unknown>
  anchor: string
  depth: number
}): ReactNode {
  const value = row[name]
  if (isNothing(value)) return <span className={styles.none}>–</span>
  if (name === 'level' && typeof value === 'number') return <LevelMark level={value} />
  if (name === 'name' && typeof row.person === 'string')
    return <PersonLink id={row.person} name={String(value)} />
  return <Result value={value} anchor={anchor} depth={depth} />
}

function Pairs({
  value,
  anchor,
  depth,
}: {
  value: Record<string, unknown>
  anchor: string
  depth: number
}): ReactNode {
  const pairs = Object.entries(value).filter(
    ([name, one]) => !isNothing(one) && !(name === 'person' && 'name' in value),
  )
  if (!pairs.length) return <span className={styles.none}>none</span>
  return (
    <dl className={depth ? styles.inner : styles.pairs}>
      {pairs.map(([name, one]) => (
        <div key={name} data-wide={typeof one === 'object'}>
          <dt>{spaced(name)}</dt>
          <dd>
            <Result value={one} anchor={anchor} depth={depth + 1} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
