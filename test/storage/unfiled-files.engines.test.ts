import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Attachment } from '../../src/attachments/attachment.ts'
import { dropUnfiled } from '../../src/attachments/drop-unfiled.ts'
import { NEW_SESSION, type Position, type Session } from '../../src/conversation/words/session.ts'
import { DAY, HOUR } from '../../src/kernel/clock.ts'
import type { AttachmentId, CitizenId, DossierId } from '../../src/kernel/ids.ts'
import { createAttachments, writeAttachments } from '../../src/storage/attachments.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { bothEngines } from './engines.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
let count = 0
const aCitizen = () => `80000000000${++count}` as CitizenId

describe.each(await bothEngines())('files of citizens on %s', (_, open) => {
  let engine: Engine
  let attachments: ReturnType<typeof createAttachments>
  beforeAll(async () => {
    engine = await open()
    attachments = createAttachments(engine)
  }, 120_000)
  afterAll(() => engine.close())

  const announce = async (citizen: CitizenId, changes: Partial<Attachment> = {}): Promise<AttachmentId> => {
    const id = `f${++count}` as AttachmentId
    const row = {
      id,
      citizen,
      kind: 'photo',
      url: 'https://f/1',
      state: 'waiting',
      attempts: 0,
      receivedAt: NOW,
    } as const
    await engine.write((db) => writeAttachments(engine, db, [{ ...row, ...changes }]))
    return id
  }
  const store = (id: AttachmentId) =>
    attachments.settle(id, { outcome: 'stored', sha256: `hash-${id}`, mime: 'image/png', bytes: 5 }, NOW)
  const converse = (citizen: CitizenId, session: Session) =>
    engine.write(async (db) => {
      const row = { citizen, revision: 1, session, lastInteractionAt: NOW, updatedAt: NOW }
      await db.insert(engine.tables.conversations).values(row)
    })
  const holding = (attachment: AttachmentId, more: Partial<Position> = {}): Position => ({
    ...{ flow: 'f', version: 1, step: 's', ...more },
    context: {
      answers: { anh: { value: '1', shown: '1 tệp', attachments: [attachment] } },
      trail: [],
      failures: 0,
      facts: {},
    },
  })

  it('go when they were replaced or given up, and stay while anything needs them', async () => {
    const citizen = aCitizen()
    const [open, drafted, replaced, filed, young] = [
      await announce(citizen),
      await announce(citizen),
      await announce(citizen),
      await announce(citizen),
      await announce(citizen, { receivedAt: NOW + 2 * HOUR }),
    ]
    const fetching = await announce(citizen)
    for (const id of [open, drafted, replaced, filed, young]) await store(id)
    const { attachments: table } = engine.tables
    await engine.write(
      async (db) =>
        void (await db
          .update(table)
          .set({ dossier: 'd1' as DossierId })
          .where(eq(table.id, filed))),
    )
    await converse(citizen, {
      ...NEW_SESSION,
      position: holding(open),
      drafts: [holding(drafted)],
      fetching: [fetching],
    })
    const stranger = aCitizen()
    const lone = await announce(stranger)
    await store(lone)

    expect(await dropUnfiled(attachments, NOW + 2 * HOUR)).toBe(2)
    const left = await attachments.findMany([open, drafted, replaced, filed, young, fetching, lone])
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([open, drafted, filed, young, fetching]))
    expect(await dropUnfiled(attachments, NOW + 2 * HOUR)).toBe(0)
    expect([...(await attachments.heldAmong([`hash-${replaced}`, `hash-${open}`]))]).toEqual([`hash-${open}`])
  })

  it('are counted and weighed for one citizen and day', async () => {
    const citizen = aCitizen()
    await store(await announce(citizen))
    await announce(citizen)
    await announce(citizen, { receivedAt: NOW - 2 * DAY })
    await announce(aCitizen())
    expect(await attachments.sentSince(citizen, NOW - DAY)).toEqual({ files: 2, bytes: 5 })
    expect(await attachments.sentSince(aCitizen(), NOW - DAY)).toEqual({ files: 0, bytes: 0 })
  })

  it('are asked for apart from pictures of cards, of which one citizen has one under way', async () => {
    const citizen = aCitizen()
    const photo = await announce(citizen)
    const [first, second] = [await announce(citizen, { purpose: 'card' }), await announce(citizen, { purpose: 'card' })]
    const others = await announce(aCitizen(), { purpose: 'card' })
    const due = await attachments.due(NOW, 10_000)
    expect([photo, first, second].map((id) => due.includes(id))).toEqual([true, false, false])
    const cards = await attachments.dueCards(NOW, 10_000)
    expect([first, second, others, photo].map((id) => cards.includes(id))).toEqual([false, true, true, false])
    expect(await attachments.find(first)).toMatchObject({ state: 'refused', url: '' })
  })

  it('at an unknown host keep their address, are shown to an operator, and are fetched anew when asked', async () => {
    const citizen = aCitizen()
    const id = await announce(citizen)
    await attachments.settle(id, { outcome: 'refused', because: 'unknown host' }, NOW)
    expect(await attachments.find(id)).toMatchObject({ state: 'refused', url: 'https://f/1', because: 'unknown host' })
    expect((await attachments.atUnknownHosts(100)).map((file) => file.id)).toContain(id)
    await attachments.tryAgain(id, NOW + 5)
    expect(await attachments.find(id)).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(await attachments.due(NOW + 5, 10_000)).toContain(id)
    await store(id)
    const { inbox } = engine.tables
    const news = await engine.read.select().from(inbox).where(eq(inbox.citizen, citizen))
    expect(news.map(({ event }) => (event as { type: string }).type)).toEqual(['FILE_REFUSED', 'FILE_STORED'])
  })
})
