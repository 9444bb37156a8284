import { describe, expect, it } from 'vitest'
import type { Mendable } from '../../../src/conversation/words/events.ts'
import type { EffectAnswer } from '../../../src/conversation/words/session.ts'
import { MODEL_NOW } from '../../../src/conversation/step/walk.ts'
import { DAY, MINUTE, startOfVietnamDay } from '../../../src/kernel/clock.ts'
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

const ask = (chat: ReturnType<typeof createChat>, dossier = 'd1', days: string[] = [], at = 7): string =>
  chat.send({
    ...{ type: 'SUPPLEMENT_ASKED', dossier: dossier as DossierId, code: `H12.99-300501-000${dossier.slice(1)}` },
    ...{ question: 'Giờ khác' },
    mend: {
      ...mend,
      times: {
        ...{ head: 'UBND phường An Xuyên đề nghị đổi giờ hẹn.', foot: 'UBND phường An Xuyên.', at },
        of: days.map((day) => ({ day, slot: 'sang-tre', said: '9 giờ đến 11 giờ', from: beginOf({ day, slot: 'x' }) })),
      },
    },
  })
const beginOf = ({ day }: { day: string; slot: string }): number => startOfVietnamDay(day) + 540 * MINUTE

/** The buttons that were shown last, by what stands on them. */
const buttons = (chat: ReturnType<typeof createChat>): Map<string, string> =>
  new Map(
    chat.last.flatMap((it) =>
      it.type === 'say' && it.message.type === 'text'
        ? (it.message.choices ?? []).flatMap((choice) =>
            'key' in choice ? [[choice.label, `#${choice.key}`] as const] : [],
          )
        : [],
    ),
  )
const buttonOf = (chat: ReturnType<typeof createChat>, label: string): string => {
  const found = [...buttons(chat)].find(([it]) => it.includes(label))?.[1]
  expect(found, label).toBeDefined()
  return found ?? ''
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
    ['[thứ Năm', '2030-05-09'],
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
    chat.says(text.startsWith('[') ? buttonOf(chat, text.slice(1)) : text)
    const [sent, ...more] = chat.wanted('supplement')
    expect(more).toEqual([])
    expect(sent).toMatchObject({ dossier: 'd1', answers: [{ key: 'day', value: day }, { key: 'slot' }] })
    expect(chat.session.questions).toBeUndefined()
  })

  it.each(['giờ khác', '4', 'mấy bữa đó bận hết', '[Giờ khác'])(
    '“%s” asks for their own day and session with the questions of the procedure',
    (text) => {
      const { chat } = offered()
      expect(chat.says(text.startsWith('[') ? buttonOf(chat, text.slice(1)) : text)).toMatch(/Ngày hẹn[^]*ngày nào/)
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

  it.each(['không đi được', 'khong hen nua', '5', '[Không hẹn nữa'])(
    '“%s” gives the visit up, once it is asked whether another time would do',
    (text) => {
      const { chat } = offered()
      expect(chat.says(text.startsWith('[') ? buttonOf(chat, text.slice(1)) : text)).toMatch(
        /bỏ hẹn này luôn, hay chọn giờ khác/,
      )
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
    const first = buttonOf(chat, 'thứ Tư')
    chat.send({ type: 'SUPPLEMENT_CLOSED', dossier: 'd1' as DossierId, code: 'H12.99-300501-0001' })
    expect(chat.says(first)).toMatch(/không còn chờ chọn/)
    expect(chat.wanted('supplement')).toEqual([])
  })
})

describe('a button of times that stands above in the chat', () => {
  const chatAt = (now = MODEL_NOW + DAY) => {
    const chat = createChat(flows)
    chat.now = now
    return chat
  }

  it('takes its own time of its own visit, while another visit is asked about', () => {
    const chat = chatAt()
    ask(chat, 'd1', ['2030-05-08'])
    const first = buttonOf(chat, 'thứ Tư')
    ask(chat, 'd2', ['2030-05-15', '2030-05-16'])
    chat.says('#bo-sung:d2')
    chat.says(first)
    expect(chat.wanted('supplement')).toMatchObject([
      { dossier: 'd1', answers: [{ value: '2030-05-08' }, { value: 'sang-tre' }] },
    ])
    chat.says('#bo-sung:d2')
    chat.says(buttonOf(chat, 'thứ Năm'))
    expect(chat.wanted('supplement')).toMatchObject([{ dossier: 'd1' }, { dossier: 'd2' }])
  })

  it.each(['thứ Tư', 'Giờ khác', 'Không hẹn nữa'])(
    'and belongs to an older proposal chooses nothing: “%s” shows what is offered now',
    (label) => {
      const chat = chatAt()
      ask(chat, 'd1', ['2030-05-08', '2030-05-09'])
      const old = buttonOf(chat, label)
      expect(ask(chat, 'd1', ['2030-05-15', '2030-05-16'], 8)).toMatch(/1\. thứ Tư 15\/05/)
      expect(chat.says(old)).toMatch(/thuộc lời đề nghị trước[^]*1\. thứ Tư 15\/05\/2030/)
      expect([chat.wanted('supplement'), chat.wanted('withdraw')]).toEqual([[], []])
      chat.says('2')
      expect(chat.wanted('supplement')).toMatchObject([{ answers: [{ value: '2030-05-16' }, {}] }])
    },
  )

  it('is told where nobody waits for a choice, and what is being filled in goes on', () => {
    const chat = chatAt()
    ask(chat, 'd1', ['2030-05-08', '2030-05-09'])
    const other = buttonOf(chat, 'thứ Năm')
    chat.says('1', '#lam:dat-lich-hen', '#co', '#nhan')
    expect(chat.says(other)).toMatch(/không còn chờ chọn[^]*xã, phường nào/)
    expect(chat.wanted('supplement')).toHaveLength(1)
  })

  it('stays the same time when days pass, and one that has begun today cannot be chosen', () => {
    const chat = chatAt()
    ask(chat, 'd1', ['2030-05-08', '2030-05-09'])
    const [wed, thu] = [buttonOf(chat, 'thứ Tư'), buttonOf(chat, 'thứ Năm')]
    chat.now = beginOf({ day: '2030-05-08', slot: 'x' })
    expect(chat.says(wed)).toMatch(/đã tới hoặc đã qua[^]*1\. thứ Năm/)
    expect(chat.wanted('supplement')).toEqual([])
    chat.says(thu)
    expect(chat.wanted('supplement')).toMatchObject([{ answers: [{ value: '2030-05-09' }, {}] }])
  })

  it('typed by its number means what was shown under it; a time that has begun is not taken', () => {
    const chat = chatAt()
    ask(chat, 'd1', ['2030-05-08', '2030-05-09'])
    chat.now = beginOf({ day: '2030-05-08', slot: 'x' })
    expect(chat.says('1')).toMatch(/đã tới hoặc đã qua[^]*1\. thứ Năm/)
    expect(chat.wanted('supplement')).toEqual([])
    chat.says('1')
    expect(chat.wanted('supplement')).toMatchObject([{ answers: [{ value: '2030-05-09' }, {}] }])
  })

  it('shows the times beside what is being filled in', () => {
    const chat = chatAt()
    chat.says('#lam:dat-lich-hen', '#co', '#nhan')
    expect(ask(chat, 'd1', ['2030-05-08', '2030-05-09'])).toMatch(
      /đề nghị đổi giờ hẹn[^]*• thứ Tư 08\/05\/2030, 9 giờ đến 11 giờ\n• thứ Năm 09[^]*\[Chọn giờ hẹn\]/,
    )
  })
})
