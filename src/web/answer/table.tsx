// A list of objects as a table: ids behind names, first and last day in one column, long lists folded.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Action } from '../parts/action.tsx'
import { PersonLink } from '../parts/links.tsx'
import { DateMark, LevelMark } from '../parts/marks.tsx'
import { type Fields, Inline, isNothing, Label } from './plain.tsx'
import styles from './result.module.css'

/** Rows shown before the rest is asked for. */
const first = 12

export function ResultTable({ rows, anchor }: { rows: Fields[]; anchor: string }): ReactNode {
  const columns = columnsOf(rows)
  const [all, setAll] = useState(rows.length <= first + 3)
  return (
    <div className={styles.scroll}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col" key={name}>
                <Label name={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? rows : rows.slice(0, first)).map((row, i) => (
            <tr key={i}>
              {columns.map((name) => (
                <td key={name} data-number={typeof row[name] === 'number'}>
                  <Cell name={name} row={row} anchor={anchor} />
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

const day = /^\d{4}-\d{2}-\d{2}$/

/** Columns that hold something in some row. What only names another column's thing for a program is left out. */
export function columnsOf(rows: Fields[]): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
    rows.some((row) => !isNothing(row[name])),
  )
  const named = names.some((name) => ['name', 'title', 'label', 'guest'].includes(name))
  const dated = rows.every((row) => day.test(String(row.from)) && day.test(String(row.to)))
  return names
    .filter(
      (name) => !(named && ['id', 'person', 'exchange', 'exchangeId'].includes(name) && isId(rows, name)),
    )
    .filter((name) => !(dated && name === 'to'))
    .map((name) => (dated && name === 'from' ? 'when' : name))
}

const isId = (rows: Fields[], name: string): boolean =>
  rows.every((row) => typeof row[name] === 'string' || isNothing(row[name]))

function Cell({ name, row, anchor }: { name: string; row: Fields; anchor: string }): ReactNode {
  const value = row[name]
  if (name === 'when')
    return <DateMark edtf={row.from === row.to ? String(row.from) : `${row.from}/${row.to}`} />
  if (name === 'level' && typeof value === 'number') return <LevelMark level={value} />
  if ((name === 'name' || name === 'guest') && typeof row.person === 'string')
    return <PersonLink id={row.person} name={String(value)} />
  const exchange = name === 'label' ? row.exchange : /^exchange(Id)?$/.test(name) ? value : null
  if (typeof exchange === 'string')
    return (
      <Link to="/exchanges/$id" params={{ id: exchange }}>
        {name === 'label' ? String(value) : 'open it'}
      </Link>
    )
  return <Inline value={value} anchor={anchor} />
}
