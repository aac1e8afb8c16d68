// A titled section of a page.
import type { ReactNode } from 'react'
import styles from '../pages/lists.module.css'

export function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
