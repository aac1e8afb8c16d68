// Asks for the day of publication where a reading lacks it: without it "on Monday" and "in the past five years" have no date.
import { type ReactNode, useState } from 'react'
import type { Reading } from '../../reading/reading.ts'
import { Action } from '../parts/action.tsx'
import { Field } from '../parts/field.tsx'
import { counted } from '../words.ts'
import styles from './form.module.css'

interface Props {
  reading: Reading
  onDay(day: string): void
}

export function DayMissing({ reading, onDay }: Props): ReactNode {
  const [day, setDay] = useState('')
  if (reading.document.publishedOn) return null
  const undated = reading.exchanges.filter((exchange) => !exchange.date).length
  if (!undated && !reading.claims.length) return null
  return (
    <form
      className={styles.missing}
      aria-label="Day of publication"
      onSubmit={(event) => {
        event.preventDefault()
        if (day) onDay(day)
      }}
    >
      <p>
        <b>The text does not say when it was published.</b> “On April 8”, “last week” and “in the past five
        years” are counted from that day
        {undated > 0 && `: ${counted(undated, 'exchange')} here ${undated === 1 ? 'has' : 'have'} no date`}.
      </p>
      <Field label="Published on" type="date" value={day} onChange={setDay} />
      <Action type="submit" look="main" isDisabled={!day}>
        Read with this day
      </Action>
    </form>
  )
}
