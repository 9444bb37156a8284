import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Circumstances, OfficerAct, Standing } from '../../../src/dossiers/acts/act.ts'
import { openOpinions } from '../../../src/dossiers/acts/consult.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import { barTo } from '../../../src/dossiers/apply.ts'
import { adviserFor, type Doer, may } from '../../../src/dossiers/may.ts'
import type { Role } from '../../../src/dossiers/postings.ts'
import { lastDecision } from '../../../src/dossiers/take-back.ts'
import type { StaffId } from '../../../src/kernel/ids.ts'
import { posted } from '../posted.ts'
import { at, officer, standingAt } from '../standing.ts'
import { done, tried } from '../tried.ts'

const own = standingAt('registered').dossier.agency
const other = 'H12.99.001'
const mai: Doer = { id: 's2' as StaffId, name: 'Trần Mai', postings: posted(['specialist'], own) }
const someone = (role: Role, agency: string, more: Partial<Doer> = {}): Doer => ({
  ...{ id: 's3' as StaffId, name: 'Ngô Ba', postings: posted([role], agency), ...more },
})
const there = { other: { code: other, name: 'UBND phường An Xuyên' } }
const as = ({ id, name }: Doer): Partial<Circumstances> => ({ by: { type: 'staff', id, name } })
const after = (standing: Standing, act: OfficerAct, more?: Partial<Circumstances>) =>
  afterChange(standing, done(act, standing, more))
const HAND_OVER = { type: 'hand-over', to: other, days: 0, note: 'Đúng địa bàn phường.' } as const
const CONSULT = { type: 'consult', to: other, question: 'Thửa đất này có tranh chấp không?' } as const

describe('work that is taken', () => {
  const taken = after(standingAt('accepted'), { type: 'take' }, as(mai))

  it('is its taker’s, says so in the history, and tells the citizen nothing', () => {
    expect(taken.dossier).toMatchObject({ handler: mai.id, status: 'accepted', lastAction: 'accepted' })
    expect(done({ type: 'take' }, standingAt('accepted'), as(mai)).messages).toEqual([])
  })

  it('is taken away by nobody but a leader, or who stands in for whoever is away', () => {
    const said = 'Hồ sơ đang do Trần Mai xử lý; xin người đó trả về hàng chờ, hoặc báo lãnh đạo cơ quan.'
    expect(may(someone('specialist', own), 'take', taken)).toEqual({ may: false, because: said })
    expect(may(someone('leader', own), 'take', taken).may).toBe(true)
    expect(may(someone('specialist', own, { standsInFor: [mai.id] }), 'take', taken).may).toBe(true)
    expect(barTo(taken, 'take', at(5), { type: 'staff', ...mai })).toBe('Hồ sơ này ông/bà đang xử lý.')
  })

  it('goes back to the queue by its taker or a leader', () => {
    expect(may(someone('specialist', own), 'give-back', taken).may).toBe(false)
    expect(may(mai, 'give-back', taken).may).toBe(true)
    expect(after(taken, { type: 'give-back', note: '' }, as(mai)).dossier.handler).toBeNull()
    expect(barTo(standingAt('accepted'), 'give-back', at(3))).toBe('Hồ sơ chưa có ai nhận xử lý.')
  })

  it('is whoever’s begins it: by asking the citizen, or by saying that it is worked on', () => {
    const asked = after(standingAt('accepted'), { type: 'ask', question: 'Xin ảnh giấy hẹn.' }, as(mai))
    expect(asked.dossier.handler).toBe(mai.id)
    expect(after(taken, { type: 'forward' }).dossier.handler).toBe(mai.id)
    expect(after(standingAt('accepted'), { type: 'forward' }).dossier.handler).toBe(officer.id)
  })

  it('is given only to somebody who works where it lies', () => {
    const colleagues = [{ id: mai.id, name: mai.name }]
    expect(
      after(standingAt('accepted'), { type: 'assign', to: mai.id, note: '' }, { colleagues }).dossier.handler,
    ).toBe(mai.id)
    expect(tried({ type: 'assign', to: 's7' as StaffId, note: '' }, standingAt('accepted'), { colleagues })).toEqual({
      ...{ outcome: 'refused', because: 'Xin chọn một người đang làm việc ở cơ quan này.' },
    })
  })

  it('does not stand in the way of taking a decision back', () => {
    expect(lastDecision(after(standingAt('done'), { type: 'take' }).history)?.action.type).toBe('approved')
  })

  it('may be put aside by its taker until a day to come, and is taken up again', () => {
    const aside = (until: string) => tried({ type: 'put-aside', until, note: '' }, taken, as(mai))
    const put = aside('2030-05-09')
    if (put.outcome !== 'changed') throw new Error(put.because)
    expect(put.change.row.asideUntil).toBe(Date.parse('2030-05-09T00:00:00+07:00'))
    expect(put.change.row).toMatchObject({ queue: taken.dossier.queue, dueAt: taken.dossier.dueAt })
    expect(after(afterChange(taken, put.change), { type: 'take' }).dossier.asideUntil).toBeNull()
    for (const bad of ['2030-05-01', '2029-01-01', '2031-01-01', '2030-13-01', 'mai'])
      expect(aside(bad)).toEqual({ outcome: 'refused', because: 'Xin chọn một ngày từ ngày mai, trong 60 ngày tới.' })
    expect(tried({ type: 'put-aside', until: '2030-05-09', note: '' }, taken)).toMatchObject({ outcome: 'refused' })
  })
})

