import { describe, expect, it } from 'vitest'
import type { CitizenEvent } from '../../src/conversation/words/events.ts'
import { type Effect, NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { AttachmentId, CitizenId, DossierId, PermitId } from '../../src/kernel/ids.ts'
import { apply } from '../../src/dossiers/apply.ts'
import { planTurn, type TurnPlan } from '../../src/turns/plan-turn.ts'
import { asked, standingAt } from '../dossiers/standing.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const DAY = 86_400_000
const citizen = '7000000000000000011' as CitizenId
const photo = 'a1' as AttachmentId
const say = (text: string): Effect => ({ type: 'say', message: { type: 'text', text } })
const filing: Effect = {
  type: 'file',
  flow: 'cap-giay-di-duong',
  version: 1,
  applicant: 'Trần Mẫu',
  answers: [{ key: 'papers', label: 'Giấy tờ', value: '1', shown: '1 ảnh', attachments: [photo] }],
}

const plan = (effects: Effect[], more: Partial<TurnPlan> = {}) =>
  planTurn({
    before: { citizen, revision: 3, session: NEW_SESSION, lastInteractionAt: NOW - DAY },
    handled: 5,
    events: [{ type: 'TEXT', text: 'a' }],
    session: NEW_SESSION,
    effects,
    at: NOW,
    fresh: { dossier: 'd1' as DossierId, secret: 'AB23' },
    agencyOf: () => 'H12.99.001',
    ...more,
  })

describe('planning a turn', () => {
  it('keeps messages in the order in which they were decided', () => {
    const { messages } = plan([say('một'), say('hai')]).rows(undefined)
    expect(messages).toEqual([
      { type: 'text', text: 'một' },
      { type: 'text', text: 'hai' },
    ])
  })

  it('fills into a receipt the number, the agency that has it, its telephone and since when', () => {
    const officeOf = (code: string) => `UBND ${code}, điện thoại 0290 3831 234`
    const { messages } = plan([filing, say('Mã: {code}. Nơi nhận: {office}.')], { officeOf }).rows(
      'H12.99.001-300501-0007',
    )
    expect(messages).toEqual([
      {
        type: 'text',
        text: 'Mã: H12.99.001-300501-0007. Nơi nhận: 08:00 01/05/2030, UBND H12.99.001, điện thoại 0290 3831 234.',
      },
    ])
  })

  it('says of a permit what was looked up, in its place in the order, and nothing of one that was not', () => {
    const picture = { type: 'picture', of: { permit: 'p1' }, caption: 'Giấy đi đường' } as const
    const sends = (permit: string): Effect => ({ type: 'send permit', permit: permit as PermitId })
    const shown = new Map([['p1' as PermitId, picture]])
    const { messages } = plan([say('một'), sends('p1'), say('hai'), sends('p2')], { shown }).rows(undefined)
    expect(messages).toEqual([{ type: 'text', text: 'một' }, picture, { type: 'text', text: 'hai' }])
  })

  it('keeps what stands under a file beside it', () => {
    const fetch = { type: 'fetch', attachment: 'a' as AttachmentId, kind: 'photo', url: 'https://x.test' } as const
    const { attachments } = plan([{ ...fetch, caption: 'giấy ra viện' }, fetch]).rows(undefined)
    expect(attachments.map(({ caption }) => caption)).toEqual(['giấy ra viện', undefined])
  })

  it('draws a number only for a filing, from the agency’s counter of that day in Viet Nam', () => {
    expect(plan([say('một')]).filing).toBeUndefined()
    const lateEvening = Date.parse('2030-05-01T17:30:00Z')
    expect(plan([filing], { at: lateEvening }).filing).toEqual({ unit: 'H12.99.001', day: '2030-05-02' })
  })

  it('fills the receipt’s blanks in messages after the filing, and leaves what was said before alone', () => {
    const rows = plan([say('{code}'), filing, say('Mã {code}, mã tra cứu {secret}')]).rows('H12.99.001-300501-0001')
    expect(rows.messages.map((m) => m.type === 'text' && m.text)).toEqual([
      '{code}',
      'Mã H12.99.001-300501-0001, mã tra cứu AB23',
    ])
    expect(rows.changes).toMatchObject([
      {
        filed: { code: 'H12.99.001-300501-0001', status: 'registered', revision: 1 },
        files: [photo],
        actions: [{ type: 'filed', status: 'registered', by: { type: 'citizen' } }],
      },
    ])
    expect(rows.about).toBe(rows.changes[0]?.dossier)
  })

  it('writes down what may be learned from under a key of its own and the day alone', () => {
    const missed = [{ flow: 'f', step: 'hoi', words: 'quắn quéo', at: NOW }]
    const rows = plan([{ type: 'learn', missed }], { unheardIds: ['x'] }).rows(undefined)
    expect(rows.unheard).toEqual([{ id: 'x', flow: 'f', step: 'hoi', words: 'quắn quéo', day: '2030-05-01' }])
  })

  it('writes down files to fetch and consents as of now', () => {
    const rows = plan([
      { type: 'fetch', attachment: photo, kind: 'photo', url: 'https://f/1', name: 'a.jpg' },
      { type: 'consent', flow: 'f', version: 2, step: 'dong_y', given: true },
    ]).rows(undefined)
    expect(rows.attachments).toMatchObject([{ id: photo, citizen, state: 'waiting', receivedAt: NOW, name: 'a.jpg' }])
    expect(rows.consents).toEqual([{ citizen, flow: 'f', version: 2, step: 'dong_y', given: true, at: NOW }])
  })

  const reply: Effect = { type: 'supplement', dossier: 'd1' as DossierId, text: 'Đây ạ', attachments: [photo] }
  const withdrawal: Effect = { type: 'withdraw', dossier: 'd1' as DossierId, because: 'Khai nhầm' }
  const byCitizen = {
    by: { type: 'citizen' },
    at: NOW,
    procedureName: 'f',
    agencyName: 'a',
    permitName: 'giấy',
  } as const

  it('writes what was judged of a reply and of a withdrawal, and says of the one what its flow says', () => {
    const act = { type: 'supplement', reply: 'Đây ạ', attachments: [photo] } as const
    const supplemented = apply(asked('accepted'), act, byCitizen)
    const rows = plan([reply, say('Đã gửi')], { judged: new Map([[reply, supplemented]]) }).rows(undefined)
    expect(rows.changes).toMatchObject([
      { row: { status: 'processing' }, files: [photo], actions: [{ note: 'Đây ạ' }] },
    ])
    expect([rows.about, rows.messages]).toEqual(['d1', [{ type: 'text', text: 'Đã gửi' }]])

    const withdrawn = apply(standingAt('accepted'), { type: 'withdraw', because: 'Khai nhầm' }, byCitizen)
    const left = plan([withdrawal], { judged: new Map([[withdrawal, withdrawn]]) }).rows(undefined)
    expect(left.changes).toMatchObject([
      { row: { status: 'withdrawn' }, messages: [{ text: expect.stringContaining('Đã rút') as string }] },
    ])
    expect([left.about, left.messages]).toEqual([undefined, []])
  })

  it('tells why what was judged is not done, in place of the flow’s thanks, and writes nothing', () => {
    const answered = apply(standingAt('processing'), { type: 'supplement', reply: 'Đây ạ', attachments: [] }, byCitizen)
    const rows = plan([reply, say('Đã gửi'), say('Còn gì?')], { judged: new Map([[reply, answered]]) }).rows(undefined)
    expect(rows.changes).toEqual([])
    expect(rows.messages).toMatchObject([
      { text: 'Còn gì?' },
      { text: expect.stringContaining('chưa được ghi') as string },
    ])
  })

  const file: CitizenEvent = { type: 'FILE', attachment: photo, kind: 'photo', url: 'https://f/1' }
  const card = { number: '096190012345', name: 'Trần Mẫu', birthDate: '1990-03-05', sex: 'nu', address: 'x' } as const
  const dossier = { dossier: 'd9' as DossierId, code: 'H12.99-300501-0001' }

  it.each<CitizenEvent>([
    { type: 'TEXT', text: 'a' },
    file,
    { type: 'LOCATION', latitude: 9, longitude: 105 },
    { type: 'CONTACT' },
    { type: 'ARRIVED' },
    { type: 'UNSUPPORTED', what: 'sticker' },
  ])('takes what the citizen does for an interaction: $type', (event) => {
    expect(plan([], { events: [event] }).interaction).toBe(true)
  })

  it.each<CitizenEvent>([
    { type: 'LEFT' },
    { type: 'FILE_STORED', attachment: photo },
    { type: 'FILE_REFUSED', attachment: photo, because: 'empty' },
    { type: 'CARD_READ', attachment: photo, card },
    { type: 'CARD_UNREADABLE', attachment: photo, because: 'no code' },
    { type: 'TIME_CAME', timer: 'draft' },
    { type: 'TIME_CAME', timer: 'album' },
    { type: 'SUPPLEMENT_ASKED', ...dossier, question: 'Ảnh?' },
    { type: 'SUPPLEMENT_CLOSED', ...dossier },
  ])('does not take our own news for one, though something is said: $type', (event) => {
    expect(plan([say('một')], { events: [event] }).interaction).toBe(false)
  })

  it('takes a delivery that nobody answers for none', () => {
    expect(plan([], { events: [] }).interaction).toBe(false)
  })

  it('marks a delivery that says where a file lies, and no other', () => {
    expect(plan([], { events: [{ type: 'TEXT', text: 'a' }, file] }).carriesFile).toBe(true)
    expect(plan([]).carriesFile).toBeUndefined()
  })
})
