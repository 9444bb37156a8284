import { describe, expect, it } from 'vitest'
import { passesOver } from '../../../src/conversation/words/passes-over.ts'

describe('passing over a question', () => {
  it.each(['bỏ qua', 'bỏ wa', 'hong co chup, qua buoc sau', 'không nhớ, cho qua đi em'])('“%s” does', (text) => {
    expect(passesOver(text)).toBe(true)
  })
  it.each(['ở Tân Thành, khỏi cần năm', 'không, để tui chụp', 'qua phường 9', 'ở Năm Căn từ 2012, khỏi ghi rõ'])(
    '“%s” does not',
    (text) => {
      expect(passesOver(text)).toBe(false)
    },
  )
  it('for whatever reason at a question for files, unless they are promised', () => {
    expect(passesOver('máy hư camera, qua câu sau đi', true)).toBe(true)
    expect(passesOver('lát chụp gửi, qua câu sau', true)).toBe(false)
  })
})
