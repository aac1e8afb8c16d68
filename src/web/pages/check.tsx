// Check: every claim of a text, underlined by its verdict, with the answer that the verdict comes from.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { post } from '../api.ts'
import { CheckedClaims, CheckedCount } from '../check/claims.tsx'
import { DayMissing } from '../document/day.tsx'
import { useFiling } from '../document/filing.ts'
import { DraftForm } from '../document/form.tsx'
import { bodyOf, emptyDraft, firstWords, keepDraft, useDraft } from '../document/kept.ts'
import { MarkedText } from '../document/text.tsx'
import { Action } from '../parts/action.tsx'
import { Empty } from '../parts/empty.tsx'
import { Failure } from '../parts/failure.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { DateMark } from '../parts/marks.tsx'
import { askDocument, type Checked, type FullDocument } from '../record.ts'
import { useMay } from '../session/session.ts'
import styles from './check.module.css'

const route = getRouteApi('/check')

export function CheckPage(): ReactNode {
  const { document } = route.useSearch()
  const draft = useDraft()
  if (document) return <OfDocument id={document} />
  if (draft.read) return <OfDraft />
  return (
    <>
      <Head
        title="Check a text"
        lead="Every claim that the record can test (“the highest-ranking since …”, “the first visit in …”, “more often than …”) is found and tested. Nothing is filed."
      />
      <DraftForm>
        <Action
          look="main"
          isDisabled={!draft.text.trim()}
          onPress={() => keepDraft({ ...draft, read: true })}
        >
          Check it
        </Action>
        {draft.text && <Action onPress={() => keepDraft(emptyDraft)}>Clear</Action>}
      </DraftForm>
    </>
  )
}

function OfDocument({ id }: { id: string }): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const { publishedOn } = search
  const checked = useQuery({
    queryKey: ['check', id, publishedOn],
    queryFn: ({ signal }) => post<Checked>('check', { documentId: id, publishedOn }, signal),
  })
  return (
    <Loaded query={useQuery(askDocument(id))} what="the document" page>
      {(document) => (
        <>
          <Head
            title={document.title || firstWords(document.text)}
            lead={<DocumentLead document={document} />}
          >
            <Action onPress={() => void navigate({ to: '/documents/$id', params: { id } })}>
              What was read in it
            </Action>
          </Head>
          <Loaded query={checked} what="the verdicts">
            {(found) => (
              <>
                <DayMissing
                  reading={found.reading}
                  onDay={(day) =>
                    void navigate({ to: '/check', search: { ...search, publishedOn: day } as never })
                  }
                />
                <Shown text={document.text} checked={found} />
              </>
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  )
}

function DocumentLead({ document }: { document: FullDocument }): ReactNode {
  return (
    <>
      Filed
      {document.publishedOn && (
        <>
          , published <DateMark edtf={document.publishedOn} />
        </>
      )}
      . Its claims, tested against the record.
    </>
  )
}

function OfDraft(): ReactNode {
  const draft = useDraft()
  const navigate = useNavigate()
  const may = useMay('analyst')
  const filing = useFiling(() => keepDraft(emptyDraft), { check: true })
  const checked = useQuery({
    queryKey: ['check', draft],
    queryFn: ({ signal }) => post<Checked>('check', bodyOf(draft), signal),
  })
  return (
    <>
      <Head
        title={draft.title || firstWords(draft.text)}
        lead="Not filed. Its claims, tested against the record."
      >
        <Action onPress={() => void navigate({ to: '/documents/new' })}>What was read in it</Action>
        {may && (
          <Action isDisabled={filing.isPending} onPress={() => filing.mutate(bodyOf(draft))}>
            {filing.isPending ? 'Filing …' : 'File it'}
          </Action>
        )}
        <Action onPress={() => keepDraft({ ...draft, read: false })}>Another text</Action>
      </Head>
      {filing.error && <Failure error={filing.error} />}
      <Loaded query={checked} what="the verdicts">
        {(found) => (
          <>
            <DayMissing
              reading={found.reading}
              onDay={(publishedOn) => keepDraft({ ...draft, publishedOn, read: true })}
            />
            <Shown text={draft.text} checked={found} />
          </>
        )}
      </Loaded>
    </>
  )
}

function Shown({ text, checked }: { text: string; checked: Checked }): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const [pointed, point] = useState<string | null>(null)
  const lit = pointed ?? search.claim ?? null
  const marks = useMemo(
    () => checked.claims.map(({ claim }, i) => ({ key: `c${i + 1}`, number: i + 1, spans: [claim] })),
    [checked],
  )
  const look = useMemo(
    () => (key: string) => checked.claims[Number(key.slice(1)) - 1]?.answer.verdict?.verdict ?? 'untestable',
    [checked],
  )
  const pick = (claim: string | null): void =>
    void navigate({
      to: '/check',
      search: { ...search, ...(claim ? { claim } : { claim: undefined }) } as never,
      replace: true,
      resetScroll: false,
    })
  if (!checked.claims.length) {
    return (
      <Empty title="No claim to test">
        The text makes no claim that a question of the record could answer: no “highest since”, no “first
        time”, no comparison of pace, no omission.
      </Empty>
    )
  }
  return (
    <>
      <CheckedCount claims={checked.claims} />
      <div className={styles.columns}>
        <section aria-label="Claims and verdicts" className={styles.side}>
          <CheckedClaims
            claims={checked.claims}
            lit={lit}
            open={search.claim ?? null}
            onPoint={point}
            onOpen={pick}
          />
        </section>
        <section aria-label="Text" className={styles.sheet}>
          <MarkedText
            text={text}
            marks={marks}
            look={look}
            lit={lit}
            onPoint={point}
            onPick={pick}
            show={search.claim ?? null}
            still
          />
        </section>
      </div>
    </>
  )
}
