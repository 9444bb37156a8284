import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Act, Circumstances, Standing } from '../../../src/dossiers/acts/act.ts'
import { apply } from '../../../src/dossiers/apply.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import type { Term } from '../../../src/conversation/flow/term-format.ts'
import { clockStart } from '../../../src/dossiers/deadlines/clock-start.ts'
import type { FiledAnswer, ProposedTime } from '../../../src/dossiers/dossier.ts'
import { offeredActs } from '../../../src/dossiers/offered.ts'
import { troubleOfTime } from '../../../src/dossiers/visit.ts'
import { DAY, daysAfter, MINUTE, startOfVietnamDay, toVietnamDay } from '../../../src/kernel/clock.ts'
import { workCalendarFor } from '../../../src/province/work-calendar.ts'
import { at, officer, standingAt } from '../standing.ts'
import { done, tried, withdraw } from '../tried.ts'
import { VISIT } from '../visited.ts'

const REASON = 'Sáng đó cơ quan họp.'
const LATE = '9 giờ đến 11 giờ'
const time = (day: string, slot = 'sang-tre', said = LATE): ProposedTime => ({ day, slot, said })
const filed: readonly FiledAnswer[] = [
  { key: 'day', label: 'Ngày hẹn', value: '2030-05-07', shown: '07/05/2030' },
  { key: 'slot', label: 'Giờ hẹn', value: 'sang-tre', shown: LATE },
]
const visit = (status: 'registered' | 'accepted' = 'registered'): Standing => {
  const standing = standingAt(status)
  return { ...standing, visit: VISIT, asking: 'kind', dossier: { ...standing.dossier, answers: filed } }
}
const [WED, THU] = [time('2030-05-08'), time('2030-05-09', 'chieu-som', '13 giờ 30 đến 15 giờ')]
const propose = (...times: ProposedTime[]): Act => ({ type: 'propose', times, reason: REASON })
const choose = ({ day, slot, said }: ProposedTime): Act => ({
  ...{ type: 'supplement', reply: 'Giờ mới', attachments: [] },
  answers: [
    { key: 'day', label: 'Ngày hẹn', value: day, shown: day },
    { key: 'slot', label: 'Giờ hẹn', value: slot, shown: said },
  ],
})
const after = (standing: Standing, act: Act, more?: Partial<Circumstances>): Standing => ({
  ...standing,
  ...afterChange(standing, done(act, standing, more)),
})
const textOf = (act: Act, standing: Standing): string => JSON.stringify(done(act, standing).messages)

