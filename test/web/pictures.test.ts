// The main plots against stored pictures, over rows of our own, with a tolerance for other fonts. PICTURES=update stores them anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, type Stage, setStage, settled } from './stage.ts'

const folder = join(import.meta.dirname, 'pictures')
const update = process.env.PICTURES === 'update'

/** Exchanges of a pair that never were: a visit, a meeting or a call every so many days, levels going round. */
function exchangesOf(states: string[], every: number): object[] {
  const kinds = ['visit', 'meeting', 'talks', 'call', 'summit']
  return Array.from({ length: 40 }, (_, i) => {
    const day = new Date(Date.UTC(2018, 0, 5 + i * every)).toISOString().slice(0, 10)
    const level = 1 + ((i * 5) % 7)
    return {
      id: `${states.join('')}-${i}`,
      kind: kinds[i % kinds.length],
      status: 'occurred',
      occurredOn: i % 6 === 5 ? day.slice(0, 7) : day,
      earliest: day,
      latest: day,
      hostState: states[0],
      states,
      confirmed: i % 4 !== 3,
      level,
      review: 'accepted',
      participants: states.map((state, at) => ({
        name: `Person ${at}`,
        state,
        level,
        role: at ? 'visitor' : 'host',
      })),
    }
  })
}

const spread: Record<string, number> = { 'CHN,PRK': 41, 'RUS,PRK': 55, 'CHN,RUS': 29 }

async function answerExchanges(route: Route): Promise<void> {
  const states = new URL(route.request().url()).searchParams.get('states') ?? 'CHN,RUS'
  const items = exchangesOf(states.split(','), spread[states] ?? 40)
  await route.fulfill({ json: { items, next: null, total: items.length } })
}

const flows = [
  'CHN RUS 18',
  'RUS CHN 19',
  'CHN PRK 14',
  'PRK CHN 11',
  'USA JPN 27',
  'JPN USA 18',
  'USA KOR 17',
  'KOR USA 9',
  'JPN KOR 4',
]
  .map((line) => line.split(' ') as [string, string, string])
  .map(([from, to, count]) => ({ from, to, count: Number(count), level: 1, latest: null }))

const cells = Array.from({ length: 96 }, (_, i) => ({
  key: `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')} ${1 + (i % 7)}`,
  count: 1 + ((i * i) % 40),
}))

/** Every answer a plot could ask for, the same on any record. */
async function ourRows(page: Page): Promise<void> {
  await page.route('**/api/exchanges?*', answerExchanges)
  await page.route('**/api/visits*', (route) => route.fulfill({ json: flows }))
  await page.route('**/api/counts?*by=cell*', (route) => route.fulfill({ json: cells }))
}

const plots: [name: string, path: string][] = [
  ['timeline', '/exchanges?states=CHN,RUS&view=timeline'],
  ['lanes', '/pair?a=CHN&b=RUS&c=PRK'],
  ['network', '/visits?view=network'],
  ['map', '/visits?view=map'],
  ['density', '/states/CHN'],
]

describe.skipIf(!chromiumPath)('plots look as stored', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  async function picture(path: string): Promise<Buffer> {
    const { page, context } = await stage.open('/nowhere', { viewport: { width: 1100, height: 1000 } })
    await ourRows(page)
    if (path.startsWith('/states/'))
      await page.route('**/api/exchanges?*', (route) =>
        route.fulfill({ json: { items: exchangesOf(['CHN', 'RUS'], 40), next: 'more', total: 5000 } }),
      )
    await page.goto(stage.address + path)
    await settled(page)
    const plot = page.locator('figure svg[role=img]').last()
    await plot.waitFor()
    await page.waitForTimeout(300)
    const taken = await page.locator('figure').first().screenshot({ animations: 'disabled' })
    await context.close()
    return taken
  }

  test.each(plots)('%s', { timeout: 90_000 }, async (name, path) => {
    const taken = await picture(path)
    const stored = join(folder, `${name}.png`)
    if (update) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(stored, taken)
    }
    expect(await apart(stage, taken, readFileSync(stored))).toBeLessThan(0.02)
  })

  test('another plot is told apart', { timeout: 90_000 }, async () => {
    const taken = await picture('/pair?a=CHN&b=RUS')
    expect(await apart(stage, taken, readFileSync(join(folder, 'lanes.png')))).toBeGreaterThan(0.05)
  })
})

/** Share of two pictures' squares (8 by 8 pixels) whose colours differ by more than an eighth; 1 where their sizes are far apart. */
async function apart(stage: Stage, one: Buffer, other: Buffer): Promise<number> {
  const page = await stage.browser.newPage()
  try {
    return await page.evaluate(
      async (urls) => {
        const squares = await Promise.all(
          urls.map(async (url) => {
            const image = new Image()
            image.src = url
            await image.decode()
            const [width, height] = [Math.round(image.width / 8), Math.round(image.height / 8)]
            const pen = new OffscreenCanvas(width, height).getContext('2d')!
            pen.imageSmoothingQuality = 'high'
            pen.drawImage(image, 0, 0, width, height)
            return { width, height, data: pen.getImageData(0, 0, width, height).data }
          }),
        )
        const [a, b] = squares as [(typeof squares)[0], (typeof squares)[0]]
        if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 4) return 1
        const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
        let far = 0
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const [i, j] = [4 * (y * a.width + x), 4 * (y * b.width + x)]
            if ([0, 1, 2].some((c) => Math.abs(a.data[i + c]! - b.data[j + c]!) > 32)) far++
          }
        return far / (width * height)
      },
      [one, other].map((bytes) => `data:image/png;base64,${bytes.toString('base64')}`),
    )
  } finally {
    await page.close()
  }
}
