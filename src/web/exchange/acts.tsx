// Accept, correct, reject for one exchange, on its own page.
import { type ReactNode, useState } from 'react'
import { usePageKeys } from '../frame/keys.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import type { FullExchange } from '../record.ts'
import { useMay } from '../session/session.ts'
import { Correction } from './correction.tsx'
import { useReview, useUndo } from './review.ts'

interface Props {
  exchange: FullExchange
}

export const ReviewActs = (props: Props): ReactNode => useMay('editor') && <Acts {...props} />

function Acts({ exchange }: Props): ReactNode {
  const [correcting, correct] = useState(false)
  const [changes, setChanges] = useState<string[]>([])
  const review = useReview(setChanges)
  const undo = useUndo(() => setChanges([]))
  const decide = (decision: 'accepted' | 'rejected') => () =>
    review.mutate({ id: exchange.id, decision: { decision } })
  const proposed = exchange.review === 'proposed'
  const open = (): void => correct(true)
  const takeBack = changes.length ? () => undo.mutate(changes) : undefined
  usePageKeys({
    a: proposed ? decide('accepted') : undefined,
    x: proposed ? decide('rejected') : undefined,
    e: open,
    u: takeBack,
  })
  return (
    <>
      {proposed && (
        <Action hint="a" onPress={decide('accepted')}>
          Accept
        </Action>
      )}
      <Action hint="e" onPress={open}>
        Correct
      </Action>
      {proposed && (
        <Action hint="x" onPress={decide('rejected')}>
          Reject
        </Action>
      )}
      {takeBack && (
        <Action hint="u" onPress={takeBack}>
          Take that back
        </Action>
      )}
      {(review.error ?? undo.error) && <Failure error={review.error ?? undo.error} />}
      {correcting && <Correction exchange={exchange} close={() => correct(false)} review={review} />}
    </>
  )
}
