import type { DossierId, StaffId } from '../../src/kernel/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Term } from '../../src/conversation/flow/term-format.ts'
import { toPaper } from '../../src/casework/show-permit.ts'
import type { Act, Circumstances, Standing } from '../../src/dossiers/acts/act.ts'
import { apply, RULES } from '../../src/dossiers/apply.ts'
import { afterChange } from '../../src/dossiers/change.ts'
import { firstDifference } from '../../src/dossiers/differences.ts'
import { foldActs } from '../../src/dossiers/fold.ts'
import { canMove } from '../../src/dossiers/status.ts'
import { decisionsOf } from '../../src/dossiers/take-back.ts'
import { samplePermit } from '../permits/sample.ts'
import { at, officer, standingAt } from './standing.ts'
import { VISIT } from './visited.ts'

const permit = await samplePermit()
const REASON = 'Ảnh bị mờ.'
/** Fewer where the tests run once for each mutant (`test/mutation`). */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 500)

const EACH: { [Type in Act['type']]: Extract<Act, { type: Type }> } = {
  accept: { type: 'accept' },
  forward: { type: 'forward' },
  approve: { type: 'approve' },
  return: { type: 'return' },
  deliver: { type: 'deliver' },
  're-issue': { type: 're-issue' },
  decline: { type: 'decline', reason: REASON },
  refuse: { type: 'refuse', reason: REASON },
  ask: {
    ...{ type: 'ask', question: REASON, until: '2030-05-10', again: REASON },
    wanted: [{ key: 'purpose', label: 'Mục đích', why: REASON }],
  },
  propose: {
    type: 'propose',
    times: [{ day: '2030-05-08', slot: 'sang-tre', said: '9 giờ đến 11 giờ' }],
    reason: REASON,
  },
  'take-back': { type: 'take-back', reason: REASON },
  take: { type: 'take' },
  assign: { type: 'assign', to: 's2' as StaffId, note: '' },
  'give-back': { type: 'give-back', note: '' },
  'hand-over': { type: 'hand-over', to: 'H12.99.001', days: 2, note: '' },
  consult: { type: 'consult', to: 'H12.99.002', question: REASON },
  advise: { type: 'advise', reason: REASON },
  'put-aside': { type: 'put-aside', until: '2030-05-10', note: '' },
  stop: { type: 'stop', reason: REASON },
  apologise: { type: 'apologise', until: '2030-05-10', reason: REASON },
  longer: { type: 'longer', which: 0, reason: REASON },
  reopen: { type: 'reopen', reason: REASON },
  duplicate: { type: 'duplicate', of: 'H12.99-300501-0002' },
  correct: {
    type: 'correct',
    given: { key: 'note', label: 'Ghi chú', value: 'khác', shown: 'khác' },
    reason: 'Gõ nhầm khi nhập.',
  },
  'tell-apart': { type: 'tell-apart', of: 'H12.99-300501-0002' },
  revoke: { type: 'revoke', permit: permit.id, reason: REASON },
  reply: { type: 'reply', text: REASON },
  answer: { type: 'answer', text: REASON },
  note: { type: 'note', text: REASON },
  resend: { type: 'resend', message: 1 },
  supplement: { type: 'supplement', reply: 'Đây ạ', attachments: [] },
  withdraw: { type: 'withdraw', because: '' },
  'remind-answer': { type: 'remind-answer' },
  'answer-overdue': { type: 'answer-overdue' },
  'let-go': { type: 'let-go' },
  'begin-clock': { type: 'begin-clock' },
  'end-permit': { type: 'end-permit', title: 'lệnh', since: 1 },
  'revive-permit': { type: 'revive-permit', title: 'lệnh', since: 1, because: REASON },
}
const ACTS: readonly Act[] = Object.values(EACH)
const TERM = {
  ...{ days: 3, counts: 'working', pause: 'resume' },
  longer: [{ case: 'cần xác minh', days: 8, counts: 'working' }],
} satisfies Term

/** A dossier that these were tried on, one after the other, with the permits it has as the database would count them. */
function live(tried: readonly Act[], asking?: string) {
  let standing: Standing = { ...standingAt('registered'), visit: VISIT, ...(asking !== undefined && { asking }) }
  standing = { ...standing, dossier: { ...standing.dossier, revision: 1 } }
  let [granted, revoked] = [0, 0]
  const statusesSeen = [standing.dossier.status]
  for (const [i, act] of tried.entries()) {
    const paper = toPaper(permit, 'giấy đi đường', at(0))
    const inForce = granted > revoked ? [paper] : []
    const circumstances: Circumstances = {
      ...{ procedureName: 'Cấp giấy', permitName: 'giấy đi đường', agencyName: 'Trung tâm', at: at(i + 1), inForce },
      by:
        RULES[act.type].by === 'staff'
          ? { type: 'staff', id: officer.id, name: officer.name }
          : { type: RULES[act.type].by as 'citizen' | 'program' },
      termAt: () => TERM,
      ...{ colleagues: [{ id: 's2' as StaffId, name: 'Trần Chuyên Viên' }], advisesFor: 'H12.99.002' },
      ...('of' in act && {
        twin: { id: 'd2' as DossierId, code: act.of, status: 'processing' as const, goesOn: true, isOwn: true },
      }),
      ...('to' in act && { other: { code: act.to, name: 'Nơi khác' } }),
      ...(inForce.length > 0 && { named: paper }),
      ...(act.type === 'revive-permit' && revoked > 0 && { named: paper }),
      ...(GRANTS.has(act.type) && { granted: paper }),
    }
    const applied = apply(standing, act, circumstances)
    if (applied.outcome === 'refused') continue
    granted += applied.change.actions.filter(({ type }) => type === 'permit granted').length
    revoked += applied.change.ended?.permits.length ?? 0
    standing = afterChange(standing, applied.change)
    statusesSeen.push(standing.dossier.status)
  }
  return { standing, permits: { granted, revoked }, statusesSeen }
}

