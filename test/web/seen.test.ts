// What the record tells, drawn: the life of an exchange, its trip, machine-coded events apart; files of every kind; plots saved; each filter.
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { unsound } from './sound.ts'
import { chromiumPath, type Stage, setStage, settled } from './stage.ts'
import { doubtful } from './texts.ts'

const announced = `Moscow, 1 May 2024. Russian Foreign Minister Sergey Lavrov will visit Mongolia on May 20, 2024, the ministry said.`
const occurred = `Ulaanbaatar, 21 May 2024. Russian Foreign Minister Sergey Lavrov visited Mongolia on May 20, 2024.`
const second = `Astana, 22 May 2024. Russian Foreign Minister Sergey Lavrov visited Kazakhstan on May 21, 2024.`

describe.skipIf(!chromiumPath)('seen', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  const post = async <Value>(path: string, body: unknown): Promise<Value> =>
    (
      await fetch(`${stage.address}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json() as Promise<Value>
  const file = (text: string, publishedOn: string): Promise<{ id: string; exchanges: { id: string }[] }> =>
    post('documents', { text, title: text.slice(0, 30), publishedOn, publisher: `Paper of ${publishedOn}` })

  test('an exchange’s life, each step with its day and source; and its trip', {
    timeout: 120_000,
  }, async () => {
    await file(announced, '2024-05-01')
    const { exchanges } = await file(occurred, '2024-05-21')
    await file(second, '2024-05-22')
    const { page, context, complaints } = await stage.open(`/exchanges/${exchanges[0]!.id}`)
    const life = page.locator('section', { has: page.getByRole('heading', { name: 'Life' }) })
    const steps = await life.locator('li').allTextContents()
    expect(steps[0]).toMatch(/announced said on 1 May 2024.*Paper of 2024-05-01, 19 days ahead/)
    expect(steps[1]).toMatch(/took place said on 21 May 2024.*Paper of 2024-05-21/)
    const trip = page.locator('section', { has: page.getByRole('heading', { name: 'The trip' }) })
    expect(await trip.locator('li').allTextContents()).toEqual([
      expect.stringMatching(/Mongolia 20 May 2024this visit/),
      expect.stringMatching(/Kazakhstan 21 May 2024/),
    ])
    expect(await unsound(page)).toEqual([])
    await look(page, 'life')
    await trip.getByRole('link', { name: 'Kazakhstan' }).click()
    await expect.poll(() => trip.locator('li[aria-current]').textContent()).toContain('Kazakhstan')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('machine-coded events stand beside the pace, clearly apart, only where any are held', {
    timeout: 120_000,
  }, async () => {
    const path = '/ask/pace?a=CHN&b=RUS&with=PRK&since=2019'
    const { page, context, complaints } = await stage.open(path)
    const apart = page.getByRole('complementary', { name: 'Machine-coded events' })
    await page.getByRole('img', { name: /Exchanges by period/ }).waitFor()
    expect(await apart.count()).toBe(0)
    const events = Array.from({ length: 40 }, (_, i) => ({
      id: `e${i}`,
      occurredOn: `${2019 + (i % 5)}-${String((i % 12) + 1).padStart(2, '0')}-10`,
      sourceState: i % 2 ? 'CHN' : 'RUS',
      targetState: 'PRK',
      code: '042',
      kind: '04',
      intensity: 1,
      mentions: 2,
      url: null,
      row: i,
    }))
    await post('coded-events', { source: 'GDELT', file: 'invented.tsv', events })
    await page.reload()
    await apart.getByText('Machine-coded, not sourced.').waitFor()
    await apart.getByRole('img').waitFor()
    expect(await apart.locator('svg').textContent()).toContain('China – North Korea, GDELT')
    expect(await unsound(page)).toEqual([])
    await look(page, 'coded')
    await page.goto(`${stage.address}/pair?a=CHN&b=PRK`)
    await apart.getByRole('img').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('an archive is filed document by document; the chooser offers every kind', {
    timeout: 120_000,
  }, async () => {
    const { page, context, complaints } = await stage.open('/documents/new')
    const accepted = await page.locator('input[type=file]').getAttribute('accept')
    for (const end of ['.docx', '.eml', '.zip', '.tar', '.tgz', '.gz']) expect(accepted).toContain(end)
    const buffer = gzipSync(tarOf({ 'one.txt': `First. ${doubtful}`, 'two.txt': `Second. ${doubtful}` }))
    await page.locator('input[type=file]').setInputFiles([{ name: 'both.tgz', mimeType: '', buffer }])
    await page.getByText('Done: 2 of 2 files.').waitFor({ timeout: 60_000 })
    await look(page, 'archive')
    await page.getByRole('link', { name: /one\.txt/ }).click()
    await page.waitForURL(/\/documents\/(?!new)/)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a plot is saved as SVG and as PNG', { timeout: 90_000 }, async () => {
    const { page, context } = await stage.open('/pair?a=CHN&b=RUS&c=PRK&since=2018-01-01')
    const saved = async (form: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: form }).first().click(),
      ])
      return readFile(await download.path())
    }
    expect((await saved('SVG')).toString()).toMatch(/^<svg[^>]*xmlns/)
    const png = await saved('PNG')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const shown = await page.locator('figure svg[role=img]').first().boundingBox()
    expect(png.readUInt32BE(16)).toBeGreaterThan(shown!.width)
    expect(png.length).toBeGreaterThan(10_000)
    await context.close()
  })

  test.each<[string, (page: Page) => Promise<unknown>, string]>([
    ['kind', (page) => page.getByLabel('Kind').selectOption('call'), 'kind=call'],
    ['level', (page) => page.getByLabel(/Level/).first().selectOption('3'), 'level=3'],
    ['status', (page) => page.getByLabel('Status').selectOption('announced'), 'status=announced'],
    ['since', (page) => page.getByLabel('Since').fill('2023-01-01'), 'since=2023-01-01'],
    ['until', (page) => page.getByLabel('Until').fill('2016-12-31'), 'until=2016-12-31'],
    ['confirmed', (page) => page.getByLabel('Confirmed').selectOption('false'), 'confirmed=false'],
    ['words', (page) => page.getByLabel('Words').fill('Pyongyang'), 'query=Pyongyang'],
    ['states', (page) => chosen(page, 'Between all of', 'mongol', 'Mongolia'), 'states=MNG'],
    ['visitor', (page) => chosen(page, 'Visitor from', 'mongol', 'Mongolia'), 'from=MNG'],
    ['host', (page) => chosen(page, 'Visit to', 'vietn', 'Vietnam'), 'to=VNM'],
    ['person', (page) => chosen(page, 'Person', 'wang yi', 'Wang Yi'), 'person=wang-yi'],
  ])('filter by %s: the address and the list follow', { timeout: 60_000 }, async (_, set, part) => {
    const { page, context, complaints } = await stage.open('/exchanges')
    const all = await page.getByRole('status').first().textContent()
    await set(page)
    await page.waitForURL((url) => url.search.includes(part))
    await settled(page)
    const { total } = (await (await fetch(`${stage.address}/api/exchanges?${part}&limit=1`)).json()) as {
      total: number
    }
    await expect
      .poll(() => page.getByRole('status').first().textContent(), { timeout: 15_000 })
      .toContain(`${total.toLocaleString('en')} exchange`)
    expect(await page.getByRole('status').first().textContent()).not.toBe(all)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('sorted by a press on a heading; the next page comes when the list is scrolled to its end', {
    timeout: 90_000,
  }, async () => {
    const { page, context, complaints } = await stage.open('/exchanges')
    await page.getByRole('table', { name: 'Exchanges' }).getByRole('button').first().click()
    await page.waitForURL(/sort=oldest/)
    await settled(page)
    const asked = page.waitForRequest(/\/api\/exchanges\?.*cursor=/)
    await page.mouse.move(640, 600)
    for (let i = 0; i < 60; i++) await page.mouse.wheel(0, 3000)
    await asked
    expect(complaints).toEqual([])
    await context.close()
  })
})

/** Types into a box of names and takes the one offered. */
async function chosen(page: Page, label: string, typed: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(typed)
  await page.getByRole('option', { name }).first().click()
}

/** A tar archive of text files. */
function tarOf(files: Record<string, string>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const head = Buffer.alloc(512)
    const body = Buffer.from(text)
    head.write(name, 0)
    head.write('0000644\0', 100)
    head.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124)
    head.write('00000000000\0', 136)
    head.write('        0', 148)
    head.write('ustar\x0000', 257)
    const sum = head.reduce((all, byte) => all + byte, 0)
    head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}
