import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Role } from '../../src/dossiers/postings.ts'
import { randomId } from '../../src/kernel/ids.ts'
import { addAccount } from '../../src/staff/accounts/add-account.ts'
import { DESK, posted } from '../dossiers/posted.ts'
import { runProgram, type Running } from '../program/running.ts'
import { startBrowser } from '../servers/browser.ts'
import { openChat } from './chat.ts'
import { type Desk, signIn } from './desk.ts'
import { DESKTOP, PHONE, shoot } from './shots.ts'

const PASSWORD = 'chiec-la-cuoi-cung-19'
const DAT_MUI = 'H12.99.017'
const AN_XUYEN = 'H12.99.001'
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

/** Somebody who works at one agency, signed in; the pages must work without JavaScript, so theirs has none. */
async function hire(name: string, roles: readonly Role[], agency: string): Promise<Desk> {
  const email = `${randomId()}@example.vn`
  const account = { email, name, postings: posted(roles, agency), password: PASSWORD }
  await addAccount(running.program.staff.accounts, account, randomId)
  const page = await browser.newPage({ locale: 'vi-VN', viewport: DESKTOP, javaScriptEnabled: false })
  return signIn(page, { url: `${running.publicUrl}/staff`, email, password: PASSWORD })
}

/** Whether this person finds the dossier in any list, or opens it by its address. */
async function sees({ page }: Desk, code: string, address: string): Promise<boolean> {
  await page.goto(`${running.publicUrl}/staff?list=all`)
  const listed = (await page.getByRole('link', { name: code }).count()) > 0
  const answer = await page.goto(address)
  expect([200, 404]).toContain(answer?.status())
  return listed || answer?.status() === 200
}

/** `SHOTS=<folder>` leaves a picture of every page. */
it('an allowance is taken in, handed to another agency, asked about, answered in the chat and approved by a leader', async () => {
  const phone = await browser.newPage({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: PHONE })
  const chat = await openChat(phone, `${running.publicUrl}/simulator`)
  for (const [said, heard] of [
    ['xin trợ cấp hưu trí xã hội', /Trợ cấp hưu trí xã hội/],
    ['Làm thủ tục này', /500\.000 đồng/],
    ['đồng ý', /làm giúp người thân/],
    ['làm cho tôi', /điền nhanh/],
    ['tự nhập', /Họ và tên người hưởng/],
    ['Trần Thị Bé', /Số căn cước/],
    ['096150012345', /Ngày sinh/],
    ['1950', /trường hợp nào/],
    ['chưa rõ', /ở đâu|Nơi ở|nơi ở/],
    ['ấp Mũi, xã Đất Mũi', /điện thoại/i],
    ['0912345678', /nhận tiền/],
    ['tiền mặt', /./],
    ['xã Đất Mũi', /hộ nghèo/],
    ['bỏ qua', /xem lại trước khi gửi/],
  ] as const) {
    await chat.says(said)
    await chat.hears(heard)
  }
  await chat.says('gửi hồ sơ')
  const receipt = await (await chat.hears(/H12\.\d/)).innerText()
  const code = /H12(\.\d+)+-\d{6}-\d{4}/.exec(receipt)?.[0] ?? ''
  expect(code).toMatch(/^H12/)

  const reception = await hire('Lê Tiếp Nhận', ['reception'], DAT_MUI)
  await reception.openDossier(code)
  const address = reception.page.url().split('?')[0]!
  await shoot(reception.page, 'office-1-reception')
  expect(await reception.page.getByRole('button', { name: 'Duyệt hồ sơ' }).count()).toBe(0)
  await reception.decide('Tiếp nhận hồ sơ')
  await chat.hears(/đã tiếp nhận hồ sơ[^]*UBND xã Đất Mũi, cán bộ Lê Tiếp Nhận/)

  // Nobody of a third commune finds it, and the second one only once it has it.
  const stranger = await hire('Ngô Người Lạ', DESK, NAM_CAN)
  const specialist = await hire('Trần Chuyên Viên', ['specialist'], AN_XUYEN)
  expect([await sees(stranger, code, address), await sees(specialist, code, address)]).toEqual([false, false])

  await reception.openDossier(code)
  await reception.page.getByText('Chuyển cơ quan khác', { exact: true }).click()
  await reception.page.getByLabel('Cơ quan nhận').selectOption(AN_XUYEN)
  await reception.page.getByLabel('Làm xong trong mấy ngày làm việc').fill('3')
  await reception.page.getByLabel('Lý do, nội dung cần làm').fill('Người hưởng nay ở phường An Xuyên.')
  await shoot(reception.page, 'office-2-hand-over')
  await reception.decide('Chuyển hồ sơ')
  // Another commune is not competent for it, so this is said and asked first; what was typed stays.
  await reception.page
    .getByText(/UBND phường An Xuyên không có thẩm quyền giải quyết hồ sơ này/)
    .first()
    .waitFor()
  await shoot(reception.page, 'office-2-not-competent')
  await reception.page.getByLabel('Vẫn chuyển').check()
  await reception.decide('Chuyển hồ sơ')
  await chat.hears(/UBND xã Đất Mũi đã chuyển hồ sơ đến UBND phường An Xuyên để xử lý/)
  expect([await sees(stranger, code, address), await sees(specialist, code, address)]).toEqual([false, true])

  await specialist.page.goto(`${running.publicUrl}/staff?list=unclaimed`)
  await shoot(specialist.page, 'office-3-unclaimed')
  await specialist.page.getByRole('button', { name: `Nhận hồ sơ ${code}` }).click()
  await specialist.page.goto(`${running.publicUrl}/staff?list=mine`)
  await specialist.page.getByRole('link', { name: code }).click()
  await specialist.page.getByText('người xử lý: tôi').waitFor()
  const { page } = specialist
  await page.getByText('Yêu cầu bổ sung', { exact: true }).first().click()
  await page.getByRole('checkbox', { name: /Điện thoại/ }).check()
  await page.getByLabel('Sai chỗ nào: Điện thoại').selectOption('Thiếu số, ghi lại đủ số')
  await page.getByRole('checkbox', { name: /Giấy tờ kèm theo/ }).check()
  await page.getByLabel('Hoặc ghi cách sửa: Giấy tờ kèm theo').fill('Xin ảnh giấy xác nhận hộ nghèo còn hạn')
  await shoot(page, 'ask-1-form')
  await specialist.decide('Gửi yêu cầu bổ sung')
  await page.getByText('Phần đang chờ người dân bổ sung').waitFor()
  await shoot(page, 'ask-2-waiting')
  await page.goto(`${running.publicUrl}/staff?list=citizen`)
  await shoot(page, 'ask-3-list')
  await chat.hears(/giấy xác nhận hộ nghèo[^]*cán bộ Trần Chuyên Viên/)
  await chat.hears(/Mục 1\/2: Điện thoại[^]*“Thiếu số, ghi lại đủ số”[^]*0912345678/)
  await chat.says('0987654321')
  await chat.hears(/Mục 2\/2: Giấy tờ kèm theo/)
  await chat.sendsPhoto(await phone.screenshot())
  await chat.hears(/Đã nhận 1 tệp/)
  await shoot(phone, 'ask-4-chat')
  await chat.taps('Xong')
  await chat.hears(/Ông\/bà gửi cho cán bộ/)
  await chat.taps('Gửi cho cán bộ')
  await chat.hears(/Đã gửi cho cán bộ/)

  // It comes back to whoever asked, before everything else.
  await specialist.page.goto(`${running.publicUrl}/staff?list=mine`)
  await specialist.page.getByText('Người dân vừa bổ sung').waitFor()
  await specialist.page.getByRole('link', { name: code }).click()
  await specialist.page.getByText('Thủ tục này do lãnh đạo duyệt.').waitFor()
  const mended = page.getByRole('region', { name: 'Phần người dân vừa bổ sung' })
  expect(await mended.innerText()).toMatch(/Điện thoại[^]*0912345678[^]*0987654321[^]*Giấy tờ kèm theo/)
  expect(await mended.getByRole('img').count()).toBe(1)
  await shoot(specialist.page, 'office-4-answered')
  expect(await specialist.page.getByRole('button', { name: 'Duyệt hồ sơ' }).count()).toBe(0)

  const leader = await hire('Phạm Lãnh Đạo', ['leader'], AN_XUYEN)
  await leader.openDossier(code)
  await leader.decide('Duyệt hồ sơ')
  await leader.page.getByText('Tin nhắn người dân sẽ nhận').waitFor()
  await shoot(leader.page, 'office-5-approve')
  await leader.page.getByRole('button', { name: /^Duyệt/ }).click()
  await chat.hears(/giải quyết xong[^]*UBND phường An Xuyên, cán bộ Phạm Lãnh Đạo/)
  await leader.page.goto(`${running.publicUrl}/staff?list=touched`)
  await leader.page.getByRole('link', { name: code }).waitFor()
  await phone.close()
})

