import { describe, expect, it } from 'vitest'
import { DAY } from '../../../src/kernel/clock.ts'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const PASS = 'cap-giay-di-duong'

const filed = () => {
  const chat = createChat(flows)
  const said = chat.says(...PASS_ANSWERS, 'bỏ qua', '#nop')
  return { chat, said }
}

describe('answers about the citizen', () => {
  it('are offered to be kept after a filing, by their labels', () => {
    const { chat, said } = filed()
    expect(said).toMatch(/nhớ họ tên, số căn cước, số điện thoại[^]*\[Nhớ giúp tôi\][^]*\[Không cần\]/)
    expect(chat.session.known).toBeUndefined()
  })

  it.each(['#nho.co', 'có', 'dạ'])('are kept after %j, with the consent on record', (word) => {
    const { chat } = filed()
    chat.says(word)
    expect(Object.keys(chat.session.known?.answers ?? {})).toEqual(['applicant', 'citizenNumber', 'phone'])
    expect(chat.wanted('consent').at(-1)).toMatchObject({ flow: 'nho-thong-tin', given: true })
    expect(chat.session.asking).toBeUndefined()
  })

  it.each(['#nho.khong', 'không', 'menu', 'tra cứu'])('are not kept after %j', (word) => {
    const { chat } = filed()
    chat.says(word)
    expect(chat.session.known).toBeUndefined()
    expect(chat.session.asking?.what).not.toBe('may remember')
  })

  it('are offered one by one at the next filing, or all at once, and filed only then', () => {
    const { chat } = filed()
    chat.says('#nho.co', `#lam:${PASS}`, '#co')
    expect(chat.says('#tu-nhap')).toMatch(/Nguyễn Văn An[^]*\[Giữ nguyên\][^]*\[Dùng lại tất cả \(3 mục\)\]/)
    expect(chat.says('#ho_ten.dung-lai')).toContain('để làm gì')
    expect(chat.session.position?.context.trail).toEqual([
      'dong_y',
      'the_can_cuoc',
      'ho_ten',
      'so_can_cuoc',
      'dien_thoai',
    ])
    const other = filed().chat
    other.says('#nho.co', `#lam:${PASS}`, '#co', '#tu-nhap', 'Trần Thị Bé')
    expect(other.session.position?.context.answers['applicant']?.value).toBe('Trần Thị Bé')
    expect(other.step()).toBe(`${PASS}/so_can_cuoc`)
  })

  it('are neither offered nor kept when the filing is for somebody else', () => {
    const { chat } = filed()
    chat.says('#nho.co', '#lam:tro-cap-huu-tri-xa-hoi', '#co', 'làm cho cha mẹ tôi', 'Nguyễn Văn An')
    expect(chat.says('tự nhập')).not.toContain('Dùng lại')
    const said = chat.says(
      'Trần Thị Bé',
      '096150012345',
      '1950',
      '1',
      'ấp Mũi, xã Đất Mũi',
      '0912345678',
      '1',
      'xã Đất Mũi',
      'bỏ qua',
      'gửi',
    )
    expect(said).toContain('{code}')
    expect(chat.session.asking).toBeUndefined()
  })

  it('never answer a consent', () => {
    const { chat } = filed()
    chat.says('#nho.co')
    expect(chat.says(`#lam:${PASS}`)).toContain('đồng ý không')
  })

  it('are not asked about again when nothing has changed', () => {
    const { chat } = filed()
    chat.says('#nho.co')
    const again = chat.says(...PASS_ANSWERS.slice(0, 3), '#ho_ten.dung-lai', ...PASS_ANSWERS.slice(6), 'bỏ qua', '#nop')
    expect(again).toContain('{code}')
    expect(again).not.toContain('Nhớ giúp tôi')
  })

  it('are forgotten after half a year', () => {
    const { chat } = filed()
    chat.says('#nho.co')
    chat.now += 181 * DAY
    expect(chat.says(`#lam:${PASS}`, '#co', '#tu-nhap')).not.toContain('Dùng lại')
  })

  it('are gone, with drafts, when the citizen asks to be forgotten', () => {
    const { chat } = filed()
    chat.says('#nho.co', ...PASS_ANSWERS.slice(0, 4), 'menu', '#lam:du-lieu-cua-toi')
    chat.send({ type: 'FACTS', found: true, facts: { list: 'x' } })
    expect(chat.session.drafts).toHaveLength(1)
    expect(chat.says('1', 'Xóa')).toContain('Đã xóa')
    expect(chat.wanted('forget')).toHaveLength(1)
    expect(chat.session).toMatchObject({ drafts: [] })
    expect(chat.session.known).toBeUndefined()
  })
})
