import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plate as plateCheck } from '../../../src/conversation/checks/plate.ts'
import { MINUTE } from '../../../src/kernel/clock.ts'
import { judgeTime } from '../../../src/permits/code/judge.ts'
import type { Dossier } from '../../../src/dossiers/dossier.ts'
import { planPermit, type PermitPlan } from '../../../src/permits/grant/plan-permit.ts'
import { open, seal } from '../../../src/permits/code/seal.ts'
import { COUNTRY_NAMES } from '../country-letters.ts'
import { NOW, marketCard, sampleClaims, samplePermit, sampleRing, travelDossier, travelPass } from '../sample.ts'

const id = sampleClaims.id

const day = (n: number, time = '06:00') => String(Date.parse(`2030-05-${String(n).padStart(2, '0')}T${time}:00+07:00`))

const planOf = (dossier: Dossier, changes: Partial<PermitPlan> = {}) =>
  planPermit({ dossier, kind: travelPass, id, now: NOW, ...changes })
const plan = (changes: Record<string, string | undefined> = {}, more: Partial<PermitPlan> = {}) =>
  planOf(travelDossier(changes), more)

describe('planning a permit', () => {
  it('takes from the dossier what a checkpoint needs, and nothing more', () => {
    expect(plan()).toEqual({ outcome: 'planned', claims: sampleClaims })
  })

  it('needs no plate: some people walk', () => {
    expect(plan({ plate: undefined })).toMatchObject({ claims: { plate: '' } })
  })

  it('writes the plate in capitals and the name composed, with single spaces', () => {
    const dossier = travelDossier({
      plate: '69c1-123.45',
      applicant: '  Nguyễn  Thị\u200b Ánh Tuyết '.normalize('NFD'),
    })
    expect(planOf(dossier)).toEqual({ outcome: 'planned', claims: sampleClaims })
  })

  it.each([
    ['Công Tằng Tôn Nữ Hoàng Phương Thảo Nguyên Anh', 'Công T. Tôn Nữ Hoàng Phương Thảo Nguyên Anh'.length],
    ['Nguyễn '.repeat(9) + 'Án', 40],
    ['A'.repeat(60), 40],
    ['Công Tằng Tôn Nữ Thị Hồng Nhung Nguyễn Phước Vĩnh Thụy Bảo Long', 40],
  ])('shortens "%.20s…" to at most 40 characters and keeps the last word', (applicant) => {
    const planned = plan({ applicant })
    const name = planned.outcome === 'planned' ? planned.claims.name : ''
    expect(name.length).toBeLessThanOrEqual(40)
    if (applicant.includes(' ')) expect(name.split(' ').at(-1)).toBe(applicant.split(' ').at(-1))
  })

  it('cuts no mark off a letter, and carries every name of the country through the code', async () => {
    for (const applicant of [...COUNTRY_NAMES, 'Mơ̆ng Ƀăng '.repeat(6), 'Ê̆ban '.repeat(9), 'ơ̆'.repeat(60)]) {
      const planned = plan({ applicant: applicant.normalize('NFD') })
      if (planned.outcome !== 'planned') throw new Error(planned.because)
      const { name } = planned.claims
      expect(name.length).toBeLessThanOrEqual(40)
      // Every letter of it, with its marks, is one of the name.
      for (const letter of name.replace(/[. ]/g, '').match(/\P{M}\p{M}*/gu) ?? [])
        expect(applicant.normalize('NFC').match(/\P{M}\p{M}*/gu)).toContain(letter)
      const opened = await open(await seal(planned.claims, 'a001', sampleRing), sampleRing)
      expect(opened).toMatchObject({ outcome: 'genuine', claims: { name } })
      if (applicant.length <= 24) expect(name).toBe(applicant.normalize('NFC'))
    }
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
    expect(plan(changes)).toEqual({ outcome: 'refused', because })
  })

  it.each([
    ['exactly seven days', { validUntil: day(8) }],
    ['a period already begun', { validFrom: day(1, '05:00') }],
    ['a period that ends in a minute', { validUntil: day(1, '07:31') }],
  ])('allows %s', (_, changes) => {
    expect(plan(changes).outcome).toBe('planned')
  })
})

