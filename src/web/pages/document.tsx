// One document: its text beside what was read in it, its provenance, and the way to check its claims.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import type { Reading } from '../../reading/reading.ts'
import { SilentEdits } from '../document/edits.tsx'
import { asLayer } from '../document/items.ts'
import { useJudging } from '../document/judging.tsx'
import { firstWords } from '../document/kept.ts'
import { MissedForm } from '../document/missed.tsx'
import { ReaderView } from '../document/reader.tsx'
import { selectedSpan } from '../document/selected.ts'
import { MarkedText } from '../document/text.tsx'
import { useUndo } from '../exchange/review.ts'
import { ExchangeRows } from '../exchange/rows.tsx'
import { usePageKeys } from '../frame/keys.ts'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { DateMark, DoubtMark } from '../parts/marks.tsx'
import { askDocument, type FullDocument, type ShownExchange } from '../record.ts'
import { useMay } from '../session/session.ts'
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
      <SilentEdits documentId={document.id} />
      {passage ? (
        <Passage document={document} passage={passage} />
      ) : document.reading ? (
        <Read document={document} reading={document.reading} />
      ) : (
        <Empty title="Not read yet">
          Reading is under way, or the reader failed on this text. Its words are kept.
        </Empty>
      )}
    </>
  )
}

function Read({ document, reading }: { document: FullDocument; reading: Reading }): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const go = (part: { layer?: string | undefined; item?: string | undefined }): void =>
    void navigate({
      to: '/documents/$id',
      params: { id: document.id },
      search: part,
      replace: true,
      resetScroll: false,
    })
  const filed = (item: string | undefined): ShownExchange | undefined =>
    document.exchanges.find((one) => item !== undefined && one.id === document.filedAs[item])
  const order = reading.exchanges.map((one) => one.id)
  const picked = asLayer(search.layer) === 'exchanges' ? search.item : undefined
  const { line, acts } = useJudging({
    exchange: filed(picked),
    onDecided: () => {
      const next = order.slice(order.indexOf(picked!) + 1).find((id) => filed(id))
      if (next) go({ ...search, item: next })
    },
  })
  const may = useMay('editor')
  const holder = useRef<HTMLDivElement>(null)
  return (
    <ReaderView
      text={document.text}
      reading={reading}
      layer={search.layer}
      item={search.item}
      onAddress={go}
      holder={holder}
      above={line}
      below={(item) =>
        item.layer === 'exchanges' && (
          <>
            <Standing exchange={filed(item.key)} />
            {item.key === picked && acts}
          </>
        )
      }
      aside={
        <>
          {may && <AddMissed document={document} holder={holder} />}
          <Filed document={document} />
        </>
      }
    />
  )
}

/** How a reading stands in the record. */
function Standing({ exchange }: { exchange: ShownExchange | undefined }): ReactNode {
  return (
    <p className={styles.standing}>
      {exchange ? (
        <>
          <Link to="/exchanges/$id" params={{ id: exchange.id }}>
            in the record
          </Link>{' '}
          <DoubtMark confirmed={true} review={exchange.review} />
        </>
      ) : (
        'not in the record: rejected'
      )}
    </p>
  )
}

interface AddProps {
  document: FullDocument
  holder: RefObject<HTMLDivElement | null>
}

/** Opens the form for what the reader missed, with the words selected in the text. */
function AddMissed({ document, holder }: AddProps): ReactNode {
  const [open, setOpen] = useState<{ words: string; near: number } | null>(null)
  const [added, setAdded] = useState<{ exchange: string; ledgerId: string } | null>(null)
  const undo = useUndo(() => setAdded(null))
  const start = (): void => {
    const span = holder.current && selectedSpan(holder.current, document.text)
    setOpen({ words: span ? document.text.slice(span.start, span.end) : '', near: span?.start ?? 0 })
  }
  usePageKeys({ n: start })
  return (
    <div className={styles.missed} data-screen-only>
      <Action hint="n" onPress={start}>
        Add what was missed
      </Action>
      {added && (
        <p role="status">
          <Link to="/exchanges/$id" params={{ id: added.exchange }}>
            Added.
          </Link>{' '}
          <Action onPress={() => undo.mutate([added.ledgerId])}>Take that back</Action>
        </p>
      )}
      {open && (
        <MissedForm
          documentId={document.id}
          text={document.text}
          {...open}
          close={() => setOpen(null)}
          onAdded={(exchange, ledgerId) => setAdded({ exchange, ledgerId })}
        />
      )}
    </div>
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
