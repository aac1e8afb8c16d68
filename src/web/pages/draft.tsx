// Add a document: take a text in, see what is read in it, file it.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Reading } from '../../reading/reading.ts'
import { post } from '../api.ts'
import { FromAddress } from '../document/address.tsx'
import { DayMissing } from '../document/day.tsx'
import { useFiling } from '../document/filing.ts'
import { DraftForm } from '../document/form.tsx'
import { bodyOf, type Draft, emptyDraft, firstWords, keepDraft, useDraft } from '../document/kept.ts'
import { FilingProgress } from '../document/progress.tsx'
import { ReaderView } from '../document/reader.tsx'
import { usePageKeys } from '../frame/keys.ts'
import { Action } from '../parts/action.tsx'
import { Failure } from '../parts/failure.tsx'
import { Head } from '../parts/head.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { Needs } from '../session/needs.tsx'
import { useMay } from '../session/session.ts'
import { counted } from '../words.ts'

const route = getRouteApi('/documents/new')

export function DraftPage(): ReactNode {
  const draft = useDraft()
  return draft.read ? <ReadDraft draft={draft} /> : <NewDraft draft={draft} />
}

function NewDraft({ draft }: { draft: Draft }): ReactNode {
  const may = useMay('analyst')
  return (
    <>
      <Head
        title="Add a document"
        lead="The text is read first and nothing is kept. You see what was read, and then file it."
      />
      <FilingProgress />
      <Needs least="analyst" what="Filing" />
      <DraftForm also={may && <FromAddress />}>
        <Action
          look="main"
          isDisabled={!draft.text.trim()}
          onPress={() => keepDraft({ ...draft, read: true })}
        >
          Read it
        </Action>
        {draft.text && <Action onPress={() => keepDraft(emptyDraft)}>Clear</Action>}
      </DraftForm>
    </>
  )
}

function ReadDraft({ draft }: { draft: Draft }): ReactNode {
  const search = route.useSearch()
  const navigate = useNavigate()
  const may = useMay('analyst')
  const reading = useQuery({
    queryKey: ['reading', draft],
    queryFn: ({ signal }) => post<Reading>('readings', bodyOf(draft), signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const filing = useFiling(() => keepDraft(emptyDraft), search.layer ? { layer: search.layer } : {})
  const file = (): void => {
    if (may && !filing.isPending) filing.mutate(bodyOf(draft))
  }
  usePageKeys({ f: file })
  return (
    <>
      <Head title={draft.title || firstWords(draft.text)} lead={<ReadingCount reading={reading.data} />}>
        {may && (
          <Action look="main" hint="f" isDisabled={filing.isPending || !reading.data} onPress={file}>
            {filing.isPending ? 'Filing …' : 'File it'}
          </Action>
        )}
        <Action onPress={() => void navigate({ to: '/check' })}>Check its claims</Action>
        <Action onPress={() => keepDraft({ ...draft, read: false })}>Edit</Action>
      </Head>
      {filing.error && <Failure error={filing.error} again={file} />}
      <Loaded query={reading} what="the reading">
        {(found) => (
          <>
            <DayMissing
              reading={found}
              onDay={(publishedOn) => keepDraft({ ...draft, publishedOn, read: true })}
            />
            <ReaderView
              text={draft.text}
              reading={found}
              layer={search.layer}
              item={search.item}
              onAddress={(part) =>
                void navigate({ to: '/documents/new', search: part, replace: true, resetScroll: false })
              }
            />
          </>
        )}
      </Loaded>
    </>
  )
}

function ReadingCount({ reading }: { reading: Reading | undefined }): ReactNode {
  if (!reading) return 'Not filed yet.'
  const { exchanges, statements, officials, claims } = reading
  return `Not filed yet. Read: ${counted(exchanges.length, 'exchange')}, ${counted(statements.length, 'statement')}, ${counted(officials.length, 'official')}, ${counted(claims.length, 'claim')}.`
}