const GRANTS = new Set<Act['type']>(['approve', 're-issue', 'revive-permit'])

const histories = fc.array(fc.constantFrom(...ACTS), { maxLength: 25 })
/** Approved, or answered. */
const kinds = fc.constantFrom(undefined, 'content')

describe('whatever is tried on a dossier, in whatever order', () => {
  it('leaves a row that its acts say again, and permits that they count', () => {
    fc.assert(
      fc.property(histories, kinds, (tried, asking) => {
        const { standing, permits } = live(tried, asking)
        expect(firstDifference({ dossier: standing.dossier, actions: standing.history, permits })).toBeUndefined()
        expect(standing.dossier).toMatchObject(foldActs(standing.history, standing.dossier.agency))
      }),
      { numRuns: RUNS },
    )
  })

  it('accepts once, unless the acceptance does not stand, and answers a question once', () => {
    fc.assert(
      fc.property(histories, kinds, (tried, asking) => {
        const { history } = live(tried, asking).standing
        const { standing } = decisionsOf(history)
        const count = (type: string) => history.filter((action) => action.type === type).length
        // A visit of which another time was talked about is confirmed anew.
        const most = 1 + count('time proposed')
        expect(standing.filter(({ action }) => action.type === 'accepted').length).toBeLessThanOrEqual(most)
        expect(count('supplemented')).toBeLessThanOrEqual(count('supplement asked') + count('time proposed'))
      }),
      { numRuns: RUNS },
    )
  })

  it('moves only where the national table leads, or back to where a decision that is taken back or corrected was made', () => {
    fc.assert(
      fc.property(histories, kinds, (tried, asking) => {
        const { history } = live(tried, asking).standing
        for (const [i, { status }] of history.entries()) {
          const before = history[i - 1]?.status
          const isBack = (act: (typeof history)[number] | undefined) =>
            act?.type === 'taken back' || act?.type === 'reopened'
          const isUndone = isBack(history[i]) || isBack(history[i + 1])
          if (before === undefined || before === status || isUndone) continue
          expect([before, status, canMove(before, status)]).toEqual([before, status, true])
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('is due after a reply or a note when it was before', () => {
    fc.assert(
      fc.property(histories, kinds, (tried, asking) => {
        const { history } = live(tried, asking).standing
        for (const [i, { type, status, dueAt }] of history.entries())
          if (type === 'replied' || type === 'noted')
            expect([dueAt, status]).toEqual([history[i - 1]?.dueAt, history[i - 1]?.status])
      }),
      { numRuns: RUNS },
    )
  })

  it('names a row that was changed by hand', () => {
    const { standing, permits } = live([{ type: 'accept' }, { type: 'approve' }])
    const kept = { dossier: standing.dossier, actions: standing.history, permits }
    expect(firstDifference(kept)).toBeUndefined()
    const spoilt = (change: Partial<typeof standing.dossier>) =>
      firstDifference({ ...kept, dossier: { ...standing.dossier, ...change } })
    expect(spoilt({ status: 'returned' })).toBe('status is returned, its acts say done')
    expect(spoilt({ lastAction: 'accepted' })).toBe('lastAction is accepted, its acts say permit granted')
    expect(spoilt({ updatedAt: 1 })).toMatch(/^updatedAt is 1, its acts say/)
    expect(spoilt({ filedAt: 1 })).toMatch(/^filedAt is 1, its acts say/)
    expect(spoilt({ revision: 9 })).toBe('revision is 9, its acts allow 3 to 4')
    expect(firstDifference({ ...kept, permits: { granted: 0, revoked: 0 } })).toBe(
      '0 permits are granted, its acts say 1',
    )
    expect(firstDifference({ ...kept, permits: { granted: 1, revoked: 1 } })).toBe(
      '1 permits are revoked, its acts say 0',
    )
    expect(firstDifference({ ...kept, actions: [] })).toBe('no act, not even its filing')
    expect(firstDifference({ ...kept, actions: kept.actions.slice(1) })).toBe(
      'the first act is "accepted", not its filing',
    )
    const astray = kept.actions.map((act) => (act.type === 'accepted' ? { ...act, status: 'done' as const } : act))
    expect(firstDifference({ ...kept, actions: astray })).toBe('the act "accepted" left the status "done"')
  })
})
