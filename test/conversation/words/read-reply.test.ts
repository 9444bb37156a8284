import { describe, expect, it } from 'vitest'
import { agrees } from '../../../src/conversation/words/agreement.ts'
import * as replies from '../../../src/conversation/words/read-reply.ts'

const { isAny, isDone, isKeep, isNo, isSkip, isUnknown, isWaiting, isYes, submits } = replies

describe('a short answer', () => {
  it.each([
    'đúng', 'dạ đúng rồi đó em', 'ừ đúng rồi', 'u dung r', 'okie nha', 'okkk', 'phải rồi cô', 'dạ có ạ', 'rồi', 'chuẩn luôn em ơi', 'đúng hết rồi con', 'dạaaa', '👍',
    'không sai chỗ nào', 'vợ chồng tui chịu', 'cô ơi đúng rồi', 'vâng ạ', 'ừa', 'có, con đồng ý', 'y chang vậy', 'toi chiu', 'ok luon e oi 👍🏽', 'dạ đồng ý nha 🙏🙏', 'đúng rồi :))',
  ])('“%s” is a yes, whatever courtesy stands around it', (text) => {
    expect([isYes(text), isNo(text)]).toEqual([true, false])
  }) // prettier-ignore

  it.each([
    'không', 'dạ hông', 'hổng phải đâu em', 'hong dung', 'sai rồi', 'trật lất rồi', 'chưa nha', 'k dong y dau', 'tui không có đồng ý nha', 'đâu có đúng', 'hem chịu',
  ])('“%s” is a no', (text) => {
    expect([isYes(text), isNo(text)]).toEqual([false, true])
  }) // prettier-ignore

  it.each([
    'đúng nhưng mà sai tên', 'đúng không', 'có không em', 'ok chưa', 'chịu hông', 'đúng?', 'có con', 'có hai đứa', 'đồng ý hay không thì sao', 'phải chi hồi đó', 'dạ thưa',
    'đúng mà không phải', '', '...', 'có giấy', 'được nghỉ hôm nào',
  ])('“%s” is neither a yes nor a no', (text) => {
    expect([isYes(text), isNo(text)]).toEqual([false, false])
  }) // prettier-ignore

  it('tells “đừng” from “đúng” by its mark, and takes the word without one for the commoner', () => {
    expect([isNo('đừng'), isYes('đừng'), isYes('dung')]).toEqual([true, false, true])
    expect([submits('dung gui'), isWaiting('dung gui')]).toEqual([false, true])
  })

  it.each(['bỏ qua nha', 'dạ hông có đâu em ơi', 'thôi khỏi', 'không nhớ', 'tui không có giấy tờ gì hết', 'ko', 'khỏi cần'])('“%s” passes a question over', (text) => {
    expect(isSkip(text)).toBe(true)
  }) // prettier-ignore

  it.each(['hông biết nữa', 'quên rồi con ơi', 'chưa rõ', 'không rành'])('“%s” does not know', (text) => {
    expect(isUnknown(text)).toBe(true)
  })

  it('closes, keeps and leaves the choice in southern words', () => {
    expect([isDone('xong rồi á'), isDone('nhiêu đó thôi'), isKeep('giữ y cũ nha'), isKeep('khỏi sửa')]).toEqual([true, true, true, true])
    expect([isAny('sao cũng được'), isAny('mấy giờ cũng được em')]).toEqual([true, true])
  }) // prettier-ignore

  it.each(['nộp luôn', 'đúng hết rồi, gửi đi em', 'ừ nộp luôn đi', 'được rồi gửi cho xã đi con', 'ok gửi', 'nop ho so', 'chốt luôn'])('“%s” hands in', (text) => {
    expect([submits(text), isWaiting(text)]).toEqual([true, false])
  }) // prettier-ignore

  it.each(['khoan', 'chưa gửi nha', 'đừng gửi', 'không gửi', 'để coi lại cái đã', 'để hỏi lại chồng tui đã', 'để tui suy nghĩ', 'chờ con về coi', 'đợi xíu', 'để mai'])('“%s” waits and hands nothing in', (text) => {
    expect([submits(text), isYes(text), agrees(text), isWaiting(text)]).toEqual([false, false, false, true])
  }) // prettier-ignore

  it.each(['đồng ý', 'tui chịu', 'ok đồng ý', 'dạ em đồng ý ạ', 'có, tôi đồng ý', 'Đồng ý 👍', 'đồng ý cho cán bộ xem', 'đồng ý cung cấp thông tin', 'cho phép'])('“%s” names agreement', (text) => {
    expect(agrees(text)).toBe(true)
  }) // prettier-ignore

  it.each(['ok', 'oke em', 'được', 'ừ', 'dạ', 'không đồng ý', 'đồng ý nhưng mà sợ', 'đồng ý không', 'có đồng ý hay không', 'đồng ý nếu an toàn', 'chưa đồng ý', 'đồng ý cho xem thì có sao không', '👍', 'ai đồng ý', 'đồng ý với chồng tui là không'])('“%s” does not', (text) => {
    expect(agrees(text)).toBe(false)
  }) // prettier-ignore
})
