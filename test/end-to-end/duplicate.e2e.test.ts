import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { staffLogin, startApplication } from '../servers/application.ts'
import { startBrowser } from '../servers/browser.ts'
import { freePort, temporaryFolder } from '../servers/child.ts'
import { type Chat, openChat } from './chat.ts'
import { signIn } from './desk.ts'
import { inaccessible, NARROWEST, overflowing } from './page-faults.ts'
import { DESKTOP, PHONE, shoot } from './shots.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser.close())

/** Files a question, with the code that it gets. */
async function asks(chat: Chat, question: string): Promise<string> {
  await chat.says('hỏi cán bộ')
  await chat.hears(/cần việc này/)
  await chat.taps('Hỏi cán bộ')
  await chat.hears(/đồng ý không/)
  await chat.taps('Tôi đồng ý')
  await chat.hears(/muốn hỏi gì/)
  await chat.says(question)
  await chat.hears(/ảnh giấy tờ/)
  await chat.taps('Bỏ qua')
  await chat.hears(/phường nào/)
  await chat.says('phường An Xuyên')
  await chat.hears(/Họ và tên/)
  await chat.says('Nguyễn Văn An')
  await chat.hears(/xem lại/)
  await chat.taps('Gửi câu hỏi')
  const filed = await (await chat.hears(/Đã chuyển câu hỏi/)).innerText()
  return /H12[.\d]*-\d{6}-\d{4}/.exec(filed)?.[0] ?? ''
}

it('finds a question that was asked twice, shows both beside each other, and closes one for the other’s sake', async () => {
  const folder = await temporaryFolder('duplicate')
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const application = await startApplication({ DATA_DIR: folder.path, PORT: String(port), PUBLIC_URL: publicUrl })
  try {
    const phone = await browser.newPage({ locale: 'vi-VN', viewport: PHONE })
    const chat = await openChat(phone, `${publicUrl}/simulator`)
    const first = await asks(chat, 'Đèn đường ấp 5 hư ba ngày nay, ai sửa vậy cán bộ?')
    const second = await asks(chat, 'den duong ap 5 hu ba ngay nay roi, ai sua vay can bo')
    expect([first, second].every((code) => code !== '') && first !== second).toBe(true)

    const page = await (await browser.newContext({ locale: 'vi-VN', viewport: DESKTOP })).newPage()
    const desk = await signIn(page, staffLogin(application.output()))
    await desk.openDossier(second)
    await page.getByRole('heading', { name: 'Có thể trùng với hồ sơ khác' }).waitFor()
    await shoot(page, 'alike')
    await page.setViewportSize(NARROWEST)
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
    await page.setViewportSize(DESKTOP)
    await page.getByRole('link', { name: 'Xem hai hồ sơ cạnh nhau' }).click()
    await page.getByRole('heading', { name: 'Hai hồ sơ cạnh nhau' }).waitFor()
    await shoot(page, 'beside')
    await page.setViewportSize(NARROWEST)
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
    await page.setViewportSize(DESKTOP)

    await desk.decide('Trùng, đóng hồ sơ này')
    await page.getByText('Tin nhắn người dân sẽ nhận').waitFor()
    await shoot(page, 'close')
    await page.setViewportSize(NARROWEST)
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
    await page.setViewportSize(DESKTOP)
    await desk.decide('Đóng hồ sơ này và gửi')
    await page.getByText('Đã đóng hồ sơ này vì trùng hồ sơ khác.').waitFor()
    await chat.hears(new RegExp(`Hồ sơ đi tiếp là ${first}`))
    await desk.openDossier(first)
    await page.getByText('Đã đóng vì trùng với hồ sơ này').waitFor()
    await shoot(page, 'goes-on')
  } finally {
    await application.stop()
    await folder.remove()
  }
})
