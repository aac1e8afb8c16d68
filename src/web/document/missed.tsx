// What the reader missed: the words that say it, what they say, and why; filed as a person's claim.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { MissedExchange, MissedParticipant } from '../../record/adding.ts'
import { post } from '../api.ts'
import { Action } from '../parts/action.tsx'
import { Choice } from '../parts/choice.tsx'
import { PersonBox, StateBox, StatesBox } from '../parts/choosers.tsx'
import { Failure } from '../parts/failure.tsx'
import { Field } from '../parts/field.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { kinds, roleWords, statuses, statusWords } from '../words.ts'
import styles from './missed.module.css'
import { findWords } from './selected.ts'

interface Props {
  documentId: string
  text: string
  /** Words selected in the text when the form was opened. */
  words: string
  /** Where they were selected: the same words may stand in the text twice. */
  near: number
  close(): void
  onAdded(exchange: string, ledgerId: string): void
}

interface Filled {
  words: string
  kind: string
  status: string
  date: string
  place: string
  host: string | undefined
  states: string[]
  people: MissedParticipant[]
  reason: string
}

const nobody: MissedParticipant = { person: null, name: null, state: null, role: 'participant' }

export function MissedForm({ documentId, text, words, near, close, onAdded }: Props): ReactNode {
  const [filled, fill] = useState<Filled>({
    words,
    kind: 'meeting',
    status: 'occurred',
    date: '',
    place: '',
    host: undefined,
    states: [],
    people: [],
    reason: '',
  })
  const set = (part: Partial<Filled>): void => fill((now) => ({ ...now, ...part }))
  const span = findWords(text, filled.words, near)
  const client = useQueryClient()
  const adding = useMutation({
    mutationFn: (body: MissedExchange & { reason: string }) =>
      post<{ exchange: string; ledgerId: string }>(
        `documents/${encodeURIComponent(documentId)}/exchanges`,
        body,
      ),
    onSuccess: async ({ exchange, ledgerId }) => {
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'reading' })
      onAdded(exchange, ledgerId)
      close()
    },
  })
  const people = filled.people.filter((one) => one.person || one.name)
  const ready = span && filled.reason.trim() && (filled.states.length > 0 || people.length > 0)
  return (
    <Sheet title="Add what was missed" close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !adding.isPending) adding.mutate(bodyOf(filled, people, span))
        }}
      >
        <Field
          label="Words of the text that say it"
          rows={3}
          value={filled.words}
          onChange={(next) => set({ words: next })}
          help={
            filled.words.trim() && !span
              ? 'These words do not stand in the text: copy them exactly.'
              : 'Select them in the text first, or copy them here.'
          }
        />
        <div className={styles.row}>
          <Choice
            label="Kind"
            value={filled.kind}
            onChange={(kind) => set({ kind })}
            options={kinds.map((one) => [one, one] as const)}
          />
          <Choice
            label="Status"
            value={filled.status}
            onChange={(status) => set({ status })}
            options={statuses.map((one) => [one, statusWords[one][1]] as const)}
          />
          <Field
            label="Date"
            value={filled.date}
            onChange={(date) => set({ date })}
            placeholder="2024-04-08"
            help="A day, month or year; 2024-04-08/2024-04-09 for several days."
          />
        </div>
        <div className={styles.row}>
          <StatesBox label="States" value={filled.states} onChange={(states) => set({ states })} />
          <StateBox label="Host" placeholder="none" value={filled.host} onChange={(host) => set({ host })} />
          <Field label="Place" value={filled.place} onChange={(place) => set({ place })} />
        </div>
        <People people={filled.people} onChange={(next) => set({ people: next })} />
        <Field
          label="Reason"
          value={filled.reason}
          onChange={(reason) => set({ reason })}
          help="Kept with what you add: why the words say this."
        />
        {adding.error && <Failure error={adding.error} />}
        <Action type="submit" look="main" isDisabled={!ready || adding.isPending}>
          {adding.isPending ? 'Adding …' : 'Add it'}
        </Action>
      </form>
    </Sheet>
  )
}

const bodyOf = (
  { kind, status, date, place, host, states, reason }: Filled,
  participants: MissedParticipant[],
  span: { start: number; end: number },
): MissedExchange & { reason: string } => ({
  ...span,
  kind: kind as MissedExchange['kind'],
  status: status as MissedExchange['status'],
  date: date.trim() || null,
  place: place.trim() || null,
  host: host ?? null,
  states,
  participants,
  reason: reason.trim(),
})

interface PeopleProps {
  people: MissedParticipant[]
  onChange(people: MissedParticipant[]): void
}

/** Who took part: somebody the record knows, or a name as the text writes it. */
function People({ people, onChange }: PeopleProps): ReactNode {
  const change = (i: number, part: Partial<MissedParticipant>): void =>
    onChange(people.map((one, at) => (at === i ? { ...one, ...part } : one)))
  return (
    <fieldset className={styles.people}>
      <legend>Who took part</legend>
      {people.map((one, i) => (
        <div key={i} className={styles.row}>
          <PersonBox
            label={`Person ${i + 1}`}
            value={one.person ?? undefined}
            onChange={(person) => change(i, { person: person ?? null })}
          />
          <Field
            label="or the name as written"
            value={one.name ?? ''}
            onChange={(name) => change(i, { name: name || null })}
          />
          <Choice
            label="as"
            value={one.role}
            onChange={(role) => change(i, { role: role as MissedParticipant['role'] })}
            options={Object.entries(roleWords)}
          />
        </div>
      ))}
      <Action onPress={() => onChange([...people, nobody])}>One more person</Action>
    </fieldset>
  )
}
