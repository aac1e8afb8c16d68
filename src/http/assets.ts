// The built workbench as static files; any other address is a page of it.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Context } from 'hono'

// Where the built workbench lies: beside the built program; seen from the sources, in the build's folder.
const folder = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/web' : '../web', import.meta.url),
)

/** Whether there is a workbench to send. */
export const isWorkbenchBuilt = (): boolean => existsSync(join(folder, 'index.html'))

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.map': 'application/json',
}

/** Sends the file of the path, else the workbench's one page. */
export async function sendAsset(c: Context): Promise<Response> {
  const file = (await readAsset(c.req.path)) ?? (extname(c.req.path) ? null : await readAsset('/index.html'))
  if (!file)
    return c.text(
      extname(c.req.path) ? 'Not found\n' : 'The workbench is not built: run `npm run build`.\n',
      404,
    )
  // Names under /assets carry a hash of their content: they never change.
  const cache = c.req.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
  return c.body(file.bytes, 200, { 'content-type': file.type, 'cache-control': cache })
}

async function readAsset(path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const type = types[extname(path)]
  const local = localPath(path)
  if (!type || !local) return null
  const bytes = await readFile(join(folder, local)).catch(() => null)
  return bytes && { bytes: new Uint8Array(bytes), type }
}

/** The path below the folder; null for one that would climb out of it. */
function localPath(path: string): string | null {
  try {
    const local = normalize(decodeURIComponent(path))
    return local.includes('\0') || local.split(sep).includes('..') ? null : local
  } catch {
    return null
  }
}
