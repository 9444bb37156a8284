import { describe, expect, it } from 'vitest'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const PASS = 'cap-giay-di-duong'
const at = (...said: string[]) => {
  const chat = createChat(flows)
  chat.says(...said)
  return chat
}
const content = () => at('#lam:phan-anh', 'đồng ý', 'phuc-vu')
const atReview = () => at(...PASS_ANSWERS, 'bỏ qua')

describe('a clause that steers, with the reason beside it', () => {
  it('goes back', () => {
    const chat = at(...PASS_ANSWERS.slice(0, 8))
    chat.says('bấm lộn, cho lùi lại 1 bước')
    expect(chat.step()).toBe(`${PASS}/noi_di`)
  })

  it.each(['thôi bữa khác làm tiếp nha, tui đang đi canh tôm', 'để bữa khác ghi tiếp, giờ bận cho con bú'])(
    '“%s” puts a story away and stores nothing of it',
    (text) => {
      const chat = content()
      expect(chat.says(text)).toContain('Đã cất')
      expect(chat.session.drafts[0]?.context.answers['content']).toBeUndefined()
    },
  )

  it.each(['xã hẹn bữa khác làm, dân chờ hoài', 'cán bộ kêu để mai làm, tui đi ba lần rồi'])(
    '“%s” is a story',
    (text) => {
      const chat = content()
      chat.says(text)
      expect(chat.session.position?.context.answers['content']?.shown).toBe(text)
    },
  )

  it('“khoan, cho tui làm khai sinh trước” is a wish, and waits for nothing', () => {
    expect(at(...PASS_ANSWERS.slice(0, 4)).says('khoan, cho tui làm khai sinh cho đứa nhỏ trước')).toContain(
      'khai sinh',
    )
  })
})

describe('at the review', () => {
  it.each([
    'coi kỹ hết rồi, nộp giùm em',
    'chuẩn, nộp lun',
    'được rồi gửi lên cho cán bộ dùm bà con',
    'do lai het roi, nop dum chu',
  ])('“%s” hands it in', (text) => {
    const chat = atReview()
    chat.says(text)
    expect(chat.wanted('file')).toHaveLength(1)
  })

  it.each([
    'thôi kệ, khỏi gửi đi, sợ hàng xóm giận',
    'thoi dung gui nua, ba noi doi y roi',
    'sợ người ta biết quá, thôi đừng gửi',
    'để tui hỏi chồng rồi nộp',
    'khoan gui, chu nha chua chiu',
  ])('“%s” hands nothing in and changes nothing', (text) => {
    const chat = atReview()
    const before = chat.session.position?.context.answers
    chat.says(text)
    expect(chat.wanted('file')).toEqual([])
    const { position = chat.session.drafts[0] } = chat.session
    expect(position?.step).toBe('xem_lai')
    expect(position?.context.answers).toEqual(before)
  })
})

describe('before all is answered', () => {
  it.each(['gửi đi em', 'nộp luôn giùm con'])('“%s” is told that something is still asked', (text) => {
    const chat = at(...PASS_ANSWERS.slice(0, 7))
    expect(chat.says(text)).toContain('Chưa gửi được')
    expect(chat.step()).toBe(`${PASS}/noi_di`)
  })
})

describe('a matter of its own that a sentence chooses', () => {
  it('is asked back before what was answered is gone', () => {
    const chat = at('#lam:giay-phep-xay-dung', 'đồng ý', 'tự nhập')
    expect(chat.says('nâng nền với lợp lại mái tôn')).toContain('Có phải ý ông/bà là “Sửa chữa, cải tạo”')
    expect(chat.says('đúng rồi')).toContain('thủ tục riêng')
  })
})

describe('what was read back', () => {
  it('still waits for a yes after something else was said', () => {
    const chat = at(...PASS_ANSWERS.slice(0, 7), 'phường 9')
    expect(chat.says('trời mưa quá trời')).toContain('An Xuyên')
    chat.says('trúng rồi đó')
    expect(chat.session.position?.context.answers['from']?.shown).toContain('An Xuyên')
  })
})

describe('a clause that chose here', () => {
  it('says nothing to a later question', () => {
    const chat = at('#lam:dang-ky-khai-sinh', '#co', '#khai-sinh')
    chat.says('cha no nguoi dai loan')
    expect(chat.session.position?.context.heard).toBeUndefined()
  })
})
