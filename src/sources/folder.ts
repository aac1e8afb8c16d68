// Documents of files and folders, one at a time: a bad one is told and passed over.
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ChanceryError, InputError, SourceError } from '../errors.ts'
import type { IndexEntry } from './catalogue.ts'
import { documentFromBytes, idOf, maxBytes, type SourceDocument } from './document.ts'
import { isDocumentName } from './media.ts'

/** A document, or why there is none. */
export type FileOutcome = { path: string; document: SourceDocument } | { path: string; error: ChanceryError }

/** The document of one file. Throws SourceError when it is missing, unreadable, too large or no text. */
export async function documentFromFile(path: string): Promise<SourceDocument> {
  return documentFromBytes(await readBytes(path), { name: path })
}

/** The paths of documents under `path`: itself when a file, else what the folder holds, sorted by name, without dot files. */
export async function listDocuments(path: string): Promise<string[]> {
  const entry = await stat(path).catch((error: unknown) => {
    throw new InputError(`${path} is not there or may not be read`, 'Check the path.', error)
  })
  if (!entry.isDirectory()) return [path]
  const entries = await readdir(path, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const lists = entries.map(async (item) => {
    if (item.name.startsWith('.')) return []
    if (item.isDirectory()) return listDocuments(join(path, item.name))
    return isDocumentName(item.name) ? [join(path, item.name)] : []
  })
  return (await Promise.all(lists)).flat()
}

/** Documents of `paths` in order, each with what `index` knows of it. Never throws for one bad file. */
export async function* documentsFromPaths(
  paths: readonly string[],
  index?: Map<string, IndexEntry>,
): AsyncGenerator<FileOutcome> {
  for (const given of paths) {
    let found: string[]
    try {
      found = await listDocuments(given)
    } catch (error) {
      yield { path: given, error: asChanceryError(error, given) }
      continue
    }
    for (const path of found) yield await outcomeOf(path, index)
  }
}

async function outcomeOf(path: string, index?: Map<string, IndexEntry>): Promise<FileOutcome> {
  try {
    return { path, document: withIndex(await documentFromFile(path), index?.get(idOf(path))) }
  } catch (error) {
    return { path, error: asChanceryError(error, path) }
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

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > maxBytes.pdf)
        throw new SourceError(
          `${path} has ${size.toLocaleString('en')} bytes: too many for one document`,
          'Split it.',
        )
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof SourceError) throw error
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new InputError(`${path} is not there`, 'Check the path.', error)
    throw new SourceError(
      `${path} cannot be read: ${(error as Error).message}`,
      'Check the path and your rights.',
      error,
    )
  }
}
