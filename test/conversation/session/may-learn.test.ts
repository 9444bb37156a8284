import { describe, expect, it } from 'vitest'
import { DAY } from '../../../src/kernel/clock.ts'
import type { Missed } from '../../../src/conversation/words/session.ts'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const PASS = '#lam:cap-giay-di-duong'
const ODD = 'bửng lửng dzậy đó'

/** In the middle of a travel pass, at the question what it is for. */
const atPurpose = () => {
  const chat = createChat(flows)
  chat.says(...PASS_ANSWERS.slice(0, 6))
  expect(chat.step()).toBe('cap-giay-di-duong/muc_dich')
  return chat
}

const filed = (...odd: string[]) => {
  const chat = atPurpose()
  chat.says(...odd, ...PASS_ANSWERS.slice(6), 'bỏ qua', '#nop', '#nho.khong')
  return chat
}

const wordsOf = (missed: readonly Missed[] = []) => missed.map(({ words }) => words)

describe('what nobody understood', () => {
  it('is held with its question, at most three, and asked about once the matter is done and nothing else is asked', () => {
    const chat = atPurpose()
    chat.says(ODD, 'xửng vửng', 'quắn quéo', 'lộn xộn quá trời')
    expect(wordsOf(chat.session.missed)).toEqual(['xửng vửng', 'quắn quéo', 'lộn xộn quá trời'])
    expect(chat.session.missed?.[0]).toMatchObject({ flow: 'cap-giay-di-duong', step: 'muc_dich' })
    const said = chat.says(...PASS_ANSWERS.slice(6), 'bỏ qua', '#nop')
    expect(said).toContain('Nhớ giúp tôi')
    expect(said).not.toContain('Cho phép')
    expect(chat.says('#nho.khong')).toMatch(
      /“xửng vửng”\n“quắn quéo”[^]*cho phép cán bộ xem[^]*\[Cho phép\]\n\[Không\]/,
    )
    expect(chat.session.missed).toBeUndefined()
  })

  it.each(['#hoc-them.co', 'cho phép', 'dạ cho phép nha', 'đồng ý', 'có'])(
    'is handed over after %j, with the consent on record',
    (word) => {
      const chat = filed(ODD)
      chat.says(word)
      expect(chat.wanted('learn')).toMatchObject([{ missed: [{ step: 'muc_dich', words: ODD }] }])
      expect(chat.wanted('consent').at(-1)).toMatchObject({ flow: 'hoc-cau-chua-hieu', given: true })
    },
  )

  it.each(['#hoc-them.khong', 'không', 'không cho', 'dạ', 'ok', 'cảm ơn', 'menu', 'khai sinh', '2'])(
    'goes no further after %j',
    (word) => {
      const chat = filed(ODD)
      chat.says(word)
      expect(chat.wanted('learn')).toEqual([])
      chat.says('#hoc-them.co', 'có')
      expect(chat.wanted('learn')).toEqual([])
      expect(JSON.stringify(chat.session)).not.toContain('bửng')
    },
  )

  it('is asked about when the citizen gave up and is back at the menu, whose numbers still hold', () => {
    const chat = atPurpose()
    const said = chat.says(ODD, 'hủy', 'có')
    expect(said).toMatch(/chưa hiểu:\n“bửng lửng dzậy đó”\nÔng[^]*\[Cho phép\]\n\[Không\]$/)
    const menu = createChat(flows)
    menu.says('menu')
    chat.says('1')
    menu.says('1')
    expect(chat.step()).toBe(menu.step())
  })

  it.each([
    { answer: '#hoc-them.co', days: 30 },
    { answer: 'menu', days: 30 },
    { answer: 'không', days: 180 },
  ])('is neither asked about nor held again within $days days after $answer', ({ answer, days }) => {
    const chat = filed(ODD)
    chat.says(answer)
    chat.now += (days - 1) * DAY
    expect(chat.says('menu', 'gì mà quắn quéo', PASS, 'hủy', 'có')).not.toContain('Cho phép')
    expect(chat.session.missed).toBeUndefined()
    chat.now += DAY
    chat.says('menu', 'gì mà quắn quéo')
    expect(wordsOf(chat.session.missed)).toEqual(['gì mà quắn quéo'])
  })

  it('at the menu is held as typed to the menu', () => {
    const chat = createChat(flows)
    chat.says('gì mà quắn quéo')
    expect(chat.session.missed).toMatchObject([{ flow: 'menu', words: 'gì mà quắn quéo' }])
  })

  it('loses what its writer answered, before and after', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS.slice(0, 3), 'Thạch Sa Rết', ...PASS_ANSWERS.slice(4, 6), 'rết quắn quéo về')
    expect(wordsOf(chat.session.missed)).toEqual(['[…] quắn quéo về'])
    const later = createChat(flows)
    later.says('út quắn quéo', PASS, '#co', '#tu-nhap', 'Lâm Thị Út')
    expect(later.says('hủy', 'có')).toContain('“[…] quắn quéo”')
  })

  it.each([
    ['grief', 'má tui mới mất hôm qua quắn quéo'],
    ['despair', 'tui muốn chết cho rồi'],
    ['danger', 'cứu tui với chồng đang đánh tui'],
    ['a complaint', 'tui muốn khiếu nại ông chủ tịch quắn quéo'],
  ])('is not held when it is %s', (_, text) => {
    const chat = atPurpose()
    chat.says(text)
    expect(chat.session.missed).toBeUndefined()
  })

  it('is not held of questions about a person, of free questions, nor where a matter is told', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS.slice(0, 4), 'quắn quéo')
    expect(chat.step()).toBe('cap-giay-di-duong/so_can_cuoc')
    const petition = createChat(flows)
    petition.says('#lam:phan-anh', 'quắn quéo quá trời', 'quắn quéo nữa')
    expect([chat.session.missed, petition.session.missed]).toEqual([undefined, undefined])
  })

  it('is not asked about right after grief, and goes when the citizen asks to be forgotten', () => {
    const grieving = createChat(flows)
    expect(grieving.says('gì mà quắn quéo', '#lam:tra-cuu', 'ba tôi mới mất hôm qua')).not.toContain('Cho phép')
    const forgetful = atPurpose()
    forgetful.says(ODD, '#lam:du-lieu-cua-toi')
    forgetful.send({ type: 'FACTS', found: true, facts: { list: 'x' } })
    expect(wordsOf(forgetful.session.missed)).toEqual([ODD])
    forgetful.says('1', 'Xóa')
    expect(forgetful.session.missed).toBeUndefined()
  })
})
