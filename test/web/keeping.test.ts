// What the record does by itself, set up in the workbench: watches kept from an answer that fire, sources that are asked again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look } from './look.ts'
import { unsound } from './sound.ts'
import { chromiumPath, type Stage, setStage, settled } from './stage.ts'

const told = `Ulaanbaatar, 4 June 2024. Chinese Foreign Minister Wang Yi visited Mongolia on June 3, 2024 and met Mongolian Prime Minister Luvsannamsrain Oyun-Erdene in Ulaanbaatar.`

describe.skipIf(!chromiumPath)('kept by the record', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage()
  }, 240_000)
  afterAll(() => stage?.close())

  const api = async <Value>(path: string, body?: unknown): Promise<Value> =>
    (
      await fetch(
        `${stage.address}/api/${path}`,
        body
          ? {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(body),
            }
          : {},
      )
    ).json() as Promise<Value>

  test('a watch: made from an answer, fires on what is filed, shown on Today, ended', {
    timeout: 180_000,
  }, async () => {
    const { page, context, complaints } = await stage.open('/ask/timeline?states=CHN,MNG&since=2024')
    await page.getByRole('button', { name: 'Turn into a watch' }).click()
    const form = page.getByRole('dialog', { name: 'Turn into a watch' })
    await form.getByLabel('Name').fill('China and Mongolia')
    expect(await form.getByLabel('Tell when').locator('option').allTextContents()).toContain(
      'the answer changes',
    )
    await form.getByLabel('Tell when').selectOption({ label: 'the answer changes' })
    expect(await unsound(page)).toEqual([])
    await look(page, 'watch-form')
    await form.getByRole('button', { name: 'Keep the watch' }).click()
    await form.getByText('★ Kept.').waitFor()
    await form.getByRole('button', { name: 'Close' }).last().click()
    await page.getByRole('link', { name: '★ Watched' }).waitFor()

    await api('documents', { text: told, title: 'Two neighbours', publishedOn: '2024-06-04' })
    await expect
      .poll(async () => (await api<unknown[]>('firings')).length, { timeout: 30_000 })
      .toBeGreaterThan(0)

    await page.goto(`${stage.address}/`)
    const fired = page.locator('section', { hasText: 'Watches that fired' })
    await fired.getByRole('link', { name: 'China and Mongolia' }).click()
    await page.waitForURL(/\/watches\?watch=/)
    await page.getByText('The answer before and now').waitFor()
    await page.reload()
    await page.getByText('The answer before and now').click()
    expect(await unsound(page)).toEqual([])
    await look(page, 'watches')

    await page.getByRole('button', { name: 'Rename China and Mongolia' }).click()
    const naming = page.getByRole('form', { name: 'Rename China and Mongolia' })
    await naming.getByLabel('Name').fill('Two neighbours')
    await naming.getByLabel('Name').press('Enter')
    await page.getByRole('link', { name: 'Two neighbours' }).first().waitFor()
    expect(await api('watches')).toMatchObject([{ name: 'Two neighbours' }])

    await page.getByRole('button', { name: 'Remove Two neighbours' }).click()
    await page.getByRole('button', { name: 'End it' }).click()
    await page.getByText('No watch is kept').waitFor()
    expect(await api('watches')).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test('watches that only the browser kept move over', { timeout: 90_000 }, async () => {
    const { page, context } = await stage.open('/settings')
    await page.evaluate(() =>
      localStorage.setItem(
        'chancery.watches',
        JSON.stringify([
          {
            name: 'highest',
            title: 'From before',
            values: { from: 'CHN', to: 'MNG', since: '2019' },
            seen: '',
          },
          { name: 'no-such-question', title: 'Gone', values: {}, seen: '' },
        ]),
      ),
    )
    await page.goto(`${stage.address}/watches`)
    await page.getByRole('link', { name: 'From before' }).waitFor()
    await page.getByText(/Not kept any more: Gone/).waitFor()
    expect(await page.evaluate(() => localStorage.getItem('chancery.watches'))).toBeNull()
    await context.close()
  })

  test('a source: added, refused in words, paused, asked now, removed', { timeout: 120_000 }, async () => {
    const { page, context } = await stage.open('/settings')
    const form = page.getByRole('form', { name: 'Add a source' })
    await form.getByLabel('Address of a page, feed or sitemap').fill('no address')
    await form.getByRole('button', { name: 'Watch it' }).click()
    await page.getByRole('alert').getByText('is no web address').waitFor()

    await form.getByLabel('Address of a page, feed or sitemap').fill('http://127.0.0.1:9/feed')
    await form.getByLabel('Name').fill('A ministry')
    await form.getByLabel('Asked').selectOption({ label: 'every 3 hours' })
    await form.getByRole('button', { name: 'Watch it' }).click()
    await page.getByText('A ministry').waitFor()
    await page.getByRole('button', { name: 'Pause A ministry' }).click()
    await page.getByText('‖ paused').waitFor()

    await page.getByRole('button', { name: 'Run now: A ministry' }).click()
    await page
      .getByText(/✕ .*private/)
      .first()
      .waitFor()
    expect(await unsound(page)).toEqual([])
    await look(page, 'sources')

    await page.getByRole('button', { name: 'Go on with A ministry' }).click()
    await page.getByRole('button', { name: 'Pause A ministry' }).waitFor()
    await page.getByRole('button', { name: 'Remove A ministry' }).click()
    await page.getByRole('button', { name: 'Remove for good' }).click()
    await page.getByText('No source is watched').waitFor()
    await settled(page)
    expect(await api('sources')).toEqual([])
    await context.close()
  })
})
