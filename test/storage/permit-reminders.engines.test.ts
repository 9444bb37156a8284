import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../src/conversation/words/messages.ts'
import { DAY, MINUTE } from '../../src/kernel/clock.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createPermitReminders } from '../../src/storage/permit-reminders.ts'
import { createPermits } from '../../src/storage/permits.ts'
import { createRemindPermits, type PermitReminders } from '../../src/casework/remind-permits.ts'
import { NOW } from '../permits/sample.ts'
import { bothEngines } from './engines.ts'
import { messagesTo, plantGranted } from './granted.ts'

describe.each(await bothEngines())('reminders of permits on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const message: OutgoingMessage = { type: 'text', text: 'Giấy sắp hết hạn.' }
  const sweep = (reminders: PermitReminders) =>
    createRemindPermits({
      ...{ reminders, permits: createPermits(engine), dossiers: createDossiers(engine) },
      extendFlow: () => 'noi-dai',
      permitName: () => 'giấy đi đường',
      doorbell: { ring: () => undefined, answer: () => undefined, close: async () => undefined },
      now: () => NOW,
    })

  it('finds those whose time has come, the longest waiting first, and none without a time', async () => {
    const reminders = createPermitReminders(engine)
    const later = await plantGranted(engine, { remindAt: NOW - 10 })
    const first = await plantGranted(engine, { remindAt: NOW - 20 })
    await plantGranted(engine, { remindAt: NOW + 1 })
    await plantGranted(engine)
    const due = await reminders.due(NOW, 100)
    expect(due).toEqual([
      { permit: first.permit, citizen: first.citizen },
      { permit: later.permit, citizen: later.citizen },
    ])
    expect(await reminders.due(NOW, 1)).toHaveLength(1)
    for (const one of due) await reminders.settle(one, undefined, NOW)
    expect(await reminders.due(NOW, 100)).toEqual([])
    expect(await messagesTo(engine, first.citizen)).toEqual([])
  })

  it('says it once, whoever else is at it', async () => {
    const reminders = createPermitReminders(engine)
    const { permit, citizen } = await plantGranted(engine, { remindAt: NOW })
    const [due] = await reminders.due(NOW, 1)
    const outcomes = await Promise.all([1, 2, 3].map(() => reminders.settle(due!, message, NOW)))
    expect(outcomes.sort()).toEqual(['known', 'known', 'settled'])
    expect(await messagesTo(engine, citizen)).toEqual([message])
    expect((await createPermits(engine).find(permit.id))?.remindAt).toBeUndefined()
  })

  it('says nothing of a permit that was revoked after it was found, and does not come back to it', async () => {
    const reminders = createPermitReminders(engine)
    const { permit, citizen } = await plantGranted(engine, {
      remindAt: NOW,
      revokedAt: NOW,
      revokedBecause: 'Sai tên.',
    })
    expect(await reminders.settle({ permit, citizen }, message, NOW)).toBe('known')
    expect(await messagesTo(engine, citizen)).toEqual([])
    expect(await reminders.due(NOW, 100)).toEqual([])
  })

  it('loses nobody and tells nobody twice when it is killed between two of them', async () => {
    const planted = []
    for (let i = 0; i < 7; i++) planted.push(await plantGranted(engine, { remindAt: NOW - i * MINUTE }))
    const ended = await plantGranted(engine, { remindAt: NOW - DAY, validUntil: NOW })
    const reminders = createPermitReminders(engine)
    let count = 0
    const dying: PermitReminders = {
      ...reminders,
      settle: async (...args) => {
        if (++count >= 4) throw new Error('killed')
        return reminders.settle(...args)
      },
    }
    await expect(sweep(dying)()).rejects.toThrow('killed')
    expect(await sweep(reminders)()).toBe(5)
    expect(await sweep(reminders)()).toBe(0)
    for (const { citizen, permit } of planted)
      expect(await messagesTo(engine, citizen)).toMatchObject([
        { text: expect.stringContaining(permit.number) as string, choices: [{ key: 'lam:noi-dai' }] },
      ])
    expect(await messagesTo(engine, ended.citizen)).toEqual([])
  })
})
