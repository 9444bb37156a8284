import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/kernel/clock.ts'
import type { DossierId, StaffId } from '../../src/kernel/ids.ts'
import { createGrant, randomPermitId } from '../../src/permits/grant/grant.ts'
import { createOrderWatch } from '../../src/permits/grant/order-watch.ts'
import type { EndedOrders } from '../../src/permits/ports.ts'
import { open as openCode } from '../../src/permits/code/seal.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import { createEndedOrders } from '../../src/storage/ended-orders.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createPermitEndings } from '../../src/storage/permit-endings.ts'
import { createPermitRevivals } from '../../src/storage/permit-revivals.ts'
import { createPermits } from '../../src/storage/permits.ts'
import { createEndOrders } from '../../src/casework/end-orders.ts'
import type { ActByProgram } from '../../src/casework/act-by-program.ts'
import { createResumeOrders } from '../../src/casework/resume-orders.ts'
import { openActByProgram } from '../../src/program/open-casework.ts'
import { NOW, sampleKinds, sampleRing, travelPass } from '../permits/sample.ts'
import { bothEngines } from './engines.ts'
import { messagesTo, plantGranted } from './granted.ts'

const [BOSS, OTHER] = ['boss', 'other'] as StaffId[]
const ORDER = travelPass.order.id
const doorbell = { ring: () => undefined, answer: () => undefined, close: async () => undefined }

