import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 800 }

/**
 * Leaves `<name>-phone.png`, `<name>-phone-dark.png` and the same for a desktop in the folder SHOTS; without that setting it does
 * nothing.
 */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  for (const [size, viewport] of [
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ] as const) {
    await page.setViewportSize(viewport)
    // A chat that was scrolled to its end stays there at the other size.
    if (await page.getByRole('log').count())
      await page
        .getByRole('log')
        .locator('.row')
        .last()
        .scrollIntoViewIfNeeded({ timeout: 1_000 })
        .catch(() => undefined)
    for (const [colorScheme, after] of [
      ['light', ''],
      ['dark', '-dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.screenshot({ path: join(folder, `${name}-${size}${after}.png`) })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (before) await page.setViewportSize(before)
}

/** Leaves `<name>.png` as the phone shows it now; `name` may begin with a folder. */
export async function shootPhone(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  if (!folder) return
  const path = join(folder, `${name}.png`)
  await mkdir(dirname(path), { recursive: true })
  await page.screenshot({ path })
}
