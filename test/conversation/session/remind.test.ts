import { ZALO } from '../../../src/zalo/channel.ts'
import { describe, expect, it } from 'vitest'
import { nextMorning } from '../../../src/conversation/session/remind.ts'
import { HOUR, renderInstant } from '../../../src/kernel/clock.ts'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()

describe('the reminder of an unfinished filing', () => {
  it.each([
    ['08:00', '09:00 02/05/2030'],
    ['14:59', '09:00 02/05/2030'],
    ['15:01', '09:00 03/05/2030'],
    ['00:30', '09:00 02/05/2030'],
    ['23:59', '09:00 03/05/2030'],
  ])('after a word at %s comes at %s, in the free window and never at night', (time, at) => {
    const now = Date.parse(`2030-05-01T${time}:00+07:00`)
    expect(renderInstant(nextMorning(now))).toBe(at)
    expect(nextMorning(now) - now).toBeGreaterThanOrEqual(18 * HOUR)
    expect(nextMorning(now) - now).toBeLessThan(ZALO.freeFor)
  })

  it('is set once for a filing, not with every word', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS.slice(0, 5))
    expect(chat.wanted('timer')).toEqual([{ type: 'timer', timer: 'draft', at: nextMorning(chat.now) }])
  })

  it('recalls the open filing once, with the way back', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS.slice(0, 4))
    chat.now = nextMorning(chat.now)
    expect(chat.send({ type: 'TIME_CAME', timer: 'draft' })).toMatch(
      /làm dở “Cấp giấy đi đường”[^]*\[Tiếp tục hồ sơ dở\]/,
    )
    expect(chat.send({ type: 'TIME_CAME', timer: 'draft' })).toBe('')
    expect(chat.says('#tiep-tuc:cap-giay-di-duong')).toContain('Số căn cước')
  })

  it('recalls a draft laid aside', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS.slice(0, 4), 'menu')
    expect(chat.send({ type: 'TIME_CAME', timer: 'draft' })).toContain('làm dở')
    expect(chat.session.drafts[0]?.reminded).toBe(true)
  })

  it('is taken back when nothing is left to finish', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS, 'bỏ qua', '#nop')
    expect(chat.wanted('timer').at(-1)).toEqual({ type: 'timer', timer: 'draft', at: null })
    expect(chat.send({ type: 'TIME_CAME', timer: 'draft' })).toBe('')
  })

  it('is not set for somebody who only looked around', () => {
    const chat = createChat(flows)
    chat.says('menu', '#lam:tra-cuu', 'menu', '#lam:cap-giay-di-duong')
    expect(chat.wanted('timer')).toEqual([])
  })
})