describe.each(await bothEngines())('an order that is applied again on %s', (_, openEngine) => {
  let engine: Engine
  let orders: EndedOrders
  const time = { now: NOW }
  beforeAll(async () => {
    engine = await openEngine()
    orders = createEndedOrders(engine)
  }, 120_000)
  afterAll(() => engine.close())
  beforeEach(() => (time.now += 60 * MINUTE))

  const now = () => time.now
  const endRound = () =>
    createEndOrders({
      ...{
        orders,
        permits: createPermitEndings(engine),
        act: openActByProgram(engine),
        kinds: sampleKinds,
        doorbell,
        now,
      },
    })()
  const resumeRound = (act: ActByProgram = openActByProgram(engine)) => {
    const permits = createPermitRevivals(engine)
    const { grantAnew } = createGrant({
      ...{ keys: sampleRing, permits: createPermits(engine), orders, makePermitId: randomPermitId },
    })
    return createResumeOrders({ orders, permits, act, grantAnew, kinds: sampleKinds, doorbell, now })()
  }
  const resume = async (because = 'Ghi nhầm lệnh.', by = BOSS!) => {
    const endedAt = (await orders.endedAt(ORDER)) ?? 0
    return orders.resume({ order: ORDER, endedAt }, by, because, now())
  }
  const ofDossier = (dossier: DossierId) => createPermits(engine).ofDossier(dossier)
  /** All that was to be made anew has been. */
  const finish = async () => {
    time.now += 10 * MINUTE
    await resumeRound()
    expect(await orders.unrestored()).toEqual([])
  }

  it('gives each holder the same permit under a new code, and leaves the old one revoked', async () => {
    const pass = await plantGranted(engine, { kind: 'travel-pass' })
    const revoked = await plantGranted(engine, { kind: 'travel-pass', revokedAt: NOW - 1, revokedBecause: 'Khai sai.' })
    await orders.end(ORDER, BOSS!, now())
    expect(await endRound()).toBe(1)
    expect(await createPermitRevivals(engine).countEndedWith(ORDER, now())).toBe(1)
    const watch = createOrderWatch(orders, sampleKinds)
    await watch.refresh()
    expect(watch.closedBecause('travel-pass')).toContain('không còn áp dụng')

    expect(await resume()).toBe('resumed')
    await watch.refresh()
    expect(watch.closedBecause('travel-pass')).toBeUndefined()
    expect(await resumeRound()).toBe(1)
    expect(await resumeRound()).toBe(0)

    const permits = await ofDossier(pass.dossier)
    const [anew, old] = [
      permits.find(({ replaces }) => replaces === pass.permit.id)!,
      permits.find(({ id }) => id === pass.permit.id)!,
    ]
    expect(permits).toHaveLength(2)
    expect(old.revokedAt).toBe(now())
    expect(anew.revokedAt).toBeUndefined()
    expect([anew.name, anew.plate, anew.validUntil, anew.kind]).toEqual([old.name, old.plate, old.validUntil, old.kind])
    expect([anew.id, anew.number, anew.digits]).not.toEqual([old.id, old.number, old.digits])
    expect(await openCode(anew.digits, sampleRing)).toMatchObject({ outcome: 'genuine', claims: { id: anew.id } })
    expect(await ofDossier(revoked.dossier)).toHaveLength(1)

    const [, told, picture] = await messagesTo(engine, pass.citizen)
    for (const part of [old.number, anew.number, 'Lý do: Ghi nhầm lệnh.', 'áp dụng lại', 'Mã QR cũ không qua chốt'])
      expect(JSON.stringify(told)).toContain(part)
    expect(picture).toMatchObject({ type: 'picture', of: { permit: anew.id } })
    const acts = await createDossiers(engine).actions(pass.dossier)
    expect(acts.at(-1)).toMatchObject({ type: 'permit granted', by: { type: 'program' } })
    expect(acts.at(-1)?.note).toMatch(/Áp dụng lại.*Ghi nhầm lệnh\./)
    await finish()
  })

  it('makes nothing anew when nothing had ended yet', async () => {
    const pass = await plantGranted(engine, { kind: 'travel-pass' })
    await orders.end(ORDER, BOSS!, now())
    await resume()
    expect([await endRound(), await resumeRound()]).toEqual([0, 0])
    expect(await ofDossier(pass.dossier)).toEqual([pass.permit])
    expect(await messagesTo(engine, pass.citizen)).toEqual([])
    await finish()
  })

  it('also gives back what a round still ended that had begun before', async () => {
    const pass = await plantGranted(engine, { kind: 'travel-pass' })
    const endedAt = now()
    await orders.end(ORDER, BOSS!, endedAt)
    await resume()
    await resumeRound()
    // Its list of ended orders is from before the order was applied again.
    const late = { unsettled: async () => [{ order: ORDER, endedAt }], settle: orders.settle }
    const [permits, act] = [createPermitEndings(engine), openActByProgram(engine)]
    await createEndOrders({ orders: late, permits, act, kinds: sampleKinds, doorbell, now })()
    expect((await ofDossier(pass.dossier)).filter(({ revokedAt }) => revokedAt === undefined)).toEqual([])
    await resumeRound()
    const inForce = (await ofDossier(pass.dossier)).filter(({ revokedAt }) => revokedAt === undefined)
    expect(inForce).toMatchObject([{ replaces: pass.permit.id }])
    await finish()
  })

  it('is gone on with by the next round when the process is killed in the middle, and by two at once makes none twice', async () => {
    const planted = await Promise.all([1, 2, 3, 4].map(() => plantGranted(engine, { kind: 'travel-pass' })))
    await orders.end(ORDER, BOSS!, now())
    await endRound()
    await resume()
    const act = openActByProgram(engine)
    let left = 1
    const killed: ActByProgram = async (request) => {
      if (left-- <= 0) throw new Error('killed')
      return act(request)
    }
    await expect(resumeRound(killed)).rejects.toThrow('killed')
    await Promise.all([resumeRound(), resumeRound()])
    for (const { dossier, citizen } of planted) {
      const permits = await ofDossier(dossier)
      expect([permits.length, permits.filter(({ revokedAt }) => revokedAt === undefined).length]).toEqual([2, 1])
      // The end, the news, the picture.
      expect(await messagesTo(engine, citizen)).toHaveLength(3)
    }
    await finish()
  })

  it('is applied again once by two administrators, and keeps the first reason', async () => {
    await orders.end(ORDER, BOSS!, now())
    const outcomes = await Promise.all([resume('Lý do thứ nhất.'), resume('Lý do thứ hai.', OTHER)])
    expect(outcomes.toSorted()).toEqual(['known', 'resumed'])
    const winner = outcomes[0] === 'resumed' ? 'Lý do thứ nhất.' : 'Lý do thứ hai.'
    expect(await orders.unrestored()).toMatchObject([{ order: ORDER, because: winner }])
    await finish()
  })

  it('ends once more when it is ended again, and can be applied again then', async () => {
    const pass = await plantGranted(engine, { kind: 'travel-pass' })
    await orders.end(ORDER, BOSS!, now())
    await endRound()
    await resume()
    time.now += MINUTE
    // Before anything was made anew.
    expect(await orders.end(ORDER, OTHER!, now())).toBe('ended')
    expect(await orders.end(ORDER, BOSS!, now())).toBe('known')
    expect([await orders.endedAt(ORDER), await orders.unrestored(), await resumeRound()]).toEqual([now(), [], 0])
    await resume('Lệnh còn hiệu lực.')
    await resumeRound()
    const inForce = (await ofDossier(pass.dossier)).filter(({ revokedAt }) => revokedAt === undefined)
    expect(inForce).toMatchObject([{ replaces: pass.permit.id }])
    await finish()
  })

  it('waits for a key where none is in force for what is to be made', async () => {
    const pass = await plantGranted(engine, { kind: 'travel-pass' })
    await orders.end(ORDER, BOSS!, now())
    await endRound()
    await resume()
    time.now += 11 * MINUTE
    const noKey = createResumeOrders({
      ...{
        orders,
        permits: createPermitRevivals(engine),
        act: openActByProgram(engine),
        kinds: sampleKinds,
        doorbell,
        now,
      },
      grantAnew: async () => ({ outcome: 'refused', because: 'Chưa có khóa ký.' }),
    })
    expect([await noKey(), (await orders.unrestored()).length]).toEqual([0, 1])
    expect(await resumeRound()).toBeGreaterThan(0)
    expect((await ofDossier(pass.dossier)).filter(({ revokedAt }) => revokedAt === undefined)).toHaveLength(1)
    expect(await orders.unrestored()).toEqual([])
  })
})
