// Bytes to text: the charset by byte order mark, HTTP header, meta element, then a guess.
import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import { SourceError } from '../errors.ts'

export interface DecodedText {
  /** Without byte order mark; NUL is U+FFFD, so that every store can hold it and offsets stay. */
  text: string
  /** The encoding's WHATWG name: "utf-8", "windows-1252", "gb18030" … */
  charset: string
}

const byteOrderMarks: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * Decodes `bytes`. `declared` is the charset of the HTTP header, or undefined.
 * A declaration that the bytes contradict (called Latin-1 but whole UTF-8, called UTF-8 but broken) loses to the bytes.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const charset = markedCharset(bytes) ?? chooseCharset(bytes, declared ?? metaCharset(bytes))
  return { text: cleanText(new TextDecoder(charset).decode(bytes)), charset }
}

/** Text that every store can hold: no NUL, no lone surrogates; as long as before. */
export const cleanText = (text: string): string =>
  (text as string & { toWellFormed(): string }).toWellFormed().replaceAll('\0', '\ufffd')

/** Refuses bytes that are no text in any charset: images, archives, programs. `name` is for the message. */
export function refuseBinary(bytes: Uint8Array, name: string): void {
  if (markedCharset(bytes) || wideCharset(bytes)) return
  const head = bytes.subarray(0, 8192)
  const odd = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0)
  if (odd <= 1 + head.length / 100) return
  throw new SourceError(
    `${name} is not text: it looks like a binary file`,
    'Give text, HTML, Markdown, PDF, DOCX, EML or an archive of them.',
  )
}

const isControl = (byte: number): boolean =>
  byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27

const markedCharset = (bytes: Uint8Array): string | undefined =>
  byteOrderMarks.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1]

function chooseCharset(bytes: Uint8Array, declared: string | undefined): string {
  const named = knownCharset(declared)
  const whole = isUtf8(bytes)
  if (whole && (named === undefined || named === 'windows-1252')) return 'utf-8'
  if (named !== undefined && !(named === 'utf-8' && !whole)) return named
  return wideCharset(bytes) ?? guessCharset(bytes)
}

/** The WHATWG name of a label; undefined for none or an unknown one. */
function knownCharset(label: string | undefined): string | undefined {
  if (!label) return undefined
  try {
    return new TextDecoder(label.trim().replace(/^["']|["']$/g, '')).encoding
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: Latin letters leave every second byte zero. */
function wideCharset(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 1024)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++
  })
  const [even, odd] = zeros as [number, number]
  const many = head.length / 4
  if (head.length < 4) return undefined
  if (odd > many && even < odd / 8) return 'utf-16le'
  return even > many && odd < even / 8 ? 'utf-16be' : undefined
}

function guessCharset(bytes: Uint8Array): string {
  const guesses = analyse(bytes.subarray(0, 65_536)).filter((guess) => guess.confidence >= 30)
  for (const guess of guesses) {
    const charset = knownCharset(guess.name)
    // The bytes are known not to be UTF-8 as a whole; a Latin guess reads what the web calls Latin-1.
    if (charset && charset !== 'utf-8') return charset.startsWith('iso-8859-1') ? 'windows-1252' : charset
  }
  return 'windows-1252'
}

/** What an HTML meta element or an XML declaration in the first 4 KB says. */
function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const found =
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head) ??
    /^\s*<\?xml[^>]{0,100}encoding=["']([\w-]{1,40})/i.exec(head)
  return found?.[1]
}
