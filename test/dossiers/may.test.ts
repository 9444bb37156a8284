import { describe, expect, it } from 'vitest'
import type { OfficerAct, Standing } from '../../src/dossiers/acts/act.ts'
import { barTo } from '../../src/dossiers/apply.ts'
import { type Doer, may, type StaffRole } from '../../src/dossiers/may.ts'
import { type Status, statuses } from '../../src/dossiers/status.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { asked, at, officer, standingAt } from './standing.ts'

const ROLES: readonly StaffRole[] = ['officer', 'clerk', 'administrator']

/** What may be done in which state, whoever does it: the table that the rules of the acts must give. */
const FROM: Record<OfficerAct['type'], readonly Status[]> = {
  accept: ['registered', 'supplement'],
  decline: ['registered', 'supplement'],
  forward: ['accepted', 'payment', 'stopped'],
  ask: ['registered', 'accepted', 'processing'],
  approve: ['accepted', 'processing', 'payment'],
  refuse: ['accepted', 'processing', 'payment'],
  return: ['done', 'stopped'],
  revoke: statuses,
  'take-back': ['declined', 'stopped', 'done', 'returned'],
}

const TYPES = Object.keys(FROM) as OfficerAct['type'][]

/** Of a dossier that had been accepted before it was asked about. */
const FROM_ASKED_LATER: readonly OfficerAct['type'][] = ['forward', 'refuse', 'revoke']

const own = standingAt('registered').dossier.agency
const other = 'H12.99.001'
const someoneElse = 's2' as StaffId

const unknownRole = { ...officer, role: 'visitor' } as unknown as Doer

const isOpen = (doer: Doer, type: OfficerAct['type'], standing: Standing): boolean =>
  may(doer, type, standing).may && barTo(standing, type, at(4)) === undefined

describe('the table of guarded acts', () => {
  for (const type of TYPES)
    it.each(statuses)(`opens "${type}" on a dossier that is %s to whom it should, and to nobody else`, (status) => {
      const standing = standingAt(status)
      const inState = FROM[type].includes(status)
      for (const role of ROLES)
        for (const agency of [undefined, own, other])
          for (const id of [officer.id, someoneElse]) {
            const doer: Doer = { id, name: 'Ai đó', role, ...(agency !== undefined && { agency }) }
            const isTheirs = type !== 'take-back' || id === officer.id || role === 'administrator'
            expect([role, agency, id, isOpen(doer, type, standing)]).toEqual([
              role,
              agency,
              id,
              inState && agency !== other && isTheirs,
            ])
          }
    })

  it.each(TYPES)('knows of "%s" whether the dossier was accepted before it was asked about', (type) => {
    expect(isOpen(officer, type, asked('accepted'))).toBe(FROM_ASKED_LATER.includes(type))
  })

  it.each(TYPES)('opens "%s" to no role that it does not name', (type) => {
    expect(may(unknownRole, type, standingAt('registered'))).toEqual({
      may: false,
      because: 'Việc này cần quyền khác, xin báo quản trị viên.',
    })
  })

  it('leaves a decision to the citizen who made it: what they withdrew nobody takes back', () => {
    expect(may(officer, 'take-back', standingAt('withdrawn'))).toEqual({ may: true })
    expect(barTo(standingAt('withdrawn'), 'take-back', at(4))).toMatch(/^Không có quyết định nào/)
  })

  it('says why: another agency, or who may take it back', () => {
    expect(may({ ...officer, agency: other }, 'accept', standingAt('registered'))).toEqual({
      may: false,
      because:
        'Hồ sơ này của cơ quan khác, nên ông/bà xem được mà không quyết định được. Cần xử lý, xin báo cơ quan đó.',
    })
    expect(may({ ...officer, id: someoneElse }, 'take-back', standingAt('done'))).toEqual({
      may: false,
      because: 'Chỉ Lê Cán Bộ hoặc quản trị viên được thu lại quyết định này.',
    })
  })
})
