import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plain } from '../../src/storage/engine/codec.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createTalk } from '../../src/storage/old-talk.ts'
import { bothEngines } from './engines.ts'
import { aCitizen, fresh, NOW, turnsOn } from './turns.ts'

const MANY = 1_000

describe.each(await bothEngines(plain))('old talk on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  type InboxRow = Engine['tables']['inbox']['$inferInsert']
  type OutboxRow = Engine['tables']['outbox']['$inferInsert']

  async function heard(...rows: Partial<InboxRow>[]) {
    const { inbox } = engine.tables
    await engine.write(async (db) => {
      await db.delete(inbox)
      for (const more of rows)
        await db.insert(inbox).values({
          ...{ key: fresh('key'), citizen: aCitizen(), source: 'zalo', state: 'handled', sentAt: NOW, receivedAt: NOW },
          ...{ body: Buffer.from('lời'), ...more },
        })
    })
    return async () =>
      (await engine.read.select().from(inbox).orderBy(inbox.seq)).map(({ state, body, echo }) => [
        state,
        body !== null || echo !== null,
      ])
  }

  async function told(...rows: Partial<OutboxRow>[]) {
    const { outbox } = engine.tables
    await engine.write(async (db) => {
      await db.delete(outbox)
      for (const more of rows)
        await db.insert(outbox).values({
          ...{ citizen: aCitizen(), message: { type: 'text' as const, text: 'lời' }, state: 'sent' as const },
          ...{ notBefore: NOW, createdAt: NOW, ...more },
        })
    })
    return async () =>
      (await engine.read.select().from(outbox).orderBy(outbox.seq)).map(({ state, message }) => [
        state,
        message.type === 'text' && message.text !== '',
      ])
  }

  it('loses its words when it was dealt with, and not what waits for a person or the next turn', async () => {
    const states = ['waiting', 'set aside', 'handled', 'kept', 'broken'] as const
    const rows = await heard(
      ...states.map((state) => ({ state, receivedAt: NOW - 10 })),
      { state: 'echo', echo: 'lời', body: null, receivedAt: NOW - 10 },
      { receivedAt: NOW },
    )
    const reached = await createTalk(engine).heard.blank(0, NOW, MANY)
    expect(await rows()).toEqual([
      ['waiting', true],
      ['set aside', true],
      ['handled', false],
      ['kept', false],
      ['broken', false],
      ['echo', false],
      ['handled', true],
    ])
    expect(await createTalk(engine).heard.blank(reached ?? 0, NOW, MANY)).toBeUndefined()
  })

  it('is deleted, but for what waits for a person or the next turn', async () => {
    const rows = await heard(
      ...(['waiting', 'set aside', 'handled', 'kept', 'broken', 'echo'] as const).map((state) => ({
        ...{ state, receivedAt: NOW - 10 },
      })),
      { receivedAt: NOW },
    )
    await createTalk(engine).heard.drop(0, NOW, MANY)
    expect((await rows()).map(([state]) => state)).toEqual(['waiting', 'set aside', 'handled'])
  })

  it('that was told loses its words once it was settled, unless it belongs to a dossier', async () => {
    const dossier = await turnsOn(engine).file(aCitizen())
    const old = { createdAt: NOW - 10 }
    const rows = await told(
      ...(['waiting', 'held', 'sent', 'dead'] as const).map((state) => ({ state, ...old })),
      { dossier, ...old },
      {},
    )
    await createTalk(engine).told.blank(0, NOW, MANY)
    expect(await rows()).toEqual([
      ['waiting', true],
      ['held', true],
      ['sent', false],
      ['dead', false],
      ['sent', true],
      ['sent', true],
    ])
    await createTalk(engine).told.drop(0, NOW, MANY)
    expect(await rows()).toEqual([
      ['waiting', true],
      ['sent', true],
      ['sent', true],
    ])
  })

  it('is gone through a part at a time, over a row from a clock that was ahead', async () => {
    const rows = await heard(
      { receivedAt: NOW - 9 },
      { receivedAt: NOW + 1_000_000 },
      { receivedAt: NOW - 8 },
      { receivedAt: NOW - 7 },
    )
    const { drop } = createTalk(engine).heard
    const first = await drop(0, NOW, 3)
    expect(await rows()).toHaveLength(2)
    expect(await drop(first ?? 0, NOW, 3)).toBeGreaterThan(first ?? 0)
    expect(await rows()).toHaveLength(1)
  })
})
