import { describe, expect, it } from 'vitest'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()

describe('a matter that cannot be filed here', () => {
  it.each([
    ['mất căn cước', 'Thẻ căn cước', 'công an'],
    ['tách hộ khẩu', 'Tách hộ (mã thủ tục 1.010038)', 'Nơi làm: Công an'],
    ['đổi chủ hộ', 'Đổi chủ hộ', 'Công an'],
    ['sổ kết hôn ở xã không còn, đăng ký lại kết hôn', 'Đăng ký lại kết hôn', 'UBND xã'],
    ['1.004884', 'Đăng ký lại khai sinh (mã thủ tục 1.004884)', 'UBND xã'],
    ['1.014028', 'Hỗ trợ chi phí mai táng', 'UBND xã'],
  ])('“%s” is told where it is done', (text, name, place) => {
    const answer = createChat(flows).says(text)
    expect(answer).toContain(name)
    expect(answer).toContain(place)
    expect(answer).toContain('chưa làm được tại đây')
  })

  it('is told by whom to ask where nobody says for certain where it is done', () => {
    const answer = createChat(flows).says('làm hộ chiếu')
    expect(answer).toContain('\nHỏi tại công an xã, phường')
    expect(answer).not.toContain('Nơi làm: Hỏi')
  })

  it('is named, not placed, by the list of such matters: the place is told when one of them is named', () => {
    const chat = createChat(flows)
    const list = chat.says('#lam:can-cuoc-va-giay-to-khac')
    expect(list).toContain('căn cước')
    expect(list).not.toContain('công an')
    expect(chat.says('mất căn cước')).toContain('công an')
    expect(chat.step()).toBe('can-cuoc-va-giay-to-khac/lam_gi')
  })
})

describe('what a sentence means', () => {
  it.each([
    ['con tui bị tên sai trong khai sinh, sửa ở đâu', 'cải chính'],
    ['mở quán nhậu đóng thuế bao nhiêu', 'Đăng ký thành lập hộ kinh doanh'],
    ['ddawng kys tajm trus', 'Đăng ký tạm trú'],
    ['nghe nói nhà nước phát tiền cho người già 80 tuổi', 'Trợ cấp hưu trí xã hội'],
    ['ngày mai bà con xuống ngu lai mot dem o nha', 'Thông báo lưu trú'],
    ['chứng tỏ bé đang sống ở khóm 3, cô giáo kêu nộp giấy xác nhận nơi ở', 'Xác nhận thông tin về cư trú'],
  ])('“%s” leads to %s, whatever else its words may be', (text, name) => {
    expect(createChat(flows).says(text).toLowerCase()).toContain(name.toLowerCase())
  })

  it('is not told for certain where a procedure is named and another matter is likelier', () => {
    expect(createChat(flows).says('con tui bị tên sai trong khai sinh, sửa ở đâu')).not.toMatch(/^Đăng ký khai sinh/)
  })
})

it('has its place told beside what is offered, also where a procedure of this channel is likelier', () => {
  const answer = createChat(flows).says('kế nhà tui người ta xây lấn')
  expect(answer).toContain('[Phản ánh, kiến nghị]')
  expect(answer).toContain('Nếu ông/bà hỏi “Hòa giải tranh chấp đất đai”')
})
