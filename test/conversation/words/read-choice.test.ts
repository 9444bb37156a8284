import { describe, expect, it } from 'vitest'
import { type Choosable } from '../../../src/conversation/words/choice-words.ts'
import { pickExactly, readChoice } from '../../../src/conversation/words/read-choice.ts'

const SEX: readonly Choosable[] = [
  { key: 'nam', label: 'Nam (bé trai)', words: ['con trai', 'bé trai', 'thằng cu'] },
  { key: 'nu', label: 'Nữ (bé gái)', words: ['con gái', 'bé gái', 'con nhỏ'] },
]
const WHO: readonly Choosable[] = [
  { key: 'me', label: 'Mẹ của bé', words: ['mẹ', 'mẹ nó'] },
  { key: 'cha', label: 'Cha của bé', words: ['cha', 'cha nó'] },
  { key: 'ong-ba', label: 'Ông, bà của bé', words: ['ông', 'bà', 'ông nội', 'bà ngoại'] },
  { key: 'khac', label: 'Người khác', words: ['cậu', 'hàng xóm'], means: 'other' },
]
const OLD: readonly Choosable[] = [
  { key: 'khong', label: 'Không' },
  { key: 'co', label: 'Có' },
  { key: 'chua-ro', label: 'Chưa rõ', means: 'unknown' },
]
const MARKS: readonly Choosable[] = ['5', '4', '3', '2', '1'].map((key) => ({
  key,
  label: `Mức ${'abcde'[Number(key) - 1]}`,
}))
const SLOTS: readonly Choosable[] = [
  { key: 'a', label: '7 giờ 30 đến 9 giờ' },
  { key: 'b', label: '9 giờ đến 11 giờ' },
  { key: 'c', label: '13 giờ 30 đến 15 giờ' },
  { key: 'd', label: '15 giờ đến 16 giờ 30' },
]

/** The key of the one choice, the keys that are asked back with, `other?` or nothing. */
function read(options: readonly Choosable[], text: string): string {
  const reading = readChoice(options, text)
  if (reading.found === 'one') return reading.option.key
  if (reading.found === 'several') return reading.options.map(({ key }) => key).join(' or ')
  return reading.found === 'other' ? `${reading.option.key}?` : ''
}

it.each([
  ['chỉ làm giấy khai sinh, hộ khẩu với bảo hiểm để sau', 'mot'],
  ['khai sinh thôi, bảo hiểm tính sau', 'mot'],
  ['bao hiem de lan sau', 'mot'],
  ['bảo hiểm, lấy sau cũng được', 'het'],
])('what is put off is not chosen: “%s”', (text, key) =>
  expect(
    read(
      [
        { key: 'mot', label: 'Chỉ khai sinh', words: ['khai sinh thôi'] },
        { key: 'het', label: 'Khai sinh, thường trú và bảo hiểm', words: ['bảo hiểm', 'hộ khẩu'] },
      ],
      text,
    ),
  ).toBe(key),
)

