// What a person decides about what was read, sent to the record; each decision is a line of the ledger that can be taken back.
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { get, post } from '../api.ts'

export interface Decision {
  decision: 'accepted' | 'rejected' | 'corrected'
  reason?: string
  /** Property → value, for a correction; null: there is none. */
  values?: Record<string, unknown>
}

interface Reviewed {
  /** Lines of the ledger. */
  changes: string[]
}

/** What waits, what decides most answers first. */
export interface Waiting {
  exchange: string
  confidence: number
  /** How many answers it bears on. */
  decides: number
}

export const askWaiting = queryOptions({
  queryKey: ['exchanges', 'waiting'],
  queryFn: () => get<Waiting[]>('review', { limit: 200 }),
})

/** A doubtful merge: is `subject` the same as `object`? */
export interface Judgement {
  id: string
  kind: string
  subject: string
  object: string | null
  reason: string
}

export const askJudgements = queryOptions({
  queryKey: ['exchanges', 'judgements'],
  queryFn: () => get<Judgement[]>('judgements', { state: 'proposed', limit: 50 }),
})

/** Sends decisions and takes them back; what hangs on exchanges is asked anew. `done` gets the ledger's lines. */
export function useReview(done: (changes: string[], decision: Decision['decision']) => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: Decision }) =>
      post<Reviewed>(`exchanges/${encodeURIComponent(id)}/review`, decision),
    onSuccess: async ({ changes }, { id, decision: { decision } }) => {
      done(changes, decision)
      // What is rejected is not there to be asked for any more.
      const gone = ({ queryKey: [what, which] }: { queryKey: readonly unknown[] }): boolean =>
        decision === 'rejected' && what === 'exchange' && which === id
      await client.invalidateQueries({ predicate: (query) => !gone(query) })
    },
  })
}

export function useUndo(done: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (changes: string[]) => {
      for (const change of changes.toReversed()) await post(`ledger/${encodeURIComponent(change)}/undo`, {})
    },
    onSuccess: async () => {
      done()
      await client.invalidateQueries()
    },
  })
}

export function useJudging() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: 'accept' | 'dismiss' }) =>
      post(`judgements/${encodeURIComponent(id)}`, { decision }),
    onSuccess: () => client.invalidateQueries(),
  })
}
