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
