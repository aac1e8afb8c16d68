// TAR archives: blocks of 512 bytes, a head before each file.

import { SourceError } from '../errors.ts'
import type { ArchiveEntry } from './zip.ts'

const block = 512

/** Whether bytes start with a tar head whose sum is right. */
export const isTar = (bytes: Uint8Array): boolean =>
  bytes.length >= block && bytes[0] !== 0 && sumOf(bytes, 0) === numberAt(bytes, 148, 8)

/** The files of a tar archive; links, devices and folders are left out. Throws SourceError when a head is broken. */
export function tarEntries(bytes: Uint8Array): ArchiveEntry[] {
  const entries: ArchiveEntry[] = []
  let longName: string | null = null
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0; ) {
    if (sumOf(bytes, at) !== numberAt(bytes, at + 148, 8)) throw broken()
    const size = numberAt(bytes, at + 124, 12)
    const start = at + block
    if (start + size > bytes.length) throw broken()
    const body = bytes.subarray(start, start + size)
    const kind = String.fromCharCode(bytes[at + 156]!)
    if (kind === 'L') longName = wordOf(body)
    else if (kind === 'x') longName = paxPath(body) ?? longName
    else {
      if (kind === '0' || kind === '\0') entries.push(entryOf(longName ?? nameAt(bytes, at), body))
      longName = null
    }
    at = start + Math.ceil(size / block) * block
  }
  return entries
}

const broken = (): SourceError =>
  new SourceError('The archive is broken or cut off', 'Get it again, or unpack it and give the folder.')

const entryOf = (name: string, body: Uint8Array): ArchiveEntry => ({
  name,
  size: body.length,
  bytes: (most) => {
    if (body.length <= most) return body
    throw new SourceError(`${name} has more than ${most.toLocaleString('en')} bytes`, 'Split it.')
  },
})

/** The sum of a head's bytes, its own field counted as blanks. */
function sumOf(bytes: Uint8Array, at: number): number {
  let sum = 0
  for (let i = 0; i < block; i++) sum += i >= 148 && i < 156 ? 32 : bytes[at + i]!
  return sum
}

const wordOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replace(/\0[\s\S]*$/, '')

const numberAt = (bytes: Uint8Array, at: number, length: number): number =>
  Number.parseInt(wordOf(bytes.subarray(at, at + length)).trim() || '0', 8)

/** ustar keeps the first part of a long name apart. */
function nameAt(bytes: Uint8Array, at: number): string {
  const name = wordOf(bytes.subarray(at, at + 100))
  const ustar = wordOf(bytes.subarray(at + 257, at + 263)).startsWith('ustar')
  const prefix = ustar ? wordOf(bytes.subarray(at + 345, at + 500)) : ''
  return prefix ? `${prefix}/${name}` : name
}

/** The path of a pax head: lines of "LENGTH path=NAME". */
const paxPath = (body: Uint8Array): string | null =>
  /(?:^|\n)\d+ path=([^\n]+)\n/.exec(new TextDecoder().decode(body))?.[1] ?? null
