import { describe, expect, it } from 'vitest'
import { readAgreement } from '../../../src/conversation/words/agreement.ts'

describe('an agreement', () => {
  it.each([
    'ok đồng ý lẹ đi tui còn đi', 'không có gì phải giấu, tui đồng ý', 'tôi cho phép sử dụng thông tin của tôi', 'đồng ý cho lưu thông tin để cán bộ coi', 'Tôi đã đọc và đồng ý',
    'đổi ý rồi, đồng ý', 'ừ đồng ý, bà nội chịu rồi', 'tui thay mặt má tui đồng ý', 'hai vợ chồng tui đều đồng ý', 'nhứt trí nghen', 'I agree', 'đồng ý vì cần giấy gấp',
  ])('“%s” is whole, and the writer’s own', (text) => {
    expect(readAgreement(text)).toBe('wholly')
  }) // prettier-ignore

  it.each(['dồng ý', 'đòng ý', 'đông y', 'dongy', 'đống ý nha'])('“%s” is a slip of the hand in it', (text) => {
    expect(readAgreement(text)).toBe('wholly')
  })

  it.each([
    'đồng ý với điều kiện là không đưa cho ai', 'đồng ý trừ số điện thoại', 'đồng ý nhưng đừng lưu', 'nếu không lưu số thì đồng ý', 'chịu, mà đừng gọi điện',
  ])('“%s” holds on a condition', (text) => {
    expect(readAgreement(text)).toBe('on condition')
  }) // prettier-ignore

  it.each(['bà đồng ý con ơi', 'ngoại đồng ý nha cháu'])('“%s” is the own one of an elder', (text) => {
    expect(readAgreement(text)).toBe('wholly')
  })

  it.each(['má tui đồng ý rồi, tui làm giùm bả', 'vợ em đồng ý rồi', 'bà nội chịu rồi'])(
    '“%s” is another’s',
    (text) => {
      expect(readAgreement(text)).toBe('for another')
    },
  )

  it.each([
    'đồng ý hay không để tui coi', 'chồng tui đồng ý còn tui thì chưa', 'đồng ý cái gì', 'phải đồng ý mới làm được à', 'đồng ý xong mấy người bán thông tin', 'tui đâu có nói đồng ý',
    'đồng ý, à thôi', 'giả sử tui đồng ý', 'bắt đồng ý hoài', 'đồng ý?', 'không đồng ý', 'ừ', 'ok', '',
  ])('“%s” is none', (text) => {
    expect(readAgreement(text)).toBeUndefined()
  }) // prettier-ignore
})
