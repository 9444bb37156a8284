import { expect, it } from 'vitest'
import { afterChange } from '../../src/dossiers/change.ts'
import { apply } from '../../src/dossiers/apply.ts'
import { foldActs } from '../../src/dossiers/fold.ts'
import { at, officer, standingAt } from './standing.ts'

it('a row is what the first and the last act say', () => {
  expect(foldActs(standingAt('done').history, 'H12.99')).toEqual({
    ...{ status: 'done', lastAction: 'approved', filedAt: at(0), updatedAt: at(2), dueAt: null },
    ...{ holder: 'H12.99', handler: null, queue: null, asideUntil: null, answerBy: null, wakeAt: null },
  })
  expect(() => foldActs([], 'H12.99')).toThrow(new RangeError('a dossier has at least one act'))
})

it('a change is added to the history, and the row goes on by one revision', () => {
  const before = standingAt('accepted')
  const applied = apply(
    before,
    { type: 'forward' },
    {
      ...{ by: { type: 'staff', id: officer.id, name: officer.name }, at: at(5) },
      ...{ procedureName: 'Cấp giấy', agencyName: 'Trung tâm', permitName: 'giấy đi đường' },
    },
  )
  if (applied.outcome !== 'changed') throw new Error(applied.because)
  const after = afterChange(before, applied.change)
  expect(after.history.map(({ type }) => type)).toEqual(['filed', 'accepted', 'forwarded'])
  expect(after.dossier).toEqual({
    ...before.dossier,
    ...{ status: 'processing', lastAction: 'forwarded', updatedAt: at(5), revision: before.dossier.revision + 1 },
    handler: officer.id,
  })
})
