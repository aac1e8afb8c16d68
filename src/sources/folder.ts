// Documents of files and folders, one at a time: a bad one is told and passed over.
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, SourceError } from '../errors.ts'
import {
  archiveBounds,
  asChanceryError,
  documentsFromBytes,
  type FileOutcome,
  onlyDocument,
} from './archive.ts'
import { type IndexEntry, readIndex } from './catalogue.ts'
import { maxBytes, type SourceDocument } from './document.ts'
import { isArchiveName, isDocumentName } from './media.ts'

export { asChanceryError, type FileOutcome, withIndex } from './archive.ts'

/** The document of one file. Throws SourceError when it is missing, unreadable, too large or no text. */
export async function documentFromFile(path: string): Promise<SourceDocument> {
  return onlyDocument(await readBytes(path), { name: path })
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
    return isDocumentName(item.name) || isArchiveName(item.name) ? [join(path, item.name)] : []
  })
  return (await Promise.all(lists)).flat()
}

/**
 * Documents of `paths` in order, those of archives too, each with what `index` knows of it; without one, what the folder's own
 * index.jsonl says. Never throws for one bad file.
 */
export async function* documentsFromPaths(
  paths: readonly string[],
  index?: Index,
): AsyncGenerator<FileOutcome> {
  for (const given of paths) {
    let found: string[]
    try {
      found = await listDocuments(given)
    } catch (error) {
      yield { path: given, error: asChanceryError(error, given) }
      continue
    }
    let own = index
    try {
      own ??= await indexOfFolder(given)
    } catch (error) {
      yield { path: join(given, 'index.jsonl'), error: asChanceryError(error, given) }
    }
    for (const path of found) yield* documentsOfFile(path, own)
  }
}

type Index = Map<string, IndexEntry>

/** The documents of one file: one, or those of an archive. Never throws. */
export async function* documentsOfFile(path: string, index?: Index): AsyncGenerator<FileOutcome> {
  try {
    yield* documentsFromBytes(await readBytes(path), { name: path }, index)
  } catch (error) {
    yield { path, error: asChanceryError(error, path) }
  }
}

/** What a folder's index.jsonl says; undefined where there is none. Throws InputError with the line of a broken one. */
export async function indexOfFolder(path: string): Promise<Index | undefined> {
  const file = join(path, 'index.jsonl')
  const there = await stat(file)
    .then((entry) => entry.isFile())
    .catch(() => false)
  return there ? readIndex(file) : undefined
}

/** The bytes of a file. Throws InputError, SourceError. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size > (isArchiveName(path) ? archiveBounds.packed : maxBytes.pdf))
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
