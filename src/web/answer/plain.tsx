// Single values of an answer in words: states by name, days as a reader says them, addresses as links.
import type { ReactNode } from 'react'
import type { AnswerRow } from '../../questions/answer.ts'
import { dateWords } from '../dates.ts'
import { useStateNames } from '../parts/links.tsx'
import { LevelMark } from '../parts/marks.tsx'
import { spaced } from '../words.ts'
import styles from './result.module.css'
import { RowLine } from './rows.tsx'

export type Fields = Record<string, unknown>

export const isRow = (value: unknown): value is AnswerRow =>
  typeof value === 'object' &&
  value !== null &&
  'label' in value &&
  'citations' in value &&
  'confirmed' in value

export const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && !value.length)

const dated = /^\d{4}-\d{2}(-\d{2})?[~?]?(\/(\.\.|\d{4}(-\d{2}(-\d{2})?)?[~?]?))?$/
const codes = /^[A-Z]{3}([–-][A-Z]{3})*$/
type NameOf = (id: string) => string

export function plainWords(value: unknown, nameOf: NameOf): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? String(value)
      : value.toLocaleString('en', { maximumSignificantDigits: 3 })
  const text = String(value)
  if (codes.test(text)) return text.split(/[–-]/).map(nameOf).join(' – ')
  // "RUS ahead"
  return dated.test(text) ? dateWords(text) : text.replace(/^[A-Z]{3}(?= [a-z]+$)/, nameOf)
}

export function Plain({ value }: { value: unknown }): ReactNode {
  const nameOf = useStateNames()
  if (typeof value === 'string' && /^https?:\/\//.test(value))
    return (
      <a href={value} rel="noreferrer noopener" target="_blank">
        {new URL(value).hostname.replace(/^www\./, '')}
      </a>
    )
  return <>{plainWords(value, nameOf)}</>
}

/** A field's name: "daysAfter" → "days after"; a state's code → its name. */
export function Label({ name }: { name: string }): ReactNode {
  const nameOf = useStateNames()
  return <>{codes.test(name) ? plainWords(name, nameOf) : spaced(name)}</>
}

/** { 1: 8, 2: 3 }: counts by level. */
export const isByLevel = (value: unknown): value is Record<string, number> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.keys(value).every((key) => /^[1-8]$/.test(key))

export function ByLevel({ counts }: { counts: Record<string, number> }): ReactNode {
  return Object.entries(counts).map(([level, count]) => (
    <span key={level} className={styles.pair}>
      <LevelMark level={Number(level)} /> {count}{' '}
    </span>
  ))
}

const shownInCell = 3

/** Any value where there is room for a line or two. */
export function Inline({ value, anchor }: { value: unknown; anchor: string }): ReactNode {
  if (isNothing(value)) return <span className={styles.none}>–</span>
  if (isRow(value)) return <RowLine row={value} anchor={anchor} />
  if (Array.isArray(value)) return <InlineList values={value} anchor={anchor} />
  if (isByLevel(value)) return <ByLevel counts={value} />
  if (typeof value === 'object') return <InlineFields fields={value as Fields} anchor={anchor} />
  return <Plain value={value} />
}

function InlineList({ values, anchor }: { values: unknown[]; anchor: string }): ReactNode {
  if (!values.every(isRow))
    return values.map((one, i) => (
      <span key={i}>
        {i > 0 && ', '}
        <Inline value={one} anchor={anchor} />
      </span>
    ))
  return (
    <ul className={styles.stack}>
      {values.slice(0, shownInCell).map((row) => (
        <li key={row.id}>
          <RowLine row={row} anchor={anchor} />
        </li>
      ))}
      {values.length > shownInCell && <li>and {values.length - shownInCell} more</li>}
    </ul>
  )
}

/** "Sergey Lavrov (Russia) L5", "several guests: 15 of 15", "2013-Q3 to 2017-Q4: 0.11". */
function InlineFields({ fields, anchor }: { fields: Fields; anchor: string }): ReactNode {
  const { id: _, acting, level, ...rest } = fields
  if ('hits' in fields && 'trials' in fields)
    return (
      <>
        <Plain value={fields.value} />: {String(fields.hits)} of {String(fields.trials)}
      </>
    )
  if (dated.test(String(fields.from)) && dated.test(String(fields.to)) && Object.keys(fields).length === 2)
    return <>{dateWords(fields.from === fields.to ? String(fields.from) : `${fields.from}/${fields.to}`)}</>
  const main = rest.name ?? rest.title ?? rest.label
  const others = Object.entries(rest).filter(([, one]) => one !== main && !isNothing(one))
  return (
    <span>
      {main !== undefined && <Plain value={main} />}
      {main !== undefined && others.length > 0 && ' ('}
      {others.map(([name, one], i) => (
        <span key={name}>
          {i > 0 && (typeof one === 'object' ? '; ' : ', ')}
          {main === undefined && typeof one === 'number' && `${spaced(name)} `}
          {typeof one === 'object' && `${spaced(name)}: `}
          <Inline value={one} anchor={anchor} />
        </span>
      ))}
      {main !== undefined && others.length > 0 && ')'}
      {acting === true && ' (acting)'}
      {typeof level === 'number' && (
        <>
          {' '}
          <LevelMark level={level} />
        </>
      )}
    </span>
  )
}
