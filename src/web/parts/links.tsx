// Links to things of the record by their names: a state, a person, an exchange.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { askStates } from '../record.ts'
import { NameMark } from './marks.tsx'

/** Short name by alpha-3 code; the code itself while names are not here. */
export function useStateNames(): (id: string | null | undefined) => string {
  const { data } = useQuery(askStates)
  const names = new Map((data ?? []).map((state) => [state.id, shortName(state.id, state.name)]))
  return (id) => (id ? (names.get(id) ?? id) : '')
}

let regions: Intl.DisplayNames | undefined
/** English short names as Unicode has them where the pack's own is a long official one. */
function shortName(id: string, name: string): string {
  regions ??= new Intl.DisplayNames(['en'], { type: 'region' })
  const short: Record<string, string> = { PRK: 'KP', KOR: 'KR', LAO: 'LA', COD: 'CD', MKD: 'MK' }
  const code = short[id]
  return code ? (regions.of(code) ?? name) : name
}

export function StateLink({ id }: { id: string | null | undefined }): ReactNode {
  const nameOf = useStateNames()
  if (!id) return null
  return (
    <Link to="/states/$id" params={{ id }}>
      {nameOf(id)}
    </Link>
  )
}

interface PersonProps {
  id: string | null
  name: string | null
  nativeName?: string | null | undefined
}

export function PersonLink({ id, name, nativeName }: PersonProps): ReactNode {
  const shown = <NameMark name={name} nativeName={nativeName} />
  return id ? (
    <Link to="/people/$id" params={{ id }}>
      {shown}
    </Link>
  ) : (
    shown
  )
}
