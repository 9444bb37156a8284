import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { daysAfter, renderDay, toVietnamDay, weekdayOf } from '../../src/kernel/clock.ts'
import { nextWorkingDay } from '../../src/province/days-off.ts'
import { staffLogin, startApplication } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { openChat } from './chat.ts'
import { signIn } from './desk.ts'
import { inaccessible, NARROWEST, overflowing } from './page-faults.ts'
import { DESKTOP, PHONE, shoot } from './shots.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

const LATE = '9 giờ đến 11 giờ'

it('proposes another time for a visit, which the citizen takes with a button', async () => {
  const folder = await temporaryFolder('visit')
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const application = await startApplication({ DATA_DIR: folder.path, PORT: String(port), PUBLIC_URL: publicUrl })
  // From the day after tomorrow on, so that midnight during the test changes nothing.
  const first = nextWorkingDay(daysAfter(toVietnamDay(Date.now()), 1))
  const second = nextWorkingDay(first)
  try {
    const phone = await browser.newPage({ locale: 'vi-VN', viewport: PHONE })
    const chat = await openChat(phone, `${publicUrl}/simulator`)
    await chat.says('đặt lịch hẹn')
    await chat.hears(/cần việc này/)
    await chat.taps('Đặt lịch hẹn')
    await chat.hears(/đồng ý không/)
    await chat.taps('Tôi đồng ý')
    await chat.hears(/đến để làm gì/)
    await chat.taps('Nhận kết quả')
    await chat.hears(/phường nào/)
    await chat.says('phường An Xuyên')
    await chat.hears(/ngày nào/)
    await chat.says(renderDay(first))
    await chat.hears(/mấy giờ/)
    await chat.taps(LATE)
    await chat.hears(/Họ tên/)
    await chat.says('Lê Thị Hồng, 0912 345 678')
    await chat.hears(/xem lại/)
    await chat.taps('Đặt lịch')
    const filed = await (await chat.hears(/Đã gửi yêu cầu hẹn/)).innerText()
    expect(filed).toMatch(/Nơi nhận: .*UBND phường An Xuyên, điện thoại/)
    const code = /H12[.\d]*-\d{6}-\d{4}/.exec(filed)?.[0] ?? ''
    await shoot(phone, 'visit-receipt')

    const office = await browser.newContext({ locale: 'vi-VN', viewport: DESKTOP })
    const page = await office.newPage()
    const desk = await signIn(page, staffLogin(application.output()))
    await desk.openDossier(code)
    await page.getByText('Đề nghị giờ khác', { exact: true }).click()
    await page.getByLabel('Ngày', { exact: true }).first().fill(first)
    await page.getByLabel('Khung giờ').first().selectOption({ label: LATE })
    await page.getByLabel('Lý do đổi giờ').fill('Sáng đó cơ quan họp, không có người tiếp.')
    await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await page.getByText('là giờ đang hẹn').first().waitFor()
    expect(await page.getByLabel('Lý do đổi giờ').inputValue()).toMatch(/cơ quan họp/)
    await shoot(page, 'propose-wrong')
    await page.setViewportSize(NARROWEST)
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
    await page.setViewportSize(DESKTOP)
    await page.getByLabel('Ngày', { exact: true }).first().fill(second)
    await page.getByLabel('Ngày', { exact: true }).nth(1).fill(second)
    await page.getByLabel('Khung giờ').nth(1).selectOption({ label: '13 giờ 30 đến 15 giờ' })
    await page.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await page.getByText('Đã ghi đề nghị giờ khác').waitFor()
    await shoot(page, 'proposed')

    const offer = await chat.hears(/đề nghị đổi giờ hẹn/)
    expect(await offer.innerText()).toContain('Lý do: Sáng đó cơ quan họp')
    await shoot(phone, 'proposal-chat')
    const label = `${weekdayOf(second)} ${renderDay(second)}, 13 giờ 30 đến 15 giờ`
    await chat.taps(label)
    const confirmed = await chat.hears(/xác nhận lịch hẹn/)
    expect(await confirmed.innerText()).toContain(label)
    expect(await confirmed.innerText()).toMatch(/Nơi đến[^]*Điện thoại[^]*căn cước/)
    await shoot(phone, 'visit-confirmed')

    await page.reload()
    await page.getByText('Giờ đã đề nghị').waitFor()
    await shoot(page, 'visit-moved')
    expect(await page.getByText(renderDay(first)).count()).toBeGreaterThan(0)
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
  } finally {
    await application.stop()
    await folder.remove()
  }
})
