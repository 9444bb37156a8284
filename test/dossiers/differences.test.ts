import { describe, expect, it } from 'vitest'
import { firstDifference, type Kept, verifyAll } from '../../src/dossiers/differences.ts'
import type { ActionType, DossierAction } from '../../src/dossiers/dossier.ts'
import { foldActs } from '../../src/dossiers/fold.ts'
import type { Status } from '../../src/dossiers/status.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import { standing, standingAt } from './standing.ts'

const done = standingAt('done').history

/** What is kept of the dossier with this number, as its acts say; the revision is one for each act. */
function kept(number: number, actions: readonly DossierAction[] = done): Kept {
  const id = String(number).padStart(6, '0') as DossierId
  const dossier = {
    id,
    code: `H12.99-300501-${id}`,
    revision: actions.length,
    agency: 'H12.99',
    ...foldActs(actions, 'H12.99'),
  }
  return { dossier, actions, permits: { granted: 0, revoked: 0 } }
}

/** A table of so many rows that is read in pages; answers also after which rows it was asked. */
function table(rows: readonly Kept[]) {
  const asked: (string | undefined)[] = []
  const page = async (after: DossierId | undefined, limit: number) => {
    asked.push(after)
    return rows.filter(({ dossier }) => after === undefined || dossier.id > after).slice(0, limit)
  }
  return { asked, page }
}

describe('the comparison of every dossier with its acts', () => {
  it.each([
    [0, [undefined]],
    [499, [undefined]],
    [500, [undefined, '000499']],
    [1_001, [undefined, '000499', '000999']],
  ])('reads %i in pages of five hundred, each once', async (count, asked) => {
    const rows = table(Array.from({ length: count }, (_, i) => kept(i)))
    expect(await verifyAll(rows)).toEqual({ dossiers: count, differences: [] })
    expect(rows.asked).toEqual(asked)
  })

  it('names each one that differs, by its code, and goes on', async () => {
    const spoilt = (number: number): Kept => ({ ...kept(number), permits: { granted: 1, revoked: 0 } })
    const difference = '1 permits are granted, its acts say 0'
    expect(await verifyAll(table([kept(0), spoilt(1), kept(2), spoilt(3)]))).toEqual({
      dossiers: 4,
      differences: [
        { code: 'H12.99-300501-000001', difference },
        { code: 'H12.99-300501-000003', difference },
      ],
    })
  })
})

describe('acts that always lead to one status', () => {
  it.each<[ActionType, Status]>([
    ['accepted', 'accepted'],
    ['declined', 'declined'],
    ['forwarded', 'processing'],
    ['supplement asked', 'supplement'],
    ['approved', 'done'],
    ['refused', 'stopped'],
    ['returned', 'returned'],
    ['withdrawn', 'withdrawn'],
  ])('are not believed when they left another: "%s" leads to %s', (type, status) => {
    expect(firstDifference(kept(1, standing([type, status]).history))).toBeUndefined()
    expect(firstDifference(kept(1, standing([type, 'payment']).history))).toBe(
      `the act "${type}" left the status "payment"`,
    )
  })

  it.each<ActionType>(['supplemented', 'taken back', 'permit granted', 'permit revoked'])(
    'are not those that leave the dossier where it stands or lead back: "%s"',
    (type) => {
      const permits = { granted: Number(type === 'permit granted'), revoked: Number(type === 'permit revoked') }
      expect(firstDifference({ ...kept(1, standing([type, 'payment']).history), permits })).toBeUndefined()
    },
  )
})

it('a revision is between the number of times at which something was done and the number of acts', () => {
  const together = [...done, { ...done.at(-1)!, type: 'permit granted' as const }]
  const of = (revision: number) => {
    const { dossier, ...rest } = kept(1, together)
    return firstDifference({ ...rest, dossier: { ...dossier, revision }, permits: { granted: 1, revoked: 0 } })
  }
  expect([3, 4].map(of)).toEqual([undefined, undefined])
  expect([2, 5].map(of)).toEqual(['revision is 2, its acts allow 3 to 4', 'revision is 5, its acts allow 3 to 4'])
})
