import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/kernel/clock.ts'
import { randomPermitId } from '../../src/permits/grant/grant.ts'
import { inventKey } from '../permits/plain-ring.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { open as openSeal } from '../../src/permits/code/seal.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createPermits } from '../../src/storage/permits.ts'
import { createReIssues } from '../../src/storage/re-issue.ts'
import type { ActByProgram } from '../../src/casework/act-by-program.ts'
import { createReIssue } from '../../src/casework/re-issue.ts'
import { openActByProgram } from '../../src/program/open-casework.ts'
import { NOW, ringOf } from '../permits/sample.ts'
import { commitAct } from './changes.ts'
import { bothEngines } from './engines.ts'
import { messagesTo, plantGranted } from './granted.ts'

/** In force from the day on which the old key was lost. */
const ring = ringOf(inventKey('b001', '2030-05-01', '2030-05-31'))
const AT = NOW + 90_000
let lostKeys = 0

describe.each(await bothEngines())('permits under a lost key on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const reIssue = (act: ActByProgram = openActByProgram(engine), keys = ring) =>
    createReIssue({
      ...{ permits: createReIssues(engine), act, keys, makePermitId: randomPermitId },
      permitName: () => 'giấy đi đường',
      now: () => AT,
    })
  const aLostKey = () => `a${String(++lostKeys).padStart(3, '0')}`
  const successorOf = async ({ id, dossier }: Permit) =>
    (await createPermits(engine).ofDossier(dossier)).filter((one) => one.replaces === id)

  it('are made anew with the same claims under a key in force, and the old ones revoked', async () => {
    const keyId = aLostKey()
    const terms = { companions: 2, days: 0b11111, from: 12, to: 40 }
    const { permit: old, dossier, citizen } = await plantGranted(engine, { keyId, terms, remindAt: AT + HOUR })
    expect(await reIssue().run(keyId)).toEqual({ reIssued: 1, left: 0 })

    const [made] = await successorOf(old)
    expect(made).toMatchObject({
      ...{ name: old.name, idLast4: old.idLast4, plate: old.plate, from: old.from, to: old.to, purpose: old.purpose },
      ...{ validUntil: old.validUntil, terms, kind: old.kind, remindAt: old.remindAt, keyId: 'b001', issuedAt: AT },
      validFrom: Date.parse('2030-05-01T07:31:00+07:00'),
    })
    expect(made?.number).not.toBe(old.number)
    const opened = await openSeal(made?.digits ?? '', ring)
    expect(opened).toMatchObject({ outcome: 'genuine', keyId: 'b001', claims: { id: made?.id, name: old.name, terms } })
    const kept = await createPermits(engine).find(old.id)
    expect(kept).toMatchObject({ revokedAt: AT, revokedBecause: 'Khóa ký cũ không còn dùng' })
    expect(kept).not.toHaveProperty('remindAt')

    expect((await createDossiers(engine).actions(dossier)).slice(4)).toMatchObject([
      {
        type: 'permit revoked',
        by: { type: 'program' },
        status: 'done',
        note: expect.stringContaining(old.number) as string,
      },
      {
        type: 'permit granted',
        status: 'done',
        note: expect.stringContaining(`${made?.number}, thay giấy số ${old.number}`) as string,
      },
    ])
    expect(await createDossiers(engine).find(dossier)).toMatchObject({ revision: 4, lastAction: 'permit granted' })
    expect(await messagesTo(engine, citizen)).toMatchObject([
      {
        type: 'text',
        text: expect.stringContaining(`số ${old.number} được thay bằng giấy số ${made?.number}`) as string,
      },
      { type: 'picture', of: { permit: made?.id } },
    ])
  })

  it('keep the begin that has not come', async () => {
    const keyId = aLostKey()
    const { permit } = await plantGranted(engine, { keyId, validFrom: AT + HOUR })
    await reIssue().run(keyId)
    expect((await successorOf(permit))[0]?.validFrom).toBe(permit.validFrom)
  })

  it('are left alone when they have ended, were revoked, or are under another key', async () => {
    const keyId = aLostKey()
    const planted = [
      await plantGranted(engine, { keyId, validUntil: AT }),
      await plantGranted(engine, { keyId, revokedAt: NOW, revokedBecause: 'Sai biển số' }),
      await plantGranted(engine, { keyId: 'c001' }),
    ]
    expect(await reIssue().run(keyId)).toEqual({ reIssued: 0, left: 0 })
    for (const { permit } of planted) expect(await createPermits(engine).find(permit.id)).toEqual(permit)
  })

  it('are counted and left as they are while no other key is in force for them', async () => {
    const keyId = aLostKey()
    const { permit, citizen } = await plantGranted(engine, { keyId })
    const later = await plantGranted(engine, { keyId, validUntil: Date.parse('2030-06-03T17:00:00+07:00') })
    expect(await reIssue(undefined, ringOf(inventKey(keyId, '2030-01-01', '2030-12-31'))).run(keyId)).toEqual({
      reIssued: 0,
      left: 2,
    })
    expect(await messagesTo(engine, citizen)).toEqual([])
    expect(await reIssue().run(keyId)).toEqual({ reIssued: 1, left: 1 })
    expect(await successorOf(permit)).toHaveLength(1)
    expect(await createPermits(engine).find(later.permit.id)).toEqual(later.permit)
  })

  it('are made once each, by a run that was killed, the next, and two at a time', async () => {
    const keyId = aLostKey()
    const planted = []
    for (let i = 0; i < 104; i++) planted.push(await plantGranted(engine, { keyId }))
    const act = openActByProgram(engine)
    let count = 0
    const dying: ActByProgram = async (request) => {
      if (++count > 20) throw new Error('killed')
      return act(request)
    }
    await expect(reIssue(dying).run(keyId)).rejects.toThrow('killed')
    const both = await Promise.all([reIssue().run(keyId), reIssue().run(keyId)])
    expect(both[0].reIssued + both[1].reIssued).toBe(84)
    expect(await reIssue().run(keyId)).toEqual({ reIssued: 0, left: 0 })
    for (const { permit, citizen } of planted) {
      expect(await successorOf(permit)).toHaveLength(1)
      expect(await messagesTo(engine, citizen)).toHaveLength(2)
    }
  })

  it('are not made anew when an officer revokes one in that very moment', async () => {
    const keyId = aLostKey()
    const { permit, dossier, citizen } = await plantGranted(engine, { keyId })
    const act = openActByProgram(engine)
    const slow: ActByProgram = async (request) => {
      const revoke = { type: 'revoke', permit: permit.id, reason: 'Sai biển số.' } as const
      await commitAct(engine, dossier, revoke, { at: AT - MINUTE, named: permit })
      return act(request)
    }
    expect(await reIssue(slow).run(keyId)).toEqual({ reIssued: 0, left: 0 })
    expect(await successorOf(permit)).toEqual([])
    expect(await messagesTo(engine, citizen)).toMatchObject([
      { text: expect.stringContaining('đã được thu hồi') as string },
    ])
  })
})
