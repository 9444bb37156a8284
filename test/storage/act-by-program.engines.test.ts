import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createActByProgram, type ProgramRequest } from '../../src/casework/act-by-program.ts'
import type { CaseChanges } from '../../src/casework/ports.ts'
import type { ProgramAct } from '../../src/dossiers/acts/act.ts'
import { MINUTE } from '../../src/kernel/clock.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { createCaseChanges } from '../../src/storage/case-changes.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createPermits } from '../../src/storage/permits.ts'
import { NOW } from '../permits/sample.ts'
import { commitAct, standingIn } from './changes.ts'
import { bothEngines } from './engines.ts'
import { messagesTo, plantGranted } from './granted.ts'

const END = { type: 'end-permit', title: 'lệnh hạn chế đi lại', since: NOW } as const

describe.each(await bothEngines())('an act of the program on %s', (_, open) => {
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

  /** `meanwhile` happens after the dossier was judged and before the change is written. */
  const actOn = (on: Engine, meanwhile: (attempt: number) => Promise<unknown> = async () => undefined) => {
    const changes = createCaseChanges(on)
    let attempt = 0
    const slow: CaseChanges = {
      commit: async (change) => {
        await meanwhile(++attempt)
        return changes.commit(change)
      },
    }
    const act = createActByProgram({
      ...{ dossiers: createDossiers(on), permits: createPermits(on), changes: slow },
      names: {
        procedureName: (flow) => flow,
        agencyName: (code) => code,
        kindOf: () => undefined,
        rateFlow: () => undefined,
      },
    })
    return { act, attempts: () => attempt }
  }
  const about = (named: Permit, act: ProgramAct = END): ProgramRequest => ({
    ...{ dossier: named.dossier, act, named, permitName: 'giấy đi đường', at: NOW },
  })
  const typesOf = async (id: DossierId) => (await standingIn(engine, id)).history.slice(4).map(({ type }) => type)

  it('is done once more, and written once, when an officer’s act comes between', async () => {
    const { permit, dossier, citizen } = await plantGranted(engine)
    const { act, attempts } = actOn(engine, async (attempt) => {
      if (attempt === 1) await commitAct(other, dossier, { type: 'return' }, { at: NOW })
    })
    expect(await act(about(permit))).toBe('done')
    expect(attempts()).toBe(2)
    expect(await typesOf(dossier)).toEqual(['returned', 'permit revoked'])
    // Judged on what the officer made of it, so that it does not move the dossier back.
    expect((await standingIn(engine, dossier)).dossier).toMatchObject({ status: 'returned', revision: 5 })
    expect(await createPermits(engine).find(permit.id)).toMatchObject({ revokedAt: NOW })
    expect(await messagesTo(engine, citizen)).toHaveLength(2)
  })

  it('is gone when an officer revoked the permit meanwhile: their reason stays, and nothing else is said', async () => {
    const { permit, dossier, citizen } = await plantGranted(engine)
    const revoke = { type: 'revoke', permit: permit.id, reason: 'Sai biển số.' } as const
    const { act } = actOn(engine, () => commitAct(other, dossier, revoke, { at: NOW - MINUTE, named: permit }))
    expect(await act(about(permit))).toBe('gone')
    expect(await typesOf(dossier)).toEqual(['permit revoked'])
    expect(await createPermits(engine).find(permit.id)).toMatchObject({
      ...{ revokedAt: NOW - MINUTE, revokedBecause: 'Sai biển số.' },
    })
    expect(await messagesTo(engine, citizen)).toMatchObject([
      { text: expect.stringContaining('Lý do: Sai biển số.') as string },
    ])
  })

  it('is gone when an officer did the very thing meanwhile, or the dossier is not there', async () => {
    const { permit, dossier } = await plantGranted(engine)
    const { act } = actOn(engine, () => commitAct(other, dossier, { type: 'return' }, { at: NOW }))
    expect(await act(about(permit, { type: 'deliver' }))).toBe('gone')
    expect(await typesOf(dossier)).toEqual(['returned'])
    expect(await act({ ...about(permit), dossier: 'nowhere' as DossierId })).toBe('gone')
  })

  it('gives way to somebody who is faster again and again, and changes nothing', async () => {
    const { permit, dossier, citizen } = await plantGranted(engine)
    const busy = ['take-back', 'approve', 'take-back', 'approve', 'take-back'] as const
    const { act, attempts } = actOn(engine, async (attempt) => {
      const type = busy[attempt - 1]!
      const done = type === 'approve' ? { type } : { type, reason: 'Duyệt nhầm.' }
      await commitAct(other, dossier, done, { at: NOW + attempt })
    })
    expect(await act(about(permit))).toBe('stale')
    expect(await typesOf(dossier)).toEqual(busy.slice(0, attempts()).map((type) => RECORDED[type]))
    expect((await createPermits(engine).find(permit.id))?.revokedAt).toBeUndefined()
    expect(JSON.stringify(await messagesTo(engine, citizen))).not.toContain('không cần giấy nữa')
  })

  it('is done by one of two processes at the same instant, and is gone for the other', async () => {
    for (let i = 0; i < 5; i++) {
      const { permit, dossier, citizen } = await plantGranted(engine)
      const outcomes = await Promise.all([engine, other].map((on) => actOn(on).act(about(permit))))
      expect(outcomes.toSorted()).toEqual(['done', 'gone'])
      expect(await typesOf(dossier)).toEqual(['permit revoked'])
      expect(await messagesTo(engine, citizen)).toHaveLength(1)
    }
  })
})

const RECORDED = { 'take-back': 'taken back', approve: 'approved' } as const
