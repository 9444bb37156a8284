import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MESSAGE_LIMITS } from '../../src/conversation/words/messages.ts'
import type { Dossier } from '../../src/dossiers/dossier.ts'
import { canMove, type Status, statuses } from '../../src/dossiers/status.ts'
import type { PermitId, StaffId } from '../../src/kernel/ids.ts'
import { type DecisionContext, movesOffered, planDecision, type StaffDecision } from '../../src/casework/plan-decision.ts'
import { NOW, samplePermit, travelDossier } from '../permits/sample.ts'

const officer = { type: 'staff' as const, id: 's1' as StaffId, name: 'Lê Cán Bộ' }
const REASON = 'Ảnh giấy hẹn khám bị mờ, xin chụp lại rõ bốn góc.'
const dossierIn = (status: Status): Dossier => ({ ...travelDossier(), status, revision: 7 })

const plan = (status: Status, decision: StaffDecision, more: Partial<DecisionContext> = {}) =>
  planDecision({
    dossier: dossierIn(status),
    decision,
    officer,
    procedureName: 'Cấp giấy đi đường',
    permitName: 'giấy đi đường',
    agencyName: 'Trung tâm Phục vụ hành chính công tỉnh Cà Mau',
    now: NOW,
    ...more,
  })

const decidedOf = (planned: ReturnType<typeof plan>) => {
  if (planned.outcome !== 'planned') throw new Error(planned.because)
  return planned.decided
}

const permit = await samplePermit()
const DECISIONS: readonly StaffDecision[] = [
  { type: 'accept' },
  { type: 'decline', reason: REASON },
  { type: 'forward' },
  { type: 'ask', question: REASON },
  { type: 'approve' },
  { type: 'refuse', reason: REASON },
  { type: 'return' },
  { type: 'revoke', permit: permit.id, reason: REASON },
]