it('of two officers who grab one dossier the second is told who has it, in the same second too', async () => {
  const talk = [
    'hỏi cán bộ',
    'đúng',
    'đồng ý',
    'Con tôi sinh ở Cần Thơ thì làm khai sinh ở Cà Mau được không?',
    'bỏ qua',
  ]
  await running.say('7000000000000000031', ...talk, 'xã Năm Căn', 'bỏ qua', 'gửi câu hỏi')
  expect(running.heard('7000000000000000031').at(-1)).toMatch(/H12\.99\.030-/)
  const [dossier] = await running.program.dossiers.list({
    ...{ scope: { agencies: [NAM_CAN], reserved: [] }, order: 'newest', limit: 1 },
  })
  const [one, two] = [
    await hire('Lê Thứ Nhất', ['specialist'], dossier!.holder),
    await hire('Trần Thứ Hai', ['specialist'], dossier!.holder),
  ]
  await one.page.goto(`${running.publicUrl}/staff/dossiers/${dossier!.id}`)
  await two.page.goto(`${running.publicUrl}/staff/dossiers/${dossier!.id}`)
  await Promise.all([one, two].map(({ page }) => page.getByRole('button', { name: 'Nhận xử lý' }).click()))
  const told = /Ông\/bà đã nhận xử lý hồ sơ\.|vừa được người khác cập nhật|đang do [^;]+ xử lý; xin người đó/
  const texts = await Promise.all(
    [one, two].map(async ({ page }) => {
      await page.getByText(told).first().waitFor()
      return page.locator('main').innerText()
    }),
  )
  expect(texts.filter((text) => text.includes('Ông/bà đã nhận xử lý hồ sơ.'))).toHaveLength(1)
  expect(
    texts.filter((text) =>
      /vừa được người khác cập nhật|đang do (?:Lê Thứ Nhất|Trần Thứ Hai) xử lý; xin người đó/.test(text),
    ),
  ).toHaveLength(1)
})
