import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

const CANNED = 'Chào {ten}, về hồ sơ {ma}: '
const ANSWER = 'Ông/bà làm khai sinh cho cháu ở phường An Xuyên được, mang theo giấy chứng sinh.'

it('answers a question into the chat with a picture, and the citizen is asked to rate it', async () => {
  const folder = await temporaryFolder('reply')
  const port = await freePort()
  const publicUrl = `http://127.0.0.1:${port}`
  const application = await startApplication({ DATA_DIR: folder.path, PORT: String(port), PUBLIC_URL: publicUrl })
  try {
    const phone = await browser.newPage({ locale: 'vi-VN', viewport: PHONE })
    const chat = await openChat(phone, `${publicUrl}/simulator`)
    await chat.says('hỏi cán bộ')
    await chat.hears(/cần việc này/)
    await chat.taps('Hỏi cán bộ')
    await chat.hears(/đồng ý không/)
    await chat.taps('Tôi đồng ý')
    await chat.hears(/muốn hỏi gì/)
    await chat.says('con tôi sinh ở Cần Thơ thì làm khai sinh ở Cà Mau được không?')
    await chat.hears(/ảnh giấy tờ/)
    await chat.taps('Bỏ qua')
    await chat.hears(/phường nào/)
    await chat.says('phường An Xuyên')
    await chat.hears(/Họ và tên/)
    await chat.says('Nguyễn Văn An')
    await chat.hears(/xem lại/)
    await chat.taps('Gửi câu hỏi')
    const filed = await (await chat.hears(/Đã chuyển câu hỏi/)).innerText()
    const code = /H12[.\d]*-\d{6}-\d{4}/.exec(filed)?.[0] ?? ''

    const office = await browser.newContext({ locale: 'vi-VN', viewport: DESKTOP })
    const page = await office.newPage()
    const desk = await signIn(page, staffLogin(application.output()))
    await page.goto(`${publicUrl}/staff/replies/new`)
    await page.getByLabel('Tên câu mẫu').fill('Chào')
    await page.getByLabel('Nội dung', { exact: true }).fill(`${CANNED}{ho_ten}`)
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Không có gì để điền vào “{ho_ten}”').waitFor()
    await shoot(page, 'canned-wrong')
    expect(await inaccessible(page)).toEqual([])
    await page.getByLabel('Nội dung', { exact: true }).fill(CANNED)
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.getByText('Đã lưu câu trả lời mẫu.').waitFor()
    await shoot(page, 'canned')
    expect(await inaccessible(page)).toEqual([])

    await desk.openDossier(code)
    await page.getByRole('link', { name: 'Sửa người hỏi' }).click()
    await page.getByLabel('Sửa thành').fill('nguyễn văn ân')
    await page.getByLabel('Lý do').fill('Đối chiếu theo căn cước.')
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByText('Người hỏi: Nguyễn Văn An → Nguyễn Văn Ân').waitFor()
    await shoot(page, 'correct-before')
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
    await page.getByRole('button', { name: 'Sửa và gửi' }).click()
    await page.getByText('Nguyễn Văn Ân').first().waitFor()
    await shoot(page, 'corrected')
    await chat.hears(/đã sửa một mục.*Nguyễn Văn An → Nguyễn Văn Ân/s)

    await page.getByLabel('Câu trả lời mẫu').selectOption({ label: 'Chào' })
    await page.getByRole('button', { name: 'Chèn' }).click()
    const words = page.getByLabel('Trả lời người dân')
    // At once, by the script: the page was not loaded anew.
    expect(await words.inputValue()).toBe(`Chào Nguyễn Văn Ân, về hồ sơ ${code}:`)
    await shoot(page, 'reply')
    await page.setViewportSize(NARROWEST)
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
    await page.setViewportSize(DESKTOP)

    await page.getByText('Ghi chú nội bộ', { exact: true }).click()
    await page.getByLabel('Ghi chú', { exact: true }).fill('Đã hỏi tư pháp xã, trả lời được.')
    await page.getByRole('button', { name: 'Lưu ghi chú' }).click()
    await page.getByText('Người dân không thấy ghi chú này.').waitFor()

    await page.getByLabel('Trả lời người dân').fill(ANSWER)
    const files = page.getByLabel('Gửi kèm ảnh hoặc tệp PDF')
    await files.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('không phải ảnh') })
    await page.getByRole('button', { name: 'Trả lời và kết thúc' }).click()
    await page.getByText('“a.jpg” không gửi qua Zalo được').first().waitFor()
    expect(await words.inputValue()).toBe(ANSWER)
    await shoot(page, 'reply-wrong-file')
    const picture = await page.locator('h1').screenshot()
    await files.setInputFiles({ name: 'mẫu.png', mimeType: 'image/png', buffer: picture })
    await page.getByRole('button', { name: 'Trả lời và kết thúc' }).click()
    await page.getByText('Đã trả lời và kết thúc.').waitFor()

    const answer = await chat.hears(/Trả lời:/)
    expect(await answer.innerText()).toContain('Câu hỏi của ông/bà: “con tôi sinh ở Cần Thơ')
    expect(await answer.innerText()).toContain(ANSWER)
    await answer.getByRole('button', { name: 'Đánh giá phục vụ' }).waitFor()
    const sent = await chat.hears(/Ảnh kèm câu trả lời/)
    await sent.getByRole('img').first().waitFor()
    await shoot(phone, 'reply-chat')
    expect(await phone.getByText('tư pháp xã').count()).toBe(0)

    await page.reload()
    await page.getByText('đã tới Zalo').first().waitFor()
    await page.locator('.history img').first().waitFor()
    await shoot(page, 'replied')
    expect([...(await overflowing(page)), ...(await inaccessible(page))]).toEqual([])
  } finally {
    await application.stop()
    await folder.remove()
  }
})
