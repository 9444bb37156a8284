import { describe, expect, it } from 'vitest'
import type { Term } from '../../../src/conversation/flow/term-format.ts'
import type { Act, Circumstances, Standing } from '../../../src/dossiers/acts/act.ts'
import { file } from '../../../src/dossiers/acts/file.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import { renderInstant } from '../../../src/kernel/clock.ts'
import { travelFiling } from '../../permits/sample.ts'
import { done, REASON } from '../tried.ts'

const at = (moment: string): number => Date.parse(`${moment.replace(' ', 'T')}:00+07:00`)
const THREE_DAYS: Term = { days: 3, counts: 'working', pause: 'resume' }

/** A dossier that is filed, and what is done to it, each with its hour. */
function lived(filedAt: string, term: Term | undefined, ...acts: readonly (readonly [string, Act])[]) {
  const filed = file(travelFiling(), at(filedAt))
  let standing: Standing = { dossier: { ...filed.filed! }, history: filed.actions }
  let said = ''
  for (const [moment, act] of acts) {
    const more: Partial<Circumstances> = { at: at(moment), ...(term && { termAt: () => term }) }
    const change = done(act, standing, { ...more, prospect: { isCounted: true, term: 'Thời hạn: 3 ngày làm việc' } })
    standing = afterChange(standing, change)
    said = change.messages.flatMap((message) => (message.type === 'text' ? message.text : [])).join('\n')
  }
  const { dueAt, status } = standing.dossier
  return { due: dueAt === null ? null : renderInstant(dueAt), status, said, acts: standing.history }
}

const ACCEPT = { type: 'accept' } as const
const ASK = { type: 'ask', question: 'Xin chụp lại ảnh giấy hẹn.' } as const
const REPLY = { type: 'supplement', reply: 'Đây ạ', attachments: [] } as const
const REFUSE = { type: 'refuse', reason: REASON } as const

describe('the next word of the desk is due', () => {
  it('eight hours of work after the filing, on whatever day that was', () => {
    expect(lived('2026-11-27 09:00', THREE_DAYS).due).toBe('09:00 30/11/2026')
    expect(lived('2026-11-22 20:00', THREE_DAYS).due).toBe('17:00 23/11/2026')
  })

  it('by the term of the procedure once it is accepted, which the citizen is told with the weekday', () => {
    const { due, said } = lived('2026-11-22 20:00', THREE_DAYS, ['2026-11-23 09:00', ACCEPT])
    expect(due).toBe('17:00 27/11/2026')
    expect(said).toContain('Hạn trả kết quả: 17:00 thứ Sáu 27/11/2026.')
  })

  it('at no time once it is accepted where the procedure counts none', () =>
    expect(lived('2026-11-22 20:00', undefined, ['2026-11-23 09:00', ACCEPT]).due).toBeNull())

  it('at no time while the citizen is asked, and with what was left after their answer, which they are told', () => {
    const asked = lived('2026-11-20 08:00', THREE_DAYS, ['2026-11-20 09:00', ACCEPT], ['2026-11-23 09:00', ASK])
    expect(asked.due).toBeNull()
    const answered = lived(
      ...(['2026-11-20 08:00', THREE_DAYS, ['2026-11-20 09:00', ACCEPT], ['2026-11-23 09:00', ASK]] as const),
      ['2026-12-01 21:00', REPLY],
    )
    expect(answered).toMatchObject({ due: '17:00 03/12/2026', status: 'processing' })
    expect(answered.said).toContain('Hạn trả kết quả: 17:00 thứ Năm 03/12/2026.')
  })

  it('says before that it will begin anew, where the procedure counts so', () =>
    expect(
      lived(
        '2026-11-20 08:00',
        { ...THREE_DAYS, pause: 'restart' },
        ['2026-11-20 09:00', ACCEPT],
        ['2026-11-23 09:00', ASK],
      ).said,
    ).toContain('tính lại từ đầu khi ông/bà trả lời'))

  it('eight hours of work after an answer at reception, for nothing was accepted yet', () =>
    expect(lived('2026-11-20 08:00', THREE_DAYS, ['2026-11-20 09:00', ASK], ['2026-11-30 16:00', REPLY]).due).toBe(
      '16:00 01/12/2026',
    ))

  it('as it was before a decision that is taken back, and stays in the record of a decision that stands', () => {
    const refused = lived('2026-11-23 08:00', THREE_DAYS, ['2026-11-23 09:00', ACCEPT], ['2026-11-25 09:00', REFUSE])
    expect(refused).toMatchObject({ due: '17:00 27/11/2026', status: 'stopped' })
    const back = lived(
      ...(['2026-11-23 08:00', THREE_DAYS, ['2026-11-23 09:00', ACCEPT], ['2026-11-25 09:00', REFUSE]] as const),
      ['2026-11-25 10:00', { type: 'take-back', reason: REASON }],
    )
    expect(back).toMatchObject({ due: '17:00 27/11/2026', status: 'accepted' })
    expect(back.acts.map(({ dueAt }) => dueAt && renderInstant(dueAt))).toEqual([
      '08:00 25/11/2026',
      ...Array<string>(3).fill('17:00 27/11/2026'),
    ])
  })
})
