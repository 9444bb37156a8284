import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Application, staffLogin, startApplication } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { inaccessible, overflowing } from './page-faults.ts'
import { PHONE, shootPhone } from './shots.ts'

const CHOSEN = 'bánh xèo đạp xe ra biển'

let browser: Browser
let application: Application
let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeAll(async () => {
  browser = await startBrowser()
  folder = await temporaryFolder('invite')
  const port = String(await freePort())
  const settings = { DATA_DIR: folder.path, PORT: port, PUBLIC_URL: `http://localhost:${port}` }
  application = await startApplication(settings)
})
afterAll(async () => {
  await browser.close()
  await application.stop()
  await folder.remove()
})

/** Whichever list is the first page of somebody. */
async function signIn(page: Page, { url, email, password }: { url: string; email: string; password: string }) {
  await page.goto(url)
  await page.getByLabel('Địa chỉ e-mail').fill(email)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('link', { name: /Tài khoản của tôi/ }).waitFor()
}

it('somebody is invited, sets a password on a phone without typing the code, and signs in; the link is over then', async () => {
  const phone = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: PHONE }
  const office = await browser.newContext({ ...phone, javaScriptEnabled: false })
  const page = await office.newPage()
  const login = staffLogin(application.output())
  await signIn(page, login)
  await page.getByRole('link', { name: /Tài khoản của tôi/ }).click()
  await page.getByRole('link', { name: 'Cán bộ', exact: true }).click()
  await page.getByRole('link', { name: 'Mời cán bộ mới' }).click()
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan')
  await page.getByLabel('Địa chỉ e-mail').fill('lan@example.vn')
  await page.getByLabel('Tiếp nhận').check()
  await page.getByRole('button', { name: 'Mời và lấy liên kết' }).click()
  const link = (await page.getByLabel('Liên kết đặt mật khẩu').inputValue()).trim()
  await shootPhone(page, 'invite-link')
  const faults = await overflowing(page)

  const hers = await browser.newContext(phone)
  const opened = await hers.newPage()
  const asked: string[] = []
  opened.on('request', (request) => asked.push(request.url() + (request.headers()['referer'] ?? '')))
  await opened.goto(link)
  await expect.poll(() => opened.getByLabel('Mã trong liên kết').inputValue()).toBe(link.split('#')[1])
  expect(opened.url()).not.toContain('#')
  await shootPhone(opened, 'invite-password')
  faults.push(...(await overflowing(opened)), ...(await inaccessible(opened)))
  await opened.getByLabel('Mật khẩu mới', { exact: true }).fill('lan@example.vn')
  await opened.getByLabel('Nhập lại mật khẩu mới').fill('lan@example.vn')
  await opened.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await opened.getByText('Mật khẩu này dễ đoán').waitFor()
  await shootPhone(opened, 'invite-weak')
  faults.push(...(await inaccessible(opened)))
  await opened.getByLabel('Mật khẩu mới', { exact: true }).fill(CHOSEN)
  await opened.getByLabel('Nhập lại mật khẩu mới').fill(CHOSEN)
  await opened.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await opened.getByRole('link', { name: 'Đến trang đăng nhập' }).click()
  await signIn(opened, { url: login.url, email: 'lan@example.vn', password: CHOSEN })
  await opened.getByRole('link', { name: /Tài khoản của tôi/ }).click()
  await opened.getByText('Tiếp nhận · cả tỉnh').waitFor()
  await shootPhone(opened, 'invite-account')
  expect([asked.filter((url) => url.includes(link.split('#')[1] ?? '')), faults]).toEqual([[], []])

  const again = await hers.newPage()
  await again.goto(link)
  await again.getByLabel('Mật khẩu mới', { exact: true }).fill(CHOSEN)
  await again.getByLabel('Nhập lại mật khẩu mới').fill(CHOSEN)
  await again.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await again.getByText('đã được dùng').waitFor()
}, 120_000)
