// Cuts a text into runs by the marks that lie over it; marks may overlap. Every run knows its marks.
import type { Span } from '../../language/span.ts'

export interface Mark {
  /** What the mark stands for; several marks may share a key. */
  key: string
  /** Number shown before its first run, the same as in the list beside the text. */
  number: number
  spans: Span[]
}

export interface Run extends Span {
  keys: string[]
  /** Marks whose first span starts here. */
  opens: Mark[]
}

export interface Paragraph extends Span {
  runs: Run[]
}

/** Paragraphs of `text` (one a line) with their runs; spans outside the text are cut to it, empty ones dropped. */
export function cutParagraphs(text: string, marks: Mark[]): Paragraph[] {
  const laid = layOut(text, marks)
  let at = 0
  return text.split('\n').map((line) => {
    const paragraph = { start: at, end: at + line.length }
    at = paragraph.end + 1
    return { ...paragraph, runs: cutRuns(paragraph, laid) }
  })
}

interface Laid extends Span {
  mark: Mark
  first: boolean
}

function layOut(text: string, marks: Mark[]): Laid[] {
  return marks
    .flatMap((mark) =>
      mark.spans.map((span, i) => ({
        mark,
        first: i === 0,
        start: Math.max(0, span.start),
        end: Math.min(text.length, span.end),
      })),
    )
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

function cutRuns(paragraph: Span, laid: Laid[]): Run[] {
  const here = laid.filter((span) => span.start < paragraph.end && paragraph.start < span.end)
  const cuts = new Set([paragraph.start, paragraph.end])
  for (const { start, end } of here) {
    if (start > paragraph.start) cuts.add(start)
    if (end < paragraph.end) cuts.add(end)
  }
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(1).map((end, i) => runOf(edges[i]!, end, here))
}

function runOf(start: number, end: number, here: Laid[]): Run {
  const over = here.filter((span) => span.start < end && start < span.end)
  return {
    start,
    end,
    keys: [...new Set(over.map((span) => span.mark.key))],
    opens: over.filter((span) => span.first && span.start === start).map((span) => span.mark),
  }
}
