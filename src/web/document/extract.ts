// Has the record take the text out of a file or an address: it knows charsets, HTML and PDF.
import { post, postBytes } from '../api.ts'

export interface Extracted {
  text: string
  title: string | null
  publishedOn: string | null
  publisher: string | null
  mediaType: string
  url?: string | null
}

export const extractFile = (file: File): Promise<Extracted> =>
  postBytes<Extracted>('documents/extract', { name: file.name }, file)

export const extractAddress = async (url: string): Promise<Extracted> => ({
  ...(await post<Extracted>('documents/fetch', { url })),
  url,
})
