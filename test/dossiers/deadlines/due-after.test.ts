import { describe, expect, it } from 'vitest'
import type { Term } from '../../../src/conversation/flow/term-format.ts'
import type { Act, Circumstances, Standing } from '../../../src/dossiers/acts/act.ts'
import { file } from '../../../src/dossiers/acts/file.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import { renderInstant } from '../../../src/kernel/clock.ts'
import { travelFiling } from '../../permits/sample.ts'
import { done, REASON, tried } from '../tried.ts'

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
  return { due: dueAt === null ? null : renderInstant(dueAt), status, said, acts: standing.history, standing }
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

const STOP = { type: 'stop', reason: REASON } as const
const GO_ON = { type: 'forward' } as const
const APPROVE = { type: 'approve' } as const
const REOPEN = { type: 'reopen', reason: REASON } as const
const sorry = (until: string) => ({ type: 'apologise', until, reason: REASON }) as const
/** Filed and accepted; due at 17:00 on Friday, 27 November. */
const ACCEPTED = ['2026-11-23 08:00', THREE_DAYS, ['2026-11-23 09:00', ACCEPT]] as const

describe('a dossier that is stopped for a while', () => {
  it('is due at no time, and with what was left once work goes on, which the citizen is told', () => {
    const stopped = lived(...ACCEPTED, ['2026-11-25 10:00', STOP])
    expect(stopped).toMatchObject({ due: null, status: 'stopped' })
    expect(stopped.said).toMatch(
      /tạm dừng giải quyết hồ sơ từ 10:00 25\/11\/2026\.\nLý do: .*Thời hạn giải quyết cũng tạm dừng/s,
    )
    const again = lived(...ACCEPTED, ['2026-11-25 10:00', STOP], ['2026-12-14 08:00', GO_ON])
    expect(again).toMatchObject({ due: '17:00 16/12/2026', status: 'processing' })
    expect(again.said).toContain('Hạn trả kết quả: 17:00 thứ Tư 16/12/2026.')
  })

  it('is late still when it was stopped too late', () =>
    expect(lived(...ACCEPTED, ['2026-11-30 10:00', STOP], ['2026-12-14 08:00', GO_ON]).due).toBe('17:00 27/11/2026'))

  it('gets no new time from a question that nobody waits for, however the procedure counts', () => {
    const anew = [ACCEPTED[0], { ...THREE_DAYS, pause: 'restart' }, ACCEPTED[2]] as const
    const asked = lived(...anew, ['2026-11-25 10:00', ASK], ['2026-11-25 11:00', GO_ON])
    expect(asked.due).toBe('17:00 27/11/2026')
    expect(lived(...anew, ['2026-11-25 10:00', ASK], ['2026-11-25 11:00', REPLY]).due).toBe('17:00 30/11/2026')
  })
})

describe('an apology with a new date', () => {
  it('moves the due day there, before the old one or after it, and tells the citizen both', () => {
    const before = lived(...ACCEPTED, ['2026-11-26 10:00', sorry('2026-12-02')])
    expect(before.due).toBe('17:00 02/12/2026')
    expect(before.said).toMatch(
      /vì không kịp trả kết quả đúng hẹn\.\nHạn đã hẹn: 17:00 thứ Sáu 27\/11\/2026\.\nHẹn lại: 17:00 thứ Tư 02\/12\/2026\.\nLý do: /,
    )
    const late = lived(...ACCEPTED, ['2026-11-30 10:00', sorry('2026-12-02')])
    expect([late.due, late.said.includes('vì chưa trả kết quả đúng hẹn')]).toEqual(['17:00 02/12/2026', true])
  })

  it('is made once', () => {
    const { standing } = lived(...ACCEPTED, ['2026-11-26 10:00', sorry('2026-12-02')])
    expect(tried(sorry('2026-12-08'), standing, { at: at('2026-12-01 09:00') })).toEqual({
      outcome: 'refused',
      because: 'Hồ sơ này đã xin lỗi và hẹn lại lúc 10:00 26/11/2026; mỗi hồ sơ chỉ hẹn lại một lần.',
    })
  })

  it.each([
    ['2026-11-27', 'Xin chọn một ngày sau 27/11/2026, trong 60 ngày tới.'],
    ['2027-11-27', 'Xin chọn một ngày sau 27/11/2026, trong 60 ngày tới.'],
    ['', 'Xin chọn một ngày sau 27/11/2026, trong 60 ngày tới.'],
    ['2026-11-28', 'Ngày 28/11/2026 cơ quan không làm việc. Ngày làm việc kế tiếp là 30/11/2026.'],
  ])('to “%s” is refused', (until, because) =>
    expect(tried(sorry(until), lived(...ACCEPTED).standing, { at: at('2026-11-26 10:00') })).toEqual({
      ...{ outcome: 'refused', because },
    }),
  )

  it('is asked for by nobody where nothing is due', () =>
    expect(
      tried(sorry('2026-12-02'), lived('2026-11-23 08:00', undefined, ['2026-11-23 09:00', ACCEPT]).standing),
    ).toEqual({
      ...{ outcome: 'refused', because: 'Hồ sơ này không có hạn trả, nên không cần hẹn lại.' },
    }))

  it('holds after a question too: as many days are left of it as there were', () =>
    expect(
      lived(
        ...ACCEPTED,
        ['2026-11-26 10:00', sorry('2026-12-02')],
        ['2026-12-01 08:00', ASK],
        ['2026-12-10 08:00', REPLY],
      ).due,
    ).toBe('17:00 11/12/2026'))
})

