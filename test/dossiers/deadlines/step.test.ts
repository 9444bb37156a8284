import { expect, it } from 'vitest'
import type { Act, Standing } from '../../../src/dossiers/acts/act.ts'
import { file } from '../../../src/dossiers/acts/file.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import { givenStep, stepEnd } from '../../../src/dossiers/deadlines/step.ts'
import { renderInstant } from '../../../src/kernel/clock.ts'
import { workCalendarFor } from '../../../src/province/work-calendar.ts'
import { travelFiling } from '../../permits/sample.ts'
import { done, REASON } from '../tried.ts'

const at = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+07:00`)
const THERE = 'H12.99.001'

/** The end of the step of whoever has a dossier, after these acts. */
function stepAfter(...acts: readonly (readonly [string, Act])[]): string | undefined {
  const filed = file(travelFiling(), at('2026-11-02 08:00'))
  let standing: Standing = { dossier: { ...filed.filed! }, history: filed.actions }
  for (const [moment, act] of [['2026-11-02 09:00', { type: 'accept' }] as const, ...acts]) {
    const change = done(act, standing, {
      ...{ at: at(moment), termAt: () => ({ days: 20, counts: 'working', pause: 'resume' }) },
      ...('to' in act && { other: { code: act.to, name: 'Nơi khác' } }),
    })
    standing = afterChange(standing, change)
  }
  const step = givenStep(standing.history)
  const end = step && stepEnd(step, workCalendarFor(standing.dossier.holder))
  return end === undefined ? undefined : renderInstant(end)
}

const over = (to: string, days: number): Act => ({ type: 'hand-over', to, days, note: '' })
const ASK: Act = { type: 'ask', question: 'Xin ảnh giấy hẹn khám.' }
const REPLY: Act = { type: 'supplement', reply: 'Đây ạ', attachments: [] }
const GIVEN = ['2026-11-03 09:00', over(THERE, 3)] as const

it('an agency that was given days has until the end of the last one, and none where it was given none', () => {
  expect(stepAfter(GIVEN)).toBe('17:00 06/11/2026')
  expect(stepAfter()).toBeUndefined()
  expect(stepAfter(['2026-11-03 09:00', over(THERE, 0)])).toBeUndefined()
})

it('a step that was handed on, given back or decided is nobody’s any more, also where the dossier is opened again', () => {
  expect(stepAfter(GIVEN, ['2026-11-04 09:00', over('H12.99', 0)])).toBeUndefined()
  expect(stepAfter(GIVEN, ['2026-11-04 09:00', over('H12.99', 1)])).toBe('17:00 05/11/2026')
  expect(stepAfter(GIVEN, ['2026-11-04 09:00', { type: 'approve' }])).toBeUndefined()
  expect(
    stepAfter(
      GIVEN,
      ['2026-11-04 09:00', { type: 'approve' }],
      ['2026-11-05 09:00', { type: 'reopen', reason: REASON }],
    ),
  ).toBeUndefined()
})

it('a step stands still while the citizen is asked and while work is stopped, and has then what was left of it', () => {
  expect(stepAfter(GIVEN, ['2026-11-04 09:00', ASK])).toBeUndefined()
  expect(stepAfter(GIVEN, ['2026-11-04 09:00', ASK], ['2026-11-10 09:00', REPLY])).toBe('17:00 12/11/2026')
  const stopped = ['2026-11-04 09:00', { type: 'stop', reason: REASON }] as const
  expect(stepAfter(GIVEN, stopped)).toBeUndefined()
  expect(stepAfter(GIVEN, stopped, ['2026-11-10 09:00', { type: 'forward' }])).toBe('17:00 12/11/2026')
})

it('a step that was late when the citizen was asked is late still', () =>
  expect(stepAfter(GIVEN, ['2026-11-09 09:00', ASK], ['2026-11-10 09:00', REPLY])).toBe('17:00 06/11/2026'))

it('what the desk does among itself moves no step', () =>
  expect(
    stepAfter(
      GIVEN,
      ['2026-11-04 09:00', { type: 'take' }],
      ['2026-11-05 09:00', { type: 'note', text: 'Đã gọi điện.' }],
    ),
  ).toBe('17:00 06/11/2026'))
