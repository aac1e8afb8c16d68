// An empty place, and what would fill it.
import type { ReactNode } from 'react'
import styles from './note.module.css'

export function Empty({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      <div>{children}</div>
    </div>
  )
}
