import { setTimeout as pause } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'
import { PATIENCE } from '../patience.ts'

/** The phone in the browser, used as a person uses it. */
export interface Chat {
  page: Page
  says(text: string): Promise<void>
  /** Taps the button of that name under the newest message that has one. */
  taps(name: string | RegExp): Promise<void>
  sendsPhoto(png: Buffer): Promise<void>
  /** The next message of the account, after the last one heard, whose text fits. */
  hears(pattern: RegExp): Promise<Locator>
}

export async function openChat(page: Page, address: string): Promise<Chat> {
  await page.goto(address)
  const log = page.getByRole('log')
  const rows = log.locator('.row.oa')
  let heard = await rows.count()
  return {
    page,

    async says(text) {
      await page.getByLabel('Tin nhắn', { exact: true }).fill(text)
      await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    },

    taps: (name) => log.getByRole('button', { name, exact: true }).last().click(),

    sendsPhoto: (png) =>
      page
        .getByLabel('Gửi ảnh', { exact: true })
        .setInputFiles({ name: 'giay-hen-kham.png', mimeType: 'image/png', buffer: png }),

    async hears(pattern) {
      const deadline = Date.now() + PATIENCE
      let texts: string[] = []
      while (Date.now() < deadline) {
        texts = await rows.allInnerTexts()
        const found = texts.findIndex((text, i) => i >= heard && pattern.test(text))
        if (found >= 0) {
          heard = found + 1
          return rows.nth(found)
        }
        await pause(50)
      }
      throw new Error(
        `nobody said ${String(pattern)}; after the last thing heard came: ${JSON.stringify(texts.slice(heard))}`,
      )
    },
  }
}
