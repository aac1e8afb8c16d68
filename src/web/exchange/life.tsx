// The life of an exchange: announced, then what became of it, as far as its sources tell.
import type { ReactNode } from 'react'
import type { ExchangeStatus } from '../../reading/reading.ts'
import { DateMark, StatusMark } from '../parts/marks.tsx'
import type { FullExchange } from '../record.ts'
import styles from './life.module.css'

interface Step {
  status: ExchangeStatus
  on: string | null
  why: string
  /** `on` is when a document said so, not when it was so. */
  told?: boolean
}

export function Life({ exchange }: { exchange: FullExchange }): ReactNode {
  const steps = stepsOf(exchange)
  const lead = leadDays(exchange)
  return (
    <>
      <ol className={styles.life}>
        {steps.map((step) => (
          <li key={`${step.status}${step.on}${step.why}`}>
            <StatusMark status={step.status} />
            {step.told && <span className={styles.why}>as told on</span>} <DateMark edtf={step.on} />
            <span className={styles.why}>{step.why}</span>
          </li>
        ))}
      </ol>
      {lead !== null && <p className={styles.why}>Announced {lead} days ahead.</p>}
    </>
  )
}

function stepsOf(exchange: FullExchange): Step[] {
  const told: Step[] = exchange.claims
    .filter((claim) => claim.property === 'status' && claim.status !== 'rejected')
    .map((claim) => ({
      status: claim.value as ExchangeStatus,
      on: claim.publishedOn ?? null,
      why: `by ${claim.publisher ?? claim.documentTitle ?? 'a document'}`,
      told: true,
    }))
  const announced: Step[] = exchange.announcedOn
    ? [{ status: 'announced', on: exchange.announcedOn, why: 'first announced' }]
    : []
  const shown: Step = { status: exchange.status, on: exchange.occurredOn, why: 'as shown' }
  const seen = new Set<string>()
  return [...announced, ...told.filter((step) => step.on), shown].filter((step) => {
    const key = `${step.status} ${step.on} ${step.told}`
    return seen.has(key) ? false : seen.add(key)
  })
}

function leadDays({ announcedOn, earliest }: FullExchange): number | null {
  if (!announcedOn || !earliest) return null
  const days = Math.round((Date.parse(earliest) - Date.parse(announcedOn.slice(0, 10))) / 86_400_000)
  return days > 0 ? days : null
}
