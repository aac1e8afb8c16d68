// Says, in the place of acts that one may not do, who may.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import styles from './session.module.css'
import { askSession, may, type Role } from './session.ts'

interface Props {
  least: Role
  /** What takes that role: "Deciding". */
  what: string
}

export function Needs({ least, what }: Props): ReactNode {
  const { data } = useQuery(askSession)
  if (!data || may(data.role, least)) return null
  return (
    <p className={styles.needs}>
      {what} takes the role of {least}; you are {data.role}. Ask an administrator.
    </p>
  )
}
