// One owner process for each embedded record: PGlite has no lock of its own, and two processes on one folder lose rows.
import { mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { RecordError } from '../errors.ts'

/** Who has the record open. */
export interface Owner {
  pid: number
  /** When the process started, in the kernel's own count; tells a reused pid from the owner. null where /proc is not there. */
  started: string | null
  host: string
  openedAt: string
  /** Where the owner serves the record over HTTP; null when it does not. */
  address: string | null
  /** Words that let this machine's own user in at the address; the lock is for that user's eyes only. */
  key?: string
}

/** Thrown when a live process has the record; `owner.address` is where to talk to it. */
export class RecordInUse extends RecordError {
  readonly owner: Owner
  constructor(folder: string, owner: Owner) {
    super(`the record in ${folder} is open in ${whoIs(owner)}`, whatNext(folder, owner))
    this.owner = owner
  }
}

const whoIs = (owner: Owner): string =>
  owner.pid === process.pid && owner.host === hostname()
    ? 'this very process'
    : `process ${owner.pid}${owner.host === hostname() ? '' : ` on ${owner.host}`}${owner.address ? `, served at ${owner.address}` : ''}`

function whatNext(folder: string, owner: Owner): string {
  if (owner.pid === process.pid && owner.host === hostname())
    return 'Use the one that is open, or close it first.'
  if (owner.address) return `Use it at ${owner.address}, or end process ${owner.pid} first.`
  if (owner.host === hostname())
    return `Wait for process ${owner.pid} to finish, or end it; or open another record with --database.`
  return `End it on ${owner.host}. If that machine is gone for good, remove ${lockOf(folder)}.`
}

const lockOf = (folder: string): string => `${folder.replace(/(?<!\/)\/+$/, '')}.lock`

/** Takes the record's lock; returns the function that gives it back. A dead owner's lock is taken over, and said so. */
export function takeOwnership(folder: string, say: (message: string) => void): () => void {
  const lock = lockOf(folder)
  const self: Owner = {
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    openedAt: new Date().toISOString(),
    address: null,
  }
  if (!create(lock, self)) takeOver(folder, lock, self, say)
  return () => {
    if (isSame(readOwner(lock), self)) rmSync(lock, { force: true })
  }
}

function create(lock: string, owner: Owner): boolean {
  try {
    writeFileSync(lock, JSON.stringify(owner), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new RecordError(
      `cannot write the record's lock ${lock}: ${(error as Error).message}`,
      'Choose a folder you may write beside.',
      error,
    )
  }
}

/** Takes a dead owner's lock. Only one of several processes that find it dead may look again and replace it. */
function takeOver(folder: string, lock: string, self: Owner, say: (message: string) => void): void {
  const found = readOwner(lock)
  if (found && isAlive(found)) throw new RecordInUse(folder, found)
  const release = takeTurn(`${lock}.takeover`, folder, found ?? self)
  try {
    const owner = readOwner(lock)
    if (owner && isAlive(owner)) throw new RecordInUse(folder, owner)
    rmSync(lock, { force: true })
    if (!create(lock, self)) throw new RecordInUse(folder, readOwner(lock) ?? self)
    say(
      `the record's last owner, process ${owner?.pid ?? 'unknown'}, ended without closing it; taking over and recovering`,
    )
  } finally {
    release()
  }
}

// A take-over lasts milliseconds; a folder older than this was left by a process that died in one.
const turnMs = 10_000

function takeTurn(path: string, folder: string, other: Owner): () => void {
  try {
    mkdirSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < turnMs)
      throw new RecordInUse(folder, other)
    rmdirSync(path)
    mkdirSync(path)
  }
  return () => rmSync(path, { recursive: true, force: true })
}

/** Who has this folder's record open; null when nobody alive does. */
export function ownerOf(folder: string): Owner | null {
  const owner = readOwner(lockOf(folder))
  return owner && isAlive(owner) ? owner : null
}

/** Tells this user's other processes where this one serves the record, and the key. Only the owner may. */
export function announceAddress(folder: string, address: string, key?: string): void {
  const lock = lockOf(folder)
  const owner = readOwner(lock)
  if (owner?.pid !== process.pid) return
  rmSync(`${lock}.new`, { force: true })
  writeFileSync(`${lock}.new`, JSON.stringify({ ...owner, address, ...(key ? { key } : {}) }), {
    flag: 'wx',
    mode: 0o600,
  })
  renameSync(`${lock}.new`, lock)
}

/** null: no lock, or one that was cut off while being written (its writer died). */
function readOwner(lock: string): Owner | null {
  try {
    const owner = JSON.parse(readFileSync(lock, 'utf8')) as Owner
    return Number.isInteger(owner.pid) ? owner : null
  } catch {
    return null
  }
}

const isSame = (a: Owner | null, b: Owner): boolean => a?.pid === b.pid && a.openedAt === b.openedAt

/** An owner on another machine is taken for alive: from here nobody can tell. */
function isAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return owner.started === null || owner.started === startOf(owner.pid)
}

/** Field 22 of /proc/PID/stat with the boot it counts from; null where there is no /proc. A zombie has no start: it is dead. */
function startOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    if (fields[0] === 'Z') return 'ended'
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
  } catch {
    return null
  }
}
