import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/kernel/clock.ts'
import { createChat, PASS_ANSWERS } from './chat.ts'
import { flowsOfFiles } from './flows-of-files.ts'

const flows = await flowsOfFiles()
/** Two filings laid aside: the extract at its name, then the travel pass at its telephone number. */
const withTwoDrafts = () => {
  const chat = createChat(flows)
  chat.says('#lam:trich-luc-ho-tich', '#co', '#tu-nhap', 'menu')
  chat.says(...PASS_ANSWERS.slice(0, 5), 'menu')
  return chat
}

describe('somebody with several drafts who says "tiếp tục"', () => {
  it('is asked which, with how far each came', () => {
    const said = withTwoDrafts().says('tiếp tục')
    expect(said).toMatch(
      /hồ sơ nào\?\n1\. Cấp giấy đi đường \(bước 3\/8\)\n2\. Cấp bản sao trích lục hộ tịch \(bước 3\/\d+\)/,
    )
    expect(said).toContain('[Cấp giấy đi đường (bước 3/8)]')
  })

  it.each([
    ['2', 'trich-luc-ho-tich/ho_ten'],
    ['giấy đi đường', 'cap-giay-di-duong/dien_thoai'],
    ['#tiep-tuc:trich-luc-ho-tich', 'trich-luc-ho-tich/ho_ten'],
  ])('goes on with the one meant by %s', (words, step) => {
    const chat = withTwoDrafts()
    chat.says('tiếp tục', words)
    expect(chat.step()).toBe(step)
    expect(chat.session.asking).toBeUndefined()
    expect(chat.session.drafts).toHaveLength(1)
  })

  it('may say something else instead and loses neither', () => {
    const chat = withTwoDrafts()
    chat.says('tiếp tục')
    chat.says('tra cứu')
    expect(chat.step()).toBe('tra-cuu/tim_cua_toi')
    expect(chat.session.asking).toBeUndefined()
    expect(chat.session.drafts).toHaveLength(2)
  })

  it('is not asked when there is only one', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS.slice(0, 5), 'menu', 'tiếp tục')
    expect(chat.step()).toBe('cap-giay-di-duong/dien_thoai')
  })
})

describe('a button that leads nowhere any more', () => {
  it('is explained once, however often it is tapped; later it is explained again', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS.slice(0, 4))
    expect(chat.says('#muc_dich.cho')).toContain('Nút này thuộc câu hỏi khác')
    for (let taps = 0; taps < 10; taps++) {
      const said = chat.says('#muc_dich.cho')
      expect(said).toContain('Nút đó không còn dùng được nữa')
      expect(said.length).toBeLessThan(120)
    }
    expect(chat.step()).toBe('cap-giay-di-duong/so_can_cuoc')
    chat.now += 2 * MINUTE
    expect(chat.says('#muc_dich.cho')).toContain('Nút này thuộc câu hỏi khác')
  })

  it('does not keep the right button from working in between', () => {
    const chat = createChat(flows)
    chat.says('#lam:cap-giay-di-duong', '#muc_dich.cho', '#muc_dich.cho', '#dong_y.co')
    expect(chat.step()).toBe('cap-giay-di-duong/the_can_cuoc')
  })

  it('stays short after the filing is handed in', () => {
    const chat = createChat(flows)
    chat.says('#xem_lai.nop')
    expect(chat.says('#xem_lai.nop').length).toBeLessThan(120)
  })
})

describe('somebody who writes in another language', () => {
  it('is told once where to get help, then understood as far as possible', () => {
    const chat = createChat(flows)
    expect(chat.says('can you help me please')).toContain('I can only read Vietnamese')
    const again = chat.says('i need help please')
    expect(again).not.toContain('I can only read Vietnamese')
    expect(again).not.toBe('')
  })

  it('keeps the question that is open', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS.slice(0, 4))
    expect(chat.says('what do you want from me')).toMatch(/I can only read Vietnamese[^]*Số căn cước/)
    expect(chat.says('what do you want from me')).toContain('Ví dụ: 096190012345')
    expect(chat.step()).toBe('cap-giay-di-duong/so_can_cuoc')
  })
})
