// What watches told: what changed, on which rows, what the answer was before and is now.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { instantWords } from '../dates.ts'
import type { ListedFiring } from './asking.ts'
import styles from './watches.module.css'

interface Props {
  firings: ListedFiring[]
  /** Whether to name the watch of each. */
  named?: boolean
}

export function Firings({ firings, named = false }: Props): ReactNode {
  return (
    <ul className={styles.firings}>
      {firings.map((firing) => (
        <li key={firing.id}>
          {named && (
            <Link to="/watches" search={{ watch: firing.watchId }} data-row>
              {firing.watch}
            </Link>
          )}{' '}
          <span className={styles.soft}>{instantWords(firing.at)}</span>
          <p>
            <span aria-hidden="true">●</span> {firing.what}
          </p>
          {firing.rows.length > 0 && <Rows rows={firing.rows} />}
          {firing.before !== firing.after && <BeforeAndAfter {...firing} />}
          <Delivery {...firing} />
        </li>
      ))}
    </ul>
  )
}

/** A row’s label ends with its date. */
const Rows = ({ rows }: Pick<ListedFiring, 'rows'>): ReactNode => (
  <ul className={styles.rows}>
    {rows.map((row) => (
      <li key={`${row.type} ${row.id}`}>
        {row.type === 'exchange' ? (
          <Link to="/exchanges/$id" params={{ id: row.id }}>
            {row.label}
          </Link>
        ) : (
          row.label
        )}
      </li>
    ))}
  </ul>
)

function BeforeAndAfter({ before, after }: Pick<ListedFiring, 'before' | 'after'>): ReactNode {
  return (
    <details className={styles.change}>
      <summary>The answer before and now</summary>
      <p>
        <b>Before:</b> {before ?? 'none was seen'}
      </p>
      <p>
        <b>Now:</b> {after}
      </p>
    </details>
  )
}

function Delivery({ delivery, attempts, fault }: ListedFiring): ReactNode {
  if (delivery === 'none') return null
  const words = { waiting: '○ not sent yet', delivered: '✓ sent', 'given up': '✕ given up' }[delivery]
  return (
    <p className={styles.soft}>
      Webhook: {words}
      {fault && ` (tried ${attempts} times, ${fault})`}
    </p>
  )
}
