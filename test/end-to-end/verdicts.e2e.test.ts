import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { startApplication } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { forge, installYesterday, openAgencyBooks } from './agency-books.ts'
import { PHONE, shootPhone } from './shots.ts'

const HOUR = 3_600_000

it('shows every verdict by day and by night, on the page behind a code and in the app by its number', async () => {
  const folder = await temporaryFolder('verdicts')
  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  await installYesterday(folder.path)
  const application = await startApplication({ DATA_DIR: folder.path, PORT: String(port), PUBLIC_URL: publicUrl })
  const [, code] = /^Post: .* {2}chot-1 {2}(\S+)$/m.exec(application.output())!
  const books = await openAgencyBooks(folder.path)
  const browser = await startBrowser()
  try {
    const now = Math.floor(Date.now() / 1000) * 1000
    const valid = await books.grant('a1', { terms: { companions: 2, days: 127, from: 0, to: 48 } })
    const early = await books.grant('a2', { validFrom: now + HOUR, validUntil: now + 9 * HOUR })
    const expired = await books.grant('a3', { validFrom: now - 9 * HOUR, validUntil: now - HOUR })
    const revoked = await books.grant('a4', { revokedAt: Date.now(), revokedBecause: 'Biển số không đúng' })
    const forged = await forge(valid)
    const lost = await books.grant('a5', { keyId: '0199' })
    const pages: [verdict: string, word: string, digits: string][] = [
      ['valid', 'HỢP LỆ', valid.digits],
      ['early', 'CHƯA HIỆU LỰC', early.digits],
      ['expired', 'HẾT HẠN', expired.digits],
      ['revoked', 'ĐÃ THU HỒI', revoked.digits],
      ['forged', 'GIẢ MẠO', forged.digits],
      ['unknown', 'KHÔNG RÕ', valid.digits.slice(0, -4)],
    ]
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: PHONE, colorScheme, javaScriptEnabled: false })
      for (const [verdict, word, digits] of pages) {
        await page.goto(`${publicUrl}/p/${digits}`)
        expect(await page.locator('h1').innerText()).toBe(word)
        expect(await fitsOneScreen(page), `${verdict} on one screen`).toBe(true)
        await shootPhone(page, `verdicts/page-${verdict}-${colorScheme === 'light' ? 'day' : 'night'}`)
      }
      await page.close()
    }

    const app = await browser.newPage({ viewport: PHONE, colorScheme: 'light' })
    await app.goto(`${publicUrl}/checkpoint`)
    await app.getByLabel('Mã chốt').fill('chot-1')
    await app.getByLabel('Mã đăng nhập').fill(code!)
    await app.getByRole('button', { name: 'Đăng nhập' }).click()
    await app.getByText(/^Danh sách lúc/).waitFor()
    const numbers: [verdict: string, colour: string, number: string][] = [
      ['valid', 'green', valid.number],
      ['early', 'red', early.number],
      ['expired', 'red', expired.number],
      ['revoked', 'red', revoked.number],
      ['forged', 'red', lost.number],
      ['unknown', 'red', '2222-2222'],
    ]
    for (const time of ['day', 'night'] as const) {
      for (const [verdict, colour, number] of numbers) {
        await app.getByRole('button', { name: 'Nhập số giấy' }).click()
        await app.getByLabel('Số giấy').fill(number.toLowerCase().replace('-', ' '))
        await app.getByRole('button', { name: 'Tra số giấy' }).click()
        const screen = app.locator('[data-verdict]')
        await screen.waitFor()
        expect(await screen.getAttribute('data-verdict')).toBe(verdict)
        expect(await screen.getAttribute('data-colour')).toBe(colour)
        await shootPhone(app, `verdicts/app-${verdict}-${time}`)
        await app.getByRole('button', { name: 'Quét tiếp' }).click()
      }
      await app.context().setOffline(true)
      await app.getByRole('button', { name: 'Nhập số giấy' }).click()
      await app.getByLabel('Số giấy').fill(valid.number)
      await app.getByRole('button', { name: 'Tra số giấy' }).click()
      await app.locator('[data-colour=amber]').waitFor()
      await shootPhone(app, `verdicts/app-amber-${time}`)
      await app.getByRole('button', { name: 'Quét tiếp' }).click()
      await app.context().setOffline(false)
      await app.getByRole('button', { name: 'Ban đêm' }).click()
    }
  } finally {
    await browser.close()
    await books.close()
    await application.stop()
    await folder.remove()
  }
})

const fitsOneScreen = (page: Page): Promise<boolean> =>
  page.locator('html').evaluate((root) => root.scrollHeight <= root.clientHeight + 1)
