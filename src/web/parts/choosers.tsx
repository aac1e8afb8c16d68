// Combo boxes filled from the record: one state, several states, a person, a grouping.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { askOrganizations, askPeople, askPerson, askStates } from '../record.ts'
import styles from './combo.module.css'
import { Combo, type Option } from './combo.tsx'
import { useStateNames } from './links.tsx'

interface Props {
  label: string
  value: string | undefined
  onChange(value: string | undefined): void
  quiet?: boolean
  placeholder?: string
}

export function useStateOptions(): Option[] {
  const nameOf = useStateNames()
  const { data } = useQuery(askStates)
  return (data ?? [])
    .map((state) => ({
      id: state.id,
      name: nameOf(state.id),
      also: [state.id, state.name, ...state.names, ...(state.demonyms ?? [])].join(' '),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

export function StateBox({ value, onChange, placeholder = 'a state', ...rest }: Props): ReactNode {
  return (
    <Combo
      {...rest}
      placeholder={placeholder}
      options={useStateOptions()}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  )
}

/** People are searched for in the record as their name is typed: there may be more than a list can hold. */
export function PersonBox({ value, onChange, placeholder = 'a person', ...rest }: Props): ReactNode {
  const [typed, type] = useState('')
  const wanted = useDeferredValue(typed.trim())
  const chosen = useQuery({ ...askPerson(value ?? ''), enabled: !!value })
  const found = useInfiniteQuery(askPeople({ query: wanted }))
  const people = [...(chosen.data ? [chosen.data] : []), ...(found.data?.pages[0]?.items ?? [])]
  const options = new Map(
    people.map((one) => [
      one.id,
      { id: one.id, name: one.name, also: [one.nativeName, ...one.aliases].join(' ') },
    ]),
  )
  return (
    <Combo
      {...rest}
      placeholder={placeholder}
      options={[...options.values()]}
      onType={type}
      waiting={!!value && !chosen.data}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  )
}

export function GroupingBox({ value, onChange, placeholder = 'a grouping', ...rest }: Props): ReactNode {
  const { data } = useQuery(askOrganizations)
  const options = (data ?? []).map((one) => ({
    id: one.id,
    name: one.name,
    also: [one.id, ...one.names].join(' '),
  }))
  return (
    <Combo
      {...rest}
      placeholder={placeholder}
      options={options}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
    />
  )
}

interface ManyProps {
  label: string
  value: string[]
  onChange(value: string[]): void
}

/** Several states as tags with a box to add one more. */
export function StatesBox({ label, value, onChange }: ManyProps): ReactNode {
  const nameOf = useStateNames()
  const options = useStateOptions().filter((option) => !value.includes(option.id))
  return (
    <div className={styles.states}>
      <Combo
        key={value.join()}
        label={label}
        placeholder={value.length ? 'add a state' : 'any state'}
        options={options}
        value={null}
        onChange={(id) => id && onChange([...value, id])}
      />
      {value.length > 0 && (
        <ul className={styles.tags} aria-label={`${label}: chosen`}>
          {value.map((id) => (
            <li key={id} className={styles.tag}>
              {nameOf(id)}
              <button
                type="button"
                aria-label={`Remove ${nameOf(id)}`}
                onClick={() => onChange(value.filter((one) => one !== id))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
