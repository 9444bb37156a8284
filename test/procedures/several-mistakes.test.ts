import { describe, expect, it } from 'vitest'
import { createCatalogue } from '../../src/procedures/catalogue.ts'
import { examine } from '../../src/procedures/examine.ts'
import { changed, SMALL_FLOW } from './small-flow.ts'

const nothing = { rows: [], pinned: [], flows: createCatalogue([]) }
const told = (text: string, cases = ''): string[] => {
  const { findings, caseFindings } = examine(text, cases, nothing)
  return [...findings, ...caseFindings].map(({ line, message }) => `${line}: ${message}`)
}
const with_ = (...changes: readonly (readonly [string, string])[]) =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`not there: ${from}`)
    return text.replace(from, to)
  }, SMALL_FLOW)

const CASES = `cases:
  - title: một
    start: thu-nghiem
    talk:
      - botSays:tên gì
  - title: hai
    at: 0000-00-00T00:00
    talk:
      - citizenSays: *101#
  - title: ba
    talk:
      - citizenSays: Lưu ý: gì
`

describe('several mistakes are told in one go, each at its own line', () => {
  it.each([
    [
      'slips of the pen in three steps',
      with_(['expect: text', 'expect:text'], ['Gửi chứ, {applicant}?', 'Gửi: chứ?'], ['    end: true', '\tend: true']),
      [
        /^9: Thiếu dấu cách sau dấu hai chấm\. Hãy viết “expect: text”/,
        /^15: Trong câu có dấu hai chấm/,
        /^23: Dòng này thụt vào bằng phím Tab/,
      ],
    ],
    [
      'slips of the pen beside wrong words and wrong ways',
      with_(
        ['name: Thử nghiệm', 'name:Thử nghiệm'],
        ['saveAs:', 'saveas:'],
        ['check: personName', 'check: tenNguoi'],
        ['next: xong }', 'next: xongg }'],
        ['label: Không', 'label: Có'],
      ),
      [
        /^4: Thiếu dấu cách/,
        /^11: Không có từ khóa “saveas”/,
        /^14: Không có bước nào tên “xongg”/,
        /^19: Hai lựa chọn trùng nhau/,
      ],
    ],
    [
      'five unknown words',
      with_(
        ['say: Ông/bà tên gì?', 'sai: Ông/bà tên gì?\n    abc: x'],
        ['expect: choice', 'expect: choice\n    xyz: 1'],
        ['start: hoi', 'start: hoi\nlaf: 1\nhic: 2'],
      ),
      [/^6: .*laf/, /^7: .*hic/, /^9: .*say.*còn thiếu/, /^10: .*sai/, /^11: .*abc/, /^20: .*xyz/],
    ],
  ] as const)('%s', (_, text, sentences) => {
    const found = told(text)
    for (const sentence of sentences) expect(found).toContainEqual(expect.stringMatching(sentence))
    expect(found.length).toBeLessThanOrEqual(sentences.length + 1)
  })

  it('those of the examples beside those of the text', () => {
    expect(told(changed('next: chon', 'next: chonn'), CASES)).toEqual([
      expect.stringMatching(/^13: Không có bước nào tên “chonn”/),
      expect.stringMatching(/^5: .*Thiếu dấu cách sau dấu hai chấm\. Hãy viết “botSays: tên gì”/),
      expect.stringMatching(/^9: .*phải đặt trong dấu nháy đơn/),
      expect.stringMatching(/^12: .*Trong câu có dấu hai chấm/),
    ])
  })

  it('and a moment that does not exist at its own', () => {
    const cases = 'cases:\n  - title: x\n    at: 0000-00-00T00:00\n    talk:\n      - citizenSays: a\n'
    for (const at of ['0000-00-00T00:00', '2030-02-30T08:00', '9999-99-99T99:99', '1899-01-01T00:00'])
      expect(told(SMALL_FLOW, cases.replace('0000-00-00T00:00', at))).toEqual([
        expect.stringMatching(/^3: .*“at” cần là một lúc có thật/),
      ])
  })

  it('says when there may be more', () => {
    expect(examine(changed('next: chon', 'next: chonn'), '', nothing).isPartial).toBe(true)
    expect(examine(SMALL_FLOW, '', nothing).isPartial).toBe(false)
  })
})

describe('letters that look right', () => {
  it.each([
    [
      'a no-break space before a word',
      '    say: Ông/bà tên gì?',
      '  \u00a0 say: Ông/bà tên gì?',
      /^8: Dòng này có dấu cách lạ/,
    ],
    ['a no-break space after a colon', 'check: personName', 'check:\u00a0personName', /^10: Dòng này có dấu cách lạ/],
    ['a sign nobody sees', 'expect: choice', 'expect: \u200bchoice', /^16: Dòng này có ký tự không nhìn thấy/],
    ['decomposed marks', 'Cảm ơn ông/bà.', 'Cảm ơn ông/bà.'.normalize('NFD'), /^21: Chữ có dấu gõ ở dạng tổ hợp/],
    ['an Eth', 'Cảm ơn ông/bà.', 'Ðã xong.', /^21: .*chữ Đ sai mã/],
  ])('%s is told at its line, and everything else is read as it was meant', (_, from, to, sentence) =>
    expect(told(changed(from, to))).toEqual([expect.stringMatching(sentence)]),
  )
})
