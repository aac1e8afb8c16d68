// Rows an answer stands on: each opens its exchange, and its numbers lead to the sentences below.
import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { AnswerRow } from '../../questions/answer.ts'
import { dateWords } from '../dates.ts'
import { Action } from '../parts/action.tsx'
import { DateMark, DoubtMark } from '../parts/marks.tsx'
import styles from './rows.module.css'

const pages: Record<string, LinkProps['to']> = {
  exchange: '/exchanges/$id',
  document: '/documents/$id',
  person: '/people/$id',
  state: '/states/$id',
  organization: '/groupings/$id',
}

export function RowLink({ row }: { row: AnswerRow }): ReactNode {
  const to = pages[row.type]
  // A label ends with its date, which stands beside it already.
  const label = row.date
    ? row.label
        .replace(`, ${row.date}`, '')
        .replace(`, ${dateWords(row.date)}`, '')
        .replace(' (unconfirmed)', '')
    : row.label
  return to ? (
    <Link to={to} params={{ id: row.id } as never} data-row>
      {label}
    </Link>
  ) : (
    label
  )
}

export function RowLine({ row, anchor }: { row: AnswerRow; anchor: string }): ReactNode {
  return (
    <span className={styles.line} data-doubt={!row.confirmed}>
      <RowLink row={row} /> {row.date && <DateMark edtf={row.date} />} <DoubtMark confirmed={row.confirmed} />{' '}
      <CiteNumbers numbers={row.citations} anchor={anchor} />
    </span>
  )
}

/** [1] [4]: links to the citations of the same answer. */
export function CiteNumbers({ numbers, anchor }: { numbers: number[]; anchor: string }): ReactNode {
  return numbers.slice(0, 4).map((number) => (
    <a key={number} className={styles.cite} href={`#${anchor}-${number}`} aria-label={`Source ${number}`}>
      {number}
    </a>
  ))
}

const first = 10

export function AnswerRows({
  rows,
  anchor,
  total = rows.length,
}: {
  rows: AnswerRow[]
  anchor: string
  total?: number
}): ReactNode {
  const [all, setAll] = useState(rows.length <= first + 3)
  const shown = all ? rows : rows.slice(0, first)
  if (!rows.length) return null
  return (
    <>
      <ol className={styles.rows}>
        {shown.map((row, i) => (
          <li key={`${i} ${row.id}`} data-doubt={!row.confirmed}>
            <DateMark edtf={row.date} />
            <span>
              <RowLink row={row} /> <DoubtMark confirmed={row.confirmed} />
            </span>
            <span>
              <CiteNumbers numbers={row.citations} anchor={anchor} />
            </span>
          </li>
        ))}
      </ol>
      {!all && (
        <Action look="quiet" onPress={() => setAll(true)}>
          Show all {rows.length}
          {total > rows.length ? ` of ${total.toLocaleString('en')}` : ''}
        </Action>
      )}
    </>
  )
}
