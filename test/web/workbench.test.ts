// The workbench in a real Chromium: the main job end to end, addresses, accessibility, keyboard, hostile text.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from './pages.ts'
import { unsound } from './sound.ts'
import { chromiumPath, type Stage, setStage, settled } from './stage.ts'
import { doubtful, hostile, report, undated } from './texts.ts'

if (!chromiumPath)
  console.warn('Browser tests are skipped: no Chromium found. Install it, or give its path in CHROMIUM.')

describe.skipIf(!chromiumPath)('workbench', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  const file = async (text: string, title: string): Promise<{ id: string; created: boolean }> =>
    (
      await fetch(`${stage.address}/api/documents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text, title, publishedOn: '2024-04-10' }),
      })
    ).json()

  test('the main job: paste, see what was read, file, check', { timeout: 180_000 }, async () => {
    const { page, context, complaints } = await stage.open('/documents/new')
    await page.getByLabel('Text', { exact: true }).fill(report)
    await page.getByLabel('Title').fill('A visit told by us')
    await page.getByLabel('Published on').fill('2024-04-10')
    await page.getByRole('button', { name: 'Read it' }).click()

    await page.getByText('Not filed yet. Read:').waitFor()
    await page.getByRole('radio', { name: /statements/ }).check({ force: true })
    await page.waitForURL(/layer=statements/)
    expect(await litPair(page, 'We will keep this road open')).toBe(true)

    await page.reload()
    await page.getByText('Not filed yet. Read:').waitFor()
    expect(await page.getByRole('radio', { name: /statements/ }).isChecked()).toBe(true)

    await page.getByRole('button', { name: /File it/ }).click()
    await page.waitForURL(/\/documents\/(?!new)[^?]+/)
    await settled(page)
    expect(await page.locator('h1').textContent()).toBe('A visit told by us')
    expect(await page.locator('[aria-label="Text"]').textContent()).toContain('arrived in Beijing on April 8')

    await page.getByRole('button', { name: 'Check its claims' }).click()
    await page.waitForURL(/\/check\?document=/)
    await settled(page)
    await checkedShows(page)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('filing the same text twice is filing it once', { timeout: 120_000 }, async () => {
    const body = JSON.stringify({
      text: `${report}\n\nTold twice.`,
      title: 'Twice told',
      publishedOn: '2024-04-10',
    })
    const send = async (): Promise<{ id: string; created: boolean }> =>
      (
        await fetch(`${stage.address}/api/documents`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
      ).json()
    const [first, second] = [await send(), await send()]
    expect(second).toMatchObject({ id: first.id, created: false })
    const { page, context } = await stage.open('/documents?query=Twice')
    expect(await page.locator('tbody tr').count()).toBe(1)
    await context.close()
  })

  describe('each address restores its page, and the page is sound in both colour schemes', () => {
    test.each(pages)('$path', { timeout: 90_000 }, async ({ path, shows }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, context, complaints } = await stage.open(path, { colorScheme })
        for (const words of shows)
          await expect.poll(() => wordsOf(page), { timeout: 15_000 }).toContain(words)
        expect(await page.title()).toMatch(/Chancery/)
        expect(await unsound(page)).toEqual([])
        if (!/nowhere|none-such/.test(path)) expect(complaints).toEqual([])
        await context.close()
      }
    })
  })

  test('a part’s own style wins over what plain elements look like, whichever file came first', {
    timeout: 60_000,
  }, async () => {
    const { page, context } = await stage.open('/exchanges')
    const heading = page.locator('nav h2').first()
    expect(await heading.evaluate((one) => getComputedStyle(one).fontSize)).toBe('12px')
    await context.close()
  })

  test('no page is wider than a phone', { timeout: 180_000 }, async () => {
    const { page, context } = await stage.open('/', { viewport: { width: 390, height: 844 } })
    const wide: string[] = []
    for (const { path } of pages) {
      await page.goto(stage.address + path)
      await settled(page)
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(path)
    }
    expect(wide).toEqual([])
    await page.getByRole('button', { name: /Menu/ }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Coverage' }).click()
    await page.waitForURL(/\/coverage/)
    await context.close()
  })

  test('keyboard alone: list of keys, search, going places, rows', { timeout: 90_000 }, async () => {
    const { page, context } = await stage.open('/')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })

    await page.keyboard.press('/')
    await page.getByRole('dialog', { name: 'Search the record' }).waitFor()
    await page.keyboard.type('Mongolia')
    await page
      .getByRole('option', { name: /Mongolia/ })
      .first()
      .waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/(states|people|groupings|exchanges)\//)

    await page.keyboard.press('g')
    await page.keyboard.press('e')
    await page.waitForURL(/\/exchanges$/)
    // The address changes before the page does: rows of the page before are not meant.
    await page.getByRole('table', { name: 'Exchanges' }).locator('[data-row]').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    const first = await page.locator('main [data-row]').first().getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${first}`)
    await context.close()
  })

  test('review by keyboard alone: accept, see it said, take it back', { timeout: 120_000 }, async () => {
    const body = JSON.stringify({ text: doubtful, title: 'To be reviewed', publishedOn: '2024-04-10' })
    await fetch(`${stage.address}/api/documents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const { page, context, complaints } = await stage.open('/queue')
    const waiting = page.locator('li[data-now]')
    await waiting.first().waitFor()
    const before = await waiting.count()
    expect(before).toBeGreaterThan(0)
    expect(await unsound(page)).toEqual([])
    await page.keyboard.press('a')
    await page.getByText('The last was accepted.').waitFor()
    await expect.poll(() => waiting.count(), { timeout: 15_000 }).toBe(before - 1)
    await page.keyboard.press('u')
    await expect.poll(() => waiting.count(), { timeout: 15_000 }).toBe(before)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a text without a day is asked for it, and goes by its first words', {
    timeout: 120_000,
  }, async () => {
    const { page, context, complaints } = await stage.open('/documents/new')
    await page.getByLabel('Text', { exact: true }).fill(undated)
    await page.getByRole('button', { name: 'Read it' }).click()
    const asking = page.getByRole('form', { name: 'Day of publication' })
    await asking.getByLabel('Published on').fill('2024-04-10')
    await asking.getByRole('button').click()
    await page.getByText('8 April 2024').first().waitFor()
    await expect.poll(() => asking.count()).toBe(0)
    expect(await page.locator('h1').textContent()).toBe(undated.split('\n')[0])
    await page.keyboard.press('f')
    await page.waitForURL(/\/documents\/(?!new)[^?]+/)
    await page.getByText('Check its claims').waitFor()
    await expect.poll(() => page.locator('h1').textContent()).toBe(undated.split('\n')[0])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('beside a text: accept by key, add what was missed, take both back', {
    timeout: 120_000,
  }, async () => {
    const filed = await file(doubtful, 'To be judged beside its text')
    const { page, context, complaints } = await stage.open(`/documents/${filed.id}`)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/item=/)
    await page.keyboard.press('a')
    await page.getByText('The last was accepted.').waitFor()
    await page.keyboard.press('u')
    await page.getByText('The last was accepted.').waitFor({ state: 'detached' })

    await page.locator('[aria-label="Text"] p').first().selectText()
    await page.keyboard.press('n')
    const form = page.getByRole('dialog', { name: 'Add what was missed' })
    expect(await form.getByLabel('Words of the text that say it').inputValue()).toBe(doubtful)
    await form.getByRole('combobox', { name: 'States' }).fill('mongol')
    await page.getByRole('option', { name: /Mongolia/ }).click()
    await form.getByLabel('Date').fill('2023-04')
    await form.getByLabel('Reason').fill('It says so in its only sentence.')
    expect(await unsound(page)).toEqual([])
    await form.getByRole('button', { name: 'Add it' }).click()
    await page.getByText('Added.').waitFor()
    const held = async (): Promise<number> =>
      ((await (await fetch(`${stage.address}/api/documents/${filed.id}`)).json()) as { exchanges: unknown[] })
        .exchanges.length
    const before = await held()
    await page.getByText('Added.').locator('..').getByRole('button', { name: 'Take that back' }).click()
    await expect.poll(held, { timeout: 15_000 }).toBe(before - 1)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('several files at once: filed one by one, and what is left outlives a reload', {
    timeout: 120_000,
  }, async () => {
    const { page, context, complaints } = await stage.open('/documents/new')
    const files = Array.from({ length: 30 }, (_, i) => ({
      name: `note-${i}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`Note ${i}. ${doubtful}`),
    }))
    await page.locator('input[type=file]').setInputFiles(files)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByText(/^Stopped: /).waitFor()
    await page.reload()
    await page.getByText(/^Stopped: /).waitFor()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText(/^Done: /).waitFor({ timeout: 60_000 })
    const found = (await (await fetch(`${stage.address}/api/documents?query=Note&limit=100`)).json()) as {
      items: { title: string }[]
    }
    expect(found.items.filter((one) => /^Note \d+\./.test(one.title))).toHaveLength(30)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a text changed at its source without a word is shown as changed', { timeout: 90_000 }, async () => {
    const { page, context } = await stage.open('/')
    await page.route('**/api/documents/*/edits', (route) =>
      route.fulfill({
        json: [
          {
            url: 'https://example.org/a',
            before: { documentId: 'one', recordedAt: '2024-04-10T00:00:00Z' },
            after: { documentId: 'two', recordedAt: '2024-04-11T00:00:00Z' },
            removed: ['He was there.'],
            added: ['He was not there.'],
          },
        ],
      }),
    )
    const filed = await file(doubtful, 'Changed later')
    await page.goto(`${stage.address}/documents/${filed.id}`)
    await page.getByText('1 silent edit at this address').waitFor()
    expect(await page.locator('del').textContent()).toBe('He was there.')
    expect(await page.locator('ins').textContent()).toBe('He was not there.')
    expect(await unsound(page)).toEqual([])
    await context.close()
  })

  test('choosing a state by name puts its code in the address', { timeout: 90_000 }, async () => {
    const { page, context } = await stage.open('/exchanges')
    await page.getByRole('combobox', { name: 'Visit to' }).fill('mongol')
    await page.getByRole('option', { name: /Mongolia/ }).click()
    await page.waitForURL(/to=MNG/)
    await context.close()
  })

  test('a hostile document is shown as text', { timeout: 120_000 }, async () => {
    const body = JSON.stringify({ text: hostile, title: '<img src=x onerror=alert(1)>' })
    const filed = (await (
      await fetch(`${stage.address}/api/documents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
    ).json()) as { id: string }
    const { page, context, complaints } = await stage.open(`/documents/${filed.id}`, {
      viewport: { width: 390, height: 844 },
    })
    expect(await page.locator('h1').textContent()).toBe('<img src=x onerror=alert(1)>')
    expect(await page.locator('[aria-label="Text"]').textContent()).toContain(
      '<script>window.harmed = true</script>',
    )
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
    expect(complaints).toEqual([])
    await context.close()
  })
})

/** All words on the page, with those that stand in fields. */
const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      `${document.body.textContent} ${[...document.querySelectorAll('input')].map((input) => input.value).join(' ')}`,
  )

/** Rests the pointer on the item that holds `words`, and sees whether its place in the text lights up; then the other way. */
async function litPair(page: Page, words: string): Promise<boolean> {
  const item = page.locator('li[id^="item-"]', { hasText: words })
  await item.hover()
  const mark = page.locator('mark[data-lit="true"]', { hasText: words })
  await mark.waitFor()
  await page.locator('h1').hover()
  await page.locator('mark[data-lit="true"]').waitFor({ state: 'detached' })
  await mark
    .or(page.locator('mark', { hasText: words }))
    .first()
    .hover()
  await page.locator('li[data-lit="true"]', { hasText: words }).waitFor()
  return true
}

/** Claims with verdicts and reasons, or the words that say that none was found. */
async function checkedShows(page: Page): Promise<void> {
  const claims = page.locator('li[data-verdict]')
  await claims.first().waitFor()
  await claims.first().locator('button').first().click()
  await page.waitForURL(/claim=c1/)
  const text = await claims.first().textContent()
  expect(text).toMatch(/Holds|Fails|Untestable/)
  for (const part of ['What it was chosen from', 'What we could not have seen', 'How it was counted'])
    expect(text).toContain(part)
  expect(await page.locator('mark[data-look]').count()).toBeGreaterThan(0)
}
