import { describe, expect, it } from 'vitest'
import type { OfficerAct, Standing } from '../../src/dossiers/acts/act.ts'
import { barTo } from '../../src/dossiers/apply.ts'
import { ACT_ROLES, type Doer, may, maySee } from '../../src/dossiers/may.ts'
import { type Role, ROLES } from '../../src/dossiers/postings.ts'
import { isFinished, type Status, statuses } from '../../src/dossiers/status.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { DESK, posted } from './posted.ts'
import { asked, at, officer, standingAt } from './standing.ts'
import { VISIT } from './visited.ts'

const OPEN = statuses.filter((status) => !isFinished(status))

/** What may be done in which state, whoever does it: the table that the rules of the acts must give. */
const FROM: Record<OfficerAct['type'], readonly Status[]> = {
  accept: ['registered', 'supplement'],
  decline: ['registered', 'supplement'],
  forward: ['accepted', 'payment', 'stopped'],
  ask: ['registered', 'accepted', 'processing'],
  // Of a visit; while something else is asked for it has to wait.
  propose: ['registered', 'accepted', 'processing'],
  approve: ['accepted', 'processing', 'payment'],
  refuse: ['accepted', 'processing', 'payment'],
  return: ['done', 'stopped'],
  revoke: statuses,
  'take-back': ['declined', 'stopped', 'done', 'returned'],
  take: OPEN,
  assign: OPEN,
  'give-back': [],
  'hand-over': ['registered', 'accepted', 'processing', 'stopped'],
  consult: OPEN.filter((status) => status !== 'done'),
  advise: [],
  'put-aside': [],
  stop: ['accepted', 'processing', 'payment'],
  // These two need a due day, which these dossiers have not.
  apologise: [],
  longer: [],
  reopen: ['stopped', 'done', 'returned'],
  duplicate: ['registered', 'accepted', 'processing', 'supplement', 'payment'],
  'tell-apart': OPEN,
  correct: ['registered', 'accepted', 'processing', 'supplement', 'payment', 'stopped'],
  reply: statuses,
  answer: ['registered', 'accepted', 'processing', 'supplement', 'payment'],
  note: statuses,
  resend: statuses,
}

/** Who may do it: written once more, so that a role that is given too much is seen. */
const BY: Record<OfficerAct['type'], readonly Role[] | ((status: Status) => readonly Role[])> = {
  accept: ['reception'],
  decline: ['reception'],
  forward: DESK,
  ask: DESK,
  propose: ['reception'],
  approve: ['specialist', 'leader'],
  refuse: ['specialist', 'leader'],
  return: DESK,
  revoke: ['specialist', 'leader'],
  'take-back': DESK,
  take: DESK,
  assign: DESK,
  'give-back': DESK,
  'hand-over': DESK,
  consult: DESK,
  advise: DESK,
  'put-aside': DESK,
  stop: ['specialist', 'leader'],
  apologise: ['specialist', 'leader'],
  longer: ['specialist', 'leader'],
  reopen: ['leader'],
  // Whoever could turn it away where it stands.
  duplicate: (status) =>
    status === 'registered' || status === 'supplement' ? ['reception'] : ['specialist', 'leader'],
  'tell-apart': DESK,
  correct: DESK,
  reply: DESK,
  answer: DESK,
  note: DESK,
  resend: DESK,
}

const rolesAt = (type: OfficerAct['type'], status: Status): readonly Role[] => {
  const by = BY[type]
  return typeof by === 'function' ? by(status) : by
}

const TYPES = Object.keys(FROM) as OfficerAct['type'][]

/** Of a dossier that had been accepted before it was asked about. */
const FROM_ASKED_LATER: readonly OfficerAct['type'][] = [
  ...(['forward', 'refuse', 'revoke', 'take', 'assign', 'consult', 'reply', 'note', 'resend'] as const),
  ...(['duplicate', 'tell-apart', 'correct'] as const),
]

const own = standingAt('registered').dossier.agency
const other = 'H12.99.001'
const someoneElse = 's2' as StaffId

const isOpen = (doer: Doer, type: OfficerAct['type'], standing: Standing): boolean =>
  may(doer, type, standing).may && barTo(standing, type, at(4), { type: 'staff', ...doer }) === undefined

const whoever = (id: StaffId, role: Role, agency?: string): Doer => ({
  ...{ id, name: 'Ai đó', postings: posted([role], agency) },
})

/** The same dossier, handed to this agency. */
const handedTo = (standing: Standing, holder: string): Standing => ({
  ...standing,
  dossier: { ...standing.dossier, holder },
  history: standing.history.map((action, i) => (i === 0 ? { ...action, move: { holder } } : action)),
})

