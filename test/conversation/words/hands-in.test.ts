import { describe, expect, it } from 'vitest'
import { handsIn } from '../../../src/conversation/words/hands-in.ts'

describe('at the review', () => {
  it.each([
    'dạ mọi thứ đều đúng, nhờ em nộp lên xã', 'coi kỹ rồi, gửi đi', 'xem lại hết rồi, đúng hết, nộp giùm tui', 'ừ được rồi gửi cho xã đi con', 'nộp luôn', 'dung het roi, goi len cho can bo gium',
  ])('“%s” hands in', (text) => {
    expect(handsIn(text)).toBe(true)
  }) // prettier-ignore

  it.each([
    'coi kỹ rồi', 'nộp rồi chừng nào có', 'mai nộp', 'để tui nộp sau', 'khoan nộp', 'gửi cho tui coi lại', 'đúng hết, mà khoan nộp', 'nộp, nhưng sửa tên lại', 'sai tên rồi, nộp sao được', 'nộp 2 bản',
    'hay nộp', 'nộp hay khoan', 'nộp được không?', 'sửa số điện thoại rồi nộp', '',
  ])('“%s” does not', (text) => {
    expect(handsIn(text)).toBe(false)
  }) // prettier-ignore
})
