// The head of a page: its title, a line that says what it is for, and what can be done with it. Sets the window's title.
import { type ReactNode, useEffect } from 'react'
import styles from './head.module.css'

interface Props {
  title: string
  lead?: ReactNode
  children?: ReactNode
}

export function Head({ title, lead, children }: Props): ReactNode {
  useEffect(() => {
    document.title = `${title} · Chancery`
  }, [title])
  return (
    <div className={styles.head}>
      <div>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children && (
        <div className={styles.acts} data-screen-only>
          {children}
        </div>
      )}
    </div>
  )
}
