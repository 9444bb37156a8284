import { beforeEach, describe, expect, it } from 'vitest'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
let chat: ReturnType<typeof createChat>
beforeEach(() => {
  chat = createChat(flows)
  chat.now = Date.parse('2026-11-22T09:30:00+07:00')
})
const answer = (name: string) => chat.session.position?.context.answers[name]?.value

const APPLICANT = 'tui tên Lê Văn Tám, cc 096090012345, ở ấp 4 xã Tân Lộc, sdt 0912345678'

describe('who goes on telling at what was read back', () => {
  it('has agreed to it', () => {
    chat.says('má tui 80 tuổi muốn lãnh tiền nhà nước', '#lam:tro-cap-huu-tri-xa-hoi')
    expect(chat.says('đồng ý')).toContain('Ông/bà đã nói')
    expect(chat.says('tui tên Lê Thị Út, cc 096190012345, dt 0912345678')).toContain('Lê Thị Út')
    expect(answer('relation')).toBe('cha-me')
  })

  it('has not where they deny, ask, or say it otherwise', () => {
    chat.says('má tui 80 tuổi muốn lãnh tiền nhà nước', '#lam:tro-cap-huu-tri-xa-hoi', 'đồng ý')
    for (const said of ['không phải, tui tên Lê Thị Út', 'Lê Thị Út là ai vậy?']) {
      chat.says(said)
      expect(answer('relation')).toBeUndefined()
    }
  })

  it('is asked nothing they said twice', () => {
    chat.says('vợ tui mới sanh bé trai bữa 10/11', '#lam:dang-ky-khai-sinh', 'đồng ý', '#khai-sinh', '#viet-nam')
    chat.says(APPLICANT, 'tui là ba bé', 'Nguyễn Minh Khôi con trai sinh 10/11/2026')
    expect([answer('childSex'), answer('childBirthDate')]).toEqual(['nam', '2026-11-10'])
  })
})

describe('who tells of something else', () => {
  it('is asked again without a word of not understanding, and a reading that waits for a yes still waits', () => {
    chat.says('#lam:dat-lich-hen', 'đồng ý', '1', 'phường An Xuyên')
    expect(chat.says('thứ 3 tới')).toContain('25/11/2026')
    const again = chat.says('sáng 8h')
    expect(again).toMatch(/7 giờ 30[^]*25\/11\/2026[^]*\[Đúng\]/)
    expect(again).not.toContain('chưa hiểu')
    expect(chat.says('đúng rồi')).not.toContain('chưa hiểu')
  })

  it('is not told that an address may be a choice', () => {
    chat.says('#lam:dang-ky-tam-tru', 'đồng ý')
    expect(chat.says('ấp Mũi, xã Đất Mũi')).not.toContain('Có phải ý ông/bà')
  })
})
