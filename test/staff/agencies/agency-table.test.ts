import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agencies, formerAgencies, LEVELS } from '../../../src/dossiers/agencies.ts'
import { withRows } from '../../../src/dossiers/agency-changes.ts'
import type { AgencyVersion } from '../../../src/dossiers/agency-days.ts'
import { daysAfter } from '../../../src/kernel/clock.ts'
import { readAgencies, writeAgencies } from '../../../src/staff/agencies/agency-table.ts'
import { FORMATS } from '../../../src/staff/agencies/table-text.ts'
import { readCsv, writeCsv } from '../../../src/staff/agencies/csv.ts'

const NAMES = { calendars: ['office', 'cong-an'], flows: ['khai-sinh', 'ket-hon'] }
const SEEDED = { seeds: [...agencies, ...formerAgencies], versions: [] }

/** Words as people write them, and as nobody should. */
const words = fc.oneof(
  fc.constantFrom(
    'UBND xã “Đất Mũi”',
    '=1+1',
    '+84 290',
    '-5',
    '@tên',
    "'quoted",
    'a,b;c',
    'dòng\nhai',
    '"kép"',
    'no',
    '0123',
    ' : # x',
  ),
  fc.string({ minLength: 3, maxLength: 30 }),
)
const tidied = words.map((it) => it.trim()).filter((it) => it.length >= 3 && !/[\r\0]/.test(it) && it.isWellFormed())

describe.each(FORMATS)('agencies as %s', (format) => {
  it('that were written read back to nothing changed', () => {
    const entry = fc.record(
      {
        name: tidied.map((it) => it.slice(0, 120)),
        level: fc.constantFrom(...LEVELS),
        area: fc.constantFrom(1, 2, 64),
        telephone: fc.constantFrom('0290 3 831 111', '+84 290 3831111'),
        place: tidied,
        calendar: fc.constantFrom('office', 'cong-an'),
        competentFor: fc.constantFrom(['khai-sinh'], ['khai-sinh', 'ket-hon']),
      },
      { requiredKeys: ['name', 'level'] },
    )
    const version = fc.tuple(fc.constantFrom('H12.99', 'H12.99.001', 'H12.99.777'), fc.nat(20), entry, tidied)
    fc.assert(
      fc.property(fc.array(version, { maxLength: 6 }), (told) => {
        const versions: AgencyVersion[] = withRows(
          [],
          told.map(([code, days, own, why]) => ({
            ...{ code, since: daysAfter('2030-05-01', days), why: `${why} quyết định` },
            entry: { ...own, code, validFrom: '2025-07-01' },
          })),
        )
        const known = { ...SEEDED, versions }
        const text = writeAgencies(known, format)
        expect(readAgencies(text, known, NAMES)).toEqual({ ok: true, changes: [], kept: 0 })
        // A browser sends each line end as two characters.
        const isPlain = told.every(([, , { name }]) => !/^[=+\-@]/.test(name))
        if (format === 'csv' && isPlain)
          expect(readAgencies(text.replaceAll(/\r?\n/g, '\r\n').replace('\uFEFF', ''), SEEDED, NAMES).ok).toBe(true)
      }),
    )
  })

  it('that were changed in one row read back to that change', () => {
    const text = writeAgencies(SEEDED, format).replaceAll('UBND xã Đất Mũi', 'UBND xã Mũi')
    const read = readAgencies(text, SEEDED, NAMES)
    expect(read).toEqual({
      ok: false,
      troubles: [{ row: expect.any(Number) as number, text: expect.stringContaining('cần lý do') as string }],
    })
  })
})

