// A document's text with marks over it: set as text and nothing else, whatever it holds.
import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Layer } from './items.ts'
import { cutParagraphs, type Mark, type Paragraph, type Run } from './spans.ts'
import styles from './text.module.css'

interface Props {
  text: string
  marks: Mark[]
  /** How the marks look: the layer's name, or a verdict by key. */
  look: Layer | 'plain' | ((key: string) => string)
  lit: string | null
  /** Called with the key under the pointer, null when it leaves. */
  onPoint(key: string | null): void
  onPick?(key: string): void
  /** The element that holds the text, for who reads selections. */
  holder?: React.RefObject<HTMLDivElement | null>
  /** Scrolls the first run of this key into view when it changes. */
  show?: string | null
  /** Scrolls the sheet alone, never the page: where the list beside has the word. */
  still?: boolean
}

export function MarkedText({
  text,
  marks,
  look,
  lit,
  onPoint,
  onPick,
  holder,
  show,
  still,
}: Props): ReactNode {
  const paragraphs = useMemo(() => cutParagraphs(text, marks), [text, marks])
  const own = useRef<HTMLDivElement>(null)
  const box = holder ?? own
  useEffect(() => {
    const run = show && box.current?.querySelector(`[data-keys~="${CSS.escape(show)}"]`)
    if (run) scrollToRun(run, still === true)
  }, [show])
  const keyAt = (target: EventTarget): string | null =>
    (target as HTMLElement).closest<HTMLElement>('[data-keys]')?.dataset.keys?.split(' ').at(-1) ?? null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing is a help; the list beside does the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      ref={box}
      className={styles.text}
      data-long={paragraphs.length > 300}
      onPointerOver={(event) => onPoint(keyAt(event.target))}
      onPointerLeave={() => onPoint(null)}
      onClick={(event) => {
        const key = keyAt(event.target)
        if (key && !window.getSelection()?.toString()) onPick?.(key)
      }}
    >
      {paragraphs.map((paragraph) => (
        <Lines
          key={paragraph.start}
          text={text}
          paragraph={paragraph}
          look={look}
          lit={litIn(paragraph, lit)}
        />
      ))}
    </div>
  )
}

/** Scrolls the sheet the text lies on where it scrolls by itself, else the page. */
function scrollToRun(run: Element, still: boolean): void {
  const sheet = run.closest('section')
  const scrolls = sheet && sheet.scrollHeight > sheet.clientHeight + 1
  if (!scrolls && !still) run.scrollIntoView({ block: 'center' })
  if (scrolls) {
    const [place, box] = [run.getBoundingClientRect(), sheet.getBoundingClientRect()]
    sheet.scrollBy({ top: place.top - box.top - box.height / 2 })
  }
}

/** `lit` where it lies in this paragraph: the others need no drawing. */
const litIn = (paragraph: Paragraph, lit: string | null): string | null =>
  lit && paragraph.runs.some((run) => run.keys.includes(lit)) ? lit : null

interface LinesProps {
  text: string
  paragraph: Paragraph
  look: Props['look']
  lit: string | null
}

const Lines = memo(function Lines({ text, paragraph, look, lit }: LinesProps): ReactNode {
  if (paragraph.start === paragraph.end) return null
  return (
    <p dir="auto" data-start={paragraph.start}>
      {paragraph.runs.map((run) =>
        run.keys.length ? (
          <Marked key={run.start} text={text} run={run} look={look} lit={lit} />
        ) : (
          text.slice(run.start, run.end)
        ),
      )}
    </p>
  )
})

function Marked({
  text,
  run,
  look,
  lit,
}: {
  text: string
  run: Run
  look: Props['look']
  lit: string | null
}): ReactNode {
  const key = run.keys.at(-1)!
  return (
    <mark
      data-keys={run.keys.join(' ')}
      data-look={typeof look === 'function' ? look(key) : look}
      data-lit={lit !== null && run.keys.includes(lit)}
    >
      {run.opens.map((mark) => (
        <a key={mark.key} href={`#item-${mark.key}`} aria-label={`Reading ${mark.number}`}>
          {mark.number}
        </a>
      ))}
      {text.slice(run.start, run.end)}
    </mark>
  )
}
