// The life of an exchange: announced, confirmed by the other side, what became of it; each with the day it was said, by whom, and how long ahead.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { StateLink } from '../parts/links.tsx'
import { DateMark, DoubtMark, StatusMark } from '../parts/marks.tsx'
import type { FullExchange } from '../record.ts'
import { counted } from '../words.ts'
import styles from './life.module.css'

type LifeEvent = FullExchange['life'][number]

export function Life({ exchange }: { exchange: FullExchange }): ReactNode {
  const { life } = exchange
  const announced = exchange.announcedOn && !life.some((event) => event.saidOn === exchange.announcedOn)
  return (
    <ol className={styles.life}>
      {announced && (
        <li>
          <StatusMark status="announced" /> <DateMark edtf={exchange.announcedOn} />
          <span className={styles.why}>first announced</span>
        </li>
      )}
      {firstOfEach(life).map(({ event, more }) => (
        <li key={`${event.stage} ${event.side}`}>
          <Told event={event} exchange={exchange} />
          {more > 0 && <span className={styles.why}>and {counted(more, 'more source')}</span>}
        </li>
      ))}
      <li>
        <StatusMark status={exchange.status} /> <DateMark edtf={exchange.occurredOn} />
        <span className={styles.why}>as shown</span>
      </li>
    </ol>
  )
}

/** The first that each side said of each stage, with how many said the same after it: fifty reports of one visit are one step. */
function firstOfEach(life: LifeEvent[]): { event: LifeEvent; more: number }[] {
  const steps = new Map<string, { event: LifeEvent; more: number }>()
  for (const event of life) {
    const key = `${event.stage} ${event.side}`
    const step = steps.get(key)
    if (step) step.more++
    else steps.set(key, { event, more: 0 })
  }
  return [...steps.values()]
}

function Told({ event, exchange }: { event: LifeEvent; exchange: FullExchange }): ReactNode {
  return (
    <>
      <StatusMark status={event.stage} /> <span className={styles.why}>said on</span>{' '}
      <DateMark edtf={event.saidOn} />
      <span className={styles.why}>
        {event.side && (
          <>
            for <StateLink id={event.side} />
            {event.by && `, the ${event.by}`};{' '}
          </>
        )}
        <Source event={event} exchange={exchange} />
        {event.lead !== null && event.lead > 0 && `, ${counted(event.lead, 'day')} ahead`}
      </span>{' '}
      <DoubtMark confirmed review={event.proposed ? 'proposed' : undefined} />
    </>
  )
}

function Source({ event, exchange }: { event: LifeEvent; exchange: FullExchange }): ReactNode {
  const claim = exchange.claims.find((one) => one.documentId === event.documentId)
  const words = claim?.publisher ?? claim?.documentTitle
  if (event.documentId)
    return (
      <Link to="/documents/$id" params={{ id: event.documentId }}>
        {words ?? 'a document'}
      </Link>
    )
  return event.url ? (
    <a href={event.url} rel="noreferrer">
      {hostOf(event.url)}
    </a>
  ) : (
    'a source of the record'
  )
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url)
