// ZIP archives by their central directory: entries are listed without unpacking, and unpacked one at a time within bounds.
import { crc32, inflateRawSync } from 'node:zlib'
import { SourceError } from '../errors.ts'

/** One entry of an archive. `bytes` unpacks it: throws SourceError when it is broken, locked, or larger than `most`. */
export interface ArchiveEntry {
  name: string
  /** Size unpacked, in bytes, as the archive says: to be believed only as far as `bytes` goes. */
  size: number
  bytes(most: number): Uint8Array
}

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 }
const stored = 0
const deflated = 8
// A packed text is a tenth of itself, a list of equal rows a fiftieth: past this it is made to fill memory.
const maxRatio = 200
const freeSize = 1_000_000

/** Whether bytes start as a ZIP does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/** The files of a ZIP, folders left out. Throws SourceError when its directory cannot be read. */
export function zipEntries(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  const entries: ArchiveEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.central) throw broken()
    const head = headOf(view, bytes, at)
    if (!head.name.endsWith('/'))
      entries.push({
        name: head.name,
        size: head.size,
        bytes: (most) => unpack(bytes, view, head, most),
      })
    at = head.next
  }
  return entries
}

const broken = (): SourceError =>
  new SourceError('The archive is broken or cut off', 'Get it again, or unpack it and give the folder.')

/** The end record stands behind everything but a comment of at most 64 KB. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== signatures.end) continue
    if (view.getUint32(at + 16, true) === 0xffffffff || view.getUint16(at + 10, true) === 0xffff)
      throw new SourceError('The archive is of the ZIP64 kind', 'Unpack it and give the folder.')
    return at
  }
  throw broken()
}

interface Head {
  name: string
  size: number
  packed: number
  method: number
  locked: boolean
  check: number
  local: number
  next: number
}

function headOf(view: DataView, bytes: Uint8Array, at: number): Head {
  const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) =>
    view.getUint16(at + offset, true),
  )
  const nameEnd = at + 46 + nameLength!
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    method: view.getUint16(at + 10, true),
    locked: (view.getUint16(at + 8, true) & 1) === 1,
    check: view.getUint32(at + 16, true),
    local: view.getUint32(at + 42, true),
    next: nameEnd + extraLength! + noteLength!,
  }
}

function unpack(bytes: Uint8Array, view: DataView, head: Head, most: number): Uint8Array {
  if (head.locked)
    throw new SourceError(`${head.name} is locked with a password`, 'Unpack it and give the file.')
  refuseBomb(head, most)
  const body = bodyOf(bytes, view, head)
  const content = head.method === stored ? body : inflate(body, head)
  if (crc32(content) !== head.check) throw broken()
  return content
}

function refuseBomb({ name, size, packed }: Head, most: number): void {
  const bomb = size > freeSize && size > packed * maxRatio
  if (!bomb && size <= most) return
  const why = bomb ? `${maxRatio} times what is packed` : `${most.toLocaleString('en')} bytes`
  throw new SourceError(`${name} would unpack to more than ${why}`, 'Unpack it yourself and look.')
}

function bodyOf(bytes: Uint8Array, view: DataView, { local, packed }: Head): Uint8Array {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== signatures.local) throw broken()
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packed > bytes.length) throw broken()
  return bytes.subarray(start, start + packed)
}

/** Unpacks to the size that the directory names and not a byte more: a directory that lies is a broken archive. */
function inflate(body: Uint8Array, { method, name, size }: Head): Uint8Array {
  if (method !== deflated)
    throw new SourceError(
      `${name} is packed in a way (${method}) not read here`,
      'Unpack it and give the file.',
    )
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw broken()
  }
}
