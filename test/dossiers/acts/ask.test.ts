import { describe, expect, it } from 'vitest'
import type { Precisely } from '../../../src/dossiers/acts/act.ts'
import { afterChange } from '../../../src/dossiers/change.ts'
import { troubleOfAnswerDay, usualAnswerDay } from '../../../src/dossiers/deadlines/answer-by.ts'
import { keyOfPaper } from '../../../src/dossiers/wanted.ts'
import { workCalendarFor } from '../../../src/province/work-calendar.ts'
import { at, standingAt } from '../standing.ts'
import { done, tried } from '../tried.ts'

const accepted = standingAt('accepted')
const PHOTO = { key: 'papers', label: 'Ảnh giấy hẹn', why: 'Ảnh mờ, chụp lại rõ bốn góc' }
const BIRTH = {
  key: keyOfPaper('Giấy chứng sinh'),
  label: 'Giấy chứng sinh',
  why: 'Chưa gửi giấy này',
  isNew: true,
} as const
const ask = (precisely: Precisely, question = '') => ({ type: 'ask', question, ...precisely }) as const

const refusal = (...of: Parameters<typeof tried>): string | undefined => {
  const made = tried(...of)
  return made.outcome === 'refused' ? made.because : undefined
}

describe('asking back, once and precisely', () => {
  it('keeps each thing with its reason, and tells all of it in one message with the day', () => {
    const { actions, messages } = done(ask({ wanted: [PHOTO, BIRTH], until: '2030-05-16' }, 'Xin gửi sớm.'), accepted)
    expect(actions[0]).toMatchObject({
      note: '1. Ảnh giấy hẹn: Ảnh mờ, chụp lại rõ bốn góc\n2. Giấy chứng sinh: Chưa gửi giấy này\nXin gửi sớm.',
      move: {
        wanted: [PHOTO, BIRTH],
        answerBy: Date.parse('2030-05-16T17:00:00+07:00'),
        remindAt: Date.parse('2030-05-14T07:00:00+07:00'),
      },
    })
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({
      text: expect.stringContaining(
        '2. Giấy chứng sinh: Chưa gửi giấy này\nXin gửi sớm.\n\nXin ông/bà trả lời trước hết ngày thứ Năm 16/05/2030.',
      ) as string,
    })
  })

  it('still asks one free question, with no day and no list', () => {
    const [made] = done(ask({}, 'Bệnh viện nào?'), accepted).actions
    expect(made).toMatchObject({ note: 'Bệnh viện nào?', move: { handler: { id: 's1' } } })
    expect(made?.move).not.toHaveProperty('wanted')
    expect(made?.move).not.toHaveProperty('answerBy')
  })

  it('takes no day that is over, too far, or off, and names the next one', () => {
    expect(refusal(ask({ until: '2030-05-01' }, 'Bệnh viện nào?'), accepted)).toContain('từ ngày mai')
    expect(refusal(ask({ until: '2031-05-01' }, 'Bệnh viện nào?'), accepted)).toContain('trong 60 ngày tới')
    expect(refusal(ask({ until: 'mai' }, 'Bệnh viện nào?'), accepted)).toContain('từ ngày mai')
    expect(refusal(ask({ until: '2030-05-05' }, 'Bệnh viện nào?'), accepted)).toContain('kế tiếp là 06/05/2030')
  })

  it('proposes a day that it takes', () => {
    const calendar = workCalendarFor('H12.99')
    for (let day = 0; day < 400; day++) {
      const now = at(0) + day * 86_400_000
      expect(troubleOfAnswerDay(calendar, usualAnswerDay(calendar, now), now)).toBeUndefined()
    }
  })

  it('reminds of no day that is too near to be reminded of', () => {
    const [made] = done(ask({ until: '2030-05-02' }, 'Bệnh viện nào?'), accepted).actions
    expect(made?.move).toMatchObject({ answerBy: Date.parse('2030-05-02T17:00:00+07:00') })
    expect(made?.move).not.toHaveProperty('remindAt')
  })

  it('wants a reason for each thing, and the name of a paper', () => {
    expect(refusal(ask({ wanted: [{ ...PHOTO, why: 'mờ' }] }), accepted)).toContain('“Ảnh giấy hẹn” sai chỗ nào')
    expect(refusal(ask({ wanted: [{ ...BIRTH, label: ' ' }] }), accepted)).toContain('Xin ghi tên giấy')
    expect(refusal(ask({ wanted: [{ ...PHOTO, why: 'a'.repeat(201) }] }), accepted)).toContain('dài quá 200 chữ')
    expect(refusal(ask({ wanted: Array.from({ length: 21 }, () => PHOTO) }), accepted)).toContain('nhiều nhất 20 mục')
  })

  it('wants to know why a second time could not be spared, and keeps it for the desk alone', () => {
    const asked = afterChange(accepted, done(ask({ wanted: [PHOTO] }), accepted))
    const answered = afterChange(asked, done({ type: 'supplement', reply: 'Đây ạ', attachments: [] }, asked))
    expect(refusal(ask({ wanted: [BIRTH] }), answered)).toContain('đã yêu cầu bổ sung một lần')
    const again = 'Ảnh mới cho thấy thiếu giấy chứng sinh.'
    const change = done(ask({ wanted: [BIRTH], again }), answered)
    expect(change.actions[0]).toMatchObject({ move: { again } })
    expect(JSON.stringify(change.messages)).not.toContain(again)
  })

  it('knows a paper by its name, however it is written', () => {
    expect(keyOfPaper(' GIẤY  chứng sinh ')).toBe(keyOfPaper('Giấy chứng sinh'))
  })
})
