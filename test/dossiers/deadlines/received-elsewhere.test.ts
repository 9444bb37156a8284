import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Term } from '../../../src/conversation/flow/term-format.ts'
import type { Act, Circumstances, Standing } from '../../../src/dossiers/acts/act.ts'
import { file } from '../../../src/dossiers/acts/file.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import { clockStart, transferDue } from '../../../src/dossiers/deadlines/clock-start.ts'
import type { Moment } from '../../../src/dossiers/deadlines/due.ts'
import { givenStep, stepEnd } from '../../../src/dossiers/deadlines/step.ts'
import { renderInstant } from '../../../src/kernel/clock.ts'
import type { DossierId } from '../../../src/kernel/ids.ts'
import { workCalendarFor } from '../../../src/province/work-calendar.ts'
import { travelDossier } from '../../permits/sample.ts'
import { REASON, tried } from '../tried.ts'
import { type Line, slowStart, slowTransfer } from './slow-clock.ts'
import { slowDueOf } from './slow-due.ts'

const at = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+07:00`)
const CENTRE = 'H12.99'
const [OWN, TWIN, ELSEWHERE] = ['H12.99.001', 'H12.99.003', 'H12.99.002']
/** Who may decide it. */
const mayDecide = (agency: string) => agency === OWN || agency === TWIN
const THREE_DAYS: Term = { days: 3, counts: 'working', pause: 'resume' }
const over = (to: string, days = 0): Act => ({ type: 'hand-over', to, days, note: '', anyway: true })
const ACCEPT: Act = { type: 'accept' }

function aDossier(term: Term = THREE_DAYS, filedAt = at('2026-11-16 08:00')) {
  const filed = file({ ...travelDossier(), id: 'd1' as DossierId }, filedAt)
  let standing: Standing = { dossier: filed.filed!, history: filed.actions }
  return {
    now: () => standing,
    does: (act: Act, moment: number | string, more: Partial<Circumstances> = {}): string | undefined => {
      const done = tried(act, standing, {
        at: typeof moment === 'number' ? moment : at(moment),
        ...{ agencyName: 'Nơi này', termAt: () => term, isOutside: !mayDecide(standing.dossier.holder) },
        ...('to' in act && { other: { code: act.to, name: `Nơi ${act.to}`, isOutside: !mayDecide(act.to) } }),
        prospect: { isCounted: true, term: 'Thời hạn: 3 ngày làm việc' },
        ...more,
      })
      if (done.outcome === 'refused') return undefined
      standing = afterChange(standing, done.change)
      return done.change.messages.map((message) => ('text' in message ? message.text : '')).join('\n')
    },
    due: () => (standing.dossier.dueAt === null ? undefined : renderInstant(standing.dossier.dueAt)),
    step: () => {
      const step = givenStep(standing.history)
      const end = step && stepEnd(step, workCalendarFor(standing.dossier.holder))
      return end === undefined ? undefined : renderInstant(end)
    },
  }
}

// NĐ 309/2026, Điều 8 (Điều 17.3): received outside the area, time runs from when the competent agency receives it.
describe('the term of a dossier that was received elsewhere', () => {
  it('begins where the competent agency takes it in, when it was handed over before', () => {
    const { does, due } = aDossier()
    does(over(OWN), '2026-11-17 09:00')
    const told = does(ACCEPT, '2026-11-18 09:00')
    expect(due()).toBe('17:00 23/11/2026')
    expect(told).toContain('tiếp nhận hồ sơ của ông/bà lúc 09:00 18/11/2026')
  })

  it('waits for the competent agency when another took it in, which has until the evening to hand it on, and says so', () => {
    const { does, due, step } = aDossier()
    const told = does(ACCEPT, '2026-11-18 09:00')
    expect([due(), step()]).toEqual([undefined, '17:00 18/11/2026'])
    expect(told).toContain('chuyển đến cơ quan có thẩm quyền trước 17:00 thứ Tư 18/11/2026.')
    expect(told).toContain('Thời hạn giải quyết tính từ lúc cơ quan đó nhận hồ sơ.')
    expect(told).not.toContain('Hạn trả kết quả:')
  })

  it('begins with the hand-over to the competent agency, whose step ends no later, and the citizen is told when it is due', () => {
    const { does, due, step } = aDossier()
    does(ACCEPT, '2026-11-18 09:00')
    const told = does(over(OWN, 9), '2026-11-19 16:00')
    expect([due(), step()]).toEqual(['17:00 25/11/2026', '17:00 25/11/2026'])
    expect(told).toMatch(
      /đến Nơi H12\.99\.001, là cơ quan có thẩm quyền giải quyết\. Thời hạn tính từ lúc cơ quan này nhận hồ sơ, 16:00 19\/11\/2026\. Hạn trả kết quả: 17:00 thứ Tư 25\/11\/2026\./,
    )
  })

  it('begins once: not at another agency that is not competent, and not anew at a second one that is', () => {
    const { does, due, step } = aDossier()
    does(ACCEPT, '2026-11-18 09:00')
    expect(does(over(ELSEWHERE), '2026-11-18 10:00')).toMatch(
      /để chuyển tiếp\. Thời hạn giải quyết tính từ lúc cơ quan có/,
    )
    expect([due(), step()]).toEqual([undefined, '17:00 18/11/2026'])
    does(over(OWN), '2026-11-19 09:00')
    expect(due()).toBe('17:00 25/11/2026')
    expect(does(over(TWIN), '2026-11-20 09:00')).toContain('Hạn trả kết quả không đổi: 17:00 thứ Tư 25/11/2026.')
    does(over(ELSEWHERE), '2026-11-20 10:00')
    does(over(OWN), '2026-11-23 09:00')
    expect(due()).toBe('17:00 25/11/2026')
  })

  const BEGIN: Act = { type: 'begin-clock' }
  const COMPETENT = { isOutside: false }

  it('begins where it lies once that agency has become competent, once, and the citizen is told when it is due', () => {
    const { does, due, step, now } = aDossier()
    expect(does(BEGIN, '2026-11-18 08:00', COMPETENT)).toBeUndefined()
    does(ACCEPT, '2026-11-18 09:00')
    expect(does(BEGIN, '2026-11-18 10:00')).toBeUndefined()
    const told = does(BEGIN, '2026-11-19 16:00', COMPETENT)
    expect([due(), step()]).toEqual(['17:00 25/11/2026', undefined])
    expect(told).toMatch(
      /Nơi này nay có thẩm quyền[^]*Thời hạn tính từ 16:00 19\/11\/2026\. Hạn trả kết quả: 17:00 thứ Tư 25\/11\/2026\./,
    )
    expect(now().dossier).toMatchObject({ status: 'accepted', lastAction: 'accepted' })
    expect(does(BEGIN, '2026-11-20 09:00', COMPETENT)).toBeUndefined()
    does(over(OWN), '2026-11-20 10:00')
    expect(due()).toBe('17:00 25/11/2026')
  })

  it('that becomes competent while work is stopped begins standing still', () => {
    const { does, due } = aDossier()
    does(ACCEPT, '2026-11-18 09:00')
    does({ type: 'stop', reason: REASON }, '2026-11-18 10:00')
    does(BEGIN, '2026-11-19 09:00', COMPETENT)
    expect(due()).toBeUndefined()
    does({ type: 'forward' }, '2026-12-07 09:00')
    expect(due()).toBe('17:00 10/12/2026')
  })

  it('that was taken in by the competent agency is not moved by a step at another', () => {
    const { does, due } = aDossier()
    does(over(OWN), '2026-11-17 09:00')
    does(ACCEPT, '2026-11-18 09:00')
    does(over(CENTRE), '2026-11-18 10:00')
    does(over(OWN), '2026-11-20 10:00')
    expect(due()).toBe('17:00 23/11/2026')
  })

  it('stands still from its beginning when work was stopped before', () => {
    const { does, due } = aDossier()
    does(ACCEPT, '2026-11-18 09:00')
    does({ type: 'stop', reason: REASON }, '2026-11-18 10:00')
    does(over(OWN), '2026-11-19 09:00')
    expect(due()).toBeUndefined()
    does({ type: 'forward' }, '2026-12-07 09:00')
    expect(due()).toBe('17:00 10/12/2026')
  })

  it('is not lengthened nor apologised for before it begins', () => {
    const { does } = aDossier({ ...THREE_DAYS, longer: [{ case: 'cần xác minh', days: 8, counts: 'working' }] })
    does(ACCEPT, '2026-11-18 09:00')
    expect(does({ type: 'longer', which: 0, reason: REASON }, '2026-11-18 10:00')).toBeUndefined()
    expect(does({ type: 'apologise', until: '2026-11-27', reason: REASON }, '2026-11-18 10:00')).toBeUndefined()
  })
})

it('an agency that is not competent is named to who hands over to it, and gets it when they insist', () => {
  const standing = aDossier().now()
  const to = (more: { anyway?: boolean }) =>
    tried({ type: 'hand-over', to: ELSEWHERE, days: 0, note: '', ...more }, standing, {
      other: { code: ELSEWHERE, name: 'UBND xã Biển Bạch', isOutside: true },
    })
  expect(to({})).toMatchObject({
    because: expect.stringMatching(/^UBND xã Biển Bạch không có thẩm quyền giải quyết hồ sơ này/) as string,
  })
  expect(to({ anyway: true }).outcome).toBe('changed')
})

const office = workCalendarFor(CENTRE)
const minute = fc
  .integer({ min: at('2025-06-01 00:00') / 60_000, max: at('2027-06-01 00:00') / 60_000 })
  .map((it) => it * 60_000)

it('what was taken in for another is on its way when a clerk who counts minutes says so', () => {
  fc.assert(
    fc.property(minute, (now) => {
      expect(transferDue(office, now)).toBe(slowTransfer(office, now))
    }),
    {
      numRuns: 3_000,
    },
  )
})

const STEPS: Record<Line['does'], (to: string) => Act> = {
  accept: () => ACCEPT,
  'hand-over': (to) => over(to, 2),
  ask: () => ({ type: 'ask', question: REASON, again: REASON }),
  supplement: () => ({ type: 'supplement', reply: 'Đây ạ', attachments: [] }),
  stop: () => ({ type: 'stop', reason: REASON }),
  forward: () => ({ type: 'forward' }),
  other: () => ({ type: 'take' }),
}

/** How a clerk with a watch reads the story from where the clock begins. */
function slowMoments(story: readonly (Line & { status: string })[], start: Line): Moment[] {
  const later = story.slice(story.findIndex((it) => it === start) + 1)
  const moments: Moment[] = [{ type: 'start', at: start.at }]
  if (story.find((it) => it === start)?.status === 'stopped') moments.push({ type: 'hold', at: start.at })
  for (const [i, { does, at: now }] of later.entries()) {
    const next = later.slice(i + 1).find((it) => it.does === 'supplement' || it.does === 'forward')
    if (does === 'ask') moments.push({ type: next?.does === 'forward' ? 'hold' : 'pause', at: now })
    if (does === 'stop') moments.push({ type: 'hold', at: now })
    if (does === 'supplement' || does === 'forward') moments.push({ type: 'resume', at: now })
  }
  return moments
}

it('wherever a dossier is sent and whatever happens there, it is due when a clerk who reads its story says so', () => {
  const lines = fc.array(
    fc.record({
      does: fc.constantFrom<Line['does'][]>(...(Object.keys(STEPS) as Line['does'][]), 'hand-over', 'hand-over'),
      to: fc.constantFrom(CENTRE, OWN, TWIN, ELSEWHERE),
      gap: fc.integer({ min: 1, max: 4_000 }),
    }),
    { minLength: 2, maxLength: 9 },
  )
  const terms = fc.constantFrom<Term[]>(THREE_DAYS, { ...THREE_DAYS, pause: 'restart' }, { hours: 20, pause: 'resume' })
  fc.assert(
    fc.property(minute, terms, lines, (filedAt, term, tries) => {
      const dossier = aDossier(term, filedAt)
      const story: (Line & { status: string })[] = []
      let now = filedAt
      for (const { does, to, gap } of tries) {
        now += gap * 60_000
        if (dossier.does(STEPS[does](to), now) === undefined) continue
        const { holder, status } = dossier.now().dossier
        story.push({ does, at: now, holder, status })
        const start = slowStart(story, mayDecide)
        const begun = clockStart(dossier.now().history)
        const isTakenIn = story.some((it) => it.does === 'accept')
        expect(typeof begun === 'object' ? begun.at : begun).toBe(start?.at ?? (isTakenIn ? 'not yet' : undefined))
        if (!isTakenIn) continue
        const due = start && slowDueOf(term, office, slowMoments(story, start))
        expect(dossier.now().dossier.dueAt ?? undefined).toBe(due)
      }
    }),
    { numRuns: 10_000, endOnFailure: true },
  )
}, 120_000)
