// The words selected in a document's text, as a span of the text: the numbers of marks stand on the page but not in the text.
import type { Span } from '../../language/span.ts'

/** The selection inside `box`, without blanks at its ends; null when nothing there is selected. */
export function selectedSpan(box: Element, text: string): Span | null {
  const selection = window.getSelection()
  if (!selection?.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return null
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start === null || end === null ? null : trimmed(text, { start, end })
}

/** Place in the text of a place on the page; null outside its paragraphs. */
function offsetOf(node: Node, offset: number): number | null {
  const paragraph = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-start]',
  )
  if (!paragraph) return null
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  const shown = before.cloneContents()
  for (const number of shown.querySelectorAll('a')) number.remove()
  return Number(paragraph.dataset.start) + (shown.textContent?.length ?? 0)
}

/** A span without blanks at its ends; null when nothing is left. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  let [from, to] = [Math.max(0, start), Math.min(text.length, end)]
  while (from < to && /\s/.test(text[from]!)) from++
  while (from < to && /\s/.test(text[to - 1]!)) to--
  return from < to ? { start: from, end: to } : null
}

/** Where `words` stand in the text, the place nearest to `near` first; null when they do not. */
export function findWords(text: string, words: string, near = 0): Span | null {
  const wanted = words.trim()
  if (!wanted) return null
  let best: number | null = null
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (best === null || Math.abs(at - near) < Math.abs(best - near)) best = at
  return best === null ? null : { start: best, end: best + wanted.length }
}
