import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomId } from '../../src/kernel/ids.ts'
import { addAccount } from '../../src/staff/accounts/add-account.ts'
import { posted } from '../dossiers/posted.ts'
import { runProgram, type Running } from '../program/running.ts'
import { startBrowser } from '../servers/browser.ts'
import { fileFew } from './just-filed.ts'
import { DESKTOP, shoot } from './shots.ts'

const PASSWORD = 'chiec-la-cuoi-cung-19'
/** Two of each kind; `DOSSIERS=60` for as many as a day brings. */
const DOSSIERS = Number(process.env['DOSSIERS'] ?? 16)
const EMAIL = 'ban.phim@example.vn'

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

it('dossiers of eight kinds are accepted by two keys each or answered by three, the list is there on return, and the keys can be shown and switched off', async () => {
  await fileFew(running, DOSSIERS)
  const account = { email: EMAIL, name: 'Lê Bàn Phím', postings: posted(['reception']), password: PASSWORD }
  await addAccount(running.program.staff.accounts, account, randomId)

  const page = await browser.newPage({ locale: 'vi-VN', viewport: DESKTOP })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  let presses = 0
  const press = async (key: string) => {
    presses++
    // A key pressed before the page's script is there goes nowhere.
    await page.waitForLoadState('domcontentloaded')
    await page.keyboard.press(key)
  }
  await page.goto(`${running.publicUrl}/staff`)
  await page.getByLabel('Địa chỉ e-mail').fill(EMAIL)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Cần xử lý' }).waitFor()

  await page.keyboard.press('j')
  expect(
    await page
      .locator('tbody a.code')
      .first()
      .evaluate((row) => row === document.activeElement),
  ).toBe(true)
  await page.keyboard.press('o')
  let questions = 0
  for (let done = 1; done <= DOSSIERS; done++) {
    await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).waitFor()
    if ((await page.locator('[data-key="a"]').count()) > 0) {
      await press('a')
      await page.getByText('Đã tiếp nhận hồ sơ.').waitFor()
    } else {
      // What citizens ask or report is answered, and that ends it.
      questions++
      await press('r')
      await page.keyboard.type('Cơ quan đã kiểm tra và đang xử lý, cảm ơn ông/bà đã báo.')
      await press('Control+Enter')
      await page.getByText('Đã trả lời').first().waitFor()
    }
    if (done < DOSSIERS) await press('n')
  }
  expect(questions).toBeGreaterThan(0)
  expect(presses).toBe(2 * DOSSIERS - 1 + questions)
  await press('u')
  await page.getByRole('heading', { name: 'Cần xử lý' }).waitFor()

  // What is typed is typed, and what was switched off stays so.
  await page.keyboard.press('/')
  await page.keyboard.type('jonau?')
  expect(await page.getByLabel('Tìm hồ sơ').inputValue()).toBe('jonau?')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
  await shoot(page, 'keys')
  await page.getByLabel('Dùng phím tắt').uncheck()
  await page.getByRole('button', { name: 'Đóng' }).click()
  await page.keyboard.press('j')
  expect(
    await page
      .locator('tbody a.code')
      .first()
      .evaluate((row) => row === document.activeElement),
  ).toBe(false)
  expect(faults).toEqual([])
})
