import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ActionType, DossierAction } from '../../src/dossiers/dossier.ts'
import type { Status } from '../../src/dossiers/status.ts'
import { decisionsOf, mayTakeBack, openQuestion, TAKE_BACK_WITHIN } from '../../src/dossiers/take-back.ts'
import type { StaffId } from '../../src/kernel/ids.ts'

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
const ask = (actions: readonly DossierAction[], more: { officer?: StaffId; supervises?: boolean; now?: number } = {}) =>
  mayTakeBack({ actions, officer: ME, supervises: false, now: NOW + 1, ...more })

describe('taking a decision back', () => {
  it.each([
    ['an approval', approved, 'accepted'],
    ['a refusal', [filed, act('accepted', 'accepted'), act('forwarded', 'processing'), act('refused', 'stopped')], 'processing'],
    ['what the desk declined', [filed, act('declined', 'declined')], 'registered'],
    ['what was returned', [...approved, act('returned', 'returned')], 'done'],
    ['an approval after what was returned was taken back', [...approved, act('returned', 'returned'), act('taken back', 'done')], 'accepted'],
  ] as const)('leads %s back to where the dossier stood', (_what, actions, before) => {
    expect(ask(actions)).toMatchObject({ outcome: 'may', decision: { before } })
  }) // prettier-ignore

  it.each([
    ['a filing', [filed]],
    ['an acceptance, which is followed by other acts', [filed, act('accepted', 'accepted')]],
    ['what the citizen withdrew after it', [...approved, byCitizen('withdrawn', 'withdrawn')]],
    ['one that was taken back already', [filed, act('declined', 'declined'), act('taken back', 'registered')]],
  ])('has nothing to do with %s', (_what, actions) => {
    expect(ask(actions).outcome).toBe('nothing')
  })

  it('is for whoever decided and for who supervises, within a day', () => {
    const other = 's2' as StaffId
    expect(ask(approved, { officer: other }).outcome).toBe('not theirs')
    expect(ask(approved, { officer: other, supervises: true }).outcome).toBe('may')
    expect(ask(approved, { now: NOW + TAKE_BACK_WITHIN - 1 }).outcome).toBe('may')
    expect(ask(approved, { now: NOW + TAKE_BACK_WITHIN, supervises: true }).outcome).toBe('too late')
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