describe('a hand-over', () => {
  it('leads to the other agency, to nobody there yet, and the citizen is told', () => {
    const change = done(HAND_OVER, after(standingAt('accepted'), { type: 'take' }, as(mai)), there)
    expect(change.row).toMatchObject({ holder: other, handler: null, status: 'processing' })
    expect(change.messages).toMatchObject([
      { text: expect.stringContaining('UBND xã Đất Mũi đã chuyển hồ sơ đến UBND phường An Xuyên để xử lý.') as string },
    ])
  })

  it('leaves the due day as it was, and a step never ends after it', () => {
    const dueAt = at(0) + 3 * 86_400_000
    const standing = standingAt('processing')
    const due = { dossier: { ...standing.dossier, dueAt }, history: standing.history.map((it) => ({ ...it, dueAt })) }
    for (const days of [0, 1, 5, 60]) {
      const { row, actions } = done({ ...HAND_OVER, days }, due, there)
      expect(row.dueAt).toBe(dueAt)
      expect(actions[0]?.move?.until ?? 0).toBeLessThanOrEqual(dueAt)
    }
  })

  it.each([
    ['to nowhere', {}, 'Xin chọn cơ quan nhận trong danh sách.'],
    [
      'to an agency that is closed',
      { other: { ...there.other, closed: { successor: 'UBND xã Đất Mũi' } } },
      'UBND phường An Xuyên không còn hoạt động; UBND xã Đất Mũi tiếp nhận việc của cơ quan đó.',
    ],
  ])('%s is refused', (_what, more, because) =>
    expect(tried(HAND_OVER, standingAt('accepted'), more)).toEqual({ outcome: 'refused', because }),
  )

  it('to where it lies already, or with an odd number of days, is refused', () => {
    const here = { other: { code: own, name: 'Trung tâm' } }
    expect(tried({ ...HAND_OVER, to: own }, standingAt('accepted'), here)).toMatchObject({ outcome: 'refused' })
    for (const days of [-1, 0.5, 61, NaN])
      expect(tried({ ...HAND_OVER, days }, standingAt('accepted'), there)).toMatchObject({ outcome: 'refused' })
  })

  it('is seen on by who had it, and decided by who has it', () => {
    const moved = after(standingAt('accepted'), HAND_OVER, there)
    expect(may(mai, 'approve', moved)).toMatchObject({ may: false })
    expect(may(someone('specialist', other), 'approve', moved).may).toBe(true)
    expect(may(someone('specialist', 'H12.99.002'), 'approve', moved)).toEqual({
      ...{ may: false, because: 'Hồ sơ này của cơ quan khác. Cần xem, xin báo cơ quan đó.' },
    })
  })
})

describe('an opinion', () => {
  const asked = after(standingAt('processing'), CONSULT, there)

  it('is asked for without handing over, and given once by the agency that was asked', () => {
    expect(asked.dossier).toMatchObject({ holder: own, status: 'processing' })
    expect([...openOpinions(asked.history).keys()]).toEqual([other])
    const adviser = someone('specialist', other)
    expect(may(adviser, 'advise', asked).may).toBe(true)
    expect(may(adviser, 'approve', asked).may).toBe(false)
    const given = after(asked, { type: 'advise', reason: 'Không có tranh chấp.' }, { advisesFor: other })
    expect(openOpinions(given.history).size).toBe(0)
    expect(barTo(given, 'advise', at(9))).toBe('Không có câu xin ý kiến nào đang chờ.')
    expect(may(mai, 'advise', asked).may).toBe(false)
  })

  it('of one’s own leaders is given by a leader', () => {
    const here = { other: { code: own, name: 'Trung tâm' } }
    const standing = after(standingAt('processing'), { ...CONSULT, to: own }, here)
    expect(adviserFor(mai, standing)).toBeUndefined()
    expect(adviserFor(someone('leader', own), standing)).toBe(own)
  })

  it('is not asked for twice at the same place while it is awaited', () => {
    expect(tried(CONSULT, asked, there)).toMatchObject({
      ...{ outcome: 'refused', because: expect.stringMatching(/^Đã xin ý kiến nơi này lúc/) as string },
    })
  })
})

it('whatever the desk does among itself, the due day and what the citizen answered stay', () => {
  const answered = standingAt('processing')
  const start: Standing = {
    dossier: { ...answered.dossier, lastAction: 'supplemented', queue: -1 },
    history: [...answered.history, { type: 'supplemented', by: { type: 'citizen' }, at: at(4), status: 'processing' }],
  }
  const acts: OfficerAct[] = [
    { type: 'take' },
    { type: 'give-back', note: '' },
    { ...HAND_OVER },
    { ...CONSULT },
    { type: 'assign', to: mai.id, note: 'Giúp nhé' },
    { type: 'put-aside', until: '2030-05-09', note: '' },
  ]
  const colleagues = [{ id: mai.id, name: mai.name }]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 12 }), (sequence) => {
      let standing = start
      for (const act of sequence) {
        const applied = tried(act, standing, { ...there, colleagues })
        if (applied.outcome === 'changed') standing = afterChange(standing, applied.change)
      }
      const { status, dueAt, lastAction, queue } = standing.dossier
      expect({ status, dueAt, lastAction }).toEqual({ status: 'processing', dueAt: null, lastAction: 'supplemented' })
      expect(queue).toBeLessThan(0)
    }),
  )
})
