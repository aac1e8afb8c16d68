// The sentences an answer stands on, numbered; each opens its document at the place.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import type { Citation } from '../../questions/answer.ts'
import { Action } from '../parts/action.tsx'
import { DateMark } from '../parts/marks.tsx'
import styles from './citations.module.css'

const first = 8

export function Citations({ citations, anchor }: { citations: Citation[]; anchor: string }): ReactNode {
  const [all, setAll] = useState(citations.length <= first + 2)
  useEffect(() => {
    // A number that is pressed above may point at a source that is still folded away.
    const open = (): void => {
      if (location.hash.startsWith(`#${anchor}-`)) {
        setAll(true)
        requestAnimationFrame(() =>
          document.querySelector(location.hash)?.scrollIntoView({ block: 'center' }),
        )
      }
    }
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [anchor])
  if (!citations.length) return <p>No source. What is said above is known only in general.</p>
  return (
    <>
      <ol className={styles.list}>
        {(all ? citations : citations.slice(0, first)).map((citation) => (
          <li key={citation.number} id={`${anchor}-${citation.number}`}>
            <span className={styles.number}>{citation.number}</span>
            <div>
              <Source citation={citation} />
              {citation.evidence && <Sentence citation={citation} />}
            </div>
          </li>
        ))}
      </ol>
      {!all && (
        <Action look="quiet" onPress={() => setAll(true)}>
          Show all {citations.length}
        </Action>
      )}
    </>
  )
}

function Source({ citation }: { citation: Citation }): ReactNode {
  const title = citation.title ?? shortUrl(citation.url) ?? 'untitled source'
  const publisher = citation.publisher && !title.includes(citation.publisher) ? `, ${citation.publisher}` : ''
  return (
    <p>
      {citation.documentId ? (
        <Link to="/documents/$id" params={{ id: citation.documentId }}>
          {title}
        </Link>
      ) : citation.url ? (
        <a href={citation.url} rel="noreferrer noopener" target="_blank">
          {title}
        </a>
      ) : (
        title
      )}
      {publisher}
      {citation.publishedOn && (
        <>
          , <DateMark edtf={citation.publishedOn} />
        </>
      )}
    </p>
  )
}

function Sentence({ citation }: { citation: Citation }): ReactNode {
  const { prefix, exact, suffix, documentId, start, end } = citation.evidence!
  return (
    <blockquote className={styles.sentence}>
      <span>…{prefix}</span>
      <Link
        to="/documents/$id"
        params={{ id: documentId }}
        search={{ start: String(start), end: String(end) }}
      >
        {exact}
      </Link>
      <span>{suffix}…</span>
    </blockquote>
  )
}

function shortUrl(url: string | null): string | null {
  if (!url) return null
  const text = url.replace(/^https?:\/\/(www\.)?/, '')
  return text.length > 90 ? `${text.slice(0, 60)}…${text.slice(-25)}` : text
}
