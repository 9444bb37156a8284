import { expect, it } from 'vitest'
import type { DossierAction } from '../../src/dossiers/dossier.ts'
import { forgetViews, openBeside } from '../../src/dossiers/views.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { NOW } from '../permits/sample.ts'

const [me, other] = ['s1', 's2'] as StaffId[]
const looked = [
  { account: other!, name: 'Lê Cán Bộ', at: NOW },
  { account: me!, name: 'Tôi', at: NOW },
]
const act = (id: StaffId, at: number): DossierAction => ({
  ...{ type: 'forwarded', by: { type: 'staff', id, name: 'ai' }, at, status: 'processing' },
})

it('names who else looked at a dossier and has done nothing to it since', () => {
  const shown = [{ name: 'Lê Cán Bộ', at: NOW }]
  expect(openBeside(looked, [], me!)).toEqual(shown)
  expect(openBeside(looked, [act(other!, NOW - 1), act(me!, NOW + 1)], me!)).toEqual(shown)
  expect(openBeside(looked, [act(other!, NOW)], me!)).toEqual([])
  expect(openBeside(looked, [{ ...act(me!, NOW + 1), by: { type: 'citizen' } }], me!)).toEqual(shown)
  expect(openBeside([], [], me!)).toEqual([])
})

it('lets go of looks after two years, a part of them at a time', async () => {
  const asked: number[][] = []
  await forgetViews({ forget: async (before, limit) => (asked.push([NOW - before, limit]), 0) }, NOW)
  expect(asked).toEqual([[730 * 86_400_000, 5_000]])
})
