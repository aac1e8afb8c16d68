// A labelled choice from a short list.
import type { ReactNode } from 'react'
import { useId } from 'react'
import styles from './field.module.css'

interface Props {
  label: string
  value: string
  onChange(value: string): void
  options: readonly (readonly [value: string, label: string])[]
  quiet?: boolean
}

export function Choice({ label, value, onChange, options, quiet }: Props): ReactNode {
  const id = useId()
  return (
    <div className={styles.field}>
      {!quiet && (
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
      )}
      <select
        id={id}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-label={quiet ? label : undefined}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
