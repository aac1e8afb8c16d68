// Who is signed in, and the way out. On one's own machine there is nothing to show.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { postForm } from '../api.ts'
import { emptyDraft, keepDraft } from '../document/kept.ts'
import { dropFiles } from '../document/pending.ts'
import styles from './session.module.css'
import { askSession, type Role } from './session.ts'

/** What each role may do, as said to its bearer. */
const allowed: Record<Role, string> = {
  reader: 'may read and ask',
  analyst: 'may read, file documents and keep watches',
  editor: 'may read, file and decide what the record says',
  admin: 'may do everything',
}

export function Badge(): ReactNode {
  const { data } = useQuery(askSession)
  if (!data || data.how === 'local') return null
  return (
    <div className={styles.badge}>
      <span title={`${data.role}: ${allowed[data.role]}`}>
        <b>{data.name}</b> <i>{data.role}</i>
      </span>
      {data.how === 'session' && (
        <button type="button" onClick={() => void leave()}>
          Sign out
        </button>
      )}
    </div>
  )
}

/** The next person at this browser finds nothing of the last one's. */
async function leave(): Promise<void> {
  keepDraft(emptyDraft)
  await dropFiles().catch(() => {})
  await postForm('/logout', {}).catch(() => {})
  location.assign('/login')
}
