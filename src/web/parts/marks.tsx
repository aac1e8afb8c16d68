// Small marks that say a status, a level, a verdict or a doubt: always a glyph and a word, never colour alone.
import type { ReactNode } from 'react'
import type { Verdict } from '../../questions/answer.ts'
import type { ExchangeStatus } from '../../reading/reading.ts'
import { dateWords } from '../dates.ts'
import { levelWords, statusWords } from '../words.ts'
import styles from './marks.module.css'

/** `confirmed`: announced by the other side too; a stage of a life, never the status of a row. */
export function StatusMark({ status }: { status: ExchangeStatus | 'confirmed' }): ReactNode {
  const [glyph, word] = statusWords[status] ?? ['·', status]
  return (
    <span className={styles.status} data-status={status}>
      <span aria-hidden="true">{glyph}</span> {word}
    </span>
  )
}

/** "L3", with what level 3 means on hover and for screen readers. */
export function LevelMark({ level }: { level: number | null | undefined }): ReactNode {
  if (!level) return null
  return (
    <abbr className={styles.level} title={`Level ${level}: ${levelWords[level] ?? ''}`}>
      L{level}
    </abbr>
  )
}

const verdicts: Record<Verdict['verdict'], [glyph: string, word: string]> = {
  holds: ['✓', 'Holds'],
  fails: ['✗', 'Fails'],
  untestable: ['?', 'Untestable'],
}

export function VerdictMark({ verdict }: { verdict: Verdict['verdict'] | undefined }): ReactNode {
  const [glyph, word] = verdict ? verdicts[verdict] : ['–', 'No verdict']
  return (
    <span className={styles.verdict} data-verdict={verdict ?? 'none'}>
      <span aria-hidden="true">{glyph}</span> {word}
    </span>
  )
}

/** Marks what is known only in general, or proposed and not yet reviewed. */
export function DoubtMark({
  confirmed,
  review,
}: {
  confirmed: boolean
  review?: string | undefined
}): ReactNode {
  const word = review === 'proposed' ? 'proposed' : confirmed ? null : 'unconfirmed'
  if (!word) return null
  const why =
    word === 'proposed'
      ? 'Read by the program, not yet reviewed'
      : 'Known only in general: no source that gives the date is held'
  return (
    <span className={styles.doubt} title={why}>
      <span aria-hidden="true">◇</span> {word}
    </span>
  )
}

export function DateMark({ edtf }: { edtf: string | null | undefined }): ReactNode {
  return edtf ? (
    <time className={styles.date} title={edtf} dateTime={/^\d{4}(-\d\d){0,2}$/.test(edtf) ? edtf : undefined}>
      {dateWords(edtf)}
    </time>
  ) : (
    <span className={styles.nodate}>no date</span>
  )
}

/** A name with its native script on hover. */
export function NameMark({
  name,
  nativeName,
}: {
  name: string | null
  nativeName?: string | null | undefined
}): ReactNode {
  return nativeName ? (
    <span className={styles.named} title={nativeName}>
      {name}
    </span>
  ) : (
    (name ?? 'unnamed')
  )
}
