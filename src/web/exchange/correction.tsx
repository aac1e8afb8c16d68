// Corrects what was read: date, place, kind or status, with a reason. The old values stay in the record, superseded.
import { type ReactNode, useState } from 'react'
import { Action } from '../parts/action.tsx'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { Sheet } from '../parts/sheet.tsx'
import type { ShownExchange } from '../record.ts'
import { kinds, statuses, statusWords } from '../words.ts'
import type { Decision } from './review.ts'
import styles from './reviewing.module.css'

interface Props {
  exchange: ShownExchange
  close(): void
  onSend(decision: Decision): void
}

export function Correction({ exchange, close, onSend }: Props): ReactNode {
  const before = {
    kind: exchange.kind as string,
    status: exchange.status as string,
    date: exchange.occurredOn ?? '',
    place: exchange.place ?? '',
  }
  const [now, set] = useState(before)
  const [reason, setReason] = useState('')
  const changed = Object.fromEntries(
    Object.entries(now)
      .filter(([name, value]) => value !== before[name as keyof typeof before])
      .map(([name, value]) => [name, value.trim() || null]),
  )
  return (
    <Sheet title="Correct" close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onSend({ decision: 'corrected', values: changed, reason })
          close()
        }}
      >
        <Choice
          label="Kind"
          value={now.kind}
          onChange={(kind) => set({ ...now, kind })}
          options={kinds.map((one) => [one, one] as const)}
        />
        <Choice
          label="Status"
          value={now.status}
          onChange={(status) => set({ ...now, status })}
          options={statuses.map((one) => [one, statusWords[one][1]] as const)}
        />
        <Field
          label="Date"
          value={now.date}
          onChange={(date) => set({ ...now, date })}
          help="EDTF: 2024-04-08, 2024-04-08/2024-04-09, 2024-04, 2024~"
        />
        <Field label="Place" value={now.place} onChange={(place) => set({ ...now, place })} />
        <Field label="Reason" value={reason} onChange={setReason} help="Kept with the judgement." />
        <Action type="submit" look="main" isDisabled={!Object.keys(changed).length || !reason}>
          Correct
        </Action>
      </form>
    </Sheet>
  )
}
