// Archives of documents (ZIP, tar, gzip, and e-mails with files): read entry by entry, in memory, within bounds.
import { gunzipSync } from 'node:zlib'
import { ChanceryError, SourceError } from '../errors.ts'
import { type IndexEntry, indexFromText } from './catalogue.ts'
import { type ByteSource, documentFromBytes, maxBytes, type SourceDocument } from './document.ts'
import { isArchiveName, isDocumentName, mediaOf } from './media.ts'
import { isTar, tarEntries } from './tar.ts'
import { type ArchiveEntry, isZip, zipEntries } from './zip.ts'

/** A document, or why there is none. */
export type FileOutcome = { path: string; document: SourceDocument } | { path: string; error: ChanceryError }

/** What an archive may hold, all archives within it counted together. */
export const archiveBounds = { packed: 500_000_000, total: 1_000_000_000, entries: 50_000, depth: 3 }
const maxGzipRatio = 200
const freeSize = 1_000_000

type Index = Map<string, IndexEntry>

/** What is left of the bounds while an archive is read. */
interface Budget {
  bytes: number
  entries: number
}

/**
 * The documents in `bytes`: one, or those of an archive in the order of its directory, each with what `index` (or the archive's
 * own index.jsonl) says of it. A bad entry is an outcome with its error. Never throws.
 */
export async function* documentsFromBytes(
  bytes: Uint8Array,
  source: ByteSource,
  index?: Index,
): AsyncGenerator<FileOutcome> {
  const budget = { bytes: archiveBounds.total, entries: archiveBounds.entries }
  yield* documentsWithin(bytes, source, { index, budget, depth: 0 })
}

interface Within {
  index: Index | undefined
  budget: Budget
  depth: number
}

async function* documentsWithin(
  bytes: Uint8Array,
  source: ByteSource,
  within: Within,
): AsyncGenerator<FileOutcome> {
  const path = source.name
  try {
    const media = mediaOf(bytes, source.contentType, path)
    if (media === 'archive') yield* documentsOfArchive(bytes, path, within)
    else {
      const document = await documentFromBytes(bytes, source)
      yield { path, document: withIndex(document, within.index?.get(document.id)) }
      if (media === 'email') yield* documentsOfEmail(bytes, path, within)
    }
  } catch (error) {
    yield { path, error: asChanceryError(error, path) }
  }
}

async function* documentsOfArchive(
  bytes: Uint8Array,
  path: string,
  within: Within,
): AsyncGenerator<FileOutcome> {
  if (within.depth >= archiveBounds.depth)
    throw new SourceError(`${path} lies ${within.depth} archives deep`, 'Unpack it and give the folder.')
  const entries = entriesOf(bytes, path, within.budget)
  const { indexOf, faults } = indexesOf(entries, path)
  yield* faults
  for (const entry of entries) {
    if (isHidden(entry.name) || !(isDocumentName(entry.name) || isArchiveName(entry.name))) continue
    const name = `${path}!/${entry.name}`
    try {
      const content = takeEntry(entry, within.budget)
      const index = within.index ?? indexOf(entry.name)
      yield* documentsWithin(content, { name }, { ...within, index, depth: within.depth + 1 })
    } catch (error) {
      yield { path: name, error: asChanceryError(error, name) }
    }
  }
}

async function* documentsOfEmail(
  bytes: Uint8Array,
  path: string,
  within: Within,
): AsyncGenerator<FileOutcome> {
  const { filesOfEmail } = await import('./email.ts')
  for (const file of await filesOfEmail(bytes)) {
    if (!isDocumentName(file.name) && !isArchiveName(file.name)) continue
    const source = { name: `${path}!/${file.name}`, contentType: file.mediaType }
    yield* documentsWithin(file.bytes, source, { ...within, depth: within.depth + 1 })
  }
}

