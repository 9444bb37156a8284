import { describe, expect, it } from 'vitest'
import { DAY } from '../../../src/kernel/clock.ts'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const filedPass = () => {
  const chat = createChat(flows)
  chat.says(...PASS_ANSWERS, 'bỏ qua', 'ok', 'không cần')
  expect(chat.wanted('file')).toHaveLength(1)
  return chat
}

describe('after a filing', () => {
  it.each(['giấy này xài tới hôm nào', 'giấy này xài được tới mấy giờ'])('“%s” is answered by the permit', (text) => {
    const chat = filedPass()
    chat.says(text)
    expect(chat.session.position?.flow).toBe('giay-cua-toi')
  })

  it.each([
    ['mấy ngày có', 'Cấp giấy đi đường'],
    ['bao nhiêu tiền', 'không thu'],
    ['vậy mang gì theo', 'Cấp giấy đi đường'],
    ['ra chốt đưa cái gì', 'mã QR'],
    ['không có mạng có coi được không', 'khi không có mạng'],
    ['tui ghi lộn số điện thoại, sửa sao', 'rút hồ sơ'],
    ['tui nộp nhầm rồi', 'rút hồ sơ'],
    ['đổi giờ đi được không', 'rút hồ sơ'],
    ['cho xin lại mã hồ sơ', 'Tra cứu hồ sơ'],
    ['duyệt lẹ giùm tui', 'giờ làm việc'],
  ])('“%s” is about what was filed', (text, answer) => {
    const chat = filedPass()
    expect(chat.says(text)).toContain(answer)
  })

  it('another procedure that is named is not what was filed', () => {
    expect(filedPass().says('đăng ký kết hôn bao nhiêu tiền')).toContain('Đăng ký kết hôn')
  })

  it('is forgotten after a month, and nothing is taken for a question about it', () => {
    const chat = filedPass()
    chat.now += 31 * DAY
    expect(chat.says('tui nộp nhầm rồi')).not.toContain('rút hồ sơ rồi nộp lại')
  })
})

describe('a question at a look-up', () => {
  it('for the code says where it stands and what to do without it', () => {
    const chat = createChat(flows)
    chat.says('#lam:tra-cuu', '2', 'H12.99-300501-0001')
    chat.send({ type: 'FACTS', found: false, facts: {} })
    expect(chat.says('khong co ma do')).toContain('hỏi cán bộ')
    expect(chat.step()).toBe('tra-cuu/ma_tra_cuu')
  })
})
