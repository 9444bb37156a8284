import { describe, expect, it } from 'vitest'
import { agencies, agencyOfArea, provincialCentre } from '../../src/dossiers/agencies.ts'
import { communes } from '../../src/province/areas.ts'
import { partsOfCode, renderDossierCode, toLookupSecret } from '../../src/dossiers/code.ts'

describe('a dossier code', () => {
  it('is the unit, the day and at least four digits', () => {
    expect(renderDossierCode('H12.99.004', '2030-05-01', 42)).toBe('H12.99.004-300501-0042')
    expect(renderDossierCode('H12.99', '2030-05-01', 12_345)).toBe('H12.99-300501-12345')
  })

  it('says with whom it was filed and when, its year written with two digits or four', () => {
    expect(partsOfCode('H12.99.004-300501-0042')).toEqual({ unit: 'H12.99.004', day: '2030-05-01' })
    expect(partsOfCode('H04-20240115-1')).toEqual({ unit: 'H04', day: '2024-01-15' })
    expect(partsOfCode('H04')).toEqual({ unit: 'H04', day: '2020-20-20' })
  })

  it('comes with a secret of four letters and digits that cannot be misread', () => {
    expect(toLookupSecret(Uint8Array.from([0, 30, 31, 255]))).toBe('2Z29')
    for (let byte = 0; byte < 256; byte++) expect(toLookupSecret(Uint8Array.from([byte]))).toMatch(/^[2-9A-HJKMNP-Z]$/)
  })
})

describe('the agencies', () => {
  it('are the provincial centre and the 64 communes and wards, each with its own demonstration code', () => {
    expect(agencies).toHaveLength(65)
    expect(new Set(agencies.map((agency) => agency.code)).size).toBe(65)
    expect(agencies.every((agency) => /^H12\.99(\.\d{3})?$/.test(agency.code))).toBe(true)
    expect(agencies.find((agency) => agency.code === 'H12.99.017')?.name).toBe('UBND xã Đất Mũi')
    expect(agencies.find((agency) => agency.code === 'H12.99.001')?.name).toBe('UBND phường An Xuyên')
  })

  it('are the province’s one office and one of each commune, all in force since the merger', () => {
    const [centre, ...others] = agencies
    expect(centre).toEqual({
      code: provincialCentre,
      name: 'Trung tâm Phục vụ hành chính công tỉnh Cà Mau',
      level: 'province',
      validFrom: '2025-07-01',
    })
    expect(others.map(({ area, code }) => [area, code])).toEqual(
      communes.map(({ code }) => [code, `H12.99.${String(code).padStart(3, '0')}`]),
    )
    for (const one of others) expect(one).toMatchObject({ level: 'commune', validFrom: '2025-07-01' })
  })

  it('answer for their own area, and the centre for everywhere else', () => {
    expect(agencyOfArea(17)).toBe('H12.99.017')
    expect(agencyOfArea(1092)).toBe('H12.99')
  })
})
