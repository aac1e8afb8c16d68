// The claims an exchange is made of: by source, each with its sentence; and by property, values side by side.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { plainWords } from '../answer/plain.tsx'
import { useStateNames } from '../parts/links.tsx'
import { DateMark } from '../parts/marks.tsx'
import type { RecordClaim } from '../record.ts'
import { spaced } from '../words.ts'
import styles from './claims.module.css'

interface Source {
  key: string
  claims: RecordClaim[]
}

export function ClaimsBySource({ claims }: { claims: RecordClaim[] }): ReactNode {
  const sources = groupBy(
    claims,
    (claim) => claim.documentId ?? claim.sourceUrl ?? claim.actor ?? 'base record',
  )
  if (!sources.length) return <p>No source is held for this exchange.</p>
  return (
    <ul className={styles.sources}>
      {sources.map((source) => (
        <li key={source.key}>
          <SourceName claim={source.claims[0]!} />
          <Sentences claims={source.claims} />
          <Gives claims={source.claims} />
        </li>
      ))}
    </ul>
  )
}

/** Properties the record derives for itself: which source they came by tells a reader nothing. */
const derived = new Set(['basis', 'confirmed', 'format', 'remote'])

function Gives({ claims }: { claims: RecordClaim[] }): ReactNode {
  const properties = claims.map((claim) => claim.property).filter((property) => !derived.has(property))
  if (!properties.length) return null
  return <p className={styles.says}>gives: {[...new Set(properties.map(spaced))].join(', ')}</p>
}

export function SourceName({ claim }: { claim: RecordClaim }): ReactNode {
  const title =
    claim.documentTitle ??
    claim.publisher ??
    claim.sourceUrl ??
    claim.actor ??
    (claim.documentId ? 'a document without a title' : 'base record')
  return (
    <p>
      {claim.documentId ? (
        <Link to="/documents/$id" params={{ id: claim.documentId }}>
          {title}
        </Link>
      ) : claim.sourceUrl ? (
        <a href={claim.sourceUrl} rel="noreferrer noopener" target="_blank">
          {title}
        </a>
      ) : (
        title
      )}
      {claim.publishedOn && (
        <>
          , <DateMark edtf={claim.publishedOn} />
        </>
      )}
    </p>
  )
}

/** Each sentence once; it opens the document at its place. */
function Sentences({ claims }: { claims: RecordClaim[] }): ReactNode {
  const found = new Map(
    claims.flatMap(({ evidence }) =>
      evidence ? [[`${evidence.start}-${evidence.end}`, evidence] as const] : [],
    ),
  )
  return [...found.values()].map((evidence) => (
    <blockquote key={evidence.start} className={styles.sentence}>
      <span>…{evidence.prefix}</span>
      <Link
        to="/documents/$id"
        params={{ id: evidence.documentId }}
        search={{ start: String(evidence.start), end: String(evidence.end) }}
      >
        {evidence.exact}
      </Link>
      <span>{evidence.suffix}…</span>
    </blockquote>
  ))
}

export function ClaimsByProperty({ claims }: { claims: RecordClaim[] }): ReactNode {
  const nameOf = useStateNames()
  const properties = groupBy(
    claims.filter((claim) => !derived.has(claim.property)),
    (claim) => claim.property,
  )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Property</th>
          <th scope="col">Value</th>
          <th scope="col">Said by</th>
        </tr>
      </thead>
      <tbody>
        {properties.map(({ key, claims: group }) => {
          const values = groupBy(group, (claim) => JSON.stringify(claim.value))
          const conflict = isConflict(
            key,
            values.map((one) => one.claims[0]!.value),
          )
          return values.map((value, i) => (
            <tr key={`${key} ${value.key}`} data-conflict={conflict}>
              {i === 0 && (
                <th scope="rowgroup" rowSpan={values.length}>
                  {spaced(key)}
                  {conflict && <span className={styles.conflict}>⚠ sources differ</span>}
                </th>
              )}
              <td>{valueWords(value.claims[0]!.value, nameOf)}</td>
              <td>
                {counted(value.claims)} {statusNote(value.claims)}
              </td>
            </tr>
          ))
        })}
      </tbody>
    </table>
  )
}

function groupBy(claims: RecordClaim[], keyOf: (claim: RecordClaim) => string): Source[] {
  const groups = new Map<string, RecordClaim[]>()
  for (const claim of claims) groups.set(keyOf(claim), [...(groups.get(keyOf(claim)) ?? []), claim])
  return [...groups].map(([key, list]) => ({ key, claims: list }))
}

const counted = (claims: RecordClaim[]): string => {
  const names = [
    ...new Set(
      claims.map(
        (claim) =>
          claim.publisher ??
          claim.documentTitle ??
          (claim.actor === 'pack' ? 'base record' : claim.actor) ??
          (claim.sourceUrl ? new URL(claim.sourceUrl).hostname : 'base record'),
      ),
    ),
  ]
  return names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '')
}

const statusNote = (claims: RecordClaim[]): string =>
  claims.every((claim) => claim.status === 'accepted')
    ? ''
    : `(${[...new Set(claims.map((claim) => claim.status))].join(', ')})`

/** A participant's value is an object: its name, office, state and part say it. */
function valueWords(value: unknown, nameOf: (id: string) => string): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map((one) => valueWords(one, nameOf)).join(', ')
  if (typeof value !== 'object') return plainWords(value, nameOf)
  const { name, person, office, state, role } = value as Record<string, string | null>
  const who = name ?? person ?? office
  return [who, who === office ? null : office, state && nameOf(state), role].filter(Boolean).join(' · ')
}

/** Whether values of one property contradict each other. Announced, then held is a life; held and called off is a quarrel. */
function isConflict(property: string, values: unknown[]): boolean {
  if (property === 'participant') return false
  if (property !== 'status') return values.length > 1
  return values.includes('occurred') && (values.includes('cancelled') || values.includes('denied'))
}
