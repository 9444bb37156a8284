import { describe, expect, it } from 'vitest'
import type { PermitId } from '../../src/kernel/ids.ts'
import { createGrant, planPermit, randomPermitId } from '../../src/permits/grant.ts'
import { inventKey } from '../../src/permits/keys.ts'
import { open } from '../../src/permits/seal.ts'
import { NOW, ringOf, sampleClaims, samplePermit, sampleRing, travelDossier } from './sample.ts'

const id = sampleClaims.id
const day = (n: number, time = '06:00') => String(Date.parse(`2030-05-${String(n).padStart(2, '0')}T${time}:00+07:00`))

describe('planning a permit', () => {
  it('takes from the dossier what a checkpoint needs, and nothing more', () => {
    expect(planPermit(travelDossier(), id, NOW)).toEqual({ outcome: 'planned', claims: sampleClaims })
  })

  it('needs no plate: some people walk', () => {
    expect(planPermit(travelDossier({ plate: undefined }), id, NOW)).toMatchObject({ claims: { plate: '' } })
  })

  it('writes the plate in capitals and the name composed, with single spaces', () => {
    const dossier = travelDossier({
      plate: '69c1-123.45',
      applicant: '  Nguyễn  Thị\u200b Ánh Tuyết '.normalize('NFD'),
    })
    expect(planPermit(dossier, id, NOW)).toEqual({ outcome: 'planned', claims: sampleClaims })
  })

  it.each([
    ['Công Tằng Tôn Nữ Hoàng Phương Thảo Nguyên Anh', 'Công T. Tôn Nữ Hoàng Phương Thảo Nguyên Anh'.length],
    ['Nguyễn '.repeat(9) + 'Án', 40],
    ['A'.repeat(60), 40],
  ])('shortens "%.20s…" to at most 40 characters and keeps the last word', (applicant) => {
    const planned = planPermit(travelDossier({ applicant }), id, NOW)
    const name = planned.outcome === 'planned' ? planned.claims.name : ''
    expect(name.length).toBeLessThanOrEqual(40)
    if (applicant.includes(' ')) expect(name.split(' ').at(-1)).toBe(applicant.split(' ').at(-1))
  })

  it.each([
    [{ applicant: undefined }, 'Hồ sơ chưa có họ và tên của người xin cấp giấy.'],
    [{ citizenNumber: undefined }, 'Hồ sơ chưa có số căn cước đủ 12 chữ số.'],
    [{ citizenNumber: '381234567' }, 'Hồ sơ chưa có số căn cước đủ 12 chữ số.'],
    [{ purpose: undefined }, 'Hồ sơ chưa có mục đích đi lại.'],
    [{ purpose: 'di-choi' }, 'Hồ sơ chưa có mục đích đi lại.'],
    [{ from: undefined }, 'Hồ sơ chưa có nơi đi.'],
    [{ to: '65' }, 'Hồ sơ chưa có nơi đến.'],
    [{ plate: '69C1-123.45, 69C1-678.90' }, 'Biển số xe trong hồ sơ không đọc được. Biển số đúng có dạng 69C1-123.45.'],
    [{ plate: '六九C1' }, 'Biển số xe trong hồ sơ không đọc được. Biển số đúng có dạng 69C1-123.45.'],
    [{ validFrom: undefined }, 'Hồ sơ chưa có thời gian đi: từ lúc nào, đến lúc nào.'],
    [{ validUntil: 'mai' }, 'Hồ sơ chưa có thời gian đi: từ lúc nào, đến lúc nào.'],
    [{ validUntil: day(1) }, 'Thời gian đi trong hồ sơ không đúng: lúc về phải sau lúc đi.'],
    [{ validUntil: day(8, '06:01') }, 'Giấy đi đường có giá trị nhiều nhất 7 ngày.'],
    [{ validUntil: day(1, '07:30') }, 'Thời gian xin đi đã qua (đến 07:30 01/05/2030).'],
  ])('refuses %j', (changes, because) => {
    expect(planPermit(travelDossier(changes), id, NOW)).toEqual({ outcome: 'refused', because })
  })

  it.each([
    ['exactly seven days', { validUntil: day(8) }],
    ['a period already begun', { validFrom: day(1, '05:00') }],
    ['a period that ends in a minute', { validUntil: day(1, '07:31') }],
  ])('allows %s', (_, changes) => {
    expect(planPermit(travelDossier(changes), id, NOW).outcome).toBe('planned')
  })
})

describe('granting a permit', () => {
  it('signs what was planned and numbers it', async () => {
    const grant = createGrant({ keys: sampleRing, makePermitId: () => id })
    const granted = await grant(travelDossier(), NOW)
    const { digits, ...expected } = await samplePermit()
    expect(granted).toMatchObject({ outcome: 'granted', permit: expected })
    const opened = await open(granted.outcome === 'granted' ? granted.permit.digits : '', sampleRing)
    expect(opened).toEqual({ outcome: 'genuine', claims: sampleClaims, keyId: 'a001' })
    expect(digits).toMatch(/^[0-9]+$/)
  })

  it('says so when no key covers the whole period', async () => {
    const keys = ringOf(inventKey('a001', '2030-05-01', '2030-05-03'))
    const grant = createGrant({ keys, makePermitId: () => id })
    expect(await grant(travelDossier(), NOW)).toEqual({
      outcome: 'refused',
      because: 'Chưa có khóa ký còn hạn cho thời gian này. Xin báo người quản trị hệ thống.',
    })
  })

  it('invents ids of 16 hex digits that differ', () => {
    const ids = new Set<PermitId>(Array.from({ length: 100 }, randomPermitId))
    expect(ids.size).toBe(100)
    for (const each of ids) expect(each).toMatch(/^[0-9a-f]{16}$/)
  })
})
