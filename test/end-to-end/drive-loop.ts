import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { renderInstant } from '../../src/kernel/clock.ts'
import { scan } from '../permits/scan.ts'
import { openChat } from './chat.ts'
import { signIn } from './desk.ts'
import { DESKTOP, PHONE, shoot } from './shots.ts'

export interface Addresses {
  /** The chat page of the simulator. */
  chat: string
  staff: { url: string; email: string; password: string }
  /** Permit pages begin with it. */
  publicUrl: string
}

/**
 * The main loop as three people see it: a citizen files a travel pass by chat, an officer asks for more and approves,
 * the pass is scanned, revoked and scanned again. Returns what the browser complained about, which must be nothing.
 */
export async function driveLoop(browser: Browser, addresses: Addresses): Promise<string[]> {
  const complaints: string[] = []
  const pages: Page[] = []
  const open: Open = async (settings: Parameters<Browser['newPage']>[0]): Promise<Page> => {
    const page = await browser.newPage({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...settings })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (line) => line.type() === 'error' && complaints.push(`${line.text()} ${line.location().url}`))
    pages.push(page)
    return page
  }

  try {
    await loop(open, addresses)
  } catch (cause) {
    // What stands on the pages usually says at once what went wrong.
    const texts = await Promise.all(
      pages.map((page) => page.locator('main').innerText({ timeout: 1_000 }).catch(String)),
    )
    throw new Error(`the loop stopped; its pages say:\n${texts.join('\n-----\n')}`, { cause })
  } finally {
    for (const page of pages) await page.close()
  }
  return complaints
}

type Open = (settings: Parameters<Browser['newPage']>[0]) => Promise<Page>

async function loop(open: Open, { chat: chatUrl, staff, publicUrl }: Addresses): Promise<void> {
  const chat = await openChat(await open({ viewport: PHONE }), chatUrl)
  const tomorrow = renderInstant(Date.now() + 24 * 3_600_000)
  await chat.says('xin giấy đi đường')
  await chat.hears(/cần việc này/)
  await chat.taps('Cấp giấy đi đường')
  await chat.hears(/đồng ý không/)
  await chat.taps('Tôi đồng ý')
  await chat.hears(/điền nhanh/)
  await chat.taps('Tôi tự nhập')
  await chat.hears(/nhắn họ tên/)
  await chat.says('Nguyễn Thị Ánh')
  await chat.hears(/Số căn cước/)
  await chat.says('096190012345')
  await chat.hears(/Số điện thoại/)
  await chat.says('0912 345 678')
  await chat.hears(/để làm gì/)
  await chat.taps(/Khám, chữa bệnh/)
  await chat.hears(/đi từ đâu đến đâu/)
  await chat.says('xã Đất Mũi')
  await chat.hears(/Còn thiếu: Nơi đến/)
  await chat.says('phường An Xuyên')
  await chat.hears(/Còn thiếu: Biển số xe/)
  await chat.says('69b1 23456')
  await chat.hears(/Còn thiếu: Đi từ/)
  await chat.says('bây giờ')
  await chat.hears(/về lúc nào/)
  await chat.says(tomorrow)
  await chat.hears(/giấy hẹn khám/)
  await chat.sendsPhoto(await chat.page.screenshot())
  await chat.hears(/Đã nhận 1 tệp/)
  await chat.taps('Xong')
  const review = await chat.hears(/xem lại trước khi nộp/)
  expect(await review.innerText()).toMatch(/Nguyễn Thị Ánh[^]*096••••••345[^]*69-B1 234\.56/)
  await shoot(chat.page, 'chat-review')
  await chat.taps('Nộp hồ sơ')
  const receipt = await (await chat.hears(/Mã hồ sơ/)).innerText()
  const code = /H12\.\d+-\d{6}-\d{4}/.exec(receipt)?.[0] ?? ''
  expect(code).not.toBe('')

  const desk = await signIn(await open({ viewport: DESKTOP, javaScriptEnabled: false }), staff)
  await desk.openList()
  await shoot(desk.page, 'staff-list')
  await desk.openDossier(code)
  const photo = desk.page.getByRole('img', { name: /Ảnh 1/ })
  expect((await desk.page.request.get(new URL((await photo.getAttribute('src')) ?? '', staff.url).href)).ok()).toBe(
    true,
  )
  await desk.decide('Tiếp nhận hồ sơ')
  await chat.hears(/đã tiếp nhận hồ sơ/)

  const question = 'Ông/bà khám ở bệnh viện nào? Xin ghi tên bệnh viện.'
  await desk.decideSaying('Yêu cầu bổ sung', 'Viết thêm cho người dân', question, 'Gửi yêu cầu bổ sung')
  await chat.hears(/Cán bộ hỏi[^]*Xin ghi tên bệnh viện/)
  await chat.says('Bệnh viện Đa khoa Cà Mau')
  await chat.taps('Xong')
  await chat.hears(/Gửi luôn chứ/)
  await chat.taps('Gửi cho cán bộ')
  await chat.hears(/Đã gửi cho cán bộ/)

  await desk.openDossier(code)
  await desk.page.getByText('Bệnh viện Đa khoa Cà Mau').first().waitFor()
  await desk.decide('Duyệt và cấp giấy', 'Duyệt và gửi')
  await desk.page.getByRole('heading', { name: /^giấy đi đường số / }).waitFor()
  await chat.hears(/Hồ sơ đã được duyệt/)
  const picture = await chat.hears(/Giấy đi đường số/)
  await picture.getByRole('img').waitFor()
  await shoot(chat.page, 'chat-pass')
  // The picture in the chat is the handing over: the dossier is returned by itself, and pages from before that are stale.
  const returned = async () => {
    await desk.openDossier(code)
    return desk.page.getByText(/^Giấy số .* đã gửi qua Zalo/).count()
  }
  await expect.poll(returned, { timeout: 90_000, interval: 1_000 }).toBeGreaterThan(0)
  await shoot(desk.page, 'dossier')

  // As a checkpoint's telephone does it: from the pixels that are in the chat.
  const largest = new URL((await picture.getByRole('link').first().getAttribute('href')) ?? '', chatUrl)
  const [{ text: address } = { text: '' }] = await scan(await (await chat.page.request.get(largest.href)).body())
  expect(address.startsWith(`${publicUrl}/p/`)).toBe(true)

  const permit = await open({ viewport: PHONE, javaScriptEnabled: false })
  await permit.goto(address)
  await untilValid(permit)
  await permit.getByText('Nguyễn Thị Ánh').waitFor()
  await shoot(permit, 'permit')

  const because = 'Biển số xe không đúng với giấy tờ.'
  await desk.decideSaying('Thu hồi giấy', 'Lý do thu hồi', because, 'Xem lại trước khi thu hồi', 'Thu hồi và gửi')
  await chat.hears(/đã được thu hồi[^]*Biển số xe không đúng/)
  await permit.reload()
  await permit.getByRole('heading', { name: 'ĐÃ THU HỒI' }).waitFor()
  await shoot(permit, 'permit-revoked')
}

/** "Now" is understood as the next whole minute: until then the right verdict is that the pass does not count yet. */
async function untilValid(permit: Page): Promise<void> {
  for (let tries = 0; (await permit.getByRole('heading', { name: 'CHƯA HIỆU LỰC' }).count()) > 0; tries++) {
    if (tries > 70) throw new Error('the pass did not become valid')
    await permit.waitForTimeout(1_000)
    await permit.reload()
  }
  await permit.getByRole('heading', { name: 'HỢP LỆ' }).waitFor()
}