describe('a case for which the law gives more time', () => {
  const WITH_CASES: Term = { ...THREE_DAYS, longer: [{ case: 'cần xác minh nơi cư trú', days: 8, counts: 'working' }] }
  const accepted = [ACCEPTED[0], WITH_CASES, ACCEPTED[2]] as const
  const longer = (which: number) => ({ type: 'longer', which, reason: REASON }) as const

  it('counts from the acceptance, once, and the citizen is told which and until when', () => {
    const found = lived(...accepted, ['2026-11-25 10:00', longer(0)])
    expect(found.due).toBe('17:00 04/12/2026')
    expect(found.said).toMatch(
      /thêm thời gian theo quy định: cần xác minh nơi cư trú\..*Hạn trả kết quả: 17:00 thứ Sáu 04\/12\/2026 thay cho 17:00 thứ Sáu 27\/11\/2026\./s,
    )
    const again = tried(longer(0), found.standing, { at: at('2026-11-26 10:00'), termAt: () => WITH_CASES })
    expect(again).toEqual({ outcome: 'refused', because: 'Hồ sơ này đã được tính theo thời hạn dài hơn.' })
  })

  it('is one that the procedure names, found before it is late', () => {
    const { standing } = lived(...accepted)
    const judged = (which: number, moment: string) =>
      tried(longer(which), standing, { at: at(moment), termAt: () => WITH_CASES })
    for (const which of [1, -1, 0.5])
      expect(judged(which, '2026-11-25 10:00')).toMatchObject({ because: 'Xin chọn một trường hợp mà thủ tục có ghi.' })
    expect(judged(0, '2026-11-30 10:00')).toMatchObject({
      because: expect.stringMatching(/^Hồ sơ đã quá hạn/) as string,
    })
  })

  it('leaves a date that was promised', () => {
    const { standing } = lived(...accepted, ['2026-11-26 10:00', sorry('2026-12-02')])
    expect(tried(longer(0), standing, { at: at('2026-11-26 11:00'), termAt: () => WITH_CASES })).toEqual({
      ...{ outcome: 'refused', because: 'Hồ sơ này đã hẹn lại, nên ngày hẹn lại được giữ.' },
    })
  })
})

describe('a finished dossier that is opened again', () => {
  it('is due with what was left when it was finished', () => {
    const done = [...ACCEPTED, ['2026-11-25 10:00', APPROVE]] as const
    const again = lived(...done, ['2026-12-14 08:00', REOPEN])
    expect(again).toMatchObject({ due: '17:00 16/12/2026', status: 'processing' })
    expect(again.said).toMatch(/mở lại hồ sơ để sửa kết quả\.\nLý do: .*Hạn trả kết quả: 17:00 thứ Tư 16\/12\/2026\./s)
  })

  it('is not what a dossier needs that is only stopped for a while', () => {
    const { standing } = lived(...ACCEPTED, ['2026-11-25 10:00', STOP])
    expect(tried(REOPEN, standing)).toEqual({
      outcome: 'refused',
      because: 'Hồ sơ đang tạm dừng: ông/bà chọn “Xử lý tiếp”.',
    })
  })
})
