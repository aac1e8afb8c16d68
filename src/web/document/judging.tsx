// Accept, correct, reject what was read, beside the text: the picked item's exchange, by one key each, and taken back by one.
import { type ReactNode, useState } from 'react'
import { Correction } from '../exchange/correction.tsx'
import { type Decision, useReview, useUndo } from '../exchange/review.ts'
import { usePageKeys } from '../frame/keys.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import type { ShownExchange } from '../record.ts'
import { useMay } from '../session/session.ts'
import styles from './judging.module.css'

interface Props {
  /** The record's exchange that the picked reading was filed as; undefined: none is picked. */
  exchange: ShownExchange | undefined
  /** Picks the next reading once this one is decided. */
  onDecided(): void
}

export interface Judging {
  /** What was decided last, and how to take it back. */
  line: ReactNode
  /** The acts for the picked exchange. */
  acts: ReactNode
}

export function useJudging({ exchange: picked, onDecided }: Props): Judging {
  const exchange = useMay('editor') ? picked : undefined
  const [correcting, correct] = useState(false)
  const [done, setDone] = useState<{ word: Decision['decision']; changes: string[] } | null>(null)
  const review = useReview((changes, word) => {
    setDone({ word, changes })
    onDecided()
  })
  const undo = useUndo(() => setDone(null))
  const decide = (decision: 'accepted' | 'rejected'): (() => void) | undefined =>
    exchange && !review.isPending
      ? () => review.mutate({ id: exchange.id, decision: { decision } })
      : undefined
  const open = exchange && (() => correct(true))
  const takeBack = done?.changes.length ? () => undo.mutate(done.changes) : undefined
  usePageKeys({ a: decide('accepted'), x: decide('rejected'), e: open, u: takeBack })
  const error = review.error ?? undo.error
  const line = (
    <div role="status" className={styles.line}>
      {done && (
        <>
          The last was {done.word}.{' '}
          {takeBack && (
            <Action hint="u" onPress={takeBack}>
              Take that back
            </Action>
          )}
        </>
      )}
      {error && <Failure error={error} />}
    </div>
  )
  const acts = exchange && (
    <div className={styles.acts} data-screen-only>
      <Action hint="a" isDisabled={exchange.review === 'accepted'} onPress={() => decide('accepted')?.()}>
        {exchange.review === 'accepted' ? 'Accepted' : 'Accept'}
      </Action>
      <Action hint="e" onPress={() => open?.()}>
        Correct
      </Action>
      <Action hint="x" onPress={() => decide('rejected')?.()}>
        Reject
      </Action>
      {correcting && <Correction exchange={exchange} close={() => correct(false)} review={review} />}
    </div>
  )
  return { line, acts }
}
