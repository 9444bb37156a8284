import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCaseChanges } from '../../src/storage/case-changes.ts'
import { createDossierMessages } from '../../src/storage/dossier-messages.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createOutbox } from '../../src/storage/outbox.ts'
import { createReceipts } from '../../src/storage/receipts.ts'
import { changeBy, standingIn } from './changes.ts'
import { bothEngines } from './engines.ts'
import { aCitizen, fresh, NOW, turnsOn } from './turns.ts'

describe.each(await bothEngines())('what became of messages on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  /** A dossier with two messages that were tried: as these columns say. */
  async function tried(...columns: Partial<Engine['tables']['outbox']['$inferInsert']>[]) {
    const citizen = aCitizen()
    const id = await turnsOn(engine).file(citizen)
    const { outbox } = engine.tables
    for (const [i, more] of columns.entries())
      await engine.write(async (db) => {
        const message = { type: 'text' as const, text: `Tin ${i + 1}` }
        const row = { citizen, message, dossier: id, state: 'sent' as const, notBefore: NOW, createdAt: NOW + i }
        await db.insert(outbox).values({ ...row, ...more })
      })
    const all = async () => (await createDossierMessages(engine).ofDossier(id)).slice(-columns.length)
    return { id, citizen, all }
  }

  it('is marked by the id of the message, forwards only, and says which ids are ours', async () => {
    const [a, b] = [fresh('zalo'), fresh('zalo')]
    const { all } = await tried({ zaloMessageId: a }, { zaloMessageId: b })
    const receipts = createReceipts(engine)
    expect(
      await receipts.mark([
        { messageId: a, receivedAt: NOW + 1 },
        { messageId: 'foreign', receivedAt: NOW },
      ]),
    ).toEqual([a])
    expect((await all()).map(({ receivedAt, seenAt }) => [receivedAt, seenAt])).toEqual([
      [NOW + 1, undefined],
      [undefined, undefined],
    ])
    await receipts.mark([
      { messageId: b, receivedAt: NOW + 2, seenAt: NOW + 2 },
      { messageId: a, receivedAt: NOW + 9, seenAt: NOW + 9 },
    ])
    await receipts.mark([{ messageId: a, receivedAt: NOW + 20, seenAt: NOW + 20 }])
    expect((await all()).map(({ receivedAt, seenAt }) => [receivedAt, seenAt])).toEqual([
      [NOW + 1, NOW + 9],
      [NOW + 2, NOW + 2],
    ])
  })

  it('waits once more when it had not arrived, in its old place, as if it had never been tried', async () => {
    const { id, citizen, all } = await tried(
      { state: 'dead', attempts: 12, reason: 'zalo -213', parts: 1 },
      { state: 'waiting' },
    )
    const [dead] = await all()
    const messages = createDossierMessages(engine)
    expect(await messages.isDead(id, dead!.seq)).toBe(true)
    const before = await standingIn(engine, id)
    const change = changeBy(before, { type: 'resend', message: dead!.seq }, { at: NOW + 50, isDead: true })
    const changes = createCaseChanges(engine)
    expect(await changes.commit({ ...change, resent: dead!.seq })).toBe('done')
    expect(await changes.commit({ ...change, resent: dead!.seq })).toBe('stale')
    const [again] = await all()
    expect(again).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(again).not.toHaveProperty('reason')
    expect(await messages.isDead(id, dead!.seq)).toBe(false)
    const lease = await createOutbox(engine).lease(citizen, NOW + 60)
    expect(
      lease?.messages.map(({ message, parts }) => [message.type === 'text' && message.text, parts]).slice(-2),
    ).toEqual([
      ['Tin 1', 0],
      ['Tin 2', 0],
    ])
    const after = await standingIn(engine, id)
    expect(after.history.at(-1)).toMatchObject({ type: 'resent', move: { resent: dead!.seq } })
    expect(after.dossier.lastAction).toBe(before.dossier.lastAction)
  })

  it('stays as it is when it was sent, is held, was forgotten, or is about another dossier', async () => {
    const { id, all } = await tried({ state: 'held' }, { state: 'sent' }, { state: 'dead', reason: 'forgotten' })
    const other = await tried({ state: 'dead' })
    const [foreign] = await other.all()
    const messages = createDossierMessages(engine)
    const before = await all()
    for (const { seq } of [...before, foreign!]) {
      expect(await messages.isDead(id, seq)).toBe(false)
      const change = changeBy(
        await standingIn(engine, id),
        { type: 'resend', message: seq },
        { at: NOW + 50, isDead: true },
      )
      expect(await createCaseChanges(engine).commit({ ...change, resent: seq })).toBe('stale')
    }
    expect(await all()).toEqual(before)
    const { outbox } = engine.tables
    const [row] = await engine.read.select({ state: outbox.state }).from(outbox).where(eq(outbox.seq, foreign!.seq))
    expect(row?.state).toBe('dead')
    expect(await messages.isDead(id, 1e300)).toBe(false)
  })
})
