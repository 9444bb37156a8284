import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFacts } from '../../../src/conversation/facts/read-facts.ts'
import { tidy } from '../../../src/kernel/text.ts'

const shown = (text: string) =>
  readFacts(text).map(({ kind, said, side }) => `${kind}${side ? ` ${side}` : ''}: ${said}`)

describe('the facts of a message', () => {
  it.each([
    ['lê thị út, 096190012345, 0919123456', ['name: lê thị út', 'citizen number: 096190012345', 'phone: 0919123456']],
    ['096190012345 sdt 0919 123 456', ['citizen number: 096190012345', 'phone: 0919 123 456']],
    ['Nguyễn Văn Tám sn 1988', ['name: Nguyễn Văn Tám', 'day: sn 1988']],
    ['bà Lê Thị Hồng chủ trọ', ['name: Lê Thị Hồng']],
    ['tên con là Nguyễn Bảo An, con gái', ['name: Nguyễn Bảo An']],
    ['bà 88 tuổi', ['day: 88 tuổi']],
    ['ban gai 17t8m', ['day: 17t8m']],
    ['69b1 234 56 honda wave', ['plate: 69b1 234 56']],
    ['H04.12-240501-0012 mã tra cứu 7KX2', ['dossier code: H04.12-240501-0012', 'secret: 7KX2']],
    ['3 bản, hộ nghèo có miễn ko', ['count: 3 bản']],
    ['mấy tiền 1 bản', []],
    ['lấy 2 bản, 1 bản bao nhiêu tiền', ['count: 2 bản']],
    ['mấy chục triệu', []],
    ['Lê Thị Út 096190012345 0912345678', ['name: Lê Thị Út', 'citizen number: 096190012345', 'phone: 0912345678']],
    ['tui le van tam, so dt 0918777666', ['name: le van tam', 'phone: 0918777666']],
    ['đi khám bệnh ở Cần Thơ', ['area to: Cần Thơ']],
    ['ở phường Tân Thành vốn 30 triệu', ['area: phường Tân Thành', 'sum: 30 triệu']],
    ['tu sông đốc lên cần thơ', ['area from: sông đốc', 'area to: cần thơ']],
    ['xã Vĩnh Bình, huyện Hòa Bình', ['area: xã Vĩnh Bình, huyện Hòa Bình']],
  ])('in %j', (text, facts) => expect(shown(text)).toEqual(facts))

  it.each([
    ['thứ 7 cn nghỉ', 'days of the week: trừ thứ 7 cn'],
    ['6 tháng từ 1/12/2026', 'period: 6 tháng từ 1/12/2026'],
  ])('in %j are days with what bounds them', (text, fact) => expect(shown(text)).toContain(fact))

  it('are two times where one goes and comes back', () => {
    expect(shown('mai 6h đi, chiều 5h về')).toEqual(
      expect.arrayContaining(['beginning: mai 6h', 'end: chiều 5h', 'day: mai']),
    )
  })

  it('stand where they were typed', () => {
    const near = fc.constantFrom(
      'mai 7h tới 17h',
      '0919 123 456',
      'Nguyễn Văn Tám',
      'xã Đất Mũi',
      '5/3/1990',
      'tối',
      'tới',
      'từ',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(near, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 6 }),
        (parts) => {
          const text = parts.join(' ')
          const typed = tidy(text)
          for (const { from, to } of readFacts(text)) {
            expect(from).toBeGreaterThanOrEqual(0)
            expect(to).toBeGreaterThan(from)
            expect(to).toBeLessThanOrEqual(typed.length)
          }
        },
      ),
    )
  })
})
