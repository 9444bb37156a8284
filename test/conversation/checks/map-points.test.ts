import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNamed } from '../../../src/conversation/checks/table.ts'
import { MODEL_NOW } from '../../../src/conversation/step/walk.ts'

const read = (name: string, text: string) => checkNamed(name)?.check(text, { now: MODEL_NOW, answers: {} })

const inMinutes = (degrees: number): string => {
  const seconds = Math.round(degrees * 36_000) / 10
  return `${Math.floor(seconds / 3600)}°${Math.floor((seconds % 3600) / 60)}'${(seconds % 60).toFixed(1)}"`
}

const WAYS: ((lat: string, lng: string) => string)[] = [
  (lat, lng) => `${lat}, ${lng}`,
  (lat, lng) => `${lat} ${lng}`,
  (lat, lng) => `(${lat},${lng})`,
  (lat, lng) => `${lat.replace('.', ',')}; ${lng.replace('.', ',')}`,
  (lat, lng) => `${lat}N ${lng}E`,
  (lat, lng) => `N ${lat}, E ${lng}`,
  (lat, lng) => `kinh độ ${lng}, vĩ độ ${lat}`,
  (lat, lng) => `${lng}, ${lat}`,
  (lat, lng) => `Tọa độ: ${lat}, ${lng}`,
  (lat, lng) => `geo:${lat},${lng}`,
  (lat, lng) => `${inMinutes(Number(lat))}N ${inMinutes(Number(lng))}E`,
  (lat, lng) => `${inMinutes(Number(lat)).replace('"', '″').replace("'", '′')} Bắc, ${inMinutes(Number(lng))} Đông`,
  (lat, lng) => `https://map.test/?mlat=${lat}&mlon=${lng}#map=15/9.1/105.1`,
  (lat, lng) => `https://map.test/?lng=${lng}&zoom=3&lat=${lat}`,
  (lat, lng) => `https://map.test/?latitude=${lat}&longitude=${lng}`,
  (lat, lng) => `https://map.test/maps?center=${lat}%2C${lng}`,
  (lat, lng) => `https://map.test/?q=${lat},+${lng}`,
  (lat, lng) => `https://map.test/#map=15/${lat}/${lng}`,
  (lat, lng) => `https://map.test/maps/dir//${lat},${lng}`,
  (lat, lng) => `https://map.test/maps?cp=${lat}~${lng}&lvl=15`,
  (lat, lng) => `đây nè https://map.test/maps/place/Ca+Mau/@${lat},${lng},17z`,
  (lat, lng) => `map.test/?ll=${lat},${lng}`,
]

describe('a point on the map', () => {
  it('is the same however it is written', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 8_500_001, max: 9_999_999 }).filter((it) => it % 1000 !== 0),
        fc.integer({ min: 104_000_001, max: 105_999_999 }).filter((it) => it % 1000 !== 0),
        fc.constantFrom(...WAYS),
        (north, east, write) => {
          const [lat, lng] = [(north / 1e6).toFixed(6), (east / 1e6).toFixed(6)]
          const reading = read('place', write(lat, lng))
          expect(reading).toMatchObject({ ok: true })
          const [latitude = 0, longitude = 0] = (reading?.ok === true ? reading.value : '').split(',').map(Number)
          expect(Math.abs(latitude - Number(lat))).toBeLessThan(0.000_03)
          expect(Math.abs(longitude - Number(lng))).toBeLessThan(0.000_03)
        },
      ),
      { numRuns: 400 },
    ))

  it.each(['gần 9.1769, 105.1524', 'https://maps.test/abcd', 'ấp 4, xã Tân Lộc', 'km 12.345 đường 1.234'])(
    'is not made of other words, which stay: %s',
    (text) => expect(read('place', text)).toMatchObject({ ok: true, value: text }),
  )
  it.each(['99.1234, 200.1234', '95.12345, 105.1524'])('that is nowhere is refused: %s', (text) =>
    expect(read('place', text)).toMatchObject({ ok: false }),
  )
})

describe('a telephone number', () => {
  it.each([
    ['0912 345 678 máy lẻ 12', '0912345678'],
    ['0912.345.678 (số lẻ 5)', '0912345678'],
    ['+84 912 345 678 ext. 3', '0912345678'],
    ['+1 415 555 2671 x 12', '+14155552671'],
    ['+881 6 3163 1234', '+881631631234'],
    ['00 870 773 123 456', '+870773123456'],
    ['+882 16 1234 5678', '+8821612345678'],
    ['O912 345 67O', '0912345670'],
    ['o9 l2 345 678', '0912345678'],
    ['tui không có sim', 'khong-co'],
  ])('is asked back: %s', (text, value) => expect(read('phone', text)).toMatchObject({ ok: 'unsure', value }))
  it.each(['0290 3831 234 máy lẻ 12', '0912345678 / 0987654321', '+881 12'])('is asked for anew: %s', (text) =>
    expect(read('phone', text)).toMatchObject({ ok: false }),
  )
})
