// A record served to people with accounts, in Chromium: signing in and out, what each role sees, a session that ends in the middle of work.
import type { BrowserContext, Cookie, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addAccount, type Role, roles } from '../../src/record/accounts.ts'
import { openRecord } from '../../src/record/open.ts'
import { look } from './look.ts'
import { unsound } from './sound.ts'
import { chromiumPath, type Stage, setStage, settled } from './stage.ts'
import { doubtful } from './texts.ts'

const password = 'seven quiet otters'

/** An account for each role, called by it, and two more: few tries are let through for one name. */
async function addPeople(location: string): Promise<void> {
  const database = await openRecord(location)
  const names = [...roles.map((role) => [role, role]), ['ana', 'analyst'], ['eva', 'editor']]
  for (const [name, role] of names as [string, Role][])
    await addAccount(database, { name, role, password }, new Date().toISOString())
  await database.close()
}

describe.skipIf(!chromiumPath)('signed in', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ serve: ['--accounts'], before: addPeople })
  }, 240_000)
  afterAll(() => stage?.close())

  async function signIn(page: Page, name: string): Promise<void> {
    await page.getByLabel('Name').fill(name)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  const sessions = new Map<string, Cookie[]>()

  /** A page at `path`, with `name` signed in: by the form, the next time by the session that it gave. */
  async function openAs(name: string, path: string): Promise<{ page: Page; context: BrowserContext }> {
    const cookies = sessions.get(name) ?? []
    const { page, context } = await stage.openRaw(path, { storageState: { cookies, origins: [] } })
    if (!cookies.length) await signIn(page, name)
    await page.waitForURL(stage.address + path)
    await settled(page)
    sessions.set(name, await context.cookies())
    return { page, context }
  }

  /** As if the session's time were over. */
  const endSession = async (page: Page): Promise<void> => {
    await page.context().clearCookies()
  }

  test('a page asked for by nobody leads to the way in, and from there to that very page', {
    timeout: 90_000,
  }, async () => {
    const path = '/exchanges?states=CHN,PRK&level=3&sort=oldest'
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, context } = await stage.openRaw(path, { colorScheme })
      await page.waitForURL(/\/login\?next=/)
      expect(await unsound(page)).toEqual([])
      await look(page, `sign-in-${colorScheme}`)
      await page.getByLabel('Name').fill('reader')
      await page.getByLabel('Password').fill('not the password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('alert').getByText('Name or password is wrong').waitFor()
      expect(await unsound(page)).toEqual([])
      await look(page, `sign-in-wrong-${colorScheme}`)
      await signIn(page, 'reader')
      await page.waitForURL(stage.address + path)
      await page.getByText('Clear filters').waitFor()
      await context.close()
    }
  })

  test('the header says who is signed in; signing out leaves nothing of what was typed', {
    timeout: 90_000,
  }, async () => {
    const { page, context } = await openAs('ana', '/documents/new')
    const header = page.locator('header')
    await header.getByText('ana', { exact: true }).waitFor()
    expect(await unsound(page)).toEqual([])
    await look(page, 'signed-in')
    await page.getByLabel('Text', { exact: true }).fill('A secret of the house.')
    await header.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/login/)
    await page.goto(`${stage.address}/documents/new`)
    await signIn(page, 'ana')
    await page.waitForURL(/\/documents\/new/)
    await settled(page)
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('')
    await context.close()
  })

  test('on a phone the menu says who is signed in', { timeout: 60_000 }, async () => {
    const { page, context } = await openAs('eva', '/')
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: /Menu/ }).click()
    const menu = page.getByRole('dialog')
    await menu.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/login/)
    await context.close()
  })

  test('each role is offered what it may do, and told who may do the rest', {
    timeout: 180_000,
  }, async () => {
    const { page: editor, context } = await openAs('editor', '/documents/new')
    await editor.getByLabel('Text', { exact: true }).fill(doubtful)
    await editor.getByLabel('Published on').fill('2024-04-10')
    await editor.getByRole('button', { name: 'Read it' }).click()
    await editor.getByRole('button', { name: /File it/ }).click()
    await editor.waitForURL(/\/documents\/(?!new)[^?]+/)
    await settled(editor)
    const filed = new URL(editor.url()).pathname
    await context.close()

    const offers: [path: string, words: string | RegExp, least: Role][] = [
      ['/queue', /^Accept/, 'editor'],
      [filed, /^Add what was missed/, 'editor'],
      ['/settings', 'Watch it', 'editor'],
      ['/documents/new', 'Fetch and file', 'analyst'],
      ['/watches', 'Look now', 'analyst'],
      ['/ask/highest?from=CHN&to=PRK&since=2019', /Turn into a watch/, 'analyst'],
    ]
    for (const role of ['reader', 'analyst', 'editor'] as const) {
      const { page, context } = await openAs(role, '/')
      for (const [path, name, least] of offers) {
        await page.goto(stage.address + path)
        await settled(page)
        const offered = page.getByRole('button', { name }).first()
        const may = roles.indexOf(role) >= roles.indexOf(least)
        if (may) await offered.waitFor()
        expect([role, path, await offered.count()]).toEqual([role, path, may ? 1 : 0])
      }
      await page.goto(`${stage.address}/queue`)
      await page.locator('li[data-now=true]').waitFor()
      if (role === 'reader') {
        await page.getByText('Deciding takes the role of editor; you are reader.').waitFor()
        expect(await unsound(page)).toEqual([])
        await page.keyboard.press('a')
        await page.keyboard.press('e')
        await page.keyboard.press('?')
        expect(await page.getByRole('dialog', { name: 'Keys' }).textContent()).not.toContain('accept')
      }
      await context.close()
    }
  })

  test('a session that ends while one writes: signed in over the page, and what was typed is kept', {
    timeout: 120_000,
  }, async () => {
    const { page, context } = await openAs('editor', '/queue')
    await page.locator('li[data-now=true]').waitFor()
    await page.keyboard.press('e')
    const form = page.getByRole('dialog', { name: 'Correct' })
    await form.getByLabel('Date').fill('2023-04-02')
    await form.getByLabel('Reason').fill('The calendar of the ministry says so.')
    await endSession(page)
    await form.getByRole('button', { name: 'Correct' }).click()
    const asks = page.getByRole('dialog', { name: 'Sign in' })
    await asks.getByText('Your session is over.').waitFor()
    expect(await asks.getByLabel('Name').inputValue()).toBe('editor')
    expect(await unsound(page)).toEqual([])
    await look(page, 'session-over')

    await asks.getByRole('button', { name: 'Close' }).click()
    await form.getByRole('alert').getByText('Nobody is signed in').waitFor()
    expect(await form.getByLabel('Reason').inputValue()).toBe('The calendar of the ministry says so.')

    await form.getByRole('button', { name: 'Correct' }).click()
    await asks.getByLabel('Password').fill('not the password')
    await asks.getByLabel('Password').press('Enter')
    await asks.getByText('Name or password is wrong').waitFor()
    await asks.getByLabel('Password').fill(password)
    await asks.getByLabel('Password').press('Enter')
    await page.getByText('The last was corrected.').waitFor()
    await context.close()
  })

  test('going to another page with a session that is over: asked there, and the page comes', {
    timeout: 90_000,
  }, async () => {
    const { page, context } = await openAs('admin', '/')
    await endSession(page)
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    const asks = page.getByRole('dialog', { name: 'Sign in' })
    await asks.getByLabel('Password').fill(password)
    await asks.getByLabel('Password').press('Enter')
    await page.getByRole('table', { name: 'Exchanges' }).locator('[data-row]').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/exchanges')
    await context.close()
  })

  test('where one may sign in elsewhere, that is offered; coming back signed in opens the way', {
    timeout: 90_000,
  }, async () => {
    const { page, context } = await openAs('reader', '/')
    await page.route('**/api/sign-on', (route) =>
      route.fulfill({ json: [{ kind: 'oidc', path: '/login/oidc', name: 'house.example' }] }),
    )
    const [cookie] = await context.cookies()
    await endSession(page)
    await page.keyboard.press('g')
    await page.keyboard.press('e')
    const asks = page.getByRole('dialog', { name: 'Sign in' })
    await asks.getByRole('link', { name: 'Sign in with house.example' }).waitFor()
    expect(await asks.getByLabel('Password').count()).toBe(0)
    expect(await unsound(page)).toEqual([])
    await context.addCookies([cookie!])
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await page.getByRole('table', { name: 'Exchanges' }).locator('[data-row]').first().waitFor()
    expect(await asks.count()).toBe(0)
    await context.close()
  })
})
