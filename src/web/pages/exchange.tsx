// One exchange: who, when, where; what each source says of it; values that conflict; the readouts side by side; what it contains.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ReviewActs } from '../exchange/acts.tsx'
import { ClaimsByProperty, ClaimsBySource } from '../exchange/claims.tsx'
import { Life } from '../exchange/life.tsx'
import { Participants } from '../exchange/participants.tsx'
import { ReadoutsBySide } from '../exchange/readouts.tsx'
import { ExchangeRows } from '../exchange/rows.tsx'
import { titleOf } from '../exchange/title.ts'
import { Trip } from '../exchange/trip.tsx'
import { Head } from '../parts/head.tsx'
import { StateLink, useStateNames } from '../parts/links.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { DateMark, DoubtMark, LevelMark, StatusMark } from '../parts/marks.tsx'
import { askExchange, type FullExchange } from '../record.ts'
import styles from './exchange.module.css'

const route = getRouteApi('/exchanges/$id')

export function ExchangePage(): ReactNode {
  const { id } = route.useParams()
  return (
    <Loaded query={useQuery(askExchange(id))} what="the exchange" page>
      {(exchange) => <Shown exchange={exchange} />}
    </Loaded>
  )
}

function Shown({ exchange }: { exchange: FullExchange }): ReactNode {
  const nameOf = useStateNames()
  return (
    <article>
      <Head
        title={titleOf(exchange, nameOf)}
        lead={
          <span className={styles.lead}>
            <DateMark edtf={exchange.occurredOn} />{' '}
            <span>{[exchange.grade, exchange.kind].filter(Boolean).join(' ')}</span>
            <LevelMark level={exchange.level} /> <StatusMark status={exchange.status} />{' '}
            <DoubtMark confirmed={exchange.confirmed} review={exchange.review} />
          </span>
        }
      >
        <ReviewActs exchange={exchange} />
      </Head>
      {!exchange.confirmed && <Unconfirmed />}
      <div className={styles.columns}>
        <div>
          <Section title="Participants">
            <Participants participants={exchange.participants} />
          </Section>
          <Section title="What the sources say">
            <ClaimsBySource claims={exchange.claims} />
          </Section>
          <Section title="Values side by side">
            <ClaimsByProperty claims={exchange.claims} />
          </Section>
        </div>
        <div>
          <Section title="Facts">
            <Facts exchange={exchange} />
          </Section>
          <Section title="Life">
            <Life exchange={exchange} />
          </Section>
          {exchange.trip && (
            <Section title="The trip">
              <Trip id={exchange.id} trip={exchange.trip} />
            </Section>
          )}
          <Section title="Readouts">
            <ReadoutsBySide readouts={exchange.readouts} states={exchange.states} />
          </Section>
          {(exchange.partOf || exchange.children.length > 0) && (
            <Section title="Belongs together">
              {exchange.partOf && (
                <p>
                  Part of{' '}
                  <Link to="/exchanges/$id" params={{ id: exchange.partOf }}>
                    a larger exchange
                  </Link>
                </p>
              )}
              <ExchangeRows items={exchange.children} />
            </Section>
          )}
        </div>
      </div>
    </article>
  )
}

const Unconfirmed = (): ReactNode => (
  <p className={styles.doubt}>
    <strong>◇ Unconfirmed.</strong> Known only in general: no source held gives this date. It is never counted
    as fact unless a counting rule says so.
  </p>
)

function Facts({ exchange }: { exchange: FullExchange }): ReactNode {
  const facts: [string, ReactNode][] = [
    ['Place', exchange.place],
    ['Host', exchange.hostState && <StateLink id={exchange.hostState} />],
    [
      'States',
      exchange.states.map((id, i) => (
        <span key={id}>
          {i > 0 && ', '}
          <StateLink id={id} />
        </span>
      )),
    ],
    ['Occasion', exchange.occasion],
    ['Format', [exchange.format, exchange.remote ? 'remote' : null].filter(Boolean).join(', ')],
    ['Basis', exchange.basis],
    ['Note', exchange.note],
    ['Id', <code key="id">{exchange.id}</code>],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) =>
        value ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
