import { describe, expect, it } from 'vitest'
import type { Act, Standing } from '../../../src/dossiers/acts/act.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import { firstDifference } from '../../../src/dossiers/differences.ts'
import { standingAt } from '../standing.ts'
import { done, tried } from '../tried.ts'

const REMINDED = Date.parse('2030-05-14T07:00:00+07:00')
const OVER = Date.parse('2030-05-16T17:00:00+07:00')
const after = (standing: Standing, act: Act, at?: number): Standing =>
  afterChange(standing, done(act, standing, at === undefined ? {} : { at }))
const asked = after(standingAt('accepted'), { type: 'ask', question: 'Bệnh viện nào?', until: '2030-05-16' })
const remind = { type: 'remind-answer' } as const
const overdue = { type: 'answer-overdue' } as const
const answer = { type: 'supplement', reply: 'Đây ạ', attachments: [] } as const
const may = (standing: Standing, act: Act, at: number) => tried(act, standing, { at }).outcome === 'changed'

describe('what a citizen is asked until a day', () => {
  it('waits for the day on which they are reminded, and is nobody’s at the desk', () => {
    expect(asked.dossier).toMatchObject({ answerBy: OVER, wakeAt: REMINDED, queue: null })
    expect([may(asked, remind, REMINDED - 1), may(asked, overdue, OVER)]).toEqual([false, false])
  })

  it('is recalled once, and a list says what it said before', () => {
    const { messages } = done(remind, asked, { at: REMINDED })
    expect(messages).toMatchObject([{ choices: [{ key: 'bo-sung:d1' }] }])
    expect(JSON.stringify(messages)).toContain('trước 17:00 thứ Năm 16/05/2030')
    const reminded = after(asked, remind, REMINDED)
    expect(reminded.dossier).toMatchObject({ lastAction: 'supplement asked', wakeAt: OVER, queue: null })
    expect(may(reminded, remind, OVER + 1)).toBe(false)
  })

  it('comes back to the desk when the day has passed, once, and the citizen may answer still', () => {
    const over = after(after(asked, remind, REMINDED), overdue, OVER)
    expect(over.dossier).toMatchObject({ status: 'supplement', lastAction: 'answer overdue', wakeAt: null })
    expect(over.dossier.queue).not.toBeNull()
    expect(may(over, overdue, OVER + 1)).toBe(false)
    expect(JSON.stringify(done(overdue, after(asked, remind, REMINDED), { at: OVER }).messages)).toContain(
      'không phải lỗi',
    )
    const late = after(over, answer, OVER + 2)
    expect(late.dossier).toMatchObject({
      status: 'processing',
      lastAction: 'supplemented',
      answerBy: null,
      wakeAt: null,
    })
  })

  it('is nothing to wait for once it is answered, or the desk goes on without it', () => {
    expect(after(asked, answer).dossier).toMatchObject({ answerBy: null, wakeAt: null })
    expect(after(asked, { type: 'forward' }).dossier).toMatchObject({ answerBy: null, wakeAt: null })
    expect(may(after(asked, answer), remind, OVER)).toBe(false)
  })

  it('is what its acts say, at every step', () => {
    const steps: [Act, number][] = [
      [remind, REMINDED],
      [overdue, OVER],
      [answer, OVER + 2],
    ]
    let standing: Standing = { ...asked, dossier: { ...asked.dossier, revision: asked.history.length } }
    for (const [act, at] of steps) {
      standing = after(standing, act, at)
      const permits = { granted: 0, revoked: 0 }
      expect(firstDifference({ dossier: standing.dossier, actions: standing.history, permits })).toBeUndefined()
    }
    const spoilt = { ...standing.dossier, answerBy: 5 }
    expect(firstDifference({ dossier: spoilt, actions: standing.history, permits: { granted: 0, revoked: 0 } })).toBe(
      'answerBy is 5, its acts say null',
    )
  })
})
