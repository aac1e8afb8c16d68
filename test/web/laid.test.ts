// How pages lie: nothing jumps while they load, an address that names a part lands at it on a phone, paper shows all of a page, every page stands in the table.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { pages } from './pages.ts'
import { chromiumPath, type Stage, setStage, settled } from './stage.ts'
import { report } from './texts.ts'

test('every page of the workbench is opened by its address in some test', () => {
  const routes = readFileSync(join(import.meta.dirname, '../../src/web/routes.tsx'), 'utf8')
  const patterns = [...routes.matchAll(/path: '([^']+)'/g)].map(([, path]) => path!)
  expect(patterns.length).toBeGreaterThan(20)
  const opened = pages.map(({ path }) => path.split('?')[0]!)
  const missing = patterns.filter(
    (pattern) => !opened.some((path) => (patterns.includes(path) ? path === pattern : isOf(path, pattern))),
  )
  // A document has no address before it is filed: workbench.test.ts files one and opens it.
  expect(missing).toEqual(['/documents/$id'])
})

// => isOf('/people/wang-yi', '/people/$id') === true
const isOf = (path: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replace(/\$\w+/g, '[^/]+')}$`).test(path)

describe.skipIf(!chromiumPath)('laid out', () => {
  let stage: Stage
  let filed: string
  beforeAll(async () => {
    stage = await setStage()
    const body = JSON.stringify({ text: long, title: 'Two visits at length', publishedOn: '2024-04-10' })
    const headers = { 'content-type': 'application/json' }
    const sent = await fetch(`${stage.address}/api/documents`, { method: 'POST', headers, body })
    filed = ((await sent.json()) as { id: string }).id
  }, 240_000)
  afterAll(() => stage?.close())

  const main = [
    '/',
    '/documents',
    '/exchanges',
    '/exchanges?states=CHN,PRK&view=timeline',
    '/exchanges/ev-2024-04-08-rus-chn-1',
    '/pair?a=CHN&b=RUS&c=PRK',
    '/people',
    '/people/wang-yi',
    '/people/wang-yi?view=calendar',
    '/states/PRK',
    '/groupings/QUAD',
    '/ask/highest?from=CHN&to=PRK&since=2019',
    '/visits',
    '/visits?view=map',
    '/calendar?left=CHN,RUS,PRK&right=USA,JPN,KOR,PHL&month=2024-04',
    '/queue',
    '/coverage',
    '/settings',
  ]

  test.each([1280, 390])(
    'nothing jumps while a page loads, %i px wide',
    { timeout: 240_000 },
    async (width) => {
      const { page, context } = await stage.open('/nowhere', { viewport: { width, height: 844 } })
      await page.addInitScript(watchShifts)
      const jumping: [string, number][] = []
      for (const path of main) {
        await page.goto(stage.address + path)
        await settled(page)
        await page.waitForTimeout(500)
        const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved)
        if (moved >= 0.05) jumping.push([path, Number(moved.toFixed(3))])
      }
      expect(jumping).toEqual([])
      await context.close()
    },
  )

  test('on a phone an address that names a claim lands at that claim', { timeout: 90_000 }, async () => {
    const { page, context } = await stage.open('/check', { viewport: { width: 390, height: 844 } })
    await page.goto(`${stage.address}/check?document=${filed}&claim=c1`)
    const claim = page.locator('#item-c1')
    await claim.waitFor()
    await page.waitForTimeout(1500)
    const top = await claim.evaluate((one) => one.getBoundingClientRect().top)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(400)
    await look(page, 'claim-on-phone')
    await context.close()
  })

  test.each(['check?document=', 'documents/'])(
    'on paper the whole text stands: %s',
    {
      timeout: 90_000,
    },
    async (path) => {
      const { page, context } = await stage.open(`/${path}${filed}`)
      await page.locator('[aria-label="Text"] p').first().waitFor()
      await page.emulateMedia({ media: 'print' })
      expect(await cutOff(page)).toEqual([])
      expect(await page.locator('nav').first().isVisible()).toBe(false)
      await context.close()
    },
  )
})

const long = `${report}\n\n${'The road between the two capitals is long, and both sides said so at length. '.repeat(120)}`

/** Adds up what moved by itself. */
function watchShifts(): void {
  const counted = window as unknown as { moved: number }
  counted.moved = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[])
      if (!entry.hadRecentInput) counted.moved += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Names of sections whose content is higher than what is shown of it. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main section')].flatMap((one) => {
      const hides = getComputedStyle(one).overflowY !== 'visible'
      return hides && one.scrollHeight > one.clientHeight + 1 ? [one.getAttribute('aria-label') ?? '?'] : []
    }),
  )
