import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLANK, blankWords } from '../../../src/conversation/session/blank-words.ts'
import { fold } from '../../../src/kernel/text.ts'

describe('a text that a clerk may see', () => {
  it.each([
    ['giao tận nhà cho tui được hông', 'giao tận nhà cho tui được hông'],
    ['ship ve nha', 'ship ve nha'],
    ['gọi tui số 0912.345.678 nha', `gọi tui số ${BLANK} nha`],
    ['khong chin mot hai ba bon nam sau bay tam', undefined],
    ['xe 69b1 23456 chở hàng', `xe ${BLANK} chở hàng`],
    ['gửi qua an.nguyen@thu.vn cho lẹ', `gửi qua ${BLANK} cho lẹ`],
    ['coi ở zalo.me/abc đi', `coi ở ${BLANK} đi`],
    ['làm cho Nguyễn Văn An luôn', `làm cho ${BLANK}`],
    ['lam cho nguyen van an', `lam cho ${BLANK}`],
    ['làm cho đặng thị hồng', `làm cho ${BLANK}`],
    ['Làm giấy cho bà Sáu', `Làm giấy cho bà ${BLANK}`],
    ['con tui tên đẹt, mới sanh', `con tui tên ${BLANK} mới sanh`],
    ['tui là út nè', `tui là ${BLANK}`],
    ['nhà ở ấp mũi chưa có số', `nhà ở ấp ${BLANK} số`],
    ['xuong dat mui lay duoc hong', `xuong ${BLANK} lay duoc hong`],
    ['mã tra cứu kxqz bị mờ', `mã tra cứu ${BLANK} bị mờ`],
    ['អ្នកជំងឺ muốn đi', `${BLANK} muốn đi`],
    ['đổi tên sai thì sao', 'đổi tên sai thì sao'],
    ['giấy đi đường của vợ', 'giấy đi đường của vợ'],
    ['x'.repeat(121), undefined],
    ['👍👍', undefined],
  ])('reads of %j only %j', (typed, left) => expect(blankWords(typed, [])).toBe(left))

  it('loses each word of what its writer answered, with or without marks, apart or in one', () => {
    const told = ['Lý Thị Bích Hường', 'Bệnh viện Năm Căn', '096190012345']
    expect(blankWords('cho huong di voi bich', told)).toBe(`cho ${BLANK} di voi ${BLANK}`)
    expect(blankWords('lythibichhuong muốn về', told)).toBe(`${BLANK} muốn về`)
  })

  const word = fc.constantFrom(
    'tui',
    'muốn',
    'làm',
    'giấy',
    'cho',
    'vợ',
    'Nguyễn',
    'thị',
    'An',
    '69b1',
    '①②',
    '٣٤',
    'hai',
    'ba',
    'bảy',
    'ấp',
    'mũi',
    'tên',
    '096190012345',
    '9h',
    'Đà-Lạt',
    'Đ.T.H',
    '…',
    'a@b.vn',
  )
  const name = fc.array(
    fc.constantFrom('Thạch', 'Sa', 'Rết', 'Nguyễn', 'An', 'Bích', 'Hường', 'ấp', 'Mũi', 'làm', '12'),
    { minLength: 1, maxLength: 5 },
  )

  it('keeps no digit and no word of the answers, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            word,
            name.map((it) => it.join(' ')),
            fc.string({ unit: 'grapheme', maxLength: 6 }),
          ),
          { maxLength: 14 },
        ),
        fc.array(
          name.map((it) => it.join(' ')),
          { maxLength: 3 },
        ),
        (typed, told) => {
          const left = blankWords(typed.join(' '), told)
          if (left === undefined) return
          expect(left).not.toMatch(/\p{N}|@/u)
          const words = new Set(fold(left).match(/\p{L}+/gu))
          for (const answered of fold(told.join(' ')).match(/\p{L}+/gu) ?? []) expect(words).not.toContain(answered)
        },
      ),
      { numRuns: 500 },
    )
  })
})
