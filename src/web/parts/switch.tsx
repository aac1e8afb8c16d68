// One of a few views: radio buttons that look like one control.
import { type ReactNode, useId } from 'react'
import styles from './switch.module.css'

interface Props {
  label: string
  options: string[]
  value: string
  onChange(value: string): void
}

export function Switch({ label, options, value, onChange }: Props): ReactNode {
  const name = useId()
  return (
    <fieldset className={styles.switch} data-screen-only>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />{' '}
          {option}
        </label>
      ))}
    </fieldset>
  )
}
