// An e-mail (EML) as a document: its words, subject, sender and day; files that it carries are documents of their own.
import PostalMime, { type Email } from 'postal-mime'
import { SourceError } from '../errors.ts'
import { readDay } from './day.ts'
import { readPage } from './html.ts'

export interface EmailText {
  text: string
  title: string | null
  /** The Date header's own day, in the sender's time zone. */
  publishedOn: string | null
  /** Name of the sender, else the address. */
  publisher: string | null
}
export interface EmailFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** Reads an e-mail. Throws SourceError for one that cannot be taken apart. */
export async function readEmail(bytes: Uint8Array): Promise<EmailText> {
  const mail = await parse(bytes)
  const date = mail.headers.find((header) => header.key === 'date')?.value
  return {
    text: textOf(mail),
    title: mail.subject?.replace(/\s+/g, ' ').trim().slice(0, 500) || null,
    publishedOn: readDay(date),
    publisher: mail.from?.name?.trim() || mail.from?.address || null,
  }
}

/** The files an e-mail carries, in order. */
export async function filesOfEmail(bytes: Uint8Array): Promise<EmailFile[]> {
  const { attachments } = await parse(bytes)
  return attachments.flatMap(({ filename, mimeType, content }) =>
    filename && typeof content !== 'string'
      ? [{ name: filename, mediaType: mimeType, bytes: new Uint8Array(content) }]
      : [],
  )
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: 50, attachmentEncoding: 'arraybuffer' })
  } catch (error) {
    throw new SourceError('The e-mail cannot be taken apart', 'Save its text and give that instead.', error)
  }
}

/** The plain words where the sender gave them; else those of the page. */
function textOf({ text, html }: Email): string {
  if (text?.trim()) return text.replace(/\r\n/g, '\n').trim()
  return html ? readPage(html).text : ''
}
