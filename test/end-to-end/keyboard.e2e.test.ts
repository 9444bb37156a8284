import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomId } from '../../src/kernel/ids.ts'
import { addAccount } from '../../src/staff/accounts/add-account.ts'
import { posted } from '../dossiers/posted.ts'
import { runProgram, type Running } from '../program/running.ts'
import { startBrowser } from '../servers/browser.ts'
import { DESKTOP, shoot } from './shots.ts'

const PASSWORD = 'chiec-la-cuoi-cung-19'
const EMAIL = 'ban.phim@example.vn'
const NAM_CAN = 'H12.99.030'

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

it('a list of dossiers is worked through by two keys each, and the keys can be shown and switched off', async () => {
  const talk = [
    'trợ cấp hưu trí xã hội',
    'Làm thủ tục này',
    'đồng ý',
    'làm cho tôi',
    'tự nhập',
    'Trần Thị Bé',
    '096150012345',
  ]
  const rest = ['1950', 'chưa rõ', 'ấp 1, xã Năm Căn', '0912345678', 'tiền mặt', 'xã Năm Căn', 'bỏ qua', 'gửi hồ sơ']
  for (const citizen of ['7000000000000000041', '7000000000000000042', '7000000000000000043'])
    await running.say(citizen, ...talk, ...rest)
  const account = { email: EMAIL, name: 'Lê Bàn Phím', postings: posted(['reception'], NAM_CAN), password: PASSWORD }
  await addAccount(running.program.staff.accounts, account, randomId)

  const page = await browser.newPage({ locale: 'vi-VN', viewport: DESKTOP })
  page.setDefaultTimeout(20_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  let presses = 0
  const press = async (key: string) => {
    presses++
    await page.keyboard.press(key)
  }
  await page.goto(`${running.publicUrl}/staff`)
  await page.getByLabel('Địa chỉ e-mail').fill(EMAIL)
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Cần xử lý' }).waitFor()
  expect(await page.locator('tbody a.code').count()).toBe(3)

  await page.keyboard.press('j')
  expect(
    await page
      .locator('tbody a.code')
      .first()
      .evaluate((row) => row === document.activeElement),
  ).toBe(true)
  await page.keyboard.press('o')
  for (let done = 1; done <= 3; done++) {
    await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).waitFor()
    await press('a')
    await page.getByText('Đã tiếp nhận hồ sơ.').waitFor()
    if (done < 3) await press('n')
  }
  expect(presses).toBeLessThanOrEqual(2 * 3)
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
