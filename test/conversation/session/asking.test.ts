import { describe, expect, it } from 'vitest'
import { upgradeSession, type FlaggedSession } from '../../../src/conversation/session/upgrade-session.ts'
import { MODEL_NOW } from '../../../src/conversation/step/walk.ts'
import { NEW_SESSION, type Session } from '../../../src/conversation/words/session.ts'
import { createChat, PASS_ANSWERS } from '../chat.ts'
import { flowsOfFiles } from '../flows-of-files.ts'

const flows = await flowsOfFiles()
const PASS = 'cap-giay-di-duong'
const phone = { value: '0912345678', shown: '0912345678' }

/** Somebody who has been told of one draft and has one filing open; drafts come back after up to thirty days. */
const underWay = (): Session => {
  const chat = createChat(flows)
  chat.says('#lam:trich-luc-ho-tich', '#co', '#tu-nhap', 'menu')
  chat.says(...PASS_ANSWERS.slice(0, 5))
  return chat.session
}
const onlyDrafts = (): Session => {
  const chat = createChat(flows, underWay())
  chat.says('menu')
  const { position: _, ...rest } = chat.session
  return rest
}

describe('a session stored while each question had a flag', () => {
  it.each<[string, Partial<FlaggedSession>, Partial<Session>]>([
    ['whether to cancel', { cancelling: true }, { asking: { what: 'really cancel' } }],
    ['whether to begin anew', { choosing: { flow: 'f' } }, { asking: { what: 'draft or anew', flow: 'f' } }],
    ['which draft is meant', { resuming: true }, { asking: { what: 'which draft' } }],
    [
      'whether to remember',
      { keeping: { answers: { phone } } },
      { asking: { what: 'may remember', answers: { phone } } },
    ],
    [
      'which procedure is meant',
      { suggested: ['a', 'b'], said: 'phí bn' },
      { asking: { what: 'which procedure', flows: ['a', 'b'] }, said: 'phí bn' },
    ],
    [
      'several things, of which the first counts',
      { keeping: { answers: { phone } }, choosing: { flow: 'f' }, suggested: ['a'] },
      { asking: { what: 'draft or anew', flow: 'f' } },
    ],
    ['nothing, with a flag let down', { cancelling: false }, {}],
  ])('asks %s as it did', (_, flagged, upgraded) => {
    const session = { ...NEW_SESSION, toldLanguage: true, remindAt: MODEL_NOW } as const
    expect(upgradeSession({ ...session, ...flagged })).toEqual({ ...session, ...upgraded })
  })

  it('is left alone once it is of the new shape', () => {
    const session: Session = { ...NEW_SESSION, asking: { what: 'which draft' } }
    expect(upgradeSession(session)).toEqual(session)
  })

  it.each<[string, () => FlaggedSession, string, string | RegExp]>([
    ['a yes cancels', () => ({ ...underWay(), cancelling: true }), 'có', 'Đã hủy'],
    ['1 goes on with the draft', () => ({ ...onlyDrafts(), choosing: { flow: PASS } }), '1', 'Điện thoại'],
    ['2 is the second draft', () => ({ ...onlyDrafts(), resuming: true }), '2', 'Họ và tên'],
    ['a yes remembers', () => ({ ...NEW_SESSION, keeping: { answers: { phone } } }), 'có', 'lần sau'],
    ['an ordinal begins the procedure', () => ({ ...NEW_SESSION, suggested: ['tra-cuu', PASS] }), '2', 'đồng ý'],
  ])('hears its answer: %s', (_, stored, answer, told) => {
    const json = JSON.parse(JSON.stringify(stored())) as FlaggedSession
    expect(createChat(flows, upgradeSession(json)).says(answer)).toMatch(new RegExp(told, 'i'))
  })
})

describe('a question of the session', () => {
  it('is over when something else was sent instead of an answer', () => {
    const chat = createChat(flows, underWay())
    chat.says('hủy')
    chat.send({ type: 'LOCATION', latitude: 9.1, longitude: 105.1 })
    expect(chat.session.asking).toBeUndefined()
    expect(chat.says('có')).not.toContain('Đã hủy')
  })

  it('is over when the filing was recalled: a yes then goes on and cancels nothing', () => {
    const chat = createChat(flows, underWay())
    chat.says('hủy')
    chat.send({ type: 'TIME_CAME', timer: 'draft' })
    expect(chat.says('có')).not.toContain('Đã hủy')
  })

  it('stays open beside danger, and beside an officer who asks', () => {
    const chat = createChat(flows, underWay())
    chat.says('hủy', 'cháy nhà cứu với')
    chat.asked('Ảnh bị mờ, gửi lại giúp.')
    expect(chat.says('có')).toContain('Đã hủy')
  })

  it('whether to remember outlives a photo sent in between, and the menu that answers it', () => {
    const chat = createChat(flows)
    chat.says(...PASS_ANSWERS, 'bỏ qua', '#nop')
    chat.sends('a')
    chat.says('#nho.co')
    expect(Object.keys(chat.session.known?.answers ?? {})).toContain('phone')
  })
})
