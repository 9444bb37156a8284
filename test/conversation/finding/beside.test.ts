import { describe, expect, it } from 'vitest'
import { createChat, PASS_ANSWERS, textOf } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const at = (...said: string[]) => {
  const chat = createChat(flows)
  chat.says(...said)
  return chat
}
const asked = () => {
  const chat = createChat(flows)
  chat.asked('Gửi lại giấy hẹn khám rõ hơn.')
  return chat
}
const reply = (chat: ReturnType<typeof asked>) => chat.session.position?.context.answers['reply']?.value

describe('words that only point at a picture', () => {
  it.each(['xem hinh', 'coi hình nè', 'như trong ảnh đó', 'thì trong hình á'])('“%s” is no petition', (text) => {
    const chat = at('#lam:phan-anh', 'đồng ý', 'ha-tang')
    expect(chat.says(text)).toContain('ghi ra vài chữ')
    expect(chat.session.position?.context.answers).not.toHaveProperty('content')
  })
  it('after a picture was sent say that this was all of it', () => {
    const chat = asked()
    chat.sends('a')
    chat.stored('a')
    chat.says('hình đó em')
    expect(chat.step()).toBe('bo-sung/xac_nhan')
    expect(reply(chat)).toBe('')
  })
})

describe('at an officer’s question', () => {
  it.each([
    'để mơi tui gởi',
    'chiều tui chụp gửi',
    'đợi tui kiếm giấy',
    'mai nha em',
    'bữa nào rảnh tui chụp',
    'dạ',
    'ok',
  ])('“%s” is no reply, and the question goes on waiting', (text) => {
    const chat = asked()
    expect(chat.says(text)).toMatch(/khi nào có|chưa gửi gì/)
    expect(reply(chat)).toBeUndefined()
    expect(chat.step()).toBe('bo-sung/tra_loi')
  })
  it.each(['bác sĩ hẹn thứ hai', 'giấy ghi ngày mai tái khám', 'bệnh viện không cấp lại giấy'])(
    '“%s” is a reply',
    (text) => {
      const chat = asked()
      chat.says(text)
      expect(reply(chat)).toBe(text)
    },
  )
  it('what it interrupted is offered again once it was answered', () => {
    const chat = at(...PASS_ANSWERS.slice(0, 4))
    chat.asked('Gửi lại giấy hẹn khám rõ hơn.')
    chat.says('#bo-sung:d1', 'mai gửi')
    expect(textOf(chat.last)).toContain('[Tiếp tục hồ sơ dở: Cấp giấy đi đường]')
    chat.says('bác sĩ hẹn ngày 5/5', 'xong', 'gửi')
    expect(chat.wanted('supplement')).toHaveLength(1)
    expect(textOf(chat.last)).toContain('[Tiếp tục hồ sơ dở: Cấp giấy đi đường]')
  })
})

describe('giving up in a sentence', () => {
  it.each(['thôi không phản ánh nữa', 'hủy giùm tui', 'thôi để khi khác, hủy đi', 'thôi khỏi làm nữa'])(
    '“%s” asks before anything is lost, and answers nothing',
    (text) => {
      const chat = at('#lam:phan-anh', 'đồng ý', 'ha-tang', 'đèn đường tắt một tuần nay')
      expect(chat.says(text)).toMatch(/hủy/)
      expect(chat.session.position?.context.answers).not.toHaveProperty('place')
    },
  )
})

describe('feelings and deaths', () => {
  it.each([
    ['rối quá', 'thong thả'],
    ['tui lo quá', 'nghe ông/bà'],
    ['má tui mới mất hôm qua', 'chia buồn'],
  ])('“%s” is no address', (text, said) => {
    const chat = at('#lam:dang-ky-tam-tru', 'đồng ý', '#moi', '#ban-than', 'tự nhập', ...PASS_ANSWERS.slice(3, 5))
    chat.says('5/3/1990', '0912345678')
    expect(chat.step()).toBe('dang-ky-tam-tru/thuong_tru')
    expect(chat.says(text)).toContain(said)
    expect(chat.session.position?.context.answers).not.toHaveProperty('address')
  })
})

describe('a point on the map', () => {
  const pin = { type: 'LOCATION', latitude: 8.7616, longitude: 104.9936 } as const
  it('is asked back as the commune it lies in', () => {
    const chat = at('#lam:dat-lich-hen', 'đồng ý', '#nop')
    expect(chat.send(pin)).toContain('gần nơi này nhất')
    chat.says('đúng')
    expect(chat.session.position?.context.answers['agency']?.shown).toMatch(/^(?:Xã|Phường) /)
  })
  it('before its question is kept for it', () => {
    const chat = at('#lam:phan-anh', 'đồng ý', 'ha-tang')
    expect(chat.send(pin)).toContain('giữ vị trí')
    expect(chat.says('đèn đường tắt một tuần nay')).toContain('Vị trí trên bản đồ')
  })
})

describe('a correction', () => {
  it('that was not understood hands nothing in', () => {
    const chat = at(...PASS_ANSWERS, 'bỏ qua')
    chat.says('ngày cưới ghi sai', 'ok')
    expect(chat.wanted('file')).toEqual([])
  })
  it('of what was answered before wins over the open question', () => {
    const chat = at(...PASS_ANSWERS.slice(0, 8))
    chat.says('ý lộn, đi từ Đất Mới')
    expect(chat.session.position?.context.answers['from']?.shown).toBe('Xã Đất Mới')
    expect(chat.session.position?.context.answers).not.toHaveProperty('to')
  })
})
