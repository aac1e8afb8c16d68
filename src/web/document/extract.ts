// Has the record take the text out of a file: it knows charsets, HTML, PDF, DOCX and e-mail, and opens archives of them.
import { postBytes } from '../api.ts'
import type { Filed } from './filing.ts'

export interface Extracted {
  text: string
  title: string | null
  publishedOn: string | null
  publisher: string | null
  mediaType: string
}

const archives = ['.zip', '.tar', '.tgz', '.gz']

/** What the chooser offers first. */
export const fileTypes = ['.txt', '.md', '.html', '.htm', '.pdf', '.docx', '.eml', ...archives]

/** Whether it holds several documents: it is filed whole, there is no one text to look at first. */
export const isArchive = (name: string): boolean => archives.some((end) => name.toLowerCase().endsWith(end))

export const extractFile = (file: File): Promise<Extracted> =>
  postBytes<Extracted>('documents/extract', { name: file.name }, file)

/** A document of an archive, and what came of it: filed, or why not. */
export interface Uploaded {
  path: string
  title: string | null
  result: Filed | { title: string; detail?: string; next?: string }
}

export const fileArchive = (file: File, signal: AbortSignal): Promise<Uploaded[]> =>
  postBytes<Uploaded[]>('documents/upload', { name: file.name }, file, signal)
