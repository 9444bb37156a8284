import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomId } from '../../src/kernel/ids.ts'
import { addAccount } from '../../src/staff/accounts/add-account.ts'
import { createSavedLists } from '../../src/storage/saved-lists.ts'
import { posted } from '../dossiers/posted.ts'
import { runProgram, type Running } from '../program/running.ts'
import { startBrowser } from '../servers/browser.ts'
import { signIn } from './desk.ts'
import { fileFew } from './just-filed.ts'
import { NARROWEST, overflowing } from './page-faults.ts'
import { DESKTOP, shoot, shootPhone } from './shots.ts'

const PASSWORD = 'chiec-la-cuoi-cung-19'

let browser: Browser
let running: Running
beforeAll(async () => {
  browser = await startBrowser()
  running = await runProgram()
})
afterAll(async () => {
  await browser.close()
  await running.close()
})

it('several dossiers are taken by keys, one that a colleague took meanwhile is told, and the counts follow by themselves', async () => {
  await fileFew(running, 8)
  const staff = (email: string) => ({ url: `${running.publicUrl}/staff`, email, password: PASSWORD })
  for (const [email, name] of [
    ['lan@example.vn', 'Lê Thị Lan'],
    ['tam@example.vn', 'Trần Văn Tâm'],
  ] as const) {
    const account = { email, name, postings: posted(['reception', 'specialist']), password: PASSWORD }
    await addAccount(running.program.staff.accounts, account, randomId)
  }
  const page = await browser.newPage({ locale: 'vi-VN', viewport: DESKTOP })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.clock.install()
  await signIn(page, staff('lan@example.vn'))
  await page.goto(`${running.publicUrl}/staff?list=unclaimed`)

  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await page.keyboard.press(key)
  expect(await page.locator('input[name=ticked]:checked').count()).toBe(3)
  await shoot(page, 'many-ticked')
  await page.getByLabel('Với hồ sơ đã chọn').selectOption('take')
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await page.getByRole('heading', { name: 'Nhận xử lý: 3 hồ sơ?' }).waitFor()
  await shoot(page, 'many-confirm')

  // A colleague, without a script, takes one of the three.
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN', viewport: DESKTOP })
  const other = await context.newPage()
  await signIn(other, staff('tam@example.vn'))
  await other.goto(`${running.publicUrl}/staff?list=unclaimed`)
  await other
    .getByRole('button', { name: /^Nhận hồ sơ/ })
    .first()
    .click()

  await page.keyboard.press('a')
  await page.getByText('Làm được 2 hồ sơ, không làm được 1 hồ sơ.').waitFor()
  await shoot(page, 'many-done')
  await page.getByRole('link', { name: 'Về danh sách' }).click()
  await page.locator('[data-count="unclaimed"]', { hasText: '5' }).waitFor()

  await other.getByRole('link', { name: 'Chọn cả trang' }).click()
  await other.getByLabel('Với hồ sơ đã chọn').selectOption('assign')
  await other.getByRole('button', { name: 'Xem trước' }).click()
  await shoot(other, 'many-assign')
  await other.getByLabel('Người xử lý').selectOption({ label: 'Lê Thị Lan' })
  await other.getByLabel('Dặn thêm').fill('Chị Lan xem giúp trước thứ Sáu')
  await other.getByRole('button', { name: 'Phân công' }).click()
  await other.getByText('Làm được 5 hồ sơ, không làm được 0 hồ sơ.').waitFor()

  await page.clock.runFor(31_000)
  await page.locator('[data-count="mine"]', { hasText: '7' }).waitFor()
  expect(await page.locator('#counts-said').textContent()).toMatch(/Việc của tôi 7/)

  await page.getByText('Lưu danh sách này').click()
  await page.getByLabel('Tên danh sách').fill('Chờ nhận ở quầy')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('link', { name: 'Chờ nhận ở quầy' }).waitFor()
  await page.goto(`${running.publicUrl}/staff?list=mine`)
  await shoot(page, 'many-list')
  // More of them than a telephone is wide, and the last is shared.
  const saved = createSavedLists(running.engine)
  const account = (await running.program.staff.accounts.findByEmail('lan@example.vn'))!.id
  const kept = { account, agency: null, query: 'list=mine', savedAt: Date.now() }
  for (const id of ['một', 'hai', 'ba', 'bốn']) await saved.add({ ...kept, id, name: `Trích lục chờ người dân, ${id}` })
  await saved.add({ ...kept, id: 'shared', name: 'Việc gấp của quầy', agency: 'H12.99' })
  await page.setViewportSize(NARROWEST)
  await page.reload()
  expect(await overflowing(page)).toEqual([])
  await shootPhone(page, 'many-saved')
  await page.setViewportSize(DESKTOP)
  await page.goto(`${running.publicUrl}/staff/saved-lists`)
  await shoot(page, 'saved-lists')
  await page.goto(`${running.publicUrl}/staff?list=recent`)
  await shoot(page, 'recent')
  expect(faults).toEqual([])
})
