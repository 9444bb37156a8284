import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findArea, renderArea } from '../../src/province/areas.ts'
import { type ProvinceFiles, provinceProblems } from '../../src/province/check-province.ts'

// Each time anew, so that a mistake made in one test is not there in the next.
const json = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../province', name), 'utf8'))
const files = (): ProvinceFiles => ({
  communes: json('communes.json'),
  otherProvinces: json('other-provinces.json'),
  oldUnits: json('old-units.json'),
  daysOff: json('days-off.json'),
  calendars: json('calendars.json'),
  province: json('province.json'),
})

type Path = readonly [keyof ProvinceFiles, ...(string | number)[]]

function change(given: ProvinceFiles, path: Path, value: unknown): void {
  const inside = (at: unknown, key: string | number): unknown => (at as Record<string | number, unknown>)[key]
  const holder = path.slice(0, -1).reduce<unknown>(inside, given) as Record<string | number, unknown>
  holder[path.at(-1) ?? ''] = value
}

it('finds no mistake in the files of this province', () => {
  expect(provinceProblems()).toEqual([])
  expect(provinceProblems(files())).toEqual([])
})

describe('a file of province/', () => {
  const MISTAKES: readonly (readonly [sentence: string, at: Path, value: unknown])[] = [
    ['province/communes.json: communes: thiếu danh sách', ['communes', 'communes'], undefined],
    ['province/communes.json: communes: 3: name: không được để trống', ['communes', 'communes', 3, 'name'], ' '],
    ['province/communes.json: communes: 0: kind: là ward hoặc commune', ['communes', 'communes', 0, 'kind'], 'town'],
    ['province/communes.json: communes: 0: code: nhiều nhất 999', ['communes', 'communes', 0, 'code'], 1000],
    ['province/communes.json: mã 2 (Tân Thành) có hai lần', ['communes', 'communes', 2, 'code'], 2],
    ['province/communes.json: communes: 5: không có mục mayor', ['communes', 'communes', 5, 'mayor'], 'An'],
    ['province/other-provinces.json: tên “ha noi” có hai lần', ['otherProvinces', 'provinces', 1, 'name'], 'ha noi'],
    [
      'province/old-units.json: “Phường Tân Xuyên” nay là “An Xuyen”, mà không có đơn vị nào tên như vậy',
      ['oldUnits', 'communes', 156, 'now'],
      ['An Xuyen'],
    ],
    [
      'province/old-units.json: “Sài Gòn” nay là “Hồ Chí Minh”, mà không có đơn vị nào tên như vậy',
      ['oldUnits', 'provinces', 0, 'now'],
      'Hồ Chí Minh',
    ],
    [
      'province/days-off.json: days: 0: cần name và một trong hai: solar hoặc lunar, ví dụ { "solar": "04-30", "name": "ngày Chiến thắng 30/4" }',
      ['daysOff', 'days', 0],
      { day: '01-01' },
    ],
    ['province/days-off.json: days: 1: lunar: là tháng-ngày, ví dụ 04-30', ['daysOff', 'days', 1, 'lunar'], 'Tết'],
    [
      'province/calendars.json: calendars: 0: periods: 0: week: 0: hours: 0: là hai giờ, ví dụ 07:00-11:00',
      ['calendars', 'calendars', 0, 'periods', 0, 'week', 0, 'hours', 0],
      '7h-11h',
    ],
    [
      'province/calendars.json: calendars: 0: periods: 0: week: 0: hours: các buổi phải theo thứ tự và không chồng nhau',
      ['calendars', 'calendars', 0, 'periods', 0, 'week', 0, 'hours'],
      ['13:00-17:00', '07:00-11:00'],
    ],
    [
      'province/calendars.json: cần một lịch không có agencies, cho các cơ quan khác',
      ['calendars', 'calendars', 0, 'agencies'],
      ['H12.99'],
    ],
    ['province/province.json: centre: code: là mã cơ quan, ví dụ H12.99', ['province', 'centre', 'code'], 'Cà Mau'],
    ['province/province.json: samples: area: good: không được để trống', ['province', 'samples', 'area', 'good'], []],
    ['province/province.json: thiếu, hoặc không phải là một mục { … }', ['province'], 'Cà Mau'],
  ]

  it.each(MISTAKES)('with a mistake is answered %s', (sentence, at, value) => {
    const given = files()
    change(given, at, value)
    expect(provinceProblems(given)).toContain(sentence)
  })
})

it('keeps the codes that signed permits carry', () => {
  const shown = [1, 17, 40, 64, 1001, 1079, 1092].map((code) => renderArea(code))
  expect(shown).toEqual([
    'Phường An Xuyên',
    'Xã Đất Mũi',
    'Phường Bạc Liêu',
    'Xã Châu Thới',
    'Hà Nội',
    'TP. Hồ Chí Minh',
    'Cần Thơ',
  ])
  expect(findArea(65)).toBeUndefined()
  expect(renderArea(1096)).toBe('Khu vực 1096')
})
