import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE } from '../../src/kernel/clock.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import { createEndedOrders } from '../../src/storage/ended-orders.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createPermitEndings } from '../../src/storage/permit-endings.ts'
import { createPermits } from '../../src/storage/permits.ts'
import type { ActByProgram } from '../../src/casework/act-by-program.ts'
import { createEndOrders } from '../../src/casework/end-orders.ts'
import { openActByProgram } from '../../src/program/open-casework.ts'
import { marketCard, NOW, sampleKinds, travelPass } from '../permits/sample.ts'
import { bothEngines } from './engines.ts'
import { messagesTo, plantGranted } from './granted.ts'

const BOSS = 'boss' as StaffId

describe.each(await bothEngines())('an order that has ended on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const rounds = (act: ActByProgram = openActByProgram(engine), now = NOW) =>
    createEndOrders({
      ...{ orders: createEndedOrders(engine), permits: createPermitEndings(engine), act, kinds: sampleKinds },
      now: () => now,
      doorbell: { ring: () => undefined, answer: () => undefined, close: async () => undefined },
    })

  it('takes its permits with it, tells their holders once, and leaves other kinds alone', async () => {
    const orders = createEndedOrders(engine)
    const pass = await plantGranted(engine, { kind: 'travel-pass' })
    const over = await plantGranted(engine, { kind: 'travel-pass', validUntil: NOW })
    const card = await plantGranted(engine, { kind: 'market-card' })
    expect(await rounds()()).toBe(0)
    expect(await orders.end(travelPass.order.id, BOSS, NOW)).toBe('ended')
    expect(await orders.end(travelPass.order.id, BOSS, NOW + 1)).toBe('known')
    expect(await orders.endedAt(travelPass.order.id)).toBe(NOW)
    expect(await rounds()()).toBe(1)
    expect(await rounds()()).toBe(0)

    const permits = createPermits(engine)
    expect(await permits.find(pass.permit.id)).toMatchObject({
      revokedAt: NOW,
      revokedBecause: 'Từ 07:30 01/05/2030 không còn áp dụng lệnh hạn chế đi lại (trình diễn)',
    })
    for (const { permit } of [over, card]) expect((await permits.find(permit.id))?.revokedAt).toBeUndefined()
    const told = await messagesTo(engine, pass.citizen)
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told)).toContain('không cần giấy nữa')
    expect((await createDossiers(engine).actions(pass.dossier)).at(-1)).toMatchObject({ type: 'permit revoked' })
    for await (const page of permits.revokedSince(NOW, NOW)) expect(page).toEqual([pass.permit.id])
  })

  it('also takes a permit that was approved before the end and written after the first round', async () => {
    // Ended by the test before; its permits are gone.
    expect(await rounds()()).toBe(0)
    const late = await plantGranted(engine, { kind: 'travel-pass' })
    expect(await rounds()()).toBe(1)
    expect((await createPermits(engine).find(late.permit.id))?.revokedAt).toBe(NOW)
    expect(await rounds(undefined, NOW + 10 * MINUTE)()).toBe(0)
    expect(await createEndedOrders(engine).unsettled()).toEqual([])
  })

  it('is gone on with by the next round when the process is killed in the middle', async () => {
    const planted = [
      await plantGranted(engine, { kind: 'market-card' }),
      await plantGranted(engine, { kind: 'market-card' }),
    ]
    await createEndedOrders(engine).end(marketCard.order.id, BOSS, NOW)
    const act = openActByProgram(engine)
    let left = 1
    const killed: ActByProgram = async (request) => {
      if (left-- <= 0) throw new Error('killed')
      return act(request)
    }
    await expect(rounds(killed)()).rejects.toThrow('killed')
    await rounds()()
    for (const { permit, citizen } of planted) {
      expect((await createPermits(engine).find(permit.id))?.revokedAt).toBe(NOW)
      expect(await messagesTo(engine, citizen)).toHaveLength(1)
    }
  })
})
