import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { communes } from '../../../src/province/areas.ts'
import { createQr, permitUrl } from '../../../src/permits/paper/qr.ts'
import { seal } from '../../../src/permits/code/seal.ts'
import { sampleClaims, sampleRing } from '../sample.ts'

const HOST = 'https://gdd.example.vn'
const versionOf = (modules: { size: number }) => (modules.size - 17) / 4

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Võ', 'Đặng', 'Bùi', 'Lý', 'Thạch', 'Danh']
const middles = ['Văn', 'Thị', 'Minh', 'Hoàng', 'Thị Ngọc', 'Quốc', 'Thanh', 'Thị Kim', '']
const givens = ['An', 'Tuyết', 'Hòa', 'Nhi', 'Phương', 'Khang', 'Lượng', 'Mỹ', 'Đức', 'Út', 'Khởi', 'Nguyên']
const name = fc
  .tuple(fc.constantFrom(...families), fc.constantFrom(...middles), fc.constantFrom(...givens))
  .map((words) => words.filter(Boolean).join(' '))

describe('the QR code', () => {
  it('has version 9 for the median permit and 10 for the longer ones, as measured in qr §2.1', async () => {
    const names = fc.sample(name, { numRuns: 200, seed: 1 })
    const area = fc.sample(fc.constantFrom(...communes.map(({ code }) => code)), { numRuns: 400, seed: 2 })
    const versions = await Promise.all(
      names.map(async (each, i) => {
        const claims = { ...sampleClaims, name: each, from: area[i]!, to: area[i + 200]! }
        return versionOf(createQr(HOST, await seal(claims, 'a001', sampleRing)))
      }),
    )
    versions.sort((a, b) => a - b)
    expect(versions[100]).toBe(9)
    expect(versions[199]).toBeLessThanOrEqual(10)
  })

  it('grows to version 15 when the digits are not named as digits, which is why they are', async () => {
    const digits = await seal(sampleClaims, 'a001', sampleRing)
    expect(versionOf(createQr(HOST, digits))).toBeLessThanOrEqual(10)
    expect(versionOf(createQr(`${HOST}/p/${digits}`, ''))).toBeGreaterThanOrEqual(15)
  })

  it.each([
    ['https://gdd.example.vn', 'https://gdd.example.vn/p/123'],
    ['https://gdd.example.vn/', 'https://gdd.example.vn/p/123'],
    ['HTTPS://GDD.Example.VN', 'https://gdd.example.vn/p/123'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/p/123'],
    ['https://example.vn/mot-cua', 'https://example.vn/mot-cua/p/123'],
  ])('leads from %s to %s', (publicUrl, url) => expect(permitUrl(publicUrl, '123')).toBe(url))
})
