// The claims of a text with their verdicts; each opens to the whole answer behind it.

import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { AnswerView } from '../answer/view.tsx'
import { VerdictMark } from '../parts/marks.tsx'
import { emptyMatrix } from '../question/matrix.ts'
import type { CheckedClaim } from '../record.ts'
import { claimWords } from '../words.ts'
import styles from './claims.module.css'

type VerdictWord = 'holds' | 'fails' | 'untestable'
const verdictOf = (one: CheckedClaim): VerdictWord => one.answer.verdict?.verdict ?? 'untestable'

export function CheckedCount({ claims }: { claims: CheckedClaim[] }): ReactNode {
  return (
    <p className={styles.count} role="status">
      {(['holds', 'fails', 'untestable'] as const).map((word) => (
        <span key={word}>
          <b>{claims.filter((one) => verdictOf(one) === word).length}</b> <VerdictMark verdict={word} />
        </span>
      ))}
    </p>
  )
}

interface Props {
  claims: CheckedClaim[]
  lit: string | null
  open: string | null
  onPoint(key: string | null): void
  onOpen(key: string | null): void
}

export function CheckedClaims({ claims, lit, open, onPoint, onOpen }: Props): ReactNode {
  const list = useRef<HTMLOListElement>(null)
  // An address that names a claim opens at it; a press later on moves nothing.
  useEffect(() => {
    list.current?.querySelector('[aria-expanded=true]')?.closest('li')?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <ol className={styles.claims} ref={list}>
      {claims.map((one, i) => {
        const key = `c${i + 1}`
        return (
          <li
            key={key}
            id={`item-${key}`}
            data-verdict={verdictOf(one)}
            data-lit={lit === key}
            onMouseEnter={() => onPoint(key)}
            onMouseLeave={() => onPoint(null)}
          >
            <button
              type="button"
              data-row
              className={styles.head}
              aria-expanded={open === key}
              onClick={() => onOpen(open === key ? null : key)}
              onFocus={() => onPoint(key)}
              onBlur={() => onPoint(null)}
            >
              <span className={styles.number}>{i + 1}</span>
              <span className={styles.kind}>{claimWords[one.claim.kind]}</span>
              <VerdictMark verdict={verdictOf(one)} />
              <q className={styles.quote}>{one.claim.exact}</q>
            </button>
            <Reason one={one} />
            {open === key && (
              <div className={styles.answer}>
                <AskLink one={one} />
                <TextSays one={one} />
                {one.answer.question !== 'check' && (
                  <AnswerView answer={{ ...one.answer, verdict: undefined as never }} compact />
                )}
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Reason({ one }: { one: CheckedClaim }): ReactNode {
  const verdict = one.answer.verdict
  return (
    <div className={styles.reason}>
      {one.claim.kind === 'hypothesis' ? (
        <Weigh claim={one.claim} />
      ) : (
        <p>{verdict?.reason ?? 'No question of the record answers a claim of this kind.'}</p>
      )}
      {verdict?.reworded && (
        <p>
          <b>Would hold:</b> {verdict.reworded}
        </p>
      )}
    </div>
  )
}

/** The question behind the verdict, to be asked on its own with other blanks. */
function AskLink({ one }: { one: CheckedClaim }): ReactNode {
  if (!one.question || one.question === 'check' || !one.input) return null
  const search = Object.fromEntries(
    Object.entries(one.input).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  )
  return (
    <p>
      <Link to="/ask/$name" params={{ name: one.question }} search={search}>
        Ask this as a question of its own
      </Link>
    </p>
  )
}

/** A hypothesis is weighed by a person against evidence: its words go along to the page where that is done. */
function Weigh({ claim }: { claim: CheckedClaim['claim'] }): ReactNode {
  const [first, ...others] = emptyMatrix.hypotheses
  const matrix = { ...emptyMatrix, hypotheses: [{ ...first!, text: claim.exact }, ...others] }
  return (
    <p>
      An explanation is weighed against evidence, not looked up:{' '}
      <Link to="/hypotheses" search={{ matrix: JSON.stringify(matrix) }}>
        weigh it against another explanation
      </Link>
      .
    </p>
  )
}

/** What the sentence itself reports: the record may not hold it yet. */
function TextSays({ one }: { one: CheckedClaim }): ReactNode {
  if (!one.textSays.length) return null
  return (
    <section className={styles.says}>
      <h2>What the text itself reports here</h2>
      <ul>
        {one.textSays.map((row) => (
          <li key={row.id}>{row.label.replace(/^The text itself says: /, '')}</li>
        ))}
      </ul>
    </section>
  )
}