function entriesOf(bytes: Uint8Array, path: string, budget: Budget): ArchiveEntry[] {
  if (isZip(bytes)) return zipEntries(bytes)
  const inner = isTar(bytes) ? bytes : gunzip(bytes, path, budget)
  if (isTar(inner)) return tarEntries(inner)
  // A packed file by itself: "x.txt.gz" holds "x.txt".
  const name = path.replace(/^.*[\\/]/, '').replace(/\.gz$/i, '')
  return [{ name, size: inner.length, bytes: () => inner }]
}

/** Unpacks gzip, of any number of members. Throws SourceError for a broken one, or one that would fill memory. */
export function gunzip(bytes: Uint8Array, path: string, budget: { bytes: number }): Uint8Array {
  const most = Math.min(budget.bytes, Math.max(freeSize, bytes.length * maxGzipRatio))
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    const what = large
      ? `would unpack to more than ${most.toLocaleString('en')} bytes`
      : 'is broken or cut off'
    throw new SourceError(`${path} ${what}`, 'Unpack it yourself and look.', error)
  }
}

function takeEntry(entry: ArchiveEntry, budget: Budget): Uint8Array {
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(entry.name))
    throw new SourceError('Its name points outside the archive', 'Unpack it yourself and look.')
  if (--budget.entries < 0)
    throw new SourceError(
      `The archive holds more than ${archiveBounds.entries.toLocaleString('en')} files`,
      'Split it.',
    )
  const bytes = entry.bytes(
    Math.min(budget.bytes, isArchiveName(entry.name) ? archiveBounds.packed : maxBytes.pdf),
  )
  budget.bytes -= bytes.length
  return bytes
}

/** Files that systems leave behind, and those in hidden folders. */
const isHidden = (name: string): boolean => /(^|[\\/])(\.(?!\.?[\\/])|__MACOSX[\\/])/.test(name)

/** The index of an entry: of the nearest folder above it that has one. A broken index is told and counts as none. */
function indexesOf(
  entries: ArchiveEntry[],
  path: string,
): { indexOf(name: string): Index | undefined; faults: FileOutcome[] } {
  const indexes = new Map<string, Index>()
  const faults: FileOutcome[] = []
  for (const entry of entries) {
    if (!/(^|[\\/])index\.jsonl$/.test(entry.name) || isHidden(entry.name)) continue
    try {
      const text = new TextDecoder().decode(entry.bytes(maxBytes.text))
      indexes.set(entry.name.slice(0, -'index.jsonl'.length), indexFromText(text, entry.name))
    } catch (error) {
      faults.push({ path: `${path}!/${entry.name}`, error: asChanceryError(error, entry.name) })
    }
  }
  const folders = [...indexes.keys()].sort((a, b) => b.length - a.length)
  return {
    indexOf: (name) => indexes.get(folders.find((folder) => name.startsWith(folder)) ?? '\0'),
    faults,
  }
}

/** `document` with what the index says; the index wins over the document's own metadata. */
export function withIndex(document: SourceDocument, entry: IndexEntry | undefined): SourceDocument {
  const known = Object.entries(entry ?? {}).filter(([, value]) => value !== null)
  return { ...document, ...Object.fromEntries(known) }
}

/** An error of ours as it is; any other as one that names `path`. */
export const asChanceryError = (error: unknown, path: string): ChanceryError =>
  error instanceof ChanceryError ? error : new SourceError(`${path} cannot be read`, 'Check the file.', error)

/** The one document in `bytes`. Throws its error, or SourceError when there are none or several. */
export async function onlyDocument(bytes: Uint8Array, source: ByteSource): Promise<SourceDocument> {
  if (mediaOf(bytes, source.contentType, source.name) !== 'archive') return documentFromBytes(bytes, source)
  const found: FileOutcome[] = []
  for await (const outcome of documentsFromBytes(bytes, source)) if (found.push(outcome) > 1) break
  const [first] = found
  if (found.length === 1 && 'document' in first!) return first.document
  if (found.length === 1 && 'error' in first!) throw first.error
  throw new SourceError(
    `${source.name} is an archive of ${found.length ? 'several documents' : 'no document'}`,
    found.length
      ? 'Give it to `chancery ingest`.'
      : 'Give one that holds text, HTML, PDF, DOCX, EML or Markdown.',
  )
}
