// The filters of the exchange list; each stands in the address.
import type { ReactNode } from 'react'
import { Action } from '../parts/action.tsx'
import { Choice } from '../parts/choice.tsx'
import { PersonBox, StateBox, StatesBox } from '../parts/choosers.tsx'
import { Field } from '../parts/field.tsx'
import { listOf } from '../search.ts'
import { kinds, levelWords, statuses, statusWords } from '../words.ts'
import styles from './filters.module.css'

export interface Filter {
  states?: string
  from?: string
  to?: string
  kind?: string
  level?: string
  status?: string
  person?: string
  since?: string
  until?: string
  confirmed?: string
  query?: string
  sort?: string
}

interface Props {
  filter: Filter
  onChange(filter: Filter): void
}

const kindOptions = [['', 'any kind'], ...kinds.map((kind) => [kind, kind])] as [string, string][]
const statusOptions = [['', 'any status'], ...statuses.map((status) => [status, statusWords[status][1]])] as [
  string,
  string,
][]
const levelOptions = [
  ['', 'any level'],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((level) => [
    String(level),
    `${level}: ${levelWords[level]}${level > 1 ? ', or higher' : ''}`,
  ]),
] as [string, string][]
const confirmedOptions = [
  ['', 'all'],
  ['true', 'confirmed only'],
  ['false', 'unconfirmed only'],
] as const

export function ExchangeFilters({ filter, onChange }: Props): ReactNode {
  const set = (part: { [Name in keyof Filter]?: string | undefined }): void =>
    onChange({ ...filter, ...part } as Filter)
  const any = Object.entries(filter).some(([name, value]) => value && name !== 'sort')
  return (
    <search className={styles.filters} aria-label="Filter exchanges">
      <StatesBox
        label="Between all of"
        value={listOf(filter.states)}
        onChange={(list) => set({ states: list.join(',') })}
      />
      <StateBox
        label="Visitor from"
        placeholder="any"
        value={filter.from}
        onChange={(from) => set({ from })}
      />
      <StateBox label="Visit to" placeholder="any" value={filter.to} onChange={(to) => set({ to })} />
      <PersonBox
        label="Person"
        placeholder="anyone"
        value={filter.person}
        onChange={(person) => set({ person })}
      />
      <Choice
        label="Kind"
        value={filter.kind ?? ''}
        onChange={(kind) => set({ kind })}
        options={kindOptions}
      />
      <Choice
        label="Level"
        value={filter.level ?? ''}
        onChange={(level) => set({ level })}
        options={levelOptions}
      />
      <Choice
        label="Status"
        value={filter.status ?? ''}
        onChange={(status) => set({ status })}
        options={statusOptions}
      />
      <Field label="Since" type="date" value={filter.since ?? ''} onChange={(since) => set({ since })} />
      <Field label="Until" type="date" value={filter.until ?? ''} onChange={(until) => set({ until })} />
      <Choice
        label="Confirmed"
        value={filter.confirmed ?? ''}
        onChange={(confirmed) => set({ confirmed })}
        options={confirmedOptions}
      />
      <Field
        label="Words"
        type="search"
        value={filter.query ?? ''}
        onChange={(query) => set({ query })}
        placeholder="place, occasion, note"
      />
      {any && (
        <div className={styles.clear}>
          <Action look="quiet" onPress={() => onChange({})}>
            Clear filters
          </Action>
        </div>
      )}
    </search>
  )
}
