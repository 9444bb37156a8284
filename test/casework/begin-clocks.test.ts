import { describe, expect, it } from 'vitest'
import { createActByProgram } from '../../src/casework/act-by-program.ts'
import { createBeginClocks } from '../../src/casework/begin-clocks.ts'
import { givenStep } from '../../src/dossiers/deadlines/step.ts'
import type { Dossier } from '../../src/dossiers/dossier.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import { NOW } from '../permits/sample.ts'
import { inMemoryDossiers } from './in-memory.ts'

const [HERE, THERE] = ['H12.99.001', 'H12.99.002']

/** Dossiers that lie at one of two agencies, which took them in for another. */
function prepare() {
  const books = inMemoryDossiers()
  const competent = new Set<string>()
  const asked: string[] = []
  const { dossiers, permits, changes } = books
  const act = createActByProgram({
    ...{ dossiers, permits, changes },
    names: {
      ...{
        procedureName: () => 'Cấp giấy',
        agencyName: (code) => code,
        kindOf: () => undefined,
        rateFlow: () => undefined,
      },
      prospectOf: () => ({ isCounted: true, limit: { days: 3, counts: 'working', pause: 'resume' } }),
    },
    isOutside: (agency) => !competent.has(agency),
  })
  const all: DossierId[] = []
  const round = createBeginClocks({
    steps: {
      of: async (ids) => {
        asked.push(...ids)
        const steps = await Promise.all(ids.map(async (id) => [id, givenStep(await dossiers.actions(id))] as const))
        return new Map(steps.flatMap(([id, step]) => (step ? [[id, step] as const] : [])))
      },
      waiting: async (after, limit) => {
        const rows = await Promise.all(all.map((id) => dossiers.find(id)))
        const from = after ? all.indexOf(after.id) + 1 : 0
        return rows.flatMap((row) => (row ? [{ ...row, queue: row.queue ?? 0 }] : [])).slice(from, from + limit)
      },
    },
    act,
    now: () => NOW,
  })
  const add = (holder: string, more: Partial<Dossier> = {}, outside = true) => {
    const move = outside ? { outside: true as const, until: NOW } : undefined
    const by = { type: 'staff', id: 's1' as never, name: 'Lê Cán Bộ' } as const
    const accepted = { type: 'accepted', by, at: NOW - 1, status: 'accepted', ...(move && { move }) } as const
    const { id } = books.add({ holder, agency: holder, status: 'accepted', dueAt: null, ...more }, [accepted])
    all.push(id)
    return id
  }
  const begun = () => books.decided.map(({ dossier }) => dossier)
  return { books, competent, asked, round, add, begun }
}

describe('what was taken in for another agency', () => {
  it('begins its clock where it lies when that agency becomes competent, once', async () => {
    const { competent, round, add, begun, books } = prepare()
    const [here] = [add(HERE), add(THERE)]
    expect(await round()).toBe(0)
    competent.add(HERE)
    expect(await round()).toBe(1)
    expect(await round()).toBe(0)
    expect(begun()).toEqual([here])
    expect((await books.dossiers.find(here))?.dueAt).toBeGreaterThan(NOW)
    expect((await books.dossiers.actions(here)).at(-1)).toMatchObject({
      ...{ type: 'clock begun', by: { type: 'program' }, status: 'accepted', move: { begins: true } },
    })
  })

  it('begins once also where two rounds come by at the same time', async () => {
    const { competent, round, add, begun } = prepare()
    const id = add(HERE)
    competent.add(HERE)
    await Promise.all([round(), round()])
    expect(begun()).toEqual([id])
  })

  it('is looked for only among what has no due time', async () => {
    const { competent, round, add, asked, begun } = prepare()
    competent.add(HERE)
    add(HERE, { dueAt: NOW + 1 })
    const termless = add(HERE, {}, false)
    expect(await round()).toBe(0)
    expect([asked, begun()]).toEqual([[termless], []])
  })
})
