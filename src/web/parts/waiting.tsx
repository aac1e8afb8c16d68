// Says what is being waited for.
import type { ReactNode } from 'react'
import styles from './note.module.css'

interface Props {
  what: string
  stop?: () => void
  /** Height held free for what comes, px, so that nothing beneath it jumps. */
  room?: number | undefined
}

export function Waiting({ what, stop, room }: Props): ReactNode {
  return (
    <div role="status" className={styles.waiting} style={room ? { minHeight: room } : {}}>
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
