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
  own = await startOwnApplication('editor')
})
afterAll(async () => {
  await browser.close()
  await own.stop()
})

async function openPage(settings: Parameters<Browser['newPage']>[0]): Promise<Page> {
  const page = await browser.newPage({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...settings })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
  return page
}

const phoneOf = async (citizen: string) =>
  openChat(await openPage({ viewport: PHONE }), `${own.publicUrl}/simulator?citizen=${citizen}`)

const QUESTION = 'Ông/bà muốn được trả lời vào buổi nào?'
const NEW_STEP = `  buoi:
    say: ${QUESTION}
    expect: choice
    saveAs: timeOfDay
    label: Buổi trả lời
    choices:
      - { key: sang, label: Buổi sáng, next: ho_ten }
      - { key: chieu, label: Buổi chiều, next: ho_ten }
`

/** Fails when there is nothing to change: a test of an edit that edits nothing would pass. */
const changed = (text: string, from: string | RegExp, to: string): string => {
  const after = text.replace(from, to)
  if (after === text) throw new Error(`not in the text: ${String(from)}`)
  return after
}

it('a clerk changes a procedure while people are in the middle of it, and takes it back', async () => {
  // Somebody is in the middle of what is in force.
  const first = await phoneOf('7000000000000000011')
  await first.says('hỏi cán bộ')
  await first.hears(/cần việc này/)
  await first.taps('Hỏi cán bộ')
  await first.hears(/đồng ý không/)
  await first.taps('Tôi đồng ý')
  await first.hears(/muốn hỏi gì/)

  const staff = staffLogin(own.application.output())
  const { page } = await signIn(await openPage({ viewport: DESKTOP }), staff)
  await page.getByRole('link', { name: 'Thủ tục', exact: true }).click()
  await shoot(page, 'procedures')
  await page.getByRole('link', { name: 'Hỏi cán bộ' }).click()
  const source = page.getByLabel('Nội dung thủ tục')
  const cases = page.getByLabel('Trò chuyện mẫu')
  const original = await source.inputValue()
  const examples = await cases.inputValue()

  // A sentence, and a slip in a `next`: told while it is typed, at its place.
  const reworded = changed(original, 'Kể càng rõ, cán bộ trả lời càng đúng.', 'Kể rõ việc, cán bộ trả lời đúng hơn.')
  const broken = changed(reworded, 'next: giay_to\n', 'next: giay_too\n')
  await source.fill(broken)
  await page.getByText('Không có bước nào tên “giay_too”. Có phải “giay_to”?').waitFor()
  const line = broken.split('\n').findIndex((text) => text.includes('next: giay_too')) + 1
  await page.getByRole('link', { name: `Dòng ${line}, cột` }).click()
  const caret = await source.evaluate((area: HTMLTextAreaElement) => area.selectionStart)
  expect(broken.slice(0, caret).split('\n')).toHaveLength(line)
  await shoot(page, 'editor-finding')
  await page.getByRole('button', { name: 'Kiểm tra và lưu nháp' }).click()
  await page.getByText('Đã lưu bản nháp.').waitFor()
  expect(await page.getByRole('link', { name: 'Xuất bản…' }).count()).toBe(0)
  await page.goto(`${own.publicUrl}/staff/procedures/hoi-can-bo/publish`)
  await page.getByText(/Không được: còn 1 chỗ phải sửa/).waitFor()
  await page.getByRole('link', { name: 'Chưa, quay lại' }).click()

  // A new question makes a new version; it must say what becomes of the one in the middle.
  const longer = changed(
    changed(
      changed(reworded, 'label: Gửi đến\n    next: ho_ten\n', 'label: Gửi đến\n    next: buoi\n'),
      '  ho_ten:\n',
      `${NEW_STEP}  ho_ten:\n`,
    ),
    /^version: 1$/m,
    'version: 2',
  )
  await source.fill(longer)
  await cases.fill(
    changed(examples, /(- citizenSays: (?:phường An Xuyên|xã Đất Mũi)\n)/g, "$1      - citizenSays: '1'\n"),
  )
  await page.getByText(/Có 1 người đang làm dở bản 1\. Hãy thêm mục moves/).waitFor()
  await source.fill(changed(longer, /^version: 2$/m, 'version: 2\nmoves: [{ from: 1, do: keep }]'))
  await page.getByText('1 người đang làm dở bản 1 làm nốt theo bản 1.').waitFor()
  await page.keyboard.press('Control+s')
  await page.getByText('Đã lưu bản nháp.').waitFor()
  await page.getByText('Không có lỗi').waitFor()
  await shoot(page, 'editor-sound')

  // Played before anybody sees it.
  await page.getByRole('link', { name: 'Diễn tập bản nháp' }).click()
  await page.getByRole('button', { name: 'Tôi đồng ý', exact: true }).click()
  await page.getByLabel('Người dân nhắn').fill('Mấy giờ làm việc vậy cán bộ ơi?')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Bỏ qua' }).click()
  await page.getByLabel('Người dân nhắn').fill('phường An Xuyên')
  await page.keyboard.press('Enter')
  await page.getByText(QUESTION).waitFor()
  await shoot(page, 'editor-rehearsal')
  await page.getByRole('link', { name: 'Nội dung', exact: true }).click()
  await page.getByRole('link', { name: 'Xuất bản…' }).click()
  await shoot(page, 'editor-publish')
  await page.getByRole('button', { name: 'Xuất bản ngay' }).click()
  await page.getByText('Người dân dùng bản 2.1 từ bây giờ.').waitFor()

  // Who was in the middle finishes as they began; who begins now is asked the new question.
  await first.says('Con tôi sinh ở Cần Thơ thì làm khai sinh ở đâu?')
  await first.hears(/ảnh giấy tờ/)
  await first.taps('Bỏ qua')
  await first.hears(/xã, phường nào/)
  await first.says('phường An Xuyên')
  await first.hears(/tiện xưng hô/)
  await first.says('Nguyễn Văn Một')
  const before = await first.hears(/xem lại trước khi gửi/)
  expect(await before.innerText()).not.toContain('Buổi trả lời')
  await first.taps('Gửi câu hỏi')
  const codeBefore = codeIn(await (await first.hears(/Mã: H12/)).innerText())

  const second = await phoneOf('7000000000000000022')
  await upToTheNewQuestion(second)
  await second.hears(/buổi nào/)
  await second.taps('Buổi chiều')
  await second.hears(/tiện xưng hô/)
  await second.says('Trần Thị Hai')
  const after = await second.hears(/xem lại trước khi gửi/)
  expect(await after.innerText()).toMatch(/Buổi trả lời: Buổi chiều[^]*Trần Thị Hai/)
  await second.taps('Gửi câu hỏi')
  const codeAfter = codeIn(await (await second.hears(/Mã: H12/)).innerText())

  const third = await phoneOf('7000000000000000033')
  await upToTheNewQuestion(third)
  await third.hears(/buổi nào/)
  await third.taps('Buổi sáng')
  await third.hears(/tiện xưng hô/)

  // The rest without a script, as on an old computer.
  const { page: plain, openDossier } = await signIn(
    await openPage({ viewport: DESKTOP, javaScriptEnabled: false }),
    staff,
  )
  await openDossier(codeBefore)
  expect(await plain.getByText('Buổi trả lời').count()).toBe(0)
  await openDossier(codeAfter)
  await plain.getByRole('definition').filter({ hasText: 'Buổi chiều' }).waitFor()
  await plain.goto(`${own.publicUrl}/staff/procedures/hoi-can-bo/funnel`)
  // Figures are gathered in memory and written every other second.
  const figures = () => plain.getByRole('row', { name: /^buoi / }).innerText()
  for (let tries = 0; tries < 30 && !/2\s+2\s+100 %/.test(await figures()); tries++) {
    await plain.waitForTimeout(1_000)
    await plain.reload()
  }
  expect(await figures()).toMatch(/2\s+2\s+100 %/)
  await shoot(plain, 'editor-funnel')

  // Taken back: who is in the middle is told, loses nothing, and is not asked any more.
  await plain.getByRole('link', { name: 'Lịch sử' }).click()
  await shoot(plain, 'editor-history')
  await plain.getByRole('link', { name: /quay về với bản 1\.1/ }).click()
  await plain.getByText(/1 người đang làm dở bản 2 sang bản 3/).waitFor()
  await shoot(plain, 'editor-roll-back')
  await plain.getByRole('button', { name: 'Quay về bản này' }).click()
  await plain.getByText('Đã quay về bản cũ.').waitFor()

  await third.says('Lê Văn Ba')
  await third.hears(/Mẫu hồ sơ vừa được sửa lại/)
  const moved = await third.hears(/xem lại trước khi gửi/)
  expect(await moved.innerText()).toMatch(/Mấy giờ làm việc[^]*An Xuyên[^]*Lê Văn Ba/)
  expect(await moved.innerText()).not.toContain('Buổi trả lời')
  await third.taps('Gửi câu hỏi')
  await third.hears(/Mã: H12/)
  expect(complaints).toEqual([])
})

const codeIn = (text: string): string => /H12\.[\d.-]+\d/.exec(text)?.[0] ?? ''

async function upToTheNewQuestion(chat: Awaited<ReturnType<typeof phoneOf>>): Promise<void> {
  await chat.says('hỏi cán bộ')
  await chat.hears(/cần việc này/)
  await chat.taps('Hỏi cán bộ')
  await chat.hears(/đồng ý không/)
  await chat.taps('Tôi đồng ý')
  await chat.hears(/muốn hỏi gì/)
  await chat.says('Mấy giờ làm việc vậy cán bộ ơi?')
  await chat.hears(/ảnh giấy tờ/)
  await chat.taps('Bỏ qua')
  await chat.hears(/xã, phường nào/)
  await chat.says('phường An Xuyên')
}
