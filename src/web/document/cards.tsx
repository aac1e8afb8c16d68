// One card for each kind of thing that is read in a text.
import type { ReactNode } from 'react'
import type { Exchange, Official, Participant, Statement, TextClaim } from '../../reading/reading.ts'
import { useStateNames } from '../parts/links.tsx'
import { DateMark, LevelMark, StatusMark } from '../parts/marks.tsx'
import { claimWords } from '../words.ts'
import styles from './list.module.css'

interface ExchangeProps {
  exchange: Exchange
  /** Number of the reading that contains it; undefined when none does. */
  inside: number | undefined
}

export function ExchangeCard({ exchange, inside }: ExchangeProps): ReactNode {
  const nameOf = useStateNames()
  const where = [exchange.place, nameOf(exchange.host)].filter(Boolean).join(', ')
  return (
    <>
      <p className={styles.title}>
        {exchange.kind} · {exchange.states.map(nameOf).join(' – ') || 'states not named'}
      </p>
      <p className={styles.line}>
        <DateMark edtf={exchange.date} />
        <StatusMark status={exchange.status} />
        {where && <span>{where}</span>}
        {inside && <a href={`#item-${exchange.partOf}`}>part of {inside}</a>}
      </p>
      <ul className={styles.people} aria-label="Participants">
        {exchange.participants.map((participant, i) => (
          <li key={i}>
            <ParticipantWords participant={participant} nameOf={nameOf} />
          </li>
        ))}
      </ul>
      <p className={styles.line}>confidence {Math.round(exchange.confidence * 100)} %</p>
    </>
  )
}

function ParticipantWords({
  participant,
  nameOf,
}: {
  participant: Participant
  nameOf(id: string | null): string
}): ReactNode {
  const who = participant.name ?? participant.office ?? 'unnamed'
  const details = [participant.name ? participant.office : null, nameOf(participant.state)]
    .filter(Boolean)
    .join(', ')
  return (
    <>
      {who}
      {details && ` (${details})`} <LevelMark level={participant.level} />
      {participant.role !== 'participant' && ` as ${participant.role}`}
    </>
  )
}

export function StatementCard({ statement }: { statement: Statement }): ReactNode {
  const nameOf = useStateNames()
  const office = [statement.office, nameOf(statement.state)].filter(Boolean).join(', ')
  return (
    <>
      <p className={styles.title}>
        {statement.speaker ?? 'Speaker not named'}
        {office && ` (${office})`}
      </p>
      <p className={styles.quote}>{statement.direct ? `“${statement.quote}”` : statement.quote}</p>
      <p className={styles.line}>
        <span>{statement.direct ? 'direct' : 'reported'}</span>
        {statement.topics.length > 0 && <span>on {statement.topics.join(', ')}</span>}
        {statement.phrases.length > 0 && <span>set phrase: {statement.phrases.join(', ')}</span>}
      </p>
    </>
  )
}

export function OfficialCard({ official }: { official: Official }): ReactNode {
  const nameOf = useStateNames()
  return (
    <>
      <p className={styles.title}>
        {official.name} <LevelMark level={official.level} />
      </p>
      <p className={styles.line}>
        <span>
          {[official.office, nameOf(official.state)].filter(Boolean).join(', ') || 'office not given'}
        </span>
        <span>
          named {official.mentions.length} {official.mentions.length === 1 ? 'time' : 'times'}
        </span>
        {official.person ? null : <span>not in the gazetteer</span>}
      </p>
    </>
  )
}

export function ClaimCard({ claim }: { claim: TextClaim }): ReactNode {
  const nameOf = useStateNames()
  const about = [claim.states.map(nameOf).join(' → '), claim.people.join(', '), claim.topic]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      <p className={styles.title}>{claimWords[claim.kind]}</p>
      <p className={styles.quote}>{claim.exact}</p>
      <p className={styles.line}>
        {about && <span>{about}</span>}
        {claim.window && <span>window: {claim.window.exact}</span>}
        {claim.ahead && <span>about what is ahead</span>}
      </p>
    </>
  )
}
