// Today: what is new since the last visit, what is ahead, watches that fired, how much waits for review.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { instantWords } from '../dates.ts'
import { ExchangeRows } from '../exchange/rows.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Section } from '../parts/section.tsx'
import { askDocuments, askManyExchanges, askRecord } from '../record.ts'
import { takeVisit } from '../visit.ts'
import { ToldByWatches } from '../watch/told.tsx'
import { counted, spaced } from '../words.ts'
import styles from './today.module.css'

export function TodayPage(): ReactNode {
  const [last] = useState(takeVisit)
  return (
    <>
      <Head
        title="Today"
        lead={
          last
            ? `Last visit ${instantWords(last)}.`
            : 'Who met whom, with the sentence that says so; and the claims it bears out.'
        }
      />
      {!last && <Welcome />}
      <Counts />
      <div className={styles.columns}>
        <div>
          <Section title={last ? 'New since the last visit' : 'Documents filed'}>
            <NewDocuments since={last} />
          </Section>
          <Section title="Latest in the record">
            <Latest />
          </Section>
        </div>
        <div>
          <Section title="Ahead">
            <Ahead />
          </Section>
          <Section title="Watches that fired">
            <ToldByWatches since={last} />
          </Section>
          <Section title="Waiting for review">
            <Waiting />
          </Section>
        </div>
      </div>
    </>
  )
}

const Welcome = (): ReactNode => (
  <div className={styles.welcome}>
    <Link to="/documents/new">
      <b>Read a text</b>
      <span>Paste it, drop it or give its address. See what is read in it; then file it.</span>
    </Link>
    <Link to="/check">
      <b>Check its claims</b>
      <span>“The highest-ranking since …”: does it hold, on which rows?</span>
    </Link>
    <Link to="/ask">
      <b>Ask the record</b>
      <span>Each question is a sentence with blanks.</span>
    </Link>
    <Link to="/tour">
      <b>Take the tour</b>
      <span>Five minutes, on the record that is here.</span>
    </Link>
  </div>
)

function Counts(): ReactNode {
  const record = useQuery(askRecord)
  if (!record.data) return <div className={styles.counts} />
  return (
    <dl className={styles.counts}>
      {Object.entries(record.data.counts).map(([name, count]) => (
        <div key={name}>
          <dt>{spaced(name)}</dt>
          <dd>{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}

function NewDocuments({ since }: { since: string | null }): ReactNode {
  return (
    <Loaded query={useInfiniteQuery(askDocuments(''))} what="the documents">
      {({ pages }) => {
        const items = pages
          .flatMap((page) => page.items)
          .filter((item) => !since || (item.recordedAt ?? '') > since)
        if (!items.length)
          return (
            <p className={styles.none}>
              {since ? (
                'Nothing was filed since.'
              ) : (
                <>
                  None yet. <Link to="/documents/new">Add the first.</Link>
                </>
              )}
            </p>
          )
        return (
          <ul className={styles.list}>
            {items.slice(0, 8).map((item) => (
              <li key={item.id}>
                <Link to="/documents/$id" params={{ id: item.id }} data-row>
                  {item.title || 'Untitled'}
                </Link>{' '}
                <span>
                  {item.publisher}{' '}
                  {item.exchanges !== undefined && `· ${counted(item.exchanges, 'exchange')}`}
                </span>
              </li>
            ))}
          </ul>
        )
      }}
    </Loaded>
  )
}

function Latest(): ReactNode {
  return (
    <Loaded
      query={useQuery(askManyExchanges({ sort: 'newest', status: 'occurred,ongoing' }, 8))}
      what="the latest exchanges"
    >
      {({ items }) => <ExchangeRows items={items.slice(0, 8)} />}
    </Loaded>
  )
}

function Ahead(): ReactNode {
  const today = new Date().toISOString().slice(0, 10)
  return (
    <Loaded
      query={useQuery(
        askManyExchanges({ status: 'announced,possible,postponed', since: today, sort: 'oldest' }, 8),
      )}
      what="what is ahead"
    >
      {({ items }) =>
        items.length ? (
          <ExchangeRows items={items.slice(0, 8)} />
        ) : (
          <p className={styles.none}>
            Nothing announced is held for the days to come. File announcements, and they stand here until they
            take place.
          </p>
        )
      }
    </Loaded>
  )
}

function Waiting(): ReactNode {
  return (
    <Loaded query={useQuery(askManyExchanges({ review: 'proposed' }, 1))} what="the queue">
      {({ total }) => (
        <p className={styles.none}>
          <Link to="/queue">{counted(total ?? 0, 'exchange')}</Link> read and not yet looked at.
        </p>
      )}
    </Loaded>
  )
}
