// What every browser test stands on: the built workbench, a server of its own with a new record, and Chromium.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const root = resolve(import.meta.dirname, '../..')

/** Path of a Chromium on this machine; null when there is none. */
export const chromiumPath: string | null =
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null

export interface Stage {
  /** "http://127.0.0.1:PORT" */
  address: string
  browser: Browser
  /** A page at `path`, in a browser session of its own; what it complains of is kept in `complaints`. */
  open(path: string, options?: Parameters<Browser['newContext']>[0]): Promise<Seen>
  /** The same where no page of the workbench may come: nothing is waited for. */
  openRaw(path: string, options?: Parameters<Browser['newContext']>[0]): Promise<Seen>
  close(): Promise<void>
}

export interface Seen {
  page: Page
  context: BrowserContext
  /** Errors of the page and of its console. */
  complaints: string[]
}

interface Setting {
  /** Further arguments of `chancery serve`. */
  serve?: string[]
  /** Done to the record, at this place, before it is served. */
  before?(location: string): Promise<void>
}

/** Builds where needed, starts the server and the browser. */
export async function setStage({ serve = [], before }: Setting = {}): Promise<Stage> {
  buildWorkbench()
  const folder = mkdtempSync(join(tmpdir(), 'chancery-web-'))
  const location = join(folder, 'record')
  await before?.(location)
  const port = await freePort()
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'serve', '--port', String(port), ...serve],
    {
      cwd: root,
      env: { ...process.env, CHANCERY_DATABASE: location },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const address = `http://127.0.0.1:${port}`
  await answering(server, `${address}/healthz`)
  const browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    address,
    browser,
    open: async (path, options) => {
      const seen = await openPage(browser, address + path, options)
      await settled(seen.page)
      return seen
    },
    openRaw: (path, options) => openPage(browser, address + path, options),
    close: async () => {
      await browser.close()
      await stop(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function openPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(url)
  return { page, context, complaints }
}

/** Waits until nothing is being fetched or waited for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(
    () =>
      document.querySelector('main h1, main h2, main [role=alert]') !== null &&
      ![...document.querySelectorAll('[role=status]')].some((one) => one.textContent?.startsWith('Getting ')),
  )
}

/** Builds the workbench when a source is newer than what is built. */
function buildWorkbench(): void {
  const source = join(root, 'src/web')
  const built = join(root, 'dist/web/index.html')
  const newest = Math.max(
    ...readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
  if (existsSync(built) && statSync(built).mtimeMs > newest) return
  // In a process of its own: in this one React would be built as for tests.
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', source, '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  })
}

const freePort = (): Promise<number> =>
  new Promise((give, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => give(port))
    })
  })

async function answering(server: ChildProcess, url: string): Promise<void> {
  let said = ''
  server.stderr?.on('data', (words) => {
    said += words
  })
  for (let tries = 0; tries < 240; tries++) {
    if (server.exitCode !== null) throw new Error(`The server stopped:\n${said}`)
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return
    await new Promise((wake) => setTimeout(wake, 500))
  }
  await stop(server)
  throw new Error(`The server did not answer within two minutes:\n${said}`)
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((done) => {
    server.once('exit', () => done())
    server.kill('SIGTERM')
  })
}
