// Queue: what the reader proposes and nobody has looked at yet; accepted, corrected or rejected with one key each, and taken back with one.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Correction } from '../exchange/correction.tsx'
import { Doubles } from '../exchange/doubles.tsx'
import { askWaiting, type Decision, useReview, useUndo } from '../exchange/review.ts'
import { ReviewItem } from '../exchange/reviewing.tsx'
import { usePageKeys } from '../frame/keys.ts'
import { Action } from '../parts/action.tsx'
import { StatesBox } from '../parts/choosers.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { askManyExchanges, type ShownExchange } from '../record.ts'
import { listOf } from '../search.ts'
import { Needs } from '../session/needs.tsx'
import { useMay } from '../session/session.ts'
import { counted } from '../words.ts'
import styles from './lists.module.css'

const route = getRouteApi('/queue')

export function QueuePage(): ReactNode {
  const { states } = route.useSearch()
  const navigate = useNavigate()
  const queue = useQuery(askManyExchanges({ review: 'proposed', states, sort: 'level' }, 200))
  return (
    <>
      <Head
        title="Queue"
        lead="What was read with doubt and not yet looked at; what bears on most answers first. Proposed rows are marked as such wherever they show."
      />
      <div className={styles.filters}>
        <StatesBox
          label="Between all of"
          value={listOf(states)}
          onChange={(list) =>
            void navigate({
              to: '/queue',
              search: list.length ? { states: list.join(',') } : {},
              replace: true,
            })
          }
        />
      </div>
      <Needs least="editor" what="Deciding" />
      <Loaded query={queue} what="the queue">
        {({ items, total }) => <Rows items={items} total={total ?? items.length} />}
      </Loaded>
      <Doubles />
    </>
  )
}

interface Done {
  word: Decision['decision']
  changes: string[]
}

function Rows({ items: unordered, total }: { items: ShownExchange[]; total: number }): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const waiting = useQuery(askWaiting)
  const items = inOrder(unordered, waiting.data?.map((one) => one.exchange) ?? [])
  const [correcting, correct] = useState<ShownExchange | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const now = items.find((item) => item.id === search.item) ?? items[0]
  const pick = (id: string | undefined): void =>
    void navigate({
      to: '/queue',
      search: { ...search, item: id } as typeof search,
      replace: true,
      resetScroll: false,
    })
  const review = useReview((changes, word) => {
    setDone({ changes, word })
    pick(now && items[items.indexOf(now) + 1]?.id)
  })
  const undo = useUndo(() => setDone(null))
  const may = useMay('editor')
  const decide = (decision: 'accepted' | 'rejected'): (() => void) | undefined =>
    may && now && !review.isPending ? () => review.mutate({ id: now.id, decision: { decision } }) : undefined
  const takeBack = done?.changes.length ? () => undo.mutate(done.changes) : undefined
  const correctNow = may && now ? () => correct(now) : undefined
  usePageKeys({ a: decide('accepted'), x: decide('rejected'), e: correctNow, u: takeBack })
  return (
    <>
      <p className={styles.count} role="status">
        {counted(total, 'exchange')} to look at.{' '}
        {done && (
          <>
            The last was {done.word}.{' '}
            {takeBack && (
              <Action onPress={takeBack} hint="u">
                Take that back
              </Action>
            )}
          </>
        )}
      </p>
      {review.error && <Failure error={review.error} />}
      {undo.error && <Failure error={undo.error} />}
      {!items.length && (
        <Empty title="The queue is empty">
          File a document: what is read in it with doubt waits here for you.
        </Empty>
      )}
      <ul className={styles.queue}>
        {items.map((item) => (
          <ReviewItem
            key={item.id}
            item={item}
            waiting={waiting.data?.find((one) => one.exchange === item.id)}
            now={item === now}
            onFocus={() => pick(item.id)}
            onAccept={decide('accepted')}
            onReject={decide('rejected')}
            onCorrect={correctNow}
          />
        ))}
      </ul>
      {correcting && <Correction exchange={correcting} close={() => correct(null)} review={review} />}
    </>
  )
}

/** Those named in `order` first, in that order. */
function inOrder(items: ShownExchange[], order: string[]): ShownExchange[] {
  const place = new Map(order.map((id, i) => [id, i]))
  return items.toSorted((a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length))
}