describe('the table of guarded acts', () => {
  for (const type of TYPES)
    it.each(statuses)(`opens "${type}" on a dossier that is %s to whom it should, and to nobody else`, (status) => {
      const standing = {
        ...standingAt(status),
        ...(type === 'answer' && { asking: 'content' }),
        ...(type === 'propose' && { visit: VISIT }),
      }
      for (const role of ROLES)
        for (const agency of [undefined, own, other])
          for (const id of [officer.id, someoneElse]) {
            const isTheirs = type !== 'take-back' || id === officer.id || role === 'leader'
            const isMeant =
              FROM[type].includes(status) && rolesAt(type, status).includes(role) && agency !== other && isTheirs
            const here = [role, agency, id]
            expect([...here, isOpen(whoever(id, role, agency), type, standing)]).toEqual([...here, isMeant])
            // Where it was handed to, it is decided; where it came from, it is only seen.
            const handed = handedTo(standing, other)
            const doer = whoever(id, role, agency === other ? own : agency === own ? other : agency)
            expect([...here, isOpen(doer, type, handed)]).toEqual([...here, isMeant])
          }
    })

  it.each(TYPES)('knows of "%s" whether the dossier was accepted before it was asked about', (type) => {
    expect(isOpen(officer, type, asked('accepted'))).toBe(FROM_ASKED_LATER.includes(type))
  })

  it.each(TYPES)('opens "%s" to no role that it does not name', (type) => {
    for (const role of ROLES.filter((it) => !ACT_ROLES[type].includes(it)))
      expect(may(whoever(officer.id, role), type, standingAt('registered')).may).toBe(false)
  })

  it('adds up the roles of one person, and only where each of them is held', () => {
    const both = { ...officer, postings: [...posted(['reception'], own), ...posted(['leader'], other)] }
    expect(may(both, 'accept', standingAt('registered')).may).toBe(true)
    expect(may(both, 'approve', standingAt('accepted')).may).toBe(false)
    expect(may(both, 'approve', handedTo(standingAt('accepted'), other)).may).toBe(true)
  })

  it('leaves a decision to the citizen who made it: what they withdrew nobody takes back', () => {
    expect(may(officer, 'take-back', standingAt('withdrawn'))).toEqual({ may: true })
    expect(barTo(standingAt('withdrawn'), 'take-back', at(4))).toMatch(/^Không có quyết định nào/)
  })

  it('says why: another agency, another role, or who may take it back', () => {
    const because = (doer: Doer, type: OfficerAct['type'], standing: Standing) => {
      const answer = may(doer, type, standing)
      return answer.may ? undefined : answer.because
    }
    expect(because({ ...officer, postings: posted(DESK, other) }, 'accept', standingAt('registered'))).toBe(
      'Hồ sơ này của cơ quan khác. Cần xem, xin báo cơ quan đó.',
    )
    expect(
      because({ ...officer, postings: posted(DESK, own) }, 'accept', handedTo(standingAt('registered'), other)),
    ).toBe(
      'Hồ sơ này đang ở cơ quan khác, nên ông/bà xem được mà không quyết định được. Cần xử lý, xin báo cơ quan đó.',
    )
    expect(because(whoever(officer.id, 'specialist'), 'accept', standingAt('registered'))).toBe(
      'Việc này do tiếp nhận làm. Ông/bà chưa có vai trò đó, xin báo quản trị viên.',
    )
    expect(because(whoever(someoneElse, 'specialist'), 'take-back', standingAt('done'))).toBe(
      'Chỉ Lê Cán Bộ hoặc lãnh đạo cơ quan được thu lại quyết định này.',
    )
  })
})

describe('a procedure that a leader approves', () => {
  const led = (status: Status): Standing => ({ ...standingAt(status), approval: 'leader' })

  it('is approved and refused by a leader, not by a specialist', () => {
    for (const type of ['approve', 'refuse'] as const) {
      expect(may(whoever(someoneElse, 'leader'), type, led('processing'))).toEqual({ may: true })
      expect(may(whoever(someoneElse, 'specialist'), type, led('processing')).may).toBe(false)
    }
  })

  it('is not approved by whoever took it in, though they are a leader', () => {
    expect(may(officer, 'approve', led('processing'))).toEqual({
      ...{ may: false, because: 'Ông/bà đã tiếp nhận hồ sơ này. Thủ tục này cần một lãnh đạo khác duyệt.' },
    })
    expect(may(officer, 'approve', standingAt('processing'))).toEqual({ may: true })
  })
})

describe('who may look at a dossier', () => {
  const { dossier } = standingAt('registered')

  it('is the agency it belongs to, the one that has it, and those that had it', () => {
    const seenBy = (agency: string, holder = own, passed: readonly string[] = []) =>
      maySee(
        whoever(someoneElse, 'specialist', agency),
        { ...dossier, holder },
        passed.map((code) => ({ move: { holder: code } })),
      )
    expect([seenBy(own), seenBy(other)]).toEqual([true, false])
    expect([seenBy(own, other), seenBy(other, other)]).toEqual([true, true])
    expect([seenBy(other, own, [other]), seenBy('H12.99.002', own, [other])]).toEqual([true, false])
  })

  it('is nobody who only edits procedures or looks after accounts', () => {
    for (const role of ['editor', 'administrator'] as const)
      expect(maySee(whoever(someoneElse, role), dossier)).toBe(false)
  })

  it('are leaders alone where it is about officials', () => {
    const reserved = { ...dossier, isReserved: 1 }
    const seen = ROLES.map((role) => [role, maySee(whoever(someoneElse, role, own), reserved)])
    expect(Object.fromEntries(seen)).toEqual({
      ...{ reception: false, specialist: false, leader: true, editor: false, administrator: false },
    })
    const standing = { ...standingAt('registered'), dossier: reserved }
    expect(may(whoever(someoneElse, 'reception', own), 'accept', standing).may).toBe(false)
    expect(may(whoever(someoneElse, 'leader', own), 'accept', standing).may).toBe(true)
  })
})
