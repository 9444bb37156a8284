import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseChange } from '../../src/casework/ports.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import { createCaseChanges } from '../../src/storage/case-changes.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { NOW } from '../permits/sample.ts'
import { changeBy, commitAct, standingIn } from './changes.ts'
import { bothEngines } from './engines.ts'
import { aCitizen, turnsOn } from './turns.ts'

describe.each(await bothEngines())('two dossiers that are closed for each other’s sake on %s', (_, open) => {
  let engine: Engine
  let other: Engine
  beforeAll(async () => {
    engine = await open()
    other = await open()
  }, 120_000)
  afterAll(async () => {
    await engine.close()
    await other.close()
  })

  const closing = async (id: DossierId, of: DossierId): Promise<CaseChange> => {
    const [standing, { dossier }] = [await standingIn(engine, id), await standingIn(engine, of)]
    const twin = { id: of, code: dossier.code, status: 'registered', goesOn: true, isOwn: true } as const
    const change = changeBy(standing, { type: 'duplicate', of: dossier.code }, { at: NOW, twin })
    return { ...change, keeps: { id: of, revision: dossier.revision } }
  }
  const two = async () => {
    const { file } = turnsOn(engine)
    const ids = [await file(aCitizen()), await file(aCitizen())] as const
    return { ids, changes: [await closing(ids[0], ids[1]), await closing(ids[1], ids[0])] as const }
  }

  it('leave one of them, in one process and in two', async () => {
    for (const second of [engine, other]) {
      const { ids, changes } = await two()
      const outcomes = await Promise.all([
        createCaseChanges(engine).commit(changes[0]),
        createCaseChanges(second).commit(changes[1]),
      ])
      const statuses = await Promise.all(ids.map(async (id) => (await standingIn(engine, id)).dossier.status))
      // Where each waits for the other both may be told to look again; never are both closed.
      expect(outcomes).toContain('stale')
      expect(statuses.filter((status) => status === 'declined').length).toBe(
        outcomes.filter((outcome) => outcome === 'done').length,
      )
    }
  })

  it('are not closed for the sake of one that moved meanwhile', async () => {
    const { ids, changes } = await two()
    await commitAct(engine, ids[1], { type: 'decline', reason: 'Thiếu giấy tờ.' }, { at: NOW })
    expect(await createCaseChanges(engine).commit(changes[0])).toBe('stale')
    expect((await standingIn(engine, ids[0])).dossier).toMatchObject({ status: 'registered', revision: 1 })
  })
})
