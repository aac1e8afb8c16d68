// Queue: what the reader proposes and nobody has looked at yet; accepted, corrected or rejected with one key each.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Correction } from '../exchange/correction.tsx'
import { type Decision, sendReview } from '../exchange/review.ts'
import { ReviewItem } from '../exchange/reviewing.tsx'
import { usePageKeys } from '../frame/keys.ts'
import { StatesBox } from '../parts/choosers.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { askManyExchanges, askPaths, type ShownExchange } from '../record.ts'
import { listOf } from '../search.ts'
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
        lead="What was read and not yet looked at, the highest level first. Proposed rows are marked as such wherever they show."
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
      <Loaded query={queue} what="the queue">
        {({ items, total }) =>
          items.length ? (
            <Rows items={items} total={total ?? items.length} />
          ) : (
            <Empty title="The queue is empty">
              File a document: what is read in it with doubt waits here for you.
            </Empty>
          )
        }
      </Loaded>
    </>
  )
}

function Rows({ items, total }: { items: ShownExchange[]; total: number }): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [correcting, correct] = useState<ShownExchange | null>(null)
  const paths = useQuery(askPaths)
  const can = paths.data?.includes('/api/exchanges/{id}/review') ?? false
  const now = items.find((item) => item.id === search.item) ?? items[0]!
  const pick = (id: string | undefined): void =>
    void navigate({
      to: '/queue',
      search: { ...search, ...(id ? { item: id } : {}) },
      replace: true,
      resetScroll: false,
    })
  const review = useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: Decision }) => sendReview(id, decision),
    onSuccess: async () => {
      pick(items[items.indexOf(now) + 1]?.id)
      await client.invalidateQueries({ queryKey: ['exchanges'] })
    },
  })
  const decide = (decision: 'accepted' | 'rejected'): (() => void) | undefined =>
    can && !review.isPending ? () => review.mutate({ id: now.id, decision: { decision } }) : undefined
  usePageKeys({ a: decide('accepted'), x: decide('rejected'), e: can ? () => correct(now) : undefined })
  return (
    <>
      <p className={styles.count} role="status">
        {counted(total, 'exchange')} to look at
      </p>
      {review.error && <Failure error={review.error} />}
      {!can && paths.data && (
        <Empty title="Review from a terminal">
          This program takes reviews by <code>chancery review</code>; here you can look.
        </Empty>
      )}
      <ul className={styles.queue}>
        {items.map((item) => (
          <ReviewItem
            key={item.id}
            item={item}
            now={item === now}
            onFocus={() => pick(item.id)}
            onAccept={decide('accepted')}
            onReject={decide('rejected')}
            onCorrect={can ? () => correct(item) : undefined}
          />
        ))}
      </ul>
      {correcting && (
        <Correction
          exchange={correcting}
          close={() => correct(null)}
          onSend={(decision) => review.mutate({ id: correcting.id, decision })}
        />
      )}
    </>
  )
}
