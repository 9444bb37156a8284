import { describe, expect, it } from 'vitest'
import { MESSAGE_LIMITS } from '../../../src/conversation/words/messages.ts'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const chatAt = (moment: string) => {
  const chat = createChat(flows)
  chat.now = Date.parse(`${moment}:00+07:00`)
  return chat
}
const receiptOf = (chat: ReturnType<typeof createChat>): string =>
  chat
    .wanted('say')
    .flatMap(({ message }) => (message.type === 'text' && message.text.includes('{code}') ? message.text : []))[0] ?? ''

/** A travel pass asked for at that moment, up to the review. */
const askedPass = (moment: string, from: string, to: string) => {
  const chat = chatAt(moment)
  const answers = PASS_ANSWERS.slice(0, -2)
  const review = chat.says(...answers, from, to, 'bỏ qua')
  expect(chat.step()).toBe('cap-giay-di-duong/xem_lai')
  return { chat, review }
}

describe('the receipt of a filing', () => {
  it('tells the number, what comes next, the term and from when it runs, the fee, where, when and what to bring', () => {
    const chat = chatAt('2026-11-27T09:00')
    chat.says('#lam:dang-ky-tam-tru', '#co', 'lần đầu', 'cho tôi', '#tu-nhap', 'Nguyễn Văn An', '096090012345')
    chat.says('05/03/1990', '0912345678', 'ấp Mũi, xã Đất Mũi', 'phòng 5, nhà trọ Hạnh Phúc', 'phường An Xuyên')
    chat.says('01/12/2026 đến 31/05/2027', 'Lê Thị Hồng', 'đồng ý rồi', 'bỏ qua', 'bỏ qua')
    expect(chat.step()).toBe('dang-ky-tam-tru/xem_lai')
    chat.says('gửi hồ sơ')
    expect(receiptOf(chat)).toMatch(
      /Mã hồ sơ: \{code\}[^]*Cán bộ xem rồi báo tại đây[^]*mang căn cước[^]*Thời hạn: 3 ngày làm việc\. Thời hạn tính từ lúc cơ quan tiếp nhận đủ giấy tờ[^]*Lệ phí: 15\.000 đồng[^]*Nơi làm: Công an xã, phường[^]*thứ Hai đến thứ Sáu[^]*Nơi nhận: \{office\}/,
    )
    expect(receiptOf(chat).length).toBeLessThan(MESSAGE_LIMITS.text * 0.6)
  })

  it('of a pass asked for on a Sunday for Sunday says before the questions, before the sending and after it that nobody works', () => {
    const chat = chatAt('2026-11-29T09:00')
    expect(chat.says('#lam:cap-giay-di-duong')).toContain('hôm nay Chủ nhật, cán bộ xét sớm nhất sáng thứ Hai 30/11')
    const asked = askedPass('2026-11-29T09:00', '14h hôm nay', '18h hôm nay')
    expect(asked.review).toMatch(
      /cán bộ xét sớm nhất sáng thứ Hai 30\/11, có thể không kịp[^]*1800 1096[^]*cấp cứu thì không cần giấy/,
    )
    asked.chat.says('#nop')
    expect(receiptOf(asked.chat)).toMatch(/\{secret\}[^]*sáng thứ Hai 30\/11, có thể không kịp/)
  })

  it.each([
    ['on a working morning for the afternoon', '2026-11-27T09:00', '14h hôm nay', '18h hôm nay'],
    ['on a Sunday for Tuesday', '2026-11-29T09:00', '7h ngày 01/12/2026', '18h ngày 01/12/2026'],
  ])('of a pass asked for %s warns of nothing', (_, moment, from, to) => {
    const { chat, review } = askedPass(moment, from, to)
    chat.says('#nop')
    expect([review.includes('Lưu ý'), receiptOf(chat).includes('không kịp')]).toEqual([false, false])
  })

  it('of a pass asked for on a Friday evening for Saturday warns as well', () => {
    const { review } = askedPass('2026-11-27T20:00', '6h sáng mai', '18h ngày mai')
    expect(review).toMatch(/cán bộ xét sớm nhất sáng thứ Hai 30\/11, có thể không kịp/)
  })

  it('of a pass asked for on a holiday in the week says that it is one', () => {
    expect(chatAt('2030-05-01T08:30').says('#lam:cap-giay-di-duong')).toContain('hôm nay nghỉ lễ, cán bộ xét sớm nhất')
  })

  it('stands before what is asked next, which has the buttons', () => {
    const { chat } = askedPass('2026-11-27T09:00', '14h hôm nay', '18h hôm nay')
    chat.says('#nop')
    const said = chat.last.flatMap((it) => (it.type === 'say' && it.message.type === 'text' ? it.message : []))
    expect(said[0]?.text).toContain('{code}')
    expect(said.at(-1)?.choices?.length).toBeGreaterThan(0)
  })
})

describe('an example in a question', () => {
  it('follows today, and may be copied', () => {
    const chat = chatAt('2026-11-27T09:00')
    chat.says('#lam:dang-ky-tam-tru', '#co', 'lần đầu', 'cho tôi', '#tu-nhap', 'Nguyễn Văn An', '096090012345')
    const asked = chat.says(
      '05/03/1990',
      '0912345678',
      'ấp Mũi, xã Đất Mũi',
      'phòng 5, nhà trọ Hạnh Phúc',
      'phường An Xuyên',
    )
    const example = /Ví dụ: (.+)\./.exec(asked)?.[1] ?? ''
    expect(example).toBe('02/12/2026 đến 02/06/2027')
    chat.says(example)
    expect(chat.step()).toBe('dang-ky-tam-tru/chu_nha')
  })
})
