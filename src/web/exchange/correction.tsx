// Corrects what was read: date, place, kind or status, with a reason. The old values stay in the record, superseded.
import { type ReactNode, useState } from 'react'
import { Action } from '../parts/action.tsx'
import { Choice } from '../parts/choice.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Sheet } from '../parts/sheet.tsx'
import type { ShownExchange } from '../record.ts'
import { kinds, statuses, statusWords } from '../words.ts'
import type { useReview } from './review.ts'
import styles from './reviewing.module.css'

interface Props {
  exchange: ShownExchange
  close(): void
  /** Sends it; what was typed stays until it is kept. */
  review: ReturnType<typeof useReview>
}

export function Correction({ exchange, close, review }: Props): ReactNode {
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
          const decision = { decision: 'corrected', values: changed, reason } as const
          if (!review.isPending) review.mutate({ id: exchange.id, decision }, { onSuccess: close })
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
        {review.error && <Failure error={review.error} />}
        <Action
          type="submit"
          look="main"
          isDisabled={!Object.keys(changed).length || !reason || review.isPending}
        >
          Correct
        </Action>
      </form>
    </Sheet>
  )
}
