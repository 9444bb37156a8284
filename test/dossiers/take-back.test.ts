import type { Role } from '../../src/dossiers/postings.ts'
import { posted } from './posted.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActionType, DossierAction } from '../../src/dossiers/dossier.ts'
import type { Status } from '../../src/dossiers/status.ts'
import { barTo } from '../../src/dossiers/apply.ts'
import { may } from '../../src/dossiers/may.ts'
import { decisionsOf, lastDecision, openQuestion, TAKE_BACK_WITHIN } from '../../src/dossiers/take-back.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { travelDossier } from '../permits/sample.ts'

const NOW = 1_000_000
const ME = 's1' as StaffId
const act = (type: ActionType, status: Status, by = ME, at = NOW): DossierAction => ({
  ...{ type, status, at },
  by: { type: 'staff', id: by, name: 'Lê Cán Bộ' },
})
const byCitizen = (type: ActionType, status: Status): DossierAction => ({
  ...{ type, status, at: NOW },
  by: { type: 'citizen' },
})
const filed = byCitizen('filed', 'registered')
const approved = [filed, act('accepted', 'accepted'), act('approved', 'done'), act('permit granted', 'done')]
const who = (id: StaffId, roles: readonly Role[] = ['specialist']) => ({
  id,
  name: 'Lê Cán Bộ',
  postings: posted(roles),
})
const standing = (history: readonly DossierAction[]) => ({ dossier: travelDossier(), history })

describe('taking a decision back', () => {
  it.each([
    ['an approval', approved, 'accepted'],
    [
      'a refusal',
      [filed, act('accepted', 'accepted'), act('forwarded', 'processing'), act('refused', 'stopped')],
      'processing',
    ],
    ['what the desk declined', [filed, act('declined', 'declined')], 'registered'],
    ['what was returned', [...approved, act('returned', 'returned')], 'done'],
    [
      'an approval after what was returned was taken back',
      [...approved, act('returned', 'returned'), act('taken back', 'done')],
      'accepted',
    ],
  ] as const)('leads %s back to where the dossier stood', (_what, actions, before) => {
    expect(lastDecision(actions)).toMatchObject({ before })
    expect(barTo(standing(actions), 'take-back', NOW + 1)).toBeUndefined()
  })

  it.each([
    ['a filing', [filed]],
    ['an acceptance, which is followed by other acts', [filed, act('accepted', 'accepted')]],
    ['what the citizen withdrew after it', [...approved, byCitizen('withdrawn', 'withdrawn')]],
    ['one that was taken back already', [filed, act('declined', 'declined'), act('taken back', 'registered')]],
  ])('has nothing to do with %s', (_what, actions) => {
    expect(lastDecision(actions)).toBeUndefined()
    expect(barTo(standing(actions), 'take-back', NOW + 1)).toMatch(/^Không có quyết định nào để thu lại/)
  })

  it('is for whoever decided and for a leader, within a day', () => {
    const other = 's2' as StaffId
    const mayTake = (doer: ReturnType<typeof who>) => may(doer, 'take-back', standing(approved)).may
    expect([mayTake(who(ME)), mayTake(who(other)), mayTake(who(other, ['leader']))]).toEqual([true, false, true])
    expect(barTo(standing(approved), 'take-back', NOW + TAKE_BACK_WITHIN - 1)).toBeUndefined()
    expect(barTo(standing(approved), 'take-back', NOW + TAKE_BACK_WITHIN)).toMatch(/^Chỉ thu lại được trong 24 giờ/)
  })

  it('takes each decision away once, whatever happened in whatever order', () => {
    const types = ['accepted', 'approved', 'returned', 'refused', 'taken back', 'permit granted'] as const
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...types), { maxLength: 12 }), (chosen) => {
        const actions = [filed, ...chosen.map((type) => act(type, 'processing'))]
        const { standing, takenBack } = decisionsOf(actions)
        const decided = actions.filter(({ type }) => !['filed', 'taken back', 'permit granted'].includes(type))
        expect(standing.length + takenBack.size).toBe(decided.length)
        expect(standing.some(({ action }) => takenBack.has(action))).toBe(false)
      }),
    )
  })

  it('knows the question that is still open', () => {
    const asked = { ...act('supplement asked', 'supplement'), note: 'Bệnh viện nào?' }
    expect(openQuestion([filed, asked, act('declined', 'declined')])).toBe('Bệnh viện nào?')
    expect(openQuestion([filed, asked, byCitizen('supplemented', 'supplement')])).toBeUndefined()
    expect(openQuestion([filed])).toBeUndefined()
  })
})
