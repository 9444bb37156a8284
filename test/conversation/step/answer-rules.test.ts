import { describe, expect, it } from 'vitest'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const BIRTH = 'dang-ky-khai-sinh'
/** A grandmother registers a birth, up to the mother. The model day is 1 May 2030. */
const atMother = () => {
  const chat = createChat(flows)
  chat.says(`#lam:${BIRTH}`, '#co', 'chỉ khai sinh', '#viet-nam', '#tu-nhap')
  chat.says('Trần Thị Ba, 096160012345, ấp Mũi, xã Đất Mũi, 0912345678', '#ong-ba')
  chat.says('Nguyễn Minh Khôi, bé trai, 20/04/2030', 'Bệnh viện Sản - Nhi Cà Mau, dân tộc Kinh, quê xã Đất Mũi')
  expect(chat.step()).toBe(`${BIRTH}/ten_me`)
  return chat
}

describe('an answer that does not go with another', () => {
  it('is asked again, with both, and the example of what would do', () => {
    const chat = atMother()
    const said = chat.says('Lê Thị Hồng, 096198012345, 05/03/2025')
    expect(said).not.toContain('cha của bé')
    expect(chat.says('05/03/2025')).toMatch(/05\/03\/2025[^]*20\/04\/2030[^]*Ví dụ/)
    expect(chat.step()).toBe(`${BIRTH}/nam_sinh_me`)
    chat.says('05/03/1998')
    expect(chat.step()).toBe(`${BIRTH}/ten_cha`)
  })

  it('is asked whether it is meant, where it is only unlikely', () => {
    const chat = atMother()
    expect(chat.says('Lê Thị Hồng, 096198012345, 05/03/1999')).toMatch(/năm sinh là 1998[^]*05\/03\/1999[^]*\[Đúng\]/)
    chat.says('đúng')
    expect(chat.step()).toBe(`${BIRTH}/ten_cha`)
  })

  it('is asked again before anything is handed in, when the other one was put right', () => {
    const chat = atMother()
    chat.says('Lê Thị Hồng, 096198012345, 05/03/1998', 'không có', 'phường An Xuyên, 0 bản', 'bỏ qua', 'đúng')
    expect(chat.step()).toBe(`${BIRTH}/xem_lai`)
    const said = chat.says('sửa ngày sinh của bé', '20/04/1999')
    expect(said).toMatch(/“Ngày sinh mẹ” cần ghi lại[^]*05\/03\/1998[^]*20\/04\/1999/)
    expect([chat.step(), chat.wanted('file')]).toEqual([`${BIRTH}/nam_sinh_me`, []])
  })

  it('says how long it may be at the most, with an example that begins on the same day', () => {
    const chat = createChat(flows)
    chat.says('#lam:dang-ky-tam-tru', '#co', 'lần đầu', 'cho tôi', '#tu-nhap', 'Nguyễn Văn An', '096090012345')
    chat.says('05/03/1990', '0912345678', 'ấp Mũi, xã Đất Mũi', 'phòng 5, nhà trọ Hạnh Phúc', 'phường An Xuyên')
    expect(chat.says('4 năm từ ngày mai')).toMatch(
      /nhiều nhất 2 năm[^]*02\/05\/2030 đến 01\/05\/2034[^]*Ví dụ: 02\/05\/2030 đến 01\/05\/2032/,
    )
    chat.says('2 năm từ ngày mai')
    expect(chat.step()).toBe('dang-ky-tam-tru/chu_nha')
  })
})
