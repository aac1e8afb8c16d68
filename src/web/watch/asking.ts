// Watches, as the record keeps them: listed, kept, changed, ended; what they wait for; what they told.
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewWatchInput, ShownFiring, ShownWatch } from '../../http/watches.ts'
import { get, post, put, remove } from '../api.ts'

export type { ShownWatch }
export type ListedFiring = ShownFiring & { watch: string; question: string }

/** What a watch can wait for. */
export interface ShownCondition {
  name: string
  title: string
  questions: string[]
  days: { means: string; required: boolean } | null
}

export const askWatches = queryOptions({
  queryKey: ['watches'],
  queryFn: () => get<ShownWatch[]>('watches'),
})

export const askConditions = queryOptions({
  queryKey: ['conditions'],
  queryFn: () => get<ShownCondition[]>('watches/conditions'),
  staleTime: Number.POSITIVE_INFINITY,
})

const pageLength = 50

/** Firings of one watch, or with null of all, newest first. */
export const askFirings = (watch: string | null) =>
  infiniteQueryOptions({
    queryKey: ['watches', 'firings', watch],
    queryFn: ({ pageParam }) =>
      get<ListedFiring[]>(watch ? `${at(watch)}/firings` : 'firings', {
        before: pageParam,
        limit: pageLength,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.length < pageLength ? null : last.at(-1)!.at),
  })

const at = (id: string): string => `watches/${encodeURIComponent(id)}`

/** An act on watches, after which they are asked anew. */
export function useWatchAct<Given, Outcome>(act: (given: Given) => Promise<Outcome>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: ['watches'] }),
  })
}

/** `secret`: what the webhook's calls are signed with, told only here. `now`: the answer as it stands. */
export const addWatch = (given: NewWatchInput) =>
  post<ShownWatch & { secret: string | null; now: string }>('watches', given)
export const renameWatch = ({ id, name }: { id: string; name: string }) => put<ShownWatch>(at(id), { name })
export const endWatch = (id: string) => remove(at(id))
export const lookNow = (id?: string) =>
  post<{ watch: ShownWatch; fault: string | null; firings: ShownFiring[] }[]>('watches/run', id ? { id } : {})
