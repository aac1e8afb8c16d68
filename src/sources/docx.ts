// A Word document (DOCX) as text: paragraphs, tables as rows with tabs, footnotes behind; title and day of its properties.
import { SourceError } from '../errors.ts'
import { readDay } from './day.ts'
import { type XmlPart, xmlParts } from './xml.ts'
import { type ArchiveEntry, isZip, zipEntries } from './zip.ts'

export interface WordText {
  text: string
  title: string | null
  /** Day the file was made, by its own properties (YYYY-MM-DD); null when they are silent. */
  publishedOn: string | null
}

const body = 'word/document.xml'
// The most that the XML of one document may unpack to.
const maxXml = 100_000_000

/** Whether bytes are a ZIP that holds a Word document. */
export const isWord = (bytes: Uint8Array): boolean =>
  isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(body)

/** Reads a DOCX. Throws SourceError for a broken or locked one. */
export function readWord(bytes: Uint8Array): WordText {
  const entries = new Map(zipEntries(bytes).map((entry) => [entry.name, entry]))
  const main = xmlOf(entries.get(body))
  if (!main) throw new SourceError('The file holds no Word document', 'Save it as DOCX and give that.')
  const properties = propertiesOf(xmlOf(entries.get('docProps/core.xml')))
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].map((name) => textOf(xmlOf(entries.get(name))))
  return { text: [textOf(main), ...notes].filter(Boolean).join('\n\n'), ...properties }
}

const xmlOf = (entry: ArchiveEntry | undefined): string =>
  entry ? new TextDecoder().decode(entry.bytes(maxXml)) : ''

// What stands for something else or is no longer there: deleted words, field codes, the older drawing of a newer one.
const silent = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:pPr',
  'w:rPr',
  'w:tblPr',
])
const spaces: Record<string, string> = { 'w:tab': ' ', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

/** Where the walk is: how deep in tables and in silent parts, and what was written. */
interface Walk {
  lines: string[]
  cells: string[]
  cell: string[]
  tables: number
  silent: number
  words: string
  inText: boolean
}

/** The words of one part, a paragraph a line with an empty line between; a row of a table is one line, its cells apart by tabs. */
function textOf(xml: string): string {
  const walk: Walk = { lines: [], cells: [], cell: [], tables: 0, silent: 0, words: '', inText: false }
  for (const part of xmlParts(xml)) step(walk, part)
  return walk.lines.join('').trim()
}

function step(walk: Walk, part: XmlPart): void {
  if (part.kind === 'text') {
    if (walk.inText && walk.silent === 0) walk.words += part.text
    return
  }
  if (silent.has(part.name)) walk.silent += part.kind === 'open' ? 1 : -1
  if (walk.silent > 0) return
  if (part.kind === 'open') open(walk, part.name)
  else close(walk, part.name)
}

function open(walk: Walk, name: string): void {
  if (name === 'w:t') walk.inText = true
  else if (name === 'w:tbl') walk.tables++
  else walk.words += spaces[name] ?? ''
}

function close(walk: Walk, name: string): void {
  if (name === 'w:t') walk.inText = false
  else if (name === 'w:p') endParagraph(walk)
  else if (name === 'w:tc' && walk.tables === 1) endCell(walk)
  else if (name === 'w:tr' && walk.tables === 1) endRow(walk)
  else if (name === 'w:tbl' && --walk.tables === 0) walk.lines.push('\n')
}

function endParagraph(walk: Walk): void {
  const words = walk.words.replace(/[ \t\u00a0]+/g, ' ').trim()
  walk.words = ''
  if (!words) return
  if (walk.tables > 0) walk.cell.push(words.replace(/\s+/g, ' '))
  else walk.lines.push(words, '\n\n')
}

function endCell(walk: Walk): void {
  walk.cells.push(walk.cell.join(' '))
  walk.cell = []
}

function endRow(walk: Walk): void {
  if (walk.cells.some(Boolean)) walk.lines.push(walk.cells.join('\t'), '\n')
  walk.cells = []
}

function propertiesOf(xml: string): Pick<WordText, 'title' | 'publishedOn'> {
  const found = new Map<string, string>()
  let name = ''
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') found.set(name, (found.get(name) ?? '') + part.text)
    else name = part.kind === 'open' ? part.name : ''
  }
  const title = found.get('dc:title')?.replace(/\s+/g, ' ').trim().slice(0, 500)
  return { title: title || null, publishedOn: readDay(found.get('dcterms:created')) }
}
