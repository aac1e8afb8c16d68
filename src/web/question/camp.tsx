// States of a camp: several states, or a grouping whose members are meant.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useStateOptions } from '../parts/choosers.tsx'
import styles from '../parts/combo.module.css'
import { Combo } from '../parts/combo.tsx'
import { askOrganizations } from '../record.ts'
import { listOf } from '../search.ts'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  quiet: boolean
}

export function CampBox({ label, value, onChange, quiet }: Props): ReactNode {
  const chosen = listOf(value).map((one) => one.trim())
  const { data } = useQuery(askOrganizations)
  const groupings = (data ?? []).map((one) => ({
    id: one.id,
    name: one.name,
    also: [one.id, ...one.names].join(' '),
  }))
  const all = [...useStateOptions(), ...groupings]
  const nameOf = (id: string): string => all.find((option) => option.id === id)?.name ?? id
  const add = (id: string | null): void => {
    if (!id) return
    // A grouping stands for its members: it stands alone.
    onChange(
      groupings.some((one) => one.id === id)
        ? id
        : [...chosen.filter((one) => !groupings.some((g) => g.id === one)), id].join(','),
    )
  }
  return (
    <div className={styles.states}>
      {chosen.length > 0 && (
        <ul className={styles.tags} aria-label={`${label}: chosen`}>
          {chosen.map((id) => (
            <li key={id} className={styles.tag}>
              {nameOf(id)}
              <button
                type="button"
                aria-label={`Remove ${nameOf(id)}`}
                onClick={() => onChange(chosen.filter((one) => one !== id).join(','))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <Combo
        key={value}
        label={label}
        quiet={quiet}
        placeholder={chosen.length ? 'and …' : 'states or a grouping'}
        options={all.filter((option) => !chosen.includes(option.id))}
        value={null}
        onChange={add}
      />
    </div>
  )
}
