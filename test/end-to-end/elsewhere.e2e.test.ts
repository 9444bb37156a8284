import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffLogin } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { openChat } from './chat.ts'
import { signIn } from './desk.ts'
import { startOwnApplication } from './own-application.ts'
import { DESKTOP, PHONE, shoot } from './shots.ts'

let browser: Browser
let own: Awaited<ReturnType<typeof startOwnApplication>>
const complaints: string[] = []

beforeAll(async () => {
  browser = await startBrowser()
  own = await startOwnApplication('elsewhere')
})
afterAll(async () => {
  await browser.close()
  await own.stop()
})

async function openPage(settings: Parameters<Browser['newPage']>[0]): Promise<Page> {
  const page = await browser.newPage({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...settings })
  page.setDefaultTimeout(60_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  return page
}

const SAYS = [
  'xin phép nuôi chim yến',
  'cất nhà dẫn dụ yến thì hỏi ai',
  'nuoi yen can giay gi',
  'tui tính làm nhà yến trên lầu',
  'ai cap phep nha yen',
]

it('a clerk writes where a matter is done, and the next citizen is told so without a restart', async () => {
  const chat = await openChat(
    await openPage({ viewport: PHONE }),
    `${own.publicUrl}/simulator?citizen=7000000000000000044`,
  )
  await chat.says('nuôi chim yến trong nhà phải xin phép ai')
  expect(await (await chat.hears(/./)).innerText()).not.toContain('chi cục chăn nuôi')

  // Without a script, as on an old computer; by keyboard where it matters.
  const { page } = await signIn(
    await openPage({ viewport: DESKTOP, javaScriptEnabled: false }),
    staffLogin(own.application.output()),
  )
  await page.getByRole('link', { name: 'Thủ tục', exact: true }).click()
  await page.getByRole('link', { name: 'Việc làm ở nơi khác' }).click()
  await shoot(page, 'elsewhere-list')
  await page.getByRole('link', { name: 'Thêm việc' }).press('Enter')
  await page.getByLabel('Tên việc').fill('Nuôi chim yến')
  await page.getByLabel('Nơi làm').fill('Hỏi tại chi cục chăn nuôi và thú y.')
  await page.getByLabel('Điện thoại').fill('1900 0000')
  await page.getByLabel('Câu người dân hay nói').fill(SAYS.join('\n'))
  await page.getByLabel('Đọc thấy ở đâu').fill('chung')
  await page.getByLabel('Vì sao thêm hoặc sửa').fill('Nhiều người hỏi mà máy chưa biết.')
  await page.getByLabel('Câu muốn thử').fill('xin nuoi yen')
  await page.getByRole('button', { name: 'Kiểm tra và xem trước' }).press('Enter')
  await page
    .getByRole('alert')
    .getByRole('link', { name: /phải có nguồn/ })
    .press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('source')
  await shoot(page, 'elsewhere-wrong')
  await page.getByLabel('Đọc thấy ở đâu').fill('trang của chi cục, ngày 1/5')
  await page.getByRole('button', { name: 'Kiểm tra và xem trước' }).press('Enter')
  await page.getByText(/Đã thử lại \d+ câu và \d+ cuộc trò chuyện mẫu/).waitFor()
  await page.getByText('Khi nhắn “xin phép nuôi chim yến”').waitFor()
  await shoot(page, 'elsewhere-confirm')
  const meant = page.getByLabel('Tôi đã xem các câu trên')
  if (await meant.count()) await meant.check()
  await page.getByRole('button', { name: 'Xuất bản ngay' }).press('Enter')
  await page.getByText('Đã xuất bản.').waitFor()

  await chat.says('nuôi chim yến trong nhà phải xin phép ai')
  const told = await chat.hears(/chi cục chăn nuôi/)
  expect(await told.innerText()).toMatch(/Nuôi chim yến[^]*1900 0000/)

  await page.getByRole('link', { name: 'Nuôi chim yến' }).click()
  await page.getByText('Lần 1').waitFor()
  await shoot(page, 'elsewhere-entry')
  await page.getByRole('link', { name: 'Ngừng chỉ việc này…' }).click()
  await page.getByLabel('Vì sao ngừng').fill('Nay nộp được tại đây.')
  await shoot(page, 'elsewhere-end')
  await page.getByRole('button', { name: 'Ngừng chỉ việc này' }).click()
  await page.getByText('Đã ngừng chỉ việc này.').waitFor()
  await chat.says('nuôi chim yến trong nhà phải xin phép ai')
  expect(await (await chat.hears(/./)).innerText()).not.toContain('chi cục chăn nuôi')
  expect(complaints).toEqual([])
})
