import { describe, expect, it } from 'vitest'
import type { Mendable } from '../../../src/conversation/words/events.ts'
import type { EffectAnswer } from '../../../src/conversation/words/session.ts'
import { MODEL_NOW } from '../../../src/conversation/step/walk.ts'
import { DAY } from '../../../src/kernel/clock.ts'
import type { DossierId } from '../../../src/kernel/ids.ts'
import { createChat } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const VISIT = 'dat-lich-hen'

function booked(): EffectAnswer[] {
  const chat = createChat(flows)
  chat.says('#lam:dat-lich-hen', '#co', '#nhan', 'phường An Xuyên', '07/05/2030', '9 giờ đến 11 giờ')
  chat.says('Lê Thị Hồng, 0912345678', 'đặt lịch')
  return chat.wanted('file')[0]?.answers ?? []
}

const answers = booked()
const mend: Mendable = {
  ...{ flow: VISIT, version: flows.current(VISIT)?.version ?? 1, filedAt: MODEL_NOW, answers },
  wanted: [
    { key: 'day', label: 'Ngày hẹn', why: 'Sáng đó cơ quan họp' },
    { key: 'slot', label: 'Giờ hẹn', why: 'Sáng đó cơ quan họp' },
  ],
  times: {
    ...{ head: 'UBND phường An Xuyên đề nghị đổi giờ hẹn.', foot: 'UBND phường An Xuyên, cán bộ Bích.' },
    of: [
      { day: '2030-05-08', slot: 'sang-tre', said: '9 giờ đến 11 giờ' },
      { day: '2030-05-09', slot: 'sang-som', said: '7 giờ 30 đến 9 giờ' },
      { day: '2030-05-10', slot: 'chieu-som', said: '13 giờ 30 đến 15 giờ' },
    ],
  },
}

function offered(now = MODEL_NOW + DAY, before: string[] = []) {
  const chat = createChat(flows)
  chat.now = now
  if (before.length > 0) chat.says(...before)
  const said = chat.send({
    ...{ type: 'SUPPLEMENT_ASKED', dossier: 'd1' as DossierId, code: 'H12.99-300501-0001' },
    ...{ question: 'Giờ khác', mend },
  })
  return { chat, said }
}

describe('being offered other times for a visit', () => {
  it('is one message: why, the times by number, who asks, and a button for each and for neither', () => {
    expect(offered().said).toMatch(
      /đề nghị đổi giờ hẹn\.[^]*1\. thứ Tư 08\/05\/2030, 9 giờ đến 11 giờ\n2\. thứ Năm 09\/05\/2030[^]*cán bộ Bích\.[^]*\[thứ Tư[^]*\[thứ Năm[^]*\[thứ Sáu[^]*\[Giờ khác\][^]*\[Không hẹn nữa\]/,
    )
  })

  it.each([
    ['#giohen.g2', '2030-05-09'],
    ['2', '2030-05-09'],
    ['số 2 nha', '2030-05-09'],
    ['sáng thứ năm', '2030-05-09'],
    ['sang thu nam di em', '2030-05-09'],
    ['thứ tư đi', '2030-05-08'],
    ['thứ năm', '2030-05-09'],
    ['thu 5', '2030-05-09'],
    ['t5 nha', '2030-05-09'],
    ['chiều', '2030-05-10'],
    ['ngày 10', '2030-05-10'],
    ['giờ nào cũng được', '2030-05-08'],
    ['bữa nào cũng được', '2030-05-08'],
  ])('“%s” takes it, and hands in the day and the session at once', (text, day) => {
    const { chat } = offered()
    chat.says(text)
    const [sent, ...more] = chat.wanted('supplement')
    expect(more).toEqual([])
    expect(sent).toMatchObject({ dossier: 'd1', answers: [{ key: 'day', value: day }, { key: 'slot' }] })
    expect(chat.session.questions).toBeUndefined()
  })

  it.each(['giờ khác', '4', 'mấy bữa đó bận hết', '#giohen.khac'])(
    '“%s” asks for their own day and session with the questions of the procedure',
    (text) => {
      const { chat } = offered()
      expect(chat.says(text)).toMatch(/Ngày hẹn[^]*ngày nào/)
      chat.says('13/05/2030')
      expect(chat.says('9 giờ đến 11 giờ')).toMatch(/13\/05\/2030[^]*9 giờ đến 11 giờ[^]*Gửi cho cán bộ/)
      chat.says('gửi cho cán bộ')
      expect(chat.wanted('supplement')).toMatchObject([
        {
          dossier: 'd1',
          answers: [
            { key: 'day', value: '2030-05-13' },
            { key: 'slot', value: 'sang-tre' },
          ],
        },
      ])
    },
  )

  it.each(['không đi được', 'khong hen nua', '5', '#giohen.thoi'])(
    '“%s” gives the visit up, once it is asked whether another time would do',
    (text) => {
      const { chat } = offered()
      expect(chat.says(text)).toMatch(/bỏ hẹn này luôn, hay chọn giờ khác/)
      chat.says('bỏ luôn')
      expect(chat.wanted('withdraw')).toMatchObject([{ dossier: 'd1' }])
    },
  )

  it.each(['thứ hai', 'thứ 2'])('does not take “%s”, which is not among them, for the second', (text) => {
    const { chat } = offered()
    chat.says(text)
    expect(chat.wanted('supplement')).toEqual([])
    expect(chat.step()).toBe(`timed:${VISIT}/giohen`)
  })

  it('goes back from there to another time', () => {
    const { chat } = offered()
    chat.says('không đi được')
    expect(chat.says('giờ khác')).toMatch(/ngày nào/)
    expect(chat.wanted('withdraw')).toEqual([])
  })

  it('offers only what has not passed', () => {
    expect(offered(MODEL_NOW + 8 * DAY).said).toMatch(/1\. thứ Năm|1\. thứ Sáu/)
    const { said } = offered(MODEL_NOW + 20 * DAY)
    expect(said).toContain('đã qua')
    expect(said).not.toContain('[thứ')
  })

  it('does not interrupt a filing, and waits behind its button', () => {
    const { chat, said } = offered(MODEL_NOW + DAY, ['#lam:dat-lich-hen', '#co', '#nhan'])
    expect(said).toMatch(/đề nghị đổi giờ hẹn[^]*\[Chọn giờ hẹn\]/)
    expect(chat.step()).toBe('dat-lich-hen/noi_den')
    expect(chat.says('#bo-sung:d1')).toMatch(/1\. thứ Tư/)
  })

  it('is over when the desk goes on, and a press afterwards says so', () => {
    const { chat } = offered()
    chat.send({ type: 'SUPPLEMENT_CLOSED', dossier: 'd1' as DossierId, code: 'H12.99-300501-0001' })
    chat.says('#giohen.g1')
    expect(chat.wanted('supplement')).toEqual([])
  })
})
