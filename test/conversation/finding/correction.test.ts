import { describe, expect, it } from 'vitest'
import { readCorrection } from '../../../src/conversation/finding/correction.ts'

describe('what a correction says', () => {
  it.each([
    ['12 chứ không phải 21', ['12'], ['21']],
    ['không phải 21 mà 12', ['12'], ['21']],
    ['lấy 3 bản đi, 2 bản hông đủ', ['lấy 3 bản đi'], ['2 bản']],
    ['thôi đừng chuyển khoản, đưa tiền mặt đi', ['đưa tiền mặt đi'], ['chuyển khoản']],
    ['ba nó sanh 1989, hồi nãy ghi 88 là trật', ['ba nó sanh 1989'], ['88']],
    ['bữa đó tui bận, cho qua thứ 6', ['cho qua thứ 6'], ['bữa đó']],
    ['vốn 80 triệu lận, ghi lộn 50', ['vốn 80 triệu lận'], ['50']],
    ['bán cà phê chứ không bán tạp hóa nữa', ['bán cà phê'], ['bán tạp hóa']],
  ])('“%s” is %j, and not %j', (text, right, wrong) => expect(readCorrection(text)).toEqual({ right, wrong }))

  it.each(['hồi nãy bấm lộn', 'ghi nhầm rồi', 'ý chết'])('“%s” says neither what is right nor what is wrong', (text) =>
    expect(readCorrection(text)).toEqual({ right: [], wrong: [] }),
  )

  it.each(['xuống phường Lý Văn Lâm', 'sua so ban', 'dung la 096190012354'])(
    '“%s” denies nothing, though without its marks a word of it would',
    (text) => expect(readCorrection(text)).toEqual({ right: [text], wrong: [] }),
  )
})