describe('another time for a visit', () => {
  const proposed = after(visit(), propose(WED, THU))

  it('is asked in one message of the conversation, with the old time, the reason and who asks', () => {
    const change = done(propose(WED, THU), visit())
    expect(change.messages).toEqual([])
    expect(change.event?.event).toMatchObject({
      type: 'SUPPLEMENT_ASKED',
      mend: { wanted: [{ key: 'day' }, { key: 'slot' }], times: { of: [WED, THU] } },
    })
    const said = JSON.stringify(change.event)
    expect(said).toMatch(
      /đề nghị đổi giờ hẹn đang có \(thứ Ba 07\/05\/2030, 9 giờ đến 11 giờ\)[^]*Lý do: Sáng đó cơ quan họp/,
    )
    expect(said).toMatch(/cán bộ Lê Cán Bộ[^]*Điện thoại/)
    expect(change.row).toMatchObject({ status: 'supplement', lastAction: 'time proposed' })
  })

  it('that the desk proposed stands as soon as the citizen takes it, and they read when, where and what to bring', () => {
    const taken = after(proposed, choose(THU))
    expect(taken.dossier).toMatchObject({ status: 'accepted', lastAction: 'time chosen', answerBy: null })
    expect(taken.dossier.answers).toMatchObject([{ value: '2030-05-09' }, { value: 'chieu-som' }])
    expect(taken.history.at(-2)?.move?.given).toMatchObject([
      { before: { value: '2030-05-07' } },
      { before: { value: 'sang-tre' } },
    ])
    expect(textOf(choose(THU), proposed)).toMatch(
      /xác nhận lịch hẹn của ông\/bà: thứ Năm 09\/05\/2030, 13 giờ 30 đến 15 giờ[^]*Nơi đến[^]*Điện thoại: 1800 1096[^]*căn cước[^]*Dời hẹn[^]*Hủy hẹn/,
    )
  })

  it('that is the citizen’s own wish waits for the desk, which confirms it', () => {
    const wished = after(proposed, choose(time('2030-05-10')))
    expect(wished.dossier).toMatchObject({ status: 'supplement', lastAction: 'time wished' })
    expect(wished.dossier.queue).not.toBeNull()
    expect(textOf({ type: 'accept' }, wished)).toMatch(/xác nhận lịch hẹn của ông\/bà: thứ Sáu 10\/05\/2030/)
    expect(after(wished, { type: 'accept' }).dossier.status).toBe('accepted')
  })

  it('that was proposed and chosen waits among the others; a wish comes before them', () => {
    const [chosen, wished] = [after(proposed, choose(THU)), after(proposed, choose(time('2030-05-10')))]
    expect(chosen.dossier.queue).toBeGreaterThan(0)
    expect(wished.dossier.queue).toBeLessThan(0)
    expect(chosen.history.slice(-2).map(({ type, by }) => [type, by.type])).toEqual([
      ['supplemented', 'citizen'],
      ['time chosen', 'citizen'],
    ])
  })

  it('takes the visit in as accepting does: for another agency the clock waits', () => {
    const days = (): Term => ({ days: 3, counts: 'working', pause: 'resume' })
    const acceptedIn = (act: Act, more: Partial<Circumstances>) => {
      const standing = after(visit(), act, { termAt: days, ...more })
      return { standing, move: standing.history.find(({ type }) => type === 'accepted')?.move }
    }
    for (const act of [propose(WED), { type: 'accept' } as const]) {
      const outside = acceptedIn(act, { isOutside: true })
      expect(outside.move).toMatchObject({ outside: true, until: expect.any(Number) as number })
      expect(clockStart(outside.standing.history)).toBe('not yet')
      expect(clockStart(acceptedIn(act, {}).standing.history)).toMatchObject({ type: 'accepted' })
    }
    expect(acceptedIn(propose(WED), { isOutside: true }).move).toEqual(
      acceptedIn({ type: 'accept' }, { isOutside: true }).move,
    )
  })

  it('is the desk’s again when nobody has chosen before the last of them begins', () => {
    const begins = startOfVietnamDay('2030-05-09') + 810 * MINUTE
    expect(proposed.dossier).toMatchObject({ answerBy: begins, wakeAt: begins })
    const late = done({ type: 'answer-overdue' }, proposed, { at: begins })
    expect(JSON.stringify(late.messages)).toMatch(/đã qua mà ông\/bà chưa chọn[^]*Chọn giờ|đã qua mà ông\/bà chưa chọn/)
    expect(late.row.queue).not.toBeNull()
  })

  it('can be proposed anew, and the newer times take the place of the older', () => {
    const again = done(propose(time('2030-05-13')), proposed)
    expect(again.event?.event).toMatchObject({
      type: 'SUPPLEMENT_ASKED',
      mend: { times: { of: [{ day: '2030-05-13' }] } },
    })
    expect(JSON.stringify(again.event)).toMatch(/thay cho các giờ đã đề nghị lúc/)
    expect(JSON.stringify(done(propose(WED), visit()).event)).not.toContain('thay cho')
    expect(apply(after(proposed, propose(time('2030-05-13'))), choose(THU), citizen)).toMatchObject({
      outcome: 'changed',
    })
  })

  const citizen: Circumstances = {
    ...{ by: { type: 'citizen' }, at: at(9), procedureName: 'Đặt lịch hẹn', agencyName: 'UBND', permitName: 'giấy' },
  }
  it.each<[string, Standing, Circumstances, RegExp]>([
    ['pressed twice', after(proposed, choose(THU)), citizen, /đã có câu trả lời/],
    [
      'after the desk confirmed the old time',
      after(proposed, { type: 'accept' }),
      citizen,
      /không đề nghị nữa[^]*giữ như cũ/,
    ],
    ['after they gave the visit up', after(proposed, withdraw), citizen, /không đề nghị nữa/],
    [
      'as it begins',
      proposed,
      { ...citizen, at: startOfVietnamDay('2030-05-09') + 810 * MINUTE },
      /đã tới hoặc đã qua[^]*dời lịch hẹn/,
    ],
    ['after that day', proposed, { ...citizen, at: startOfVietnamDay('2030-05-10') }, /đã qua[^]*dời lịch hẹn/],
  ])('%s is refused with a sentence, and changes nothing', (_when, standing, circumstances, because) => {
    const applied = apply(standing, choose(THU), circumstances)
    expect(applied.outcome).toBe('refused')
    expect(applied.outcome === 'refused' && applied.because).toMatch(because)
  })

  it.each<[string, readonly ProposedTime[], RegExp]>([
    ['none', [], /ít nhất một/],
    ['four', [WED, THU, time('2030-05-10'), time('2030-05-13')], /nhiều nhất 3/],
    ['one twice', [WED, WED], /hai lần/],
    ['the time that stands', [time('2030-05-07')], /giờ đang hẹn/],
    ['a holiday or a Sunday', [time('2030-05-05')], /không làm việc/],
    ['the past', [time('2030-04-30')], /đã qua/],
    ['two months ahead', [time('2030-07-01')], /30 ngày/],
    ['a session that there is not', [time('2030-05-08', 'dem', 'đêm')], /khung giờ/],
  ])('is refused with %s', (_what, times, because) => {
    expect(tried(propose(...times), visit())).toMatchObject({ outcome: 'refused' })
    const applied = tried(propose(...times), visit())
    expect(applied.outcome === 'refused' && applied.because).toMatch(because)
  })

  it('is offered for a visit, and for nothing else', () => {
    expect(offeredActs(officer, visit(), at(4))).toContain('propose')
    expect(offeredActs(officer, { ...visit(), visit: undefined as never }, at(4))).not.toContain('propose')
  })

  it('of random days and sessions is taken only within the hours of the agency, from now on, for thirty days', () => {
    const calendar = workCalendarFor(visit().dossier.holder)
    const slots = VISIT.sessions.map(({ key }) => key)
    fc.assert(
      fc.property(
        fc.integer({ min: -10, max: 60 }),
        fc.constantFrom(...slots),
        fc.integer({ min: 0, max: 1439 }),
        (ahead, slot, minute) => {
          const now = startOfVietnamDay('2030-04-20') + minute * MINUTE
          const day = daysAfter('2030-04-20', ahead)
          const session = VISIT.sessions.find(({ key }) => key === slot)!
          const begins = startOfVietnamDay(day) + session.from * MINUTE
          // Every minute of it, seen by a clerk who looks at the clock.
          const isWorked = Array.from({ length: session.to - session.from }, (_, i) => begins + i * MINUTE).every(
            (minuteAt) => calendar.workOn(day).some(({ from, to }) => from <= minuteAt && minuteAt < to),
          )
          const isGood =
            isWorked && begins > now && startOfVietnamDay(day) <= startOfVietnamDay(toVietnamDay(now)) + 30 * DAY
          expect([day, slot, troubleOfTime({ day, slot }, VISIT, calendar, now) === undefined]).toEqual([
            day,
            slot,
            isGood,
          ])
        },
      ),
    )
  })
})
