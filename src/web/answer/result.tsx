// Any result laid out by its shape: rows as lines, lists of objects as tables, objects as pairs of name and value.
import { type ReactNode, useState } from 'react'
import type { AnswerRow } from '../../questions/answer.ts'
import { dateWords } from '../dates.ts'
import { Action } from '../parts/action.tsx'
import { PersonLink, useStateNames } from '../parts/links.tsx'
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
  return <Plain value={value} />
}

/** A value in words: states by name, days as a reader says them. */
function Plain({ value }: { value: unknown }): ReactNode {
  const nameOf = useStateNames()
  return <>{plainWords(value, nameOf)}</>
}

const dated = /^\d{4}-\d{2}(-\d{2})?[~?]?(\/(\.\.|\d{4}(-\d{2}(-\d{2})?)?[~?]?))?$/

function plainWords(value: unknown, nameOf: (id: string) => string = (id) => id): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? String(value)
      : value.toLocaleString('en', { maximumSignificantDigits: 3 })
  const text = String(value)
  if (/^[A-Z]{3}$/.test(text)) return nameOf(text)
  return dated.test(text) ? dateWords(text) : text
}

function List({ values, anchor, depth }: { values: unknown[]; anchor: string; depth: number }): ReactNode {
  if (!values.length) return <span className={styles.none}>none</span>
  if (values.every(isRow)) return <AnswerRows rows={values} anchor={anchor} />
  if (values.every((value) => typeof value !== 'object' || value === null))
    return values.map((value, i) => (
      <span key={i}>
        {i > 0 && ', '}
        <Plain value={value} />
      </span>
    ))
  if (depth > 1 && values.every(isFlat)) return <Line objects={values} />
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

/** An object of a few plain values, such as { state, level }: it fits in a cell. */
const isFlat = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length < 4 &&
  Object.values(value).every((one) => typeof one !== 'object' || one === null)

function Line({ objects }: { objects: Record<string, unknown>[] }): ReactNode {
  return objects.map((one, i) => (
    <span key={i}>
      {i > 0 && ', '}
      {Object.entries(one).map(([name, value]) => (
        <span key={name}>
          {name === 'level' && typeof value === 'number' ? (
            <LevelMark level={value} />
          ) : (
            <Plain value={value} />
          )}{' '}
        </span>
      ))}
    </span>
  ))
}

/** Rows shown before the rest is asked for. */
const first = 12

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
  const [all, setAll] = useState(rows.length <= first + 3)
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
          {(all ? rows : rows.slice(0, first)).map((row, i) => (
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
      {!all && (
        <Action look="quiet" onPress={() => setAll(true)}>
          Show all {rows.length.toLocaleString('en')}
        </Action>
      )}
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
