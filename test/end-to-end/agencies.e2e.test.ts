import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Application, staffLogin, startApplication } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { signIn } from './desk.ts'
import { inaccessible, NARROWEST, overflowing } from './page-faults.ts'
import { DESKTOP, shoot } from './shots.ts'

let browser: Browser
let application: Application
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let page: Page
let publicUrl: string

beforeAll(async () => {
  browser = await startBrowser()
  folder = await temporaryFolder('agencies')
  const port = await freePort()
  publicUrl = `http://localhost:${port}`
  application = await startApplication({ DATA_DIR: folder.path, PORT: String(port), PUBLIC_URL: publicUrl })
  const office = await browser.newContext({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: DESKTOP })
  page = await office.newPage()
  await signIn(page, staffLogin(application.output()))
})
afterAll(async () => {
  await browser.close()
  await application.stop()
  await folder.remove()
})

const go = (path: string) => page.goto(`${publicUrl}${path}`)

describe('an administrator', () => {
  it('gives an agency its telephone, merges another into it, and finds both in the list', async () => {
    await go('/staff/agencies?q=dat mui')
    await page.getByRole('link', { name: 'UBND xã Đất Mũi' }).click()
    const change = page.locator('form', { has: page.getByRole('button', { name: 'Ghi thay đổi' }) })
    await change.getByLabel('Điện thoại').fill('0290 3 831 111')
    await change.getByLabel('Nơi tiếp dân').fill('Ấp Mũi, cạnh chợ')
    await change.getByLabel('Lý do').fill('Lắp máy bàn mới')
    await change.getByRole('button').click()
    await page.getByText('Đã ghi thay đổi.').waitFor()
    await shoot(page, 'agency-changed')

    await go('/staff/agencies/H12.99.016')
    await page.getByRole('heading', { name: 'Thôi hoạt động' }).click()
    const close = page.locator('form', { has: page.getByRole('button', { name: 'Ghi thôi hoạt động' }) })
    await close.getByLabel('Cơ quan kế tục').selectOption({ label: 'UBND xã Đất Mũi' })
    await close.getByLabel('Lý do').fill('Nghị quyết sắp xếp xã')
    await close.getByRole('button').click()
    await page.getByText('Đã ghi ngày thôi hoạt động.').waitFor()
    await shoot(page, 'agency-closed')

    await go('/staff/agencies')
    const closed = page.getByRole('table', { name: 'Đã thôi hoạt động' })
    await closed.getByText('nay: UBND xã Đất Mũi').waitFor()
    await shoot(page, 'agencies')
  })

  it('closes offices for a day, and learns which hours cannot be', async () => {
    await go('/staff/calendars')
    await page.getByText('Thêm ngày nghỉ').click()
    const closure = page.locator('form', { has: page.getByRole('button', { name: 'Ghi ngày nghỉ' }) })
    const year = new Date().getFullYear() + 1
    await closure.getByLabel('Ngày nghỉ').fill(`${year}-03-03`)
    await closure.getByLabel('Lý do').fill('Nghỉ tránh bão')
    await closure.getByRole('button').click()
    await page.getByText('Đã ghi.').waitFor()

    await page.getByText('Đổi giờ làm việc, thêm lịch').click()
    const hours = page.locator('form', { has: page.getByRole('button', { name: 'Ghi giờ làm việc' }) })
    await hours.getByLabel('Có hiệu lực từ ngày').fill(`${year}-03-04`)
    await hours.getByLabel('thứ Hai').fill('07:00-11:00, 10:00-12:00')
    await hours.getByLabel('Lý do').fill('Quyết định 12')
    await hours.getByRole('button').click()
    await page.getByText('các buổi chồng nhau').first().waitFor()
    await shoot(page, 'calendars-refused')
    expect(await hours.getByLabel('thứ Hai').inputValue()).toBe('07:00-11:00, 10:00-12:00')
  })

  it.each([
    ['agencies', '/staff/agencies'],
    ['agency', '/staff/agencies/H12.99.017'],
    ['agency-new', '/staff/agencies/new'],
    ['agencies-import', '/staff/agencies/import'],
    ['calendars', '/staff/calendars'],
  ])('reads %s on a narrow phone, and so does whoever hears it', async (name, path) => {
    await page.setViewportSize(NARROWEST)
    await go(path)
    expect([await overflowing(page), await inaccessible(page)]).toEqual([[], []])
    await shoot(page, name)
  })
})