describe('a text with agencies', () => {
  const HEAD = 'code,since,name,level,parent,validFrom,validTo,successor,telephone,calendar,competentFor,why'
  const GOOD = 'H12.99.065,2030-06-01,UBND xã Mới,commune,H12.99,2030-06-01,,,,,,Quyết định 12'
  const read = (...lines: string[]) => readAgencies([HEAD, ...lines].join('\n'), SEEDED, NAMES)

  it('may add one', () =>
    expect(read(GOOD)).toMatchObject({
      ok: true,
      changes: [{ code: 'H12.99.065', entry: { name: 'UBND xã Mới' }, why: 'Quyết định 12' }],
    }))

  it('may be parted by semicolons', () =>
    expect(readAgencies([HEAD, GOOD].join('\n').replaceAll(',', ';'), SEEDED, NAMES)).toMatchObject({ ok: true }))

  it.each<[string, string, number, RegExp]>([
    ['a code of words', GOOD.replace('H12.99.065', 'xã Mới'), 3, /H12\.99\.065/],
    ['no day', GOOD.replace('2030-06-01', '31\u002f02'), 3, /ngày ghi như/],
    ['an unknown level', GOOD.replace('commune', 'xã'), 3, /province, district, commune/],
    ['a telephone of letters', GOOD.replace('2030-06-01,,,', '2030-06-01,,,gọi tôi'), 3, /số điện thoại/],
    ['an unknown calendar', GOOD.replace(',,,,,,Q', ',,,,abc,,Q'), 3, /không có lịch “abc”/],
    ['an unknown procedure', GOOD.replace(',,,,,,Q', ',,,,,abc,Q'), 3, /không có thủ tục “abc”/],
    ['a name that is a formula', GOOD.replace('UBND xã Mới', '=cmd|calc'), 3, /không bắt đầu bằng =/],
    ['no reason', GOOD.replace('Quyết định 12', ''), 3, /cần lý do/],
    ['a day twice', GOOD.replace('UBND xã Mới', 'UBND xã Khác').replace('065', '066'), 3, /hai dòng/],
  ])('with %s is refused by its row, and nothing of it is taken', (_, line, row, text) => {
    const first = GOOD.replace('065', '066')
    const found = read(first, line)
    expect(found).toMatchObject({ ok: false, troubles: [{ row, text: expect.stringMatching(text) as string }] })
  })

  it('is numbered as a spreadsheet numbers it, also below an empty line, and YAML by its lines', () => {
    expect(read(GOOD, '', GOOD.replace('H12.99.065', 'xã Mới'))).toMatchObject({ troubles: [{ row: 4 }] })
    const yaml = `# Cơ quan\nagencies:\n  - code: H12.99.065\n    since: x\n`
    expect(readAgencies(yaml, SEEDED, NAMES)).toMatchObject({ ok: false, troubles: [{ row: 3 }, { row: 3 }, {}, {}] })
  })

  it('leaves those that it does not name as they are, and counts them', () => {
    const all = new Set(SEEDED.seeds.map(({ code }) => code)).size
    expect(read(GOOD)).toMatchObject({ ok: true, kept: all })
  })

  it.each([
    [HEAD, /Chưa có dòng nào/],
    ['agencies: []', /Chưa có dòng nào/],
    ['name,level\nx,y', /thiếu cột code, since/],
    [`${HEAD},chief\n`, /Không có cột “chief”/],
    ['agencies: x', /danh sách “agencies”/],
    ['agencies:\n  - code: "H12', /Không đọc được YAML/],
    ['agencies:\n  - chief: An', /Không có mục “chief”/],
    ['', /thiếu cột/],
  ])('that is none is refused as a whole: %j', (given, text) => {
    const found = readAgencies(given, SEEDED, NAMES)
    expect(found).toMatchObject({ ok: false, troubles: [{ row: 0, text: expect.stringMatching(text) as string }] })
  })
})

it('cells come back as they were, and none is a formula for a spreadsheet', () => {
  const cell = fc.oneof(
    fc.constantFrom('=1', '+1', '-1', '@a', "'a", '"', ',', '\n', 'x'),
    fc.string().filter((it) => !it.includes('\r')),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const kept = rows.filter((row) => row.some((it) => it.trim() !== ''))
      expect(readCsv(writeCsv([['h', 'i'], ...rows])).map(({ cells }) => cells)).toEqual([['h', 'i'], ...kept])
      for (const { cells } of readCsv(writeCsv(rows).replaceAll("'", '’')))
        for (const it of cells) expect(it).not.toMatch(/^[=@]/)
    }),
  )
})
