// One document: its text beside what was read in it, its provenance, and the way to check its claims.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { firstWords } from '../document/kept.ts'
import { ReaderView } from '../document/reader.tsx'
import { MarkedText } from '../document/text.tsx'
import { ExchangeRows } from '../exchange/rows.tsx'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { DateMark } from '../parts/marks.tsx'
import { askDocument, type FullDocument } from '../record.ts'
import styles from './document.module.css'

const route = getRouteApi('/documents/$id')

export function DocumentPage(): ReactNode {
  const { id } = route.useParams()
  return (
    <Loaded query={useQuery(askDocument(id))} what="the document" page>
      {(document) => <Shown document={document} />}
    </Loaded>
  )
}

function Shown({ document }: { document: FullDocument }): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const passage = search.start
    ? { start: Number(search.start), end: Number(search.end ?? search.start) }
    : null
  return (
    <>
      <Head title={document.title || firstWords(document.text)} lead={<Provenance document={document} />}>
        <Action
          look="main"
          onPress={() => void navigate({ to: '/check', search: { document: document.id } })}
        >
          Check its claims
        </Action>
      </Head>
      {passage ? (
        <Passage document={document} passage={passage} />
      ) : document.reading ? (
        <ReaderView
          text={document.text}
          reading={document.reading}
          layer={search.layer}
          item={search.item}
          onAddress={(part) =>
            void navigate({
              to: '/documents/$id',
              params: { id: document.id },
              search: part,
              replace: true,
              resetScroll: false,
            })
          }
          aside={<Filed document={document} />}
        />
      ) : (
        <Empty title="Not read yet">
          Reading is under way, or the reader failed on this text. Its words are kept.
        </Empty>
      )}
    </>
  )
}

function Provenance({ document }: { document: FullDocument }): ReactNode {
  return (
    <>
      {[document.publisher, document.genre].filter(Boolean).join(' · ')}
      {(document.publisher || document.genre) && ' · '}
      <DateMark edtf={document.publishedOn} />
      {document.url && (
        <>
          {' · '}
          <a href={document.url} rel="noreferrer noopener" target="_blank">
            source
          </a>
        </>
      )}
      {document.textHash && (
        <span className={styles.hash} title={`SHA-256 of the text: ${document.textHash}`}>
          {' '}
          · sha256 {document.textHash.slice(0, 12)}…
        </span>
      )}
    </>
  )
}

/** One sentence of the text lit, as an exchange or an answer cites it. */
function Passage({
  document,
  passage,
}: {
  document: FullDocument
  passage: { start: number; end: number }
}): ReactNode {
  return (
    <div className={styles.passage}>
      <p>
        <Link to="/documents/$id" params={{ id: document.id }}>
          Show all that was read in this document
        </Link>
      </p>
      <MarkedText
        text={document.text}
        marks={[{ key: 'cited', number: 1, spans: [passage] }]}
        look="plain"
        lit={null}
        onPoint={() => {}}
        show="cited"
      />
    </div>
  )
}

function Filed({ document }: { document: FullDocument }): ReactNode {
  if (!document.exchanges.length) return null
  return (
    <details className={styles.filed} open>
      <summary>In the record ({document.exchanges.length})</summary>
      <ExchangeRows items={document.exchanges} />
    </details>
  )
}
