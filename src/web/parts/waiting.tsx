// Says what is being waited for.
import type { ReactNode } from 'react'
import styles from './note.module.css'

export function Waiting({ what, stop }: { what: string; stop?: () => void }): ReactNode {
  return (
    <div role="status" className={styles.waiting}>
      <span className={styles.bar} aria-hidden="true" />
      <span>Getting {what} …</span>
      {stop && (
        <button type="button" onClick={stop}>
          Stop
        </button>
      )}
    </div>
  )
}
