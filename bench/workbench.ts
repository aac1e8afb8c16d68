// The workbench over a large record, in Chromium: the longest task of the page's main thread while it loads, and while it is scrolled, moved
// along and typed in. Milliseconds of the processor; in brackets on the clock.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { openRecord } from '../src/record/open.ts'
import { serveRecord } from './served.ts'
import { fillWorld, stateCode } from './world.ts'

const exchanges = Number(process.env.CHANCERY_BENCH_EXCHANGES ?? 100_000)
const [A, B, C] = [stateCode(2), stateCode(3), stateCode(5)]

/** What is done on a page once it has loaded. */
type Act = (page: Page) => Promise<void>

const scroll: Act = async (page) => {
  for (let i = 0; i < 25; i++) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(60)
  }
}
const press =
  (key: string, times: number): Act =>
  async (page) => {
    for (let i = 0; i < times; i++) {
      await page.keyboard.press(key)
      await page.waitForTimeout(40)
    }
  }
const typed =
  (words: string): Act =>
  async (page) => {
    await page.keyboard.press('/')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type(words, { delay: 80 })
    await page.waitForTimeout(800)
  }

const cases: [name: string, path: string, act: Act][] = [
  ['table, scrolled', '/exchanges', scroll],
  ['table, j pressed 60 times', '/exchanges', press('j', 60)],
  ['all on a time axis, one cell opened', '/exchanges?view=timeline', openCell],
  [`${A} and ${B} on a time axis`, `/exchanges?states=${A},${B}&view=timeline`, scroll],
  ['pair and third', `/pair?a=${A}&b=${B}&c=${C}`, scroll],
  ['state', `/states/${A}`, scroll],
  ['matrix', '/visits', scroll],
  ['network, slider moved', '/visits?view=network', slide],
  ['people, scrolled', '/people', scroll],
  ['answer', `/ask/highest?from=${A}&to=${B}`, scroll],
  ['search typed', '/', typed('minister')],
  ['coverage', '/coverage', scroll],
]

async function openCell(page: Page): Promise<void> {
  await page.locator('[data-id]').nth(20).dispatchEvent('click')
  await page.waitForTimeout(1500)
}

async function slide(page: Page): Promise<void> {
  await page.getByRole('slider', { name: 'From' }).focus()
  await press('ArrowRight', 12)(page)
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'))
  const location = process.env.CHANCERY_BENCH_RECORD ?? join(folder, 'record')
  if (!process.env.CHANCERY_BENCH_RECORD) await fill(location)
  const { server, address } = await serveRecord(location)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  try {
    const size = exchanges.toLocaleString('en')
    console.log(
      `| page over ${size} exchanges | loaded, ms | longest task until then | longest after | over 50 ms after |`,
    )
    console.log('| --- | --: | --: | --: | --: |')
    for (const [name, path, act] of cases)
      console.log(`| ${name} | ${await measure(browser, address + path, act)} |`)
  } finally {
    await browser.close()
    server.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(browser: Browser, url: string, act: Act): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const start = performance.now()
  const before = await traced(browser, page, async () => {
    await page.goto(url)
    await page.waitForLoadState('networkidle')
    await page.waitForFunction(
      () =>
        ![...document.querySelectorAll('[role=status]')].some((one) =>
          one.textContent?.startsWith('Getting '),
        ),
    )
  })
  const loaded = Math.round(performance.now() - start)
  // A first drawing that is still under way is loading.
  await page.waitForTimeout(500)
  const after = await traced(browser, page, () => act(page))
  await page.close()
  return [loaded, longest(before), longest(after), after.filter((one) => one.cpu > 50).length].join(' | ')
}

/** A task of the page's main thread, in ms: of the processor, and on the clock, where other programs at work count too. */
interface Task {
  cpu: number
  clock: number
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  dur?: number
  tdur?: number
  args: { name?: string }
}

async function traced(browser: Browser, page: Page, work: () => Promise<void>): Promise<Task[]> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const main = new Set(
    traceEvents
      .filter((one) => one.name === 'thread_name' && one.args.name === 'CrRendererMain')
      .map((one) => `${one.pid} ${one.tid}`),
  )
  return traceEvents
    .filter((one) => one.name === 'RunTask' && main.has(`${one.pid} ${one.tid}`))
    .map((one) => ({ cpu: (one.tdur ?? 0) / 1000, clock: (one.dur ?? 0) / 1000 }))
}

/** "41 (63)" */
const longest = (tasks: Task[]): string => {
  const most = (of: keyof Task): number => Math.round(Math.max(0, ...tasks.map((one) => one[of])))
  return `${most('cpu')} (${most('clock')})`
}

async function fill(path: string): Promise<void> {
  const start = performance.now()
  const database = await openRecord(path)
  await fillWorld(database, exchanges)
  await database.close()
  console.error(`filled in ${Math.round((performance.now() - start) / 1000)} s`)
}
