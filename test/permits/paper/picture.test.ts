import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Permit } from '../../../src/permits/code/permit.ts'
import { drawPermit } from '../../../src/permits/paper/picture.ts'
import { permitUrl } from '../../../src/permits/paper/qr.ts'
import { generateClaims } from '../generated.ts'
import { samplePermit } from '../sample.ts'
import { scan } from '../scan.ts'

const HOST = 'https://gdd.example.vn'

const permits: [string, Partial<Permit>][] = [
  ['usual', {}],
  ['short', { name: 'Lý Út', plate: '69A-123.45', to: 2 }],
  ['without a vehicle', { plate: '' }],
  ['with a motorcycle', { plate: '69-MĐ1 234.56' }],
  ['with the longest name', { name: 'Công Tằng Tôn Nữ Hoàng Phương Thảo Quyên', plate: '69-MĐ1 234.567AB' }],
  ['with a long name in capitals', { name: 'NGUYỄN HOÀNG PHƯƠNG THẢO QUỲNH TRƯƠNG NG' }],
  ['with one endless word', { name: 'Ế'.repeat(40), plate: 'W'.repeat(16) }],
  [
    'with the densest name and with terms',
    {
      ...{ name: 'ẾỘỮẰẨỄỌỨẮẤỂỔỰẴẪỆỚỪẲẬ'.repeat(2), plate: '69-MĐ1 234.567AB' },
      terms: { companions: 7, days: 0b101_0101, from: 11, to: 41 },
    },
  ],
]

describe('the picture of a permit', () => {
  it.each(permits)('leads a scanner to the page of the permit: %s', async (_, changes) => {
    const permit = await samplePermit(changes)
    const codes = await scan(await drawPermit(permit, HOST))
    expect(codes.map(({ text }) => text)).toEqual([permitUrl(HOST, permit.digits)])
  })

  it.each(permits)('keeps all ink inside the edges: %s', async (_, changes) => {
    const { width, rows } = pixels(await drawPermit(await samplePermit(changes), HOST))
    const body = rows.slice(rows.findIndex((row) => row.startsWith('1')))
    for (const row of body) expect([row.slice(0, 16), row.slice(width - 16)]).toEqual(['1'.repeat(16), '1'.repeat(16)])
    expect(body.at(-1)).toBe('1'.repeat(width))
  })

  it('is a grey PNG of one bit, at least 600 pixels wide', async () => {
    const png = await drawPermit(await samplePermit(), HOST)
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(600)
    expect([png[24], png[25]]).toEqual([1, 0])
  })

  it('takes less than 3,000 bytes, whoever travels', async () => {
    const many = generateClaims(300).map((claims) => samplePermit(claims))
    const longest = permits.map(([, changes]) => samplePermit(changes))
    const sizes = await Promise.all(
      [...many, ...longest].map(async (permit) => (await drawPermit(await permit, HOST)).length),
    )
    expect(Math.max(...sizes)).toBeLessThan(3_000)
  })

  it('tells its limits, each in its own way', async () => {
    const pictureOf = async (changes: Partial<Permit>) => drawPermit(await samplePermit(changes), HOST)
    const heightOf = async (changes: Partial<Permit>) => (await pictureOf(changes)).readUInt32BE(20)
    const terms = { companions: 0, days: 127, from: 10, to: 19 }
    expect(await heightOf({ terms })).toBeGreaterThan(await heightOf({}))
    const lastLines = async (changes: Partial<Permit>) =>
      pixels(await pictureOf(changes))
        .rows.slice(-220)
        .join()
    const shown = [terms, { ...terms, days: 21 }, { ...terms, companions: 2 }, { ...terms, to: 20 }]
    expect(new Set(await Promise.all(shown.map((each) => lastLines({ terms: each })))).size).toBe(4)
  })

  it('bears the title of its kind', async () => {
    const permit = await samplePermit()
    expect(await drawPermit(permit, HOST, 'THẺ ĐI CHỢ')).not.toEqual(await drawPermit(permit, HOST))
  })

  it('breaks a title too long for one line', async () => {
    const permit = await samplePermit()
    const heightOf = async (title: string) => (await drawPermit(permit, HOST, title)).readUInt32BE(20)
    const [one, two] = [await heightOf('THẺ ĐI CHỢ'), await heightOf('THẺ ĐI CHỢ THEO NGÀY CHẴN, NGÀY LẺ TRONG TUẦN')]
    expect(two).toBeGreaterThan(one)
    const { rows } = pixels(await drawPermit(permit, HOST, 'THẺ ĐI CHỢ THEO NGÀY CHẴN, NGÀY LẺ TRONG TUẦN'))
    for (const row of rows.slice(0, two - one)) expect(row.slice(0, 16)).toBe('0'.repeat(16))
  })

  it('leaves the program free to answer others while it is compressed', async () => {
    const permit = await samplePermit()
    let turns = 0
    const count = setInterval(() => turns++, 0)
    for (let i = 0; i < 20; i++) await drawPermit(permit, HOST)
    clearInterval(count)
    expect(turns).toBeGreaterThan(5)
  })

  it('is the same every time for one permit', async () => {
    const permit = await samplePermit()
    expect(await drawPermit(permit, HOST)).toEqual(await drawPermit(permit, HOST))
  })
})

function pixels(png: Buffer): { width: number; rows: string[] } {
  const width = png.readUInt32BE(16)
  const packed = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))
  const rowBytes = Math.ceil(width / 8) + 1
  const rows = Array.from({ length: packed.length / rowBytes }, (_, y) =>
    Array.from(packed.subarray(y * rowBytes + 1, (y + 1) * rowBytes), (byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .slice(0, width),
  )
  return { width, rows }
}
