// Pictures of a page to be looked at by a person, at two widths in both colour schemes: only where LOOK names a folder for them.
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = process.env.LOOK

/** Leaves the page as it was. */
export async function look(page: Page, name: string): Promise<void> {
  if (!folder) return
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      // Plots are drawn anew for the width.
      await page.waitForTimeout(800)
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true })
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.emulateMedia({ colorScheme: null })
}