describe('a kind of permit', () => {
  const card = { purpose: undefined, plate: undefined, from: undefined, to: undefined, agency: '4' }

  const longer = { ...marketCard, longestDays: 14 }

  it('is data: another one takes other answers, has its own purpose and its own longest period', () => {
    expect(plan({ ...card, validUntil: day(15) }, { kind: longer })).toMatchObject({
      claims: { purpose: 100, from: 4, to: 4, plate: '' },
    })
    expect(plan({ ...card, validUntil: day(15, '06:01') }, { kind: longer })).toMatchObject({
      because: 'Thẻ đi chợ có giá trị nhiều nhất 14 ngày.',
    })
  })

  it.each([
    [
      { hours: '10-19', days: '85', companions: '2' },
      { companions: 2, days: 85, from: 10, to: 19 },
    ],
    [{ companions: '1' }, { companions: 1, days: 127, from: 0, to: 48 }],
    [{ hours: '0-48', days: '127', companions: '0' }, undefined],
    [{}, undefined],
  ])('limits hours, days and companions as %j', (answers, terms) => {
    const planned = plan(answers)
    expect(planned.outcome === 'planned' && planned.claims.terms).toEqual(terms)
  })

  it.each([
    { hours: '19-10' },
    { hours: 'sáng' },
    { days: '0' },
    { days: '128' },
    { companions: '8' },
    { hours: '10-49' },
  ])('refuses terms nobody could keep: %j', (answers) => {
    expect(plan(answers)).toMatchObject({ because: expect.stringContaining('không đọc được') as string })
  })

  // 1 May 2030 was a Wednesday.
  it.each([
    ['a Saturday of a pass for weekdays', { days: '31' }, day(4), day(5)],
    ['an evening of a pass for mornings', { hours: '10-19' }, day(1, '18:00'), day(1, '22:00')],
    ['a morning that has passed', { hours: '10-14' }, day(1, '05:00'), day(1, '23:00')],
    ['a night that ends as the hours begin', { hours: '12-20', days: '127' }, day(1, '20:00'), day(2, '06:00')],
  ])('is not granted for a time in which it would never be valid: %s', (_case, terms, validFrom, validUntil) => {
    expect(plan({ ...terms, validFrom, validUntil })).toMatchObject({
      outcome: 'refused',
      because: expect.stringMatching(/không có lúc nào được đi \(.+\).*Xin yêu cầu người dân bổ sung/) as string,
    })
  })

  it('is granted exactly when there is a moment at which an officer would let its holder pass', () => {
    const halfHours = fc.integer({ min: 0, max: 47 })
    fc.assert(
      fc.property(
        halfHours,
        halfHours,
        fc.integer({ min: 1, max: 127 }),
        fc.nat(200),
        fc.integer({ min: 1, max: 200 }),
        (a, b, days, begin, length) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
          const validFrom = NOW + begin * 30 * MINUTE
          const validUntil = validFrom + length * 30 * MINUTE
          const planned = plan({
            hours: `${from}-${to}`,
            days: String(days),
            validFrom: String(validFrom),
            validUntil: String(validUntil),
          })
          const claims = {
            ...sampleClaims,
            validFrom,
            validUntil,
            terms: { companions: 0, days, from, to },
          }
          const moments = Array.from({ length }, (_, i) => validFrom + i * 30 * MINUTE)
          const isEverValid = moments.some((at) => judgeTime(claims, at).verdict === 'valid')
          expect(planned.outcome).toBe(isEverValid ? 'planned' : 'refused')
        },
      ),
    )
  })

  it.each(['ABC', '123', '69A-12', '99999999', 'XE MAY', '69-', '...', 'A-1.2 3'])(
    'is not granted for the plate %j, which the chat would not take',
    (plate) => {
      expect(plan({ plate })).toMatchObject({
        because: expect.stringContaining('Biển số xe trong hồ sơ không đọc được') as string,
      })
    },
  )

  it('is granted for every plate that the chat takes', () => {
    for (const typed of plateCheck.good) {
      const read = plateCheck.check(typed, { now: NOW, answers: {} })
      const plates =
        read.ok === false ? [] : [read.value, ...(read.ok === 'unsure' && read.otherwise ? [read.otherwise.value] : [])]
      for (const plate of plates) expect(plan({ plate })).toMatchObject({ claims: { plate } })
    }
  })

  it('is granted to nobody once its order has ended, and says which and since when', () => {
    expect(plan({}, { orderEndedAt: NOW })).toEqual({
      outcome: 'refused',
      because:
        'Từ 07:30 01/05/2030 không còn áp dụng lệnh hạn chế đi lại (trình diễn) nên cơ quan không cấp giấy đi đường nữa. Ông/bà đi lại bình thường, không cần giấy.',
    })
  })
})

describe('an extension', async () => {
  it('keeps the hours of the permit that it goes on from', async () => {
    const terms = { companions: 1, days: 31, from: 10, to: 20 }
    expect(plan(asked, from({ terms }))).toMatchObject({ claims: { terms } })
  })

  const old = await samplePermit({ validUntil: Date.parse('2030-05-03T17:00:00+07:00') })
  const asked = { validFrom: String(old.validUntil), validUntil: day(6) }
  const from = (permit: Partial<typeof old>, isOwn = true) => ({ extended: { permit: { ...old, ...permit }, isOwn } })

  it('begins where the old permit ends', () => {
    expect(plan(asked, from({}))).toMatchObject({ outcome: 'planned', claims: { validFrom: old.validUntil } })
  })

  it.each([
    ['of a revoked permit', asked, from({ revokedAt: NOW }), /đã bị thu hồi nên không gia hạn được/],
    ['of one that has ended', asked, from({ validUntil: NOW }), /đã hết hạn lúc 07:30 01\/05\/2030/],
    ['of somebody else’s', asked, from({}, false), /Không tìm thấy giấy đi đường cần gia hạn/],
    ['of one that does not exist', asked, { extended: null }, /Không tìm thấy giấy đi đường cần gia hạn/],
    ['that leaves a gap', { ...asked, validFrom: day(4) }, from({}), /bắt đầu đúng lúc giấy số/],
    ['of a kind that has none', { ...asked, agency: '4' }, { ...from({}), kind: marketCard }, /không gia hạn được/],
  ])('%s is refused with the reason', (_case, answers, more, because) => {
    expect(plan(answers, more)).toMatchObject({ outcome: 'refused', because: expect.stringMatching(because) as string })
  })
})
