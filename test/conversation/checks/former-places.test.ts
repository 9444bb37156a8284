import { describe, expect, it } from 'vitest'
import { checks } from '../../../src/conversation/checks/table.ts'
import { renderArea, communes } from '../../../src/province/areas.ts'
import { OLD_UNITS } from '../../../src/province/old-areas.ts'

const read = (name: string, text: string) => checks.get(name)?.check(text, { now: 0, answers: {} })
const both = (reading: ReturnType<typeof read>): string[] =>
  reading?.ok === 'unsure' ? [reading.shown, ...(reading.otherwise ? [reading.otherwise.shown] : [])] : []

const UNITS = [...OLD_UNITS.values()].flat()
const present = (name: string): string => renderArea(communes.find((it) => it.name === name)?.code ?? 0)

describe('a commune, ward or town that ended', () => {
  it('is known for each of both former provinces', () => expect(UNITS).toHaveLength(164))

  it.each(UNITS.map((unit) => [`${unit.kind} ${unit.bare}, huyen ${unit.of}`, unit.now] as const))(
    '%s leads to what it is now',
    (text, now) => {
      const reading = read('commune', text)
      const named = now.map(present)
      if (reading?.ok === false)
        expect(
          named.every((it) => reading.because.includes(it)),
          reading.because,
        ).toBe(true)
      else if (reading?.ok === true) expect([reading.shown]).toEqual(named)
      else expect(both(reading).sort()).toEqual(named.sort())
    },
  )

  it.each([
    ['xã Khánh Hòa', ['Xã U Minh']],
    ['phường Hộ Phòng', ['Phường Giá Rai']],
    ['hộ phòng', ['Phường Giá Rai']],
    ['Khánh Hòa', ['Khánh Hòa', 'Xã U Minh']],
    ['phường 5 bạc liêu', ['Phường Vĩnh Trạch']],
    ['p5', ['Phường Vĩnh Trạch', 'Phường Tân Thành']],
    ['thị trấn năm căn', ['Xã Năm Căn', 'Xã Đất Mới']],
  ])('%s is asked back', (text, shown) => expect(both(read('area', text))).toEqual(shown))
})

describe('a place that people name by its city, its hospital or a spot', () => {
  it.each([
    ['sài gòn, quận 5', 'TP. Hồ Chí Minh'],
    ['bv chợ rẫy', 'TP. Hồ Chí Minh'],
    ['long xuyên', 'An Giang'],
    ['mũi cà mau', 'Xã Đất Mũi'],
    ['chợ năm căn', 'Xã Năm Căn'],
    ['tắc sậy', 'Xã Phong Thạnh'],
  ])('%s is asked back as %s', (text, shown) => expect(both(read('area', text))).toEqual([shown]))

  it('may be a point on the map: the two nearest are asked', () => {
    expect(both(read('commune', 'Vị trí trên bản đồ (9,17690, 105,15240)'))).toEqual([
      'Phường Lý Văn Lâm',
      'Phường An Xuyên',
    ])
    expect(read('commune', 'Vị trí trên bản đồ (21,02850, 105,80480)')).toMatchObject({ ok: false })
  })
})