describe('a choice', () => {
  it.each([
    ['con trai', 'nam'], ['dạ con trai á em', 'nam'], ['con trai đầu lòng', 'nam'], ['con gai', 'nu'], ['nữ', 'nu'], ['nu', 'nu'], ['thằng cu tí', 'nam'],
    ['không phải con trai, con gái', 'nu'], ['không, con gái', 'nu'], ['hông phải con trai mà là con gái', 'nu'], ['bé là con gái nha', 'nu'],
  ])('is understood from “%s”', (text, key) => {
    expect(read(SEX, text)).toBe(key)
  }) // prettier-ignore

  it('is asked back when two are named, or when all but one are denied', () => {
    expect(read(SEX, 'một trai một gái: con trai với con gái')).toBe('nam or nu')
    expect(read(SEX, 'không phải con trai')).toBe('nu')
    expect(readChoice(SEX, 'không phải con trai').found).toBe('several')
  })

  it.each(['con trai hay con gái là sao', 'hông biết', 'con trai được không', 'để hỏi vợ đã', 'năm', 'nấm', 'zxqv'])('is not made by “%s”', (text) => {
    expect(read(SEX, text)).toBe('')
  }) // prettier-ignore

  it.each([
    ['má nó', 'me'], ['toi la cha', 'cha'], ['tía nó', 'cha'], ['ông nội', 'ong-ba'], ['ba bé', 'cha'], ['bà', 'ong-ba'], ['hàng xóm làm giùm', 'khac'],
    // Without marks it may be the father or a grandmother.
    ['ba', 'cha or ong-ba'], ['má của bé', 'me'],
  ])('names kin as it is spoken here: “%s”', (text, key) => {
    expect(read(WHO, text)).toBe(key)
  }) // prettier-ignore

  it('is the one for the rest when a sentence fits no other, after a question', () => {
    expect(read(WHO, 'bạn gái cũ nhờ đi làm')).toBe('khac?')
    expect(read(WHO, 'zxqv wkpf')).toBe('')
    expect(read(WHO, 'thôi không làm nữa')).toBe('')
  })

  it.each([['ko phai', 'khong'], ['dạ hông có đâu em ơi', 'khong'], ['chưa có', 'khong'], ['dạ có', 'co'], ['hông biết', 'chua-ro'], ['có không', '']])('takes the shared words of yes, no and do not know: “%s”', (text, key) => {
    expect(read(OLD, text)).toBe(key)
  }) // prettier-ignore

  it.each([
    ['2', 'b'], ['số 2', 'b'], ['nút thứ 3', 'c'], ['cái đầu', 'a'], ['cái cuối nha', 'd'], ['cái thứ hai', 'b'], ['mục 4.', 'd'], ['hai', 'b'], ['chọn số ba', 'c'], ['9', ''],
  ])('is named by its place: “%s”', (text, key) => {
    expect(read([{ key: 'a', label: 'Đỏ' }, { key: 'b', label: 'Xanh' }, { key: 'c', label: 'Tím' }, { key: 'd', label: 'Vàng' }], text)).toBe(key)
  }) // prettier-ignore

  it.each([['5', '5'], ['5 sao', '5'], ['5*', '5'], ['năm sao', '5'], ['1 điểm', '1'], ['cho 4 sao nha', '4'], ['5/5', '5'], ['⭐⭐⭐', '3'], ['1', '1']])('with marks for keys is named by the mark, not by its place: “%s”', (text, key) => {
    expect(read(MARKS, text)).toBe(key)
  }) // prettier-ignore

  it.each([
    ['8h', 'a'], ['8h30', 'a'], ['8:30', 'a'], ['tám giờ sáng', 'a'], ['9h', 'b'], ['10 giờ', 'b'], ['2h', 'c'], ['2h chiều', 'c'], ['ba giờ', 'd'], ['14h', 'c'], ['chiều', 'c or d'], ['sáng', 'a or b'],
    ['sớm nhất', 'a'], ['đầu giờ chiều', 'c'], ['cuối giờ sáng', 'b'], ['ngày mai 9 giờ', 'b'], ['khoảng 8 rưỡi', ''], ['8h tới 9h', 'a'], ['11h', 'b'], ['19h', ''],
  ])('that is a span of the day is found by the clock: “%s”', (text, key) => {
    expect(read(SLOTS, text)).toBe(key)
  }) // prettier-ignore

  it('that cannot be taken back is only what makes up the whole message', () => {
    const cancel = [{ key: 'co', label: 'Hủy bỏ', words: ['hủy luôn'] }, { key: 'khong', label: 'Làm tiếp', words: ['đừng hủy'] }] // prettier-ignore
    const keyOf = (text: string) => pickExactly(cancel, text)?.key
    expect(['ừ', 'hủy luôn đi em', 'dạ hủy bỏ ạ', '1'].map(keyOf)).toEqual(['co', 'co', 'co', 'co'])
    expect(['đừng hủy', 'không', 'hủy luôn thì có sao không', 'nếu hủy luôn rồi làm lại được chứ'].map(keyOf)).toEqual(['khong', 'khong', undefined, undefined]) // prettier-ignore
  })
})