describe('planning a staff decision', () => {
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
  ] as const)('takes a dossier that is %s through "%s" to %s', (from, type, to) => {
    const decision = DECISIONS.find((one) => one.type === type)!
    const decided = decidedOf(plan(from, decision))
    expect(decided).toMatchObject({ status: to, revision: 7, at: NOW })
    expect(decided.actions[0]).toMatchObject({ by: officer, at: NOW, status: to })
  })

  it('refuses to approve what the desk has not accepted, and says where the dossier stands', () => {
    expect(plan('registered', { type: 'approve' })).toEqual({
      outcome: 'refused',
      because: 'Hồ sơ đang ở trạng thái “Mới đăng ký” nên không chuyển sang “Đã xử lý xong” được.',
    })
  })

  it('plans exactly the moves it offers, and only moves of the national table', () => {
    for (const from of statuses) {
      for (const decision of DECISIONS.filter((one) => one.type !== 'revoke')) {
        const planned = plan(from, decision)
        expect(planned.outcome === 'planned').toBe(movesOffered(from).some((type) => type === decision.type))
        if (planned.outcome === 'planned') expect(canMove(from, planned.decided.status)).toBe(true)
      }
    }
  })

  it('offers the short way first: accept, then approve', () => {
    expect(movesOffered('registered')[0]).toBe('accept')
    expect(movesOffered('accepted')[0]).toBe('approve')
    expect(movesOffered('processing')[0]).toBe('approve')
  })

  it('offers no hop that would tell the citizen nothing new, and reopens nothing that is finished', () => {
    expect(movesOffered('processing')).toEqual(['approve', 'ask', 'refuse'])
    expect(movesOffered('done')).toEqual(['return'])
  })

  it('offers nothing on a dossier that has ended', () => {
    expect((['declined', 'withdrawn', 'returned'] as const).flatMap(movesOffered)).toEqual([])
  })

  it('pushes one text for every decision, with the code and the procedure at its head', () => {
    for (const from of statuses) {
      for (const decision of DECISIONS) {
        const planned = plan(from, decision, decision.type === 'revoke' ? { permit } : {})
        if (planned.outcome === 'refused') continue
        const [push, ...rest] = planned.decided.messages
        expect(push).toMatchObject({ type: 'text', text: expect.stringMatching(/^Hồ sơ H12\.99-300501-0001\nCấp giấy đi đường\n\n/) as string }) // prettier-ignore
        expect(rest).toEqual([])
      }
    }
  })

  it('invites to rate in the message that tells the result, where there is a flow for it', () => {
    const rateFlow = 'danh-gia'
    const choices = [{ key: 'lam:danh-gia', label: 'Đánh giá phục vụ' }]
    expect(decidedOf(plan('done', { type: 'return' }, { rateFlow })).messages).toMatchObject([{ choices }])
    expect(decidedOf(plan('done', { type: 'return' })).messages[0]).not.toHaveProperty('choices')
  })

  it('invites nobody to rate before the result is there, or when there is none', () => {
    for (const from of statuses)
      for (const decision of DECISIONS) {
        if (from === 'done' && decision.type === 'return') continue
        const planned = plan(from, decision, { rateFlow: 'danh-gia', permit })
        if (planned.outcome === 'refused') continue
        expect(JSON.stringify(planned.decided.messages)).not.toContain('lam:danh-gia')
      }
  })

  it('says the reason, word for word, to the citizen and in the history', () => {
    for (const type of ['decline', 'refuse'] as const) {
      const decided = decidedOf(plan(type === 'decline' ? 'registered' : 'accepted', { type, reason: `  ${REASON}\n` }))
      expect(decided.messages[0]).toMatchObject({ text: expect.stringContaining(`Lý do: ${REASON}\n`) as string })
      expect(decided.actions[0]?.note).toBe(REASON)
    }
  })

  it('asks through the push and through the inbox, once for each revision', () => {
    const decided = decidedOf(plan('accepted', { type: 'ask', question: REASON }))
    expect(decided.messages[0]).toMatchObject({ text: expect.stringContaining(`“${REASON}”`) as string })
    expect(decided.event).toEqual({
      key: 'supplement:d1:7',
      event: { type: 'SUPPLEMENT_ASKED', dossier: 'd1', code: 'H12.99-300501-0001', question: REASON },
    })
  })

  it('takes its question back from the chat as soon as the dossier goes on without the reply', () => {
    for (const decision of [{ type: 'accept' }, { type: 'forward' }, { type: 'refuse', reason: REASON }] as const)
      expect(decidedOf(plan('supplement', decision)).event).toEqual({
        key: 'supplement closed:d1:7',
        event: { type: 'SUPPLEMENT_CLOSED', dossier: 'd1', code: 'H12.99-300501-0001' },
      })
    expect(decidedOf(plan('accepted', { type: 'forward' })).event).toBeUndefined()
  })

  it('grants the permit with the approval and sends its picture after the news', () => {
    const decided = decidedOf(plan('accepted', { type: 'approve' }, { permit }))
    expect(decided.granted).toBe(permit)
    expect(decided.actions.map((action) => [action.type, action.status])).toEqual([
      ['approved', 'done'],
      ['permit granted', 'done'],
    ])
    expect(decided.messages).toMatchObject([
      { type: 'text', text: expect.stringContaining(`số ${permit.number} có hiệu lực từ 06:00 01/05/2030`) as string },
      { type: 'picture', of: { permit: permit.id } },
    ])
  })

  it('tells the limits of the permit, and as its beginning the first moment at which it is valid', () => {
    // From a Sunday morning on, for weekdays.
    const limited = {
      ...permit,
      validFrom: Date.parse('2030-05-05T07:00:00+07:00') / 1000,
      validUntil: Date.parse('2030-05-08T17:00:00+07:00') / 1000,
      terms: { companions: 2, days: 31, from: 10, to: 19 },
    }
    const [push] = decidedOf(plan('accepted', { type: 'approve' }, { permit: limited })).messages
    expect(push).toMatchObject({
      text: expect.stringContaining(
        'có hiệu lực từ 05:00 06/05/2030 đến 17:00 08/05/2030. Chỉ được đi: 05:00–09:30, thứ Hai, thứ Ba, thứ Tư, thứ Năm, thứ Sáu; kèm 2 người.',
      ) as string,
    })
  })

  it('revokes without moving the dossier', () => {
    const decided = decidedOf(plan('returned', { type: 'revoke', permit: permit.id, reason: REASON }, { permit }))
    expect(decided).toMatchObject({ status: 'returned', revoked: { permits: [permit.id], at: NOW, because: REASON } })
    expect(decided.actions).toMatchObject([{ type: 'permit revoked', status: 'returned', note: REASON }])
  })

  it('refuses to revoke a permit of another dossier, or one revoked before', () => {
    const revoke: StaffDecision = { type: 'revoke', permit: 'ffffffffffffffff' as PermitId, reason: REASON }
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
    const words = fc.string({ unit: 'grapheme', minLength: 5, maxLength: 1_000 })
    fc.assert(
      fc.property(words, fc.constantFrom(...DECISIONS), fc.constantFrom(...statuses), (typed, decision, from) => {
        const said =
          'reason' in decision
            ? { ...decision, reason: typed }
            : 'question' in decision
              ? { ...decision, question: typed }
              : decision
        const planned = plan(from, said, { permit })
        if (planned.outcome === 'refused') return
        for (const message of planned.decided.messages)
          if (message.type === 'text') expect(message.text.length).toBeLessThanOrEqual(MESSAGE_LIMITS.text)
      }),
      { numRuns: 300 },
    )
  })
})
