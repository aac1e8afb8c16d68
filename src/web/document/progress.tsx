// How far the filing of many files has come, what came of each, and the way to stop it or go on.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { Action } from '../parts/action.tsx'
import { counted } from '../words.ts'
import { type Batch, forget, goOn, type Outcome, stopFiling, takeUp, useBatch } from './batch.ts'
import styles from './progress.module.css'

/** Has what hangs on documents asked anew. */
export function useRefresh(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'reading' })
}

export function FilingProgress(): ReactNode {
  const batch = useBatch()
  const refresh = useRefresh()
  useEffect(() => void takeUp(), [])
  const { waiting, done, now, state } = batch
  const all = waiting.length + done.length
  if (!all) return null
  return (
    <section className={styles.batch} aria-label="Filing">
      <div className={styles.head}>
        <progress value={done.length} max={all} aria-label="Files filed" />
        <p role="status">{statusOf(batch)}</p>
        {state === 'running' && <Action onPress={stopFiling}>Stop</Action>}
        {state === 'stopped' && <Action onPress={() => void goOn(refresh)}>Go on</Action>}
        {state !== 'running' && (
          <Action onPress={() => void forget()}>
            {waiting.length ? `Leave out the other ${waiting.length}` : 'Close'}
          </Action>
        )}
      </div>
      {now && <p className={styles.now}>{now}</p>}
      <ol className={styles.done}>
        {done.toReversed().map((one, i) => (
          <li key={done.length - i}>
            <Done outcome={one} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function statusOf({ waiting, done, state }: Batch): string {
  const failed = done.filter((one) => one.error).length
  const count = `${done.length} of ${counted(waiting.length + done.length, 'file')}`
  const words = { running: 'Filing', stopped: 'Stopped', idle: 'Done' }[state]
  return `${words}: ${count}${failed ? `, ${failed} failed` : ''}.`
}

function Done({ outcome }: { outcome: Outcome }): ReactNode {
  const { name, id, created, exchanges = 0, error } = outcome
  if (!id)
    return (
      <>
        ✕ {name}: {error}
      </>
    )
  return (
    <>
      ✓{' '}
      <Link to="/documents/$id" params={{ id }}>
        {name}
      </Link>
      : {created ? counted(exchanges, 'exchange') : 'held already'}
    </>
  )
}
