// Walks of the work around the main job: a queue corrected and rejected by key, hypotheses with evidence, a person on map and calendar, the tour.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { unsound } from './sound.ts'
import { chromiumPath, type Stage, setStage, settled } from './stage.ts'
import { doubtful } from './texts.ts'

describe.skipIf(!chromiumPath)('walked', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  const get = async <Value>(path: string): Promise<Value> =>
    (await fetch(`${stage.address}/api/${path}`)).json() as Promise<Value>
  const file = async (text: string, title: string): Promise<{ id: string; exchanges: { id: string }[] }> =>
    (
      await fetch(`${stage.address}/api/documents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, title, publishedOn: '2024-04-10' }),
      })
    ).json()

  test('the queue by key: e corrects, x rejects, each is kept by the record', {
    timeout: 120_000,
  }, async () => {
    const corrected = await file(doubtful, 'To be corrected')
    const rejected = await file(
      doubtful.replace('Mongolian', 'Kazakh').replace('Ulaanbaatar', 'Astana'),
      'No',
    )
    const [first, second] = [corrected.exchanges[0]!.id, rejected.exchanges[0]!.id]
    const { page, context, complaints } = await stage.open(`/queue?item=${first}`)
    await page.locator('li[data-now=true]').waitFor()
    await page.keyboard.press('e')
    const form = page.getByRole('dialog', { name: 'Correct' })
    await form.getByLabel('Date').fill('2023-04-02')
    await form.getByLabel('Reason').fill('The calendar of the ministry says so.')
    expect(await unsound(page)).toEqual([])
    await look(page, 'correct')
    await form.getByRole('button', { name: 'Correct' }).click()
    await page.getByText('The last was corrected.').waitFor()
    expect(await get(`exchanges/${first}`)).toMatchObject({ occurredOn: '2023-04-02', review: 'accepted' })

    await page.goto(`${stage.address}/queue?item=${second}`)
    await page.locator('li[data-now=true]').waitFor()
    await page.keyboard.press('x')
    await page.getByText('The last was rejected.').waitFor()
    const { items } = await get<{ items: { id: string }[] }>('exchanges?review=proposed&limit=200')
    expect(items.map((one) => one.id)).not.toContain(second)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('hypotheses: evidence found and rated, the ranking follows, the address restores it', {
    timeout: 120_000,
  }, async () => {
    const { page, context, complaints } = await stage.open('/hypotheses')
    await page.getByLabel('Hypothesis 1').fill('They draw closer.')
    await page.getByLabel('Hypothesis 2').fill('Nothing has changed.')
    await page.getByLabel(/Add evidence/).fill('Pyongyang')
    await page.getByRole('button', { name: /^\+ / }).first().click()
    await page.getByLabel('Rating against hypothesis 1').selectOption('C')
    await page.getByLabel('Reason against hypothesis 1').fill('They met.')
    await page.getByLabel('Rating against hypothesis 2').selectOption('II')
    await page.getByLabel('Reason against hypothesis 2').fill('They had not met for years.')
    await page.getByText('What it was chosen from').waitFor()
    expect(await unsound(page)).toEqual([])
    expect(await page.locator('main').textContent()).toContain('h1: C, They met.; h2: II, They had not met')
    await look(page, 'hypotheses')
    const url = page.url()
    const { page: again, context: other } = await stage.open(url.slice(stage.address.length))
    expect(await again.getByLabel('Reason against hypothesis 2').inputValue()).toBe(
      'They had not met for years.',
    )
    expect(await again.locator('h2', { hasText: 'Result' }).count()).toBe(1)
    await other.close()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a person’s itinerary on a map and a calendar; the address restores the view', {
    timeout: 120_000,
  }, async () => {
    const { page, context, complaints } = await stage.open('/people/wang-yi?view=map')
    await page
      .getByRole('img', { name: /map|where/i })
      .first()
      .waitFor()
    expect(await unsound(page)).toEqual([])
    await look(page, 'person-map')
    await page.getByRole('radio', { name: 'calendar' }).check({ force: true })
    await page.waitForURL(/view=calendar/)
    await page.locator('figure svg').first().waitFor()
    await settled(page)
    expect(await unsound(page)).toEqual([])
    await look(page, 'person-calendar')
    const marks = page.locator('figure [data-id]')
    expect(await marks.count()).toBeGreaterThan(0)
    await marks.first().click()
    await page.waitForURL(/\/exchanges\//)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('the tour leads from step to step to pages with rows', { timeout: 120_000 }, async () => {
    const { page, context, complaints } = await stage.open('/tour')
    for (let step = 1; step <= 5; step++) {
      await page.getByText(`${step} of 5`).waitFor()
      await page.locator('article p a').last().click()
      await page.waitForURL((url) => url.pathname !== '/tour')
      await settled(page)
      expect(await page.getByRole('alert').count()).toBe(0)
      await page.goBack()
      await page.getByText(`${step} of 5`).waitFor()
      if (step < 5) await page.getByRole('navigation', { name: 'Steps' }).getByRole('link').last().click()
    }
    expect(complaints).toEqual([])
    await context.close()
  })

  test('Today shows what was filed since the last visit, and counts what waits', {
    timeout: 90_000,
  }, async () => {
    const { page: before, context } = await stage.open('/')
    await before.getByText('Read a text').waitFor()
    await file(`Seen on Today. ${doubtful}`, 'Seen on Today')
    // A visit lasts as long as its tab.
    const page = await context.newPage()
    await page.goto(`${stage.address}/`)
    await settled(page)
    await page.getByText('New since the last visit').waitFor()
    await page.getByRole('link', { name: 'Seen on Today' }).waitFor()
    const { total } = await get<{ total: number }>('exchanges?review=proposed&limit=1')
    await page.locator('main a[href="/queue"]', { hasText: String(total) }).waitFor()
    expect(await unsound(page)).toEqual([])
    await look(page, 'today')
    await context.close()
  })
})
