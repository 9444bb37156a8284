import { describe, expect, it } from 'vitest'
import { reallyCancels } from '../../../src/conversation/finding/really-cancel.ts'

describe('an answer to whether it is really to be cancelled', () => {
  it.each([
    'ừ bỏ luôn đi',
    'u huy di',
    'ok xóa hết dùm tui',
    'hủy đi em, tui hết cần rồi',
    'hông làm nữa đâu',
    'ừ thì bỏ, mai mốt làm lại',
  ])('“%s” is a yes', (text) => {
    expect(reallyCancels(text)).toBe('co')
  })

  it.each([
    'đừng hủy, tui làm tiếp',
    'bam lon thoi, dung huy',
    'tui đâu có muốn bỏ',
    'thôi để tui làm tiếp, sắp xong rồi',
    'à khoan, để coi lại đã',
    'để tôi làm tiếp',
  ])('“%s” is a no', (text) => {
    expect(reallyCancels(text)).toBe('khong')
  })

  it.each([
    'hủy không?',
    'coi ko , hủy',
    'thôi hủy không đừng',
    'hủy nhưng mà khoan',
    'để mai tính',
    'phường An Xuyên',
  ])('“%s” is neither', (text) => {
    expect(reallyCancels(text)).toBeUndefined()
  })
})
