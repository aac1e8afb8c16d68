// How often a source is asked.
import type { ReactNode } from 'react'
import { Choice } from '../parts/choice.tsx'
import { paceWords } from './asking.ts'

const paces = [5, 15, 60, 180, 720, 1440, 10_080]

interface Props {
  label: string
  minutes: number
  onChange(minutes: number): void
  quiet?: boolean
}

/** A pace set from the terminal need be none of these: it is listed too. */
export function Pace({ label, minutes, onChange, quiet }: Props): ReactNode {
  const all = [...new Set([...paces, minutes])].sort((a, b) => a - b)
  return (
    <Choice
      label={label}
      {...(quiet ? { quiet } : {})}
      value={String(minutes)}
      onChange={(next) => onChange(Number(next))}
      options={all.map((one) => [String(one), paceWords(one)] as const)}
    />
  )
}
