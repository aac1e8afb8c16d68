// What changed at the source without a word: sentences gone and sentences new, between two retrievals of one address.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SilentEdit } from '../../record/edits.ts'
import { get } from '../api.ts'
import { instantWords } from '../dates.ts'
import { counted } from '../words.ts'
import styles from './edits.module.css'

export function SilentEdits({ documentId }: { documentId: string }): ReactNode {
  const edits = useQuery({
    queryKey: ['document', documentId, 'edits'],
    queryFn: () => get<SilentEdit[]>(`documents/${encodeURIComponent(documentId)}/edits`),
  })
  if (!edits.data?.length) return null
  return (
    <details className={styles.edits} open>
      <summary>⚠ {counted(edits.data.length, 'silent edit')} at this address</summary>
      {edits.data.map((edit) => (
        <Edit key={edit.after.documentId} edit={edit} documentId={documentId} />
      ))}
    </details>
  )
}

function Edit({ edit, documentId }: { edit: SilentEdit; documentId: string }): ReactNode {
  const other = edit.after.documentId === documentId ? edit.before : edit.after
  return (
    <section>
      <p>
        Between {instantWords(edit.before.recordedAt)} and {instantWords(edit.after.recordedAt)} the text was
        changed. This is the {other === edit.before ? 'later' : 'earlier'} one;{' '}
        <Link to="/documents/$id" params={{ id: other.documentId }}>
          open the {other === edit.before ? 'earlier' : 'later'}
        </Link>
        .
      </p>
      <Sentences word="Gone" glyph="−" sentences={edit.removed} />
      <Sentences word="New" glyph="+" sentences={edit.added} />
    </section>
  )
}

function Sentences({
  word,
  glyph,
  sentences,
}: {
  word: string
  glyph: string
  sentences: string[]
}): ReactNode {
  if (!sentences.length) return null
  const Change = word === 'Gone' ? 'del' : 'ins'
  return (
    <>
      <h2>{word}</h2>
      <ul className={styles.sentences}>
        {sentences.map((sentence, i) => (
          <li key={i}>
            <b aria-hidden="true">{glyph}</b> <Change>{sentence}</Change>
          </li>
        ))}
      </ul>
    </>
  )
}
