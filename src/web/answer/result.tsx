// Any result laid out by its shape: rows as lines, lists of objects as tables, objects as pairs of name and value.
import type { ReactNode } from 'react'
import { BriefSections, isBrief } from './brief.tsx'
import { ByLevel, type Fields, Inline, isByLevel, isNothing, isRow, Label, Plain } from './plain.tsx'
import styles from './result.module.css'
import { AnswerRows, RowLine } from './rows.tsx'
import { ResultTable } from './table.tsx'

interface Props {
  value: unknown
  anchor: string
  depth?: number
}

export function Result({ value, anchor, depth = 0 }: Props): ReactNode {
  if (value === null || value === undefined) return <span className={styles.none}>none</span>
  if (isRow(value)) return <RowLine row={value} anchor={anchor} />
  if (Array.isArray(value)) return <List values={value} anchor={anchor} />
  if (isBrief(value)) return <BriefSections brief={value} anchor={anchor} />
  if (isByLevel(value)) return <ByLevel counts={value} />
  if (typeof value === 'object') return <Pairs value={value as Fields} anchor={anchor} depth={depth} />
  return <Plain value={value} />
}

function List({ values, anchor }: { values: unknown[]; anchor: string }): ReactNode {
  if (!values.length) return <span className={styles.none}>none</span>
  if (values.every(isRow)) return <AnswerRows rows={values} anchor={anchor} />
  // Lists of ids are for programs: how many there are is what a reader wants.
  if (values.every((value) => Array.isArray(value))) return <>{values.length}</>
  if (values.every((value) => typeof value === 'object' && value !== null))
    return <ResultTable rows={values as Fields[]} anchor={anchor} />
  return <Inline value={values} anchor={anchor} />
}

function Pairs({ value, anchor, depth }: { value: Fields; anchor: string; depth: number }): ReactNode {
  const named = 'name' in value
  const pairs = Object.entries(value).filter(
    ([name, one]) => !isNothing(one) && !(named && (name === 'person' || name === 'id')),
  )
  if (!pairs.length) return <span className={styles.none}>none</span>
  return (
    <dl className={depth ? styles.inner : styles.pairs}>
      {pairs.map(([name, one]) => (
        <div key={name} data-wide={typeof one === 'object' && !isByLevel(one)}>
          <dt>
            <Label name={/^[a-z]$/.test(name) ? stateOf(one, name) : name} />
          </dt>
          <dd>
            <Result value={sidesNamed(one, value)} anchor={anchor} depth={depth + 1} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Rows of a comparison have a column for each side: it goes by the side's name. */
function sidesNamed(rows: unknown, { a, b }: Fields): unknown {
  const [one, other] = [stateOf(a, 'a'), stateOf(b, 'b')]
  if (!Array.isArray(rows) || one === other || one === 'a') return rows
  const called = (name: string): string => (name === 'a' ? one : name === 'b' ? other : name)
  return rows.map((row: unknown) =>
    typeof row === 'object' && row !== null && 'a' in row
      ? Object.fromEntries(Object.entries(row).map(([name, value]) => [called(name), value]))
      : row,
  )
}

/** Sides of a comparison are "a" and "b" to a program, states to a reader. */
const stateOf = (side: unknown, name: string): string => {
  const state = typeof side === 'object' && side !== null ? (side as Fields).state : null
  return typeof state === 'string' ? state : name
}
