// Files a text, or the document at an address; filing twice is filing once.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { post } from '../api.ts'

export interface Filed {
  id: string
  /** false: this very document was filed before. */
  created: boolean
  exchanges: { id: string; outcome: 'new' | 'merged' }[]
}

/** Files and then opens the document, or with `check` its verdicts. `after` runs between the two. */
export function useFiling(after: () => void, { layer, check }: { layer?: string; check?: boolean } = {}) {
  const navigate = useNavigate()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Record<string, string>) => post<Filed>('documents', body),
    onSuccess: async (filed) => {
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'reading' })
      after()
      await (check
        ? navigate({ to: '/check', search: { document: filed.id } })
        : navigate({ to: '/documents/$id', params: { id: filed.id }, search: layer ? { layer } : {} }))
    },
  })
}
