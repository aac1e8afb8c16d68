// Shows what a query brought, or that it is under way, or why it failed.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure } from './failure.tsx'
import { Waiting } from './waiting.tsx'

interface Props<Data> {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPending' | 'fetchStatus' | 'refetch'>
  what: string
  /** Nothing else is on the page: a failure then is its heading. */
  page?: boolean
  /** Height held free for what comes, px. */
  room?: number
  children: (data: Data) => ReactNode
}

export function Loaded<Data>({ query, what, page, room, children }: Props<Data>): ReactNode {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <Failure page={page} error={query.error} again={() => void query.refetch()} />
  return query.fetchStatus === 'idle' ? null : <Waiting what={what} room={room} />
}
