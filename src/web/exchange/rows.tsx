// Exchanges as a short list: date, title, kind, level, status, doubts. Every row opens its page.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useStateNames } from '../parts/links.tsx'
import { DateMark, DoubtMark, LevelMark, StatusMark } from '../parts/marks.tsx'
import type { ShownExchange } from '../record.ts'
import { guestLevel } from './level.ts'
import styles from './rows.module.css'
import { titleOf } from './title.ts'

export function ExchangeRows({ items }: { items: ShownExchange[] }): ReactNode {
  const nameOf = useStateNames()
  return (
    <ul className={styles.rows}>
      {items.map((item) => (
        <li key={item.id} data-doubt={!item.confirmed}>
          <DateMark edtf={item.occurredOn} />
          <div>
            <Link to="/exchanges/$id" params={{ id: item.id }} data-row>
              {titleOf(item, nameOf)}
            </Link>
            <p>
              {item.kind} <LevelMark level={guestLevel(item)} /> <StatusMark status={item.status} />{' '}
              <DoubtMark confirmed={item.confirmed} review={item.review} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
