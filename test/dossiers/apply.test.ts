import { isOfficeAct, type OfficeAct } from '../../src/dossiers/offered.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGE_LIMITS } from '../../src/conversation/words/messages.ts'
import type { Circumstances, OfficerAct } from '../../src/dossiers/acts/act.ts'
import { apply, isRepeat } from '../../src/dossiers/apply.ts'
import { offeredActs } from '../../src/dossiers/offered.ts'
import { canMove, type Status, statuses } from '../../src/dossiers/status.ts'
import { DAY } from '../../src/kernel/clock.ts'
import type { PermitId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { toPaper } from '../../src/casework/show-permit.ts'
import { NOW, samplePermit } from '../permits/sample.ts'
import { asked, at, officer, standingAt } from './standing.ts'

const REASON = 'Ảnh giấy hẹn khám bị mờ, xin chụp lại rõ bốn góc.'
const by = { type: 'staff', id: officer.id, name: officer.name } as const

interface More extends Partial<Circumstances> {
  permit?: Permit
}

const plan = (status: Status, act: OfficerAct, { permit, ...more }: More = {}, standing = standingAt(status)) =>
  apply(standing, act, {
    ...{ by, at: NOW, procedureName: 'Cấp giấy đi đường', permitName: 'giấy đi đường' },
    agencyName: 'Trung tâm Phục vụ hành chính công tỉnh Cà Mau',
    ...(permit && { [act.type === 'approve' ? 'granted' : 'named']: toPaper(permit, 'giấy đi đường', NOW) }),
    ...more,
  })

const changeOf = (applied: ReturnType<typeof plan>) => {
  if (applied.outcome !== 'changed') throw new Error(applied.because)
  return applied.change
}
/** On the day after, when nothing can be taken back any more, unless said otherwise. */
const movesOffered = (status: Status, now = at(1) + 2 * DAY) =>
  offeredActs(officer, standingAt(status), now).filter(
    (type) => type !== 'take-back' && !ASIDE.has(type) && !isOfficeAct(type),
  )

/** These move nothing, and are open in every status. */
const ASIDE: ReadonlySet<OfficerAct['type']> = new Set(['reply', 'note', 'resend'])

const permit = await samplePermit()
/** All but the one that needs another act before it. */
/** Those about another dossier are tried in `acts/duplicate.test.ts`. */
type Elsewhere = 'take-back' | 'correct' | 'duplicate' | 'tell-apart' | OfficeAct
const EACH: { [Type in Exclude<OfficerAct['type'], Elsewhere>]: Extract<OfficerAct, { type: Type }> } = {
  accept: { type: 'accept' },
  decline: { type: 'decline', reason: REASON },
  forward: { type: 'forward' },
  ask: { type: 'ask', question: REASON },
  propose: {
    type: 'propose',
    times: [{ day: '2030-05-08', slot: 'sang-tre', said: '9 giờ đến 11 giờ' }],
    reason: REASON,
  },
  approve: { type: 'approve' },
  refuse: { type: 'refuse', reason: REASON },
  return: { type: 'return' },
  revoke: { type: 'revoke', permit: permit.id, reason: REASON },
  stop: { type: 'stop', reason: REASON },
  apologise: { type: 'apologise', until: '2030-05-10', reason: REASON },
  longer: { type: 'longer', which: 0, reason: REASON },
  reopen: { type: 'reopen', reason: REASON },
  reply: { type: 'reply', text: REASON },
  answer: { type: 'answer', text: REASON },
  note: { type: 'note', text: REASON },
  resend: { type: 'resend', message: 1 },
}
const ACTS: readonly OfficerAct[] = Object.values(EACH)

describe('an officer’s act', () => {
  it.each([
    ['registered', 'accept', 'accepted'],
    ['registered', 'decline', 'declined'],
    ['registered', 'ask', 'supplement'],
    ['accepted', 'forward', 'processing'],
    ['accepted', 'approve', 'done'],
    ['processing', 'refuse', 'stopped'],
    ['supplement', 'accept', 'accepted'],
    ['done', 'return', 'returned'],
    ['stopped', 'return', 'returned'],
    ['processing', 'stop', 'stopped'],
    ['returned', 'reopen', 'processing'],
  ] as const)('takes a dossier that is %s through "%s" to %s', (from, type, to) => {
    const decision = ACTS.find((one) => one.type === type)!
    const change = changeOf(plan(from, decision))
    expect(change).toMatchObject({ row: { status: to }, revision: 7, at: NOW })
    expect(change.actions[0]).toMatchObject({ by, at: NOW, status: to })
  })

  it('refuses to approve what the desk has not accepted, and says where the dossier stands', () => {
    expect(plan('registered', { type: 'approve' })).toEqual({
      outcome: 'refused',
      because: 'Hồ sơ đang ở trạng thái “Mới đăng ký” nên không chuyển sang “Đã xử lý xong” được.',
    })
  })

  it('plans exactly the moves it offers, and only moves of the national table', () => {
    for (const from of statuses) {
      for (const decision of ACTS.filter(({ type }) => type !== 'revoke' && !ASIDE.has(type))) {
        const planned = plan(from, decision)
        expect(planned.outcome === 'changed').toBe(movesOffered(from).some((type) => type === decision.type))
        // A correction is no move of the table: nothing leads away from a result that was returned.
        if (planned.outcome === 'changed' && decision.type !== 'reopen')
          expect(canMove(from, planned.change.row.status)).toBe(true)
      }
    }
  })

  it('offers the short way first: accept, then approve', () => {
    expect(movesOffered('registered')[0]).toBe('accept')
    expect(movesOffered('accepted')[0]).toBe('approve')
    expect(movesOffered('processing')[0]).toBe('approve')
  })

  it('offers no hop that would tell the citizen nothing new, and to a leader the correction of what is finished', () => {
    expect(movesOffered('processing')).toEqual(['approve', 'ask', 'stop', 'refuse'])
    expect(movesOffered('done')).toEqual(['return', 'reopen'])
  })

  it('offers nothing on a dossier that has ended', () => {
    expect((['declined', 'withdrawn'] as const).flatMap(movesOffered)).toEqual([])
    expect(movesOffered('returned')).toEqual(['reopen'])
  })

  it('offers to open nothing again that can still be taken back', () => {
    expect(movesOffered('done', at(1))).toEqual(['return'])
    expect(movesOffered('returned', at(1))).toEqual([])
  })

  it('pushes one text for every decision, with the code and the procedure at its head', () => {
    for (const from of statuses) {
      for (const decision of ACTS) {
        const planned = plan(from, decision, decision.type === 'revoke' ? { permit } : {})
        if (planned.outcome === 'refused' || decision.type === 'note') continue
        const [push, ...rest] = planned.change.messages
        expect(push).toMatchObject({
          type: 'text',
          text: expect.stringMatching(/^Hồ sơ H12\.99-300501-0001\nCấp giấy đi đường\n\n/) as string,
        })
        expect(rest).toEqual([])
      }
    }
  })

  it('invites to rate in the message that tells the result, where there is a flow for it', () => {
    const rateFlow = 'danh-gia'
    const choices = [{ key: 'lam:danh-gia', label: 'Đánh giá phục vụ' }]
    expect(changeOf(plan('done', { type: 'return' }, { rateFlow })).messages).toMatchObject([{ choices }])
    expect(changeOf(plan('done', { type: 'return' })).messages[0]).not.toHaveProperty('choices')
  })

  it('invites nobody to rate before the result is there, or when there is none', () => {
    for (const from of statuses)
      for (const decision of ACTS) {
        if (from === 'done' && decision.type === 'return') continue
        const planned = plan(from, decision, { rateFlow: 'danh-gia', permit })
        if (planned.outcome === 'refused') continue
        expect(JSON.stringify(planned.change.messages)).not.toContain('lam:danh-gia')
      }
  })

  it('says the reason, word for word, to the citizen and in the history', () => {
    for (const type of ['decline', 'refuse'] as const) {
      const change = changeOf(plan(type === 'decline' ? 'registered' : 'accepted', { type, reason: `  ${REASON}\n` }))
      expect(change.messages[0]).toMatchObject({ text: expect.stringContaining(`Lý do: ${REASON}\n`) as string })
      expect(change.actions[0]?.note).toBe(REASON)
    }
  })

  it('asks through the push and through the inbox, once for each revision', () => {
    const change = changeOf(plan('accepted', { type: 'ask', question: REASON }))
    expect(change.messages[0]).toMatchObject({ text: expect.stringContaining(`“${REASON}”`) as string })
    expect(change.event).toEqual({
      key: 'supplement:d1:7',
      event: { type: 'SUPPLEMENT_ASKED', dossier: 'd1', code: 'H12.99-300501-0001', question: REASON },
    })
  })

  it('takes its question back from the chat as soon as the dossier goes on without the reply', () => {
    for (const [act, standing] of [
      [{ type: 'accept' }, standingAt('supplement')],
      [{ type: 'forward' }, asked('accepted')],
      [{ type: 'refuse', reason: REASON }, asked('accepted')],
    ] as const)
      expect(changeOf(plan('supplement', act, {}, standing)).event).toEqual({
        key: 'supplement closed:d1:7',
        event: { type: 'SUPPLEMENT_CLOSED', dossier: 'd1', code: 'H12.99-300501-0001' },
      })
    expect(changeOf(plan('accepted', { type: 'forward' })).event).toBeUndefined()
  })

  it('grants the permit with the approval and sends its picture after the news', () => {
    const change = changeOf(plan('accepted', { type: 'approve' }, { permit }))
    expect(change.actions.map((action) => [action.type, action.status])).toEqual([
      ['approved', 'done'],
      ['permit granted', 'done'],
    ])
    expect(change.messages).toMatchObject([
      { type: 'text', text: expect.stringContaining(`số ${permit.number} có hiệu lực từ 06:00 01/05/2030`) as string },
      { type: 'picture', of: { permit: permit.id } },
    ])
  })

  it('tells the limits of the permit, and as its beginning the first moment at which it is valid', () => {
    // From a Sunday morning on, for weekdays.
    const limited = {
      ...permit,
      validFrom: Date.parse('2030-05-05T07:00:00+07:00'),
      validUntil: Date.parse('2030-05-08T17:00:00+07:00'),
      terms: { companions: 2, days: 31, from: 10, to: 19 },
    }
    const [push] = changeOf(plan('accepted', { type: 'approve' }, { permit: limited })).messages
    expect(push).toMatchObject({
      text: expect.stringContaining(
        'có hiệu lực từ 05:00 06/05/2030 đến 17:00 08/05/2030. Chỉ được đi: 05:00–09:30, thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu; kèm 2 người.',
      ) as string,
    })
  })

  it('revokes without moving the dossier', () => {
    const change = changeOf(plan('returned', { type: 'revoke', permit: permit.id, reason: REASON }, { permit }))
    expect(change).toMatchObject({ row: { status: 'returned' }, ended: { permits: [permit.id], because: REASON } })
    expect(change.actions).toMatchObject([{ type: 'permit revoked', status: 'returned', note: REASON }])
  })

  it('refuses to revoke a permit of another dossier, or one revoked before', () => {
    const revoke: OfficerAct = { type: 'revoke', permit: 'ffffffffffffffff' as PermitId, reason: REASON }
    expect(plan('done', revoke).outcome).toBe('refused')
    expect(plan('done', revoke, { permit: { ...permit, revokedAt: NOW - 1 } }).outcome).toBe('refused')
  })

  it.each(['', '    ', 'mờ', '\u200B\u200B\u200B\u200B\u200B\u200B', 'a'.repeat(1_001)])(
    'refuses the reason %j, with an example or the limit',
    (reason) => {
      for (const decision of [
        { type: 'decline', reason },
        { type: 'ask', question: reason },
      ] as const)
        expect(plan('registered', decision)).toMatchObject({
          outcome: 'refused',
          because: expect.stringMatching(/Ví dụ|1000/) as string,
        })
    },
  )

  it('fits every text into one message of Zalo, whatever an officer writes', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 5, maxLength: 1_300 })
    fc.assert(
      fc.property(words, fc.constantFrom(...ACTS), fc.constantFrom(...statuses), (typed, decision, from) => {
        const said =
          'reason' in decision
            ? { ...decision, reason: typed }
            : 'question' in decision
              ? { ...decision, question: typed }
              : 'text' in decision
                ? { ...decision, text: typed }
                : decision
        const planned = plan(from, said, { permit }, { ...standingAt(from), asking: 'purpose' })
        if (planned.outcome === 'refused') return
        for (const message of planned.change.messages)
          if (message.type === 'text') expect(message.text.length).toBeLessThanOrEqual(MESSAGE_LIMITS.text)
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
    )
  })

  it('accepts once, however the dossier came back to a supplement, and says when that was', () => {
    const again = plan('supplement', { type: 'accept' }, {}, asked('accepted'))
    expect(again).toEqual({
      outcome: 'refused',
      because: 'Hồ sơ đã được tiếp nhận lúc 08:02 01/05/2030 nên không tiếp nhận lần nữa.',
    })
    expect(plan('supplement', { type: 'decline', reason: REASON }, {}, asked('accepted')).outcome).toBe('refused')
    expect(plan('supplement', { type: 'forward' }).outcome).toBe('refused')
    expect(plan('supplement', { type: 'refuse', reason: REASON }).outcome).toBe('refused')
  })

  it('is known again when its button is pressed twice, by who pressed it and by what was written', () => {
    const { history } = standingAt('accepted')
    expect(isRepeat({ type: 'accept' }, officer.id, history)).toBe(true)
    expect(isRepeat({ type: 'accept' }, 's2', history)).toBe(false)
    expect(isRepeat({ type: 'forward' }, officer.id, history)).toBe(false)
    expect(isRepeat({ type: 'accept' }, officer.id, [])).toBe(false)
    const granted = { type: 'permit granted', by, at: at(3), status: 'done' } as const
    const approved = [...history, { ...granted, type: 'approved' }, granted] as const
    expect(isRepeat({ type: 'approve' }, officer.id, approved)).toBe(true)
    const declined = [...history, { type: 'declined', by, at: at(3), status: 'declined', note: REASON }] as const
    expect(isRepeat({ type: 'decline', reason: ` ${REASON}` }, officer.id, declined)).toBe(true)
    expect(isRepeat({ type: 'decline', reason: `${REASON}!` }, officer.id, declined)).toBe(false)
  })

  it('is an officer’s: nobody else’s name can stand under it', () => {
    for (const other of [{ type: 'citizen' }, { type: 'program' }] as const)
      expect(plan('registered', { type: 'accept' }, { by: other }).outcome).toBe('refused')
  })
})
