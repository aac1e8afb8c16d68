// Has the record take the text out of a file: it knows charsets, HTML and PDF.
import { postBytes } from '../api.ts'

export interface Extracted {
  text: string
  title: string | null
  publishedOn: string | null
  publisher: string | null
  mediaType: string
}

export const extractFile = (file: File): Promise<Extracted> =>
  postBytes<Extracted>('documents/extract', { name: file.name }, file)
