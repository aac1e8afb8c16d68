// A node file system for PGlite that really writes to disk before it says so.
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

interface Stream {
  nfd: number
}
interface NodeModule {
  NODEFS: { stream_ops: { fsync?: (stream: Stream) => number } }
}

// What the kernel says when a disk fails, in the numbers of the WASM side: PostgreSQL then stops rather than go on.
const ioError = 29

/**
 * PGlite's own NodeFS leaves fsync out: killed processes recover, a cut of power loses the record. Here PostgreSQL's
 * fsync of a file or directory is the kernel's.
 */
export class DurableFS extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    const sync = (module: unknown): void => {
      ;(module as NodeModule).NODEFS.stream_ops.fsync = syncStream
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), sync] } }
  }
}

function syncStream(stream: Stream): number {
  try {
    fsyncSync(stream.nfd)
    return 0
  } catch {
    return ioError
  }
}

/**
 * PGlite's start parameters without `-F` (no fsync), with fsync on. `fdatasync`, the usual way to sync the log, is an
 * empty function in the WASM build, so the log is synced with `fsync`.
 */
export const durableStart: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...[
    '-c',
    'fsync=on',
    '-c',
    'wal_sync_method=fsync',
    '-c',
    'full_page_writes=on',
    '-c',
    'synchronous_commit=on',
  ],
]

/** Syncs every file and folder below `folder`, and `folder` itself: used once, before a new record takes its name. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) syncPath(path)
  }
  syncPath(folder)
}

/** Syncs one file or folder. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
