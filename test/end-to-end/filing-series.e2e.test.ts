import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DAY } from '../../src/kernel/clock.ts'
import { photographCard } from '../attachments/made-card.ts'
import { runProgram, type Running } from '../program/running.ts'
import { startBrowser } from '../servers/browser.ts'
import { openChat } from './chat.ts'
import { PHONE, shoot } from './shots.ts'

const clock = { shift: 0 }
let browser: Browser
let running: Running
beforeAll(async () => {
  browser = await startBrowser()
  running = await runProgram({ now: () => Date.now() + clock.shift })
})
afterAll(async () => {
  await browser.close()
  await running.close()
})

/** `SHOTS=<folder>` leaves a picture of every step, numbered. */
it('a mother registers a birth: card photo, three days away, an album, a correction, the receipt', async () => {
  const page = await browser.newPage({ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: PHONE })
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  const chat = await openChat(page, `${running.publicUrl}/simulator`)
  let count = 0
  const shot = (name: string) => shoot(page, `filing-${String(++count).padStart(2, '0')}-${name}`)
  const asked = async (pattern: RegExp, name: string) => {
    await chat.hears(pattern)
    await shot(name)
  }

  await chat.says('toi muon lam giay khai sinh cho be')
  await asked(/cần việc này/, 'in-own-words')
  await chat.taps('Cần gì, bao nhiêu tiền?')
  await asked(/Giấy chứng sinh/, 'what-it-needs')
  await chat.taps('Làm thủ tục này')
  await asked(/Chúc mừng/, 'consent')
  await chat.taps('Tôi đồng ý')
  await chat.hears(/bảo hiểm y tế/)
  await chat.taps('Chỉ khai sinh')
  await chat.hears(/Cha và mẹ bé/)
  await chat.taps('Đều là người Việt Nam')
  await asked(/điền nhanh/, 'card-consent')
  await chat.taps('Tôi đồng ý, đọc mã QR trên thẻ')
  await chat.hears(/chụp mặt thẻ/)
  await page.getByLabel('Gửi ảnh', { exact: true }).setInputFiles({
    name: 'the.jpg',
    mimeType: 'image/jpeg',
    buffer: await photographCard(),
  })
  await asked(/Tôi đọc được trên thẻ[^]*Nguyễn Thị Mẫu/, 'card-read')
  await chat.taps('Đúng')
  await asked(/Số điện thoại/, 'card-filled')
  await chat.says('0912 345 678')
  await chat.hears(/là gì của bé/)
  await chat.taps('Mẹ của bé')
  await chat.hears(/đặt cho bé/)
  await chat.says('Nguyeenx Minh Khooi')
  await asked(/chưa bỏ dấu/, 'name-repaired')
  await chat.taps('Đúng')
  await chat.hears(/Còn thiếu: Giới tính/)

  clock.shift += 3 * DAY
  await asked(/làm dở “Đăng ký khai sinh”/, 'reminder')
  await chat.taps('Tiếp tục hồ sơ dở')
  await asked(/Còn thiếu: Giới tính/, 'three-days-later')
  await chat.taps('Nam (bé trai)')
  await chat.hears(/sinh ngày nào/)
  await chat.says('hôm qua')
  await chat.hears(/sinh ở đâu/)
  await chat.says('Bệnh viện Sản - Nhi Cà Mau')
  await chat.hears(/Còn thiếu: Dân tộc/)
  await chat.says('kinh')
  await chat.hears(/Quê quán/)
  await chat.says('xã Đất Mũi, tỉnh Cà Mau')
  await chat.hears(/Ngày sinh của mẹ/)
  await chat.says('sinh năm Canh Ngọ')
  await asked(/60 năm/, 'zodiac-year')
  await chat.says('đúng')
  await chat.hears(/ngày sinh của cha/)
  await chat.says('Nguyễn Văn Tám')
  await chat.hears(/Còn thiếu: Số căn cước cha/)
  await chat.taps('Bỏ qua: Số căn cước cha')
  await chat.hears(/Ngày sinh của cha/)
  await chat.says('1996')
  await chat.hears(/giấy đăng ký kết hôn/)
  await chat.taps('Đã có')
  await chat.hears(/ở xã, phường nào/)
  await chat.says('ấp 4 xã Tắc Vân')
  await asked(/nhiều xã, phường mới/, 'split-commune')
  await chat.says('phường Hòa Thành')
  await chat.hears(/giấy chứng sinh/)
  await page.getByLabel('Gửi ảnh', { exact: true }).setInputFiles(
    await Promise.all(
      [4, 8, 12].map(async (tilt) => ({
        name: `giay-${tilt}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await photographCard('x', { tilt, width: 700 }),
      })),
    ),
  )
  await asked(/Đã nhận 3 tệp/, 'album')
  await chat.taps('Xong')
  await chat.hears(/mấy bản sao/)
  await chat.says('0')
  await asked(/xem lại, nhất là tên/, 'review')
  await chat.says('sửa nơi sinh')
  await asked(/sinh ở đâu|số thứ tự/, 'correction')
  await chat.says('Trạm y tế phường Hòa Thành')
  await asked(/Trạm y tế phường Hòa Thành/, 'corrected')
  await chat.taps('Gửi hồ sơ')
  await asked(/Mã hồ sơ/, 'receipt')
  await asked(/nhớ .* cho lần sau/, 'remember')
  await chat.taps('Nhớ giúp tôi')
  await chat.hears(/lần sau/)
  await chat.says('hồ sơ của tôi tới đâu rồi')
  await asked(/Đăng ký khai sinh[^]*Mới đăng ký/, 'my-dossier')
  expect(complaints).toEqual([])
  await page.close()
})
