// Who is signed in here, and what they may do. On one's own machine nobody has to sign in, and everything is allowed.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { get } from '../api.ts'

const roles = ['reader', 'analyst', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

export interface Session {
  name: string
  role: Role
  /** 'local': this machine's own user; 'proxy': somebody before us signs people in and out. */
  how: 'local' | 'session' | 'token' | 'proxy'
}

export const askSession = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => get<Session>('session', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Whether who is here may do what takes at least `role`; false until that is known. */
export function useMay(role: Role): boolean {
  const { data } = useQuery(askSession)
  return data !== undefined && may(data.role, role)
}

// => may('editor', 'analyst') === true
export const may = (has: Role, needs: Role): boolean => roles.indexOf(has) >= roles.indexOf(needs)
