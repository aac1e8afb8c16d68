// A PDF as a document: lines joined to paragraphs by their places on the page.
import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf'
import { SourceError } from '../errors.ts'

export interface PdfText {
  text: string
  /** The PDF's own title field; null when it has none or a file name. */
  title: string | null
}

const maxPages = 1000

interface PageItem {
  str: string
  x: number
  y: number
  fontSize: number
  hasEOL: boolean
}
interface Line {
  text: string
  y: number
  size: number
}

/** Reads a PDF. Scanned pages give no text. Throws SourceError for a broken, locked or over-long one. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  try {
    // The reader takes the buffer away from its owner: it gets a copy.
    const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
    try {
      if (pdf.numPages > maxPages)
        throw new SourceError(`The PDF has ${pdf.numPages} pages; ${maxPages} at most`, 'Split it.')
      const { items } = await extractTextItems(pdf)
      return { text: items.map(pageText).filter(Boolean).join('\n\n'), title: await titleOf(pdf) }
    } finally {
      await pdf.destroy()
    }
  } catch (error) {
    if (error instanceof SourceError) throw error
    const locked = error instanceof Error && error.name === 'PasswordException'
    const next = locked
      ? 'Save a copy without the password and give that.'
      : 'Open it elsewhere and give its text.'
    throw new SourceError(
      locked ? 'The PDF is locked with a password' : 'The PDF cannot be read',
      next,
      error,
    )
  }
}

async function titleOf(pdf: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string | null> {
  const title = (await getMeta(pdf)).info.Title as unknown
  return typeof title === 'string' && title.trim() && !/\.\w{2,4}$|^untitled/i.test(title.trim())
    ? title.trim().slice(0, 500)
    : null
}

/** One page: lines with their usual distance are one paragraph, a wider gap starts the next. */
function pageText(items: PageItem[]): string {
  const lines = linesOf(items)
  const gaps = lines.slice(1).map((line, i) => Math.abs(lines[i]!.y - line.y))
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const parts = lines.map((line, i) => {
    if (i === 0) return line.text
    const apart = gaps[i - 1]! > usual * 1.35 || Math.abs(line.size - lines[i - 1]!.size) > 1.5
    return (apart ? '\n\n' : '\n') + line.text
  })
  return parts.join('').split('\n\n').map(joinLines).join('\n\n')
}

function linesOf(items: PageItem[]): Line[] {
  const lines: Line[] = []
  let open: Line | null = null
  for (const item of items) {
    if (open && Math.abs(open.y - item.y) > Math.max(2, open.size / 2)) open = null
    if (!open) {
      open = { text: '', y: item.y, size: item.fontSize }
      lines.push(open)
    }
    open.text += item.str
    if (item.hasEOL) open = null
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter((line) => line.text)
}

/** Joins the lines of a paragraph; "coop-" + "eration" is one word. */
const joinLines = (block: string): string => block.replace(/([a-z])-\n(?=[a-z])/g, '$1').replace(/\n/g, ' ')
