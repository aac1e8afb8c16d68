// Watched sources, as the record keeps them: listed, added, changed, removed, run.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ListedSource, SourceRun } from '../../http/sources.ts'
import { get, post, put, remove } from '../api.ts'
import { counted } from '../words.ts'

export type { ListedSource, SourceRun }

export const askSources = queryOptions({
  queryKey: ['sources'],
  queryFn: () => get<ListedSource[]>('sources'),
})

/** An act on the sources, after which the list and what hangs on documents are asked anew. */
export function useSourceAct<Given, Outcome>(act: (given: Given) => Promise<Outcome>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'reading' }),
  })
}

export const addSource = (given: { url: string; name?: string; everyMinutes?: number }) =>
  post<ListedSource>('sources', { ...given, actor: 'workbench' })

const at = (id: string): string => `sources/${encodeURIComponent(id)}`
export const changeSource = ({
  id,
  ...given
}: {
  id: string
  name?: string | null
  everyMinutes?: number
  paused?: boolean
}) => put<ListedSource>(at(id), given)
export const removeSource = (id: string) => remove(at(id))
export const runSource = (id: string) => post<SourceRun>(`${at(id)}/run`, {})

/** "Every hour", "every 90 minutes", "every 2 days". */
// => paceWords(1440) === 'every day'
export function paceWords(minutes: number): string {
  for (const [size, unit] of [
    [1440, 'day'],
    [60, 'hour'],
  ] as const)
    if (minutes % size === 0) return minutes === size ? `every ${unit}` : `every ${minutes / size} ${unit}s`
  return `every ${counted(minutes, 'minute')}`
}

/** What a run brought: "3 filed, 40 unchanged, 1 failed". */
export function runWords({ filed, unchanged, failed, error }: SourceRun): string {
  const counts = `${filed} filed, ${unchanged} unchanged${failed ? `, ${failed} failed` : ''}`
  return error ? `${error} (${counts})` : counts
}
