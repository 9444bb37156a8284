import { describe, expect, it } from 'vitest'
import type { Dossier, DossierAction } from '../../src/dossiers/dossier.ts'
import { prepareApology } from '../../src/dossiers/prepare-apology.ts'
import { workCalendarFor } from '../../src/province/work-calendar.ts'
import { travelDossier } from '../permits/sample.ts'

const at = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+07:00`)
/** A Friday. */
const dueAt = at('2026-11-20 17:00')
const by = { type: 'program' } as const
const asked = (code: string): DossierAction => ({
  ...{ type: 'opinion asked', by, at: at('2026-11-18 09:00'), status: 'processing', move: { asked: code } },
})
const answered = (moment: string): DossierAction => ({ type: 'supplemented', by, at: at(moment), status: 'processing' })
const prepared = (now: string, history: DossierAction[] = [], more: Partial<Dossier> = {}) => {
  const dossier = { ...travelDossier(), agency: 'H12.99', holder: 'H12.99', dueAt, ...more }
  return prepareApology({ dossier, history }, at(now), workCalendarFor, (code) => `cơ quan ${code}`)
}

describe('an apology', () => {
  it('is prepared from two hours of work before it is late', () => {
    expect(prepared('2026-11-20 14:59')).toBeUndefined()
    expect(prepared('2026-11-20 15:00')).toEqual({
      reason: 'Cơ quan cần thêm thời gian để xem xét hồ sơ.',
      // Monday is a working day, and 24/11 is none.
      until: '2026-11-25',
    })
    expect(prepared('2026-11-26 09:00')?.until).toBe('2026-11-30')
    expect(prepared('2026-11-26 09:00', [], { dueAt: null })).toBeUndefined()
  })

  it('says whose opinion is awaited, and asks for more days then', () => {
    expect(prepared('2026-11-20 16:00', [asked('H12.99.001')])).toEqual({
      ...{ reason: 'Hồ sơ đang chờ ý kiến của cơ quan H12.99.001.', until: '2026-11-27' },
    })
    const given: DossierAction = { ...asked('H12.99.001'), type: 'opinion given' }
    expect(prepared('2026-11-20 16:00', [asked('H12.99.001'), given])?.reason).toMatch(/^Cơ quan cần/)
  })

  it('does not hide behind its own leaders', () =>
    expect(prepared('2026-11-20 16:00', [asked('H12.99')])?.reason).toMatch(/^Cơ quan cần/))

  it('says which agency has it', () =>
    expect(prepared('2026-11-20 16:00', [], { holder: 'H12.99.001' })?.reason).toBe(
      'Hồ sơ đang được cơ quan H12.99.001 phối hợp giải quyết.',
    ))

  it('says that papers came late, when they came just before', () => {
    expect(prepared('2026-11-20 16:00', [answered('2026-11-18 10:00')])?.reason).toBe(
      'Cơ quan nhận được giấy tờ bổ sung ngày 18/11/2026 và cần thêm thời gian xem xét.',
    )
    expect(prepared('2026-11-20 16:00', [answered('2026-11-10 10:00')])?.reason).toMatch(/^Cơ quan cần/)
  })
})
