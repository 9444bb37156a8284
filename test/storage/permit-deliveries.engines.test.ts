import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../src/conversation/words/messages.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { outboxWrites } from '../../src/storage/outbox-writes.ts'
import { createPermitDeliveries } from '../../src/storage/permit-deliveries.ts'
import { createPermits } from '../../src/storage/permits.ts'
import type { ActByProgram } from '../../src/casework/act-by-program.ts'
import { createReturnDelivered } from '../../src/casework/return-delivered.ts'
import { openActByProgram } from '../../src/program/open-casework.ts'
import { NOW } from '../permits/sample.ts'
import { commitAct } from './changes.ts'
import { bothEngines } from './engines.ts'
import { messagesTo, plantGranted } from './granted.ts'

describe.each(await bothEngines())('a permit that was delivered in the chat, on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const round = (act: ActByProgram = openActByProgram(engine)) =>
    createReturnDelivered({
      ...{ deliveries: createPermitDeliveries(engine), permits: createPermits(engine), act },
      permitName: () => 'giấy đi đường',
      now: () => NOW,
    })()
  const find = async (id: DossierId) => createDossiers(engine).find(id)

  /** Approved, with the message and the picture; each sent or not. */
  async function approved(sent: { text: boolean; picture: boolean }, revokedAt?: number) {
    const planted = await plantGranted(engine, revokedAt === undefined ? {} : { revokedAt })
    const { outbox } = engine.tables
    const { say } = outboxWrites(engine)
    const messages: [OutgoingMessage, boolean][] = [
      [{ type: 'text', text: 'Hồ sơ đã được duyệt.' }, sent.text],
      [{ type: 'picture', of: { permit: planted.permit.id }, caption: 'Giấy' }, sent.picture],
    ]
    for (const [message, isSent] of messages) {
      await engine.write((db) => say(db, planted.citizen, message, NOW, planted.dossier))
      if (!isSent) continue
      const [row] = (await engine.read.select().from(outbox).where(eq(outbox.dossier, planted.dossier))).slice(-1)
      await engine.write(async (db) => {
        await db.update(outbox).set({ state: 'sent', settledAt: NOW }).where(eq(outbox.seq, row!.seq))
      })
    }
    return planted
  }

  it('is returned once its picture has arrived, as an act of the program, and says nothing more to anybody', async () => {
    const { dossier, citizen } = await approved({ text: true, picture: true })
    const before = await messagesTo(engine, citizen)
    expect([await round(), await round()]).toEqual([1, 0])
    expect(await find(dossier)).toMatchObject({ status: 'returned', lastAction: 'returned', revision: 4 })
    expect((await createDossiers(engine).actions(dossier)).at(-1)).toMatchObject({
      ...{ type: 'returned', by: { type: 'program' }, status: 'returned', at: NOW },
      note: expect.stringMatching(/^Giấy số .{9} đã gửi qua Zalo\.$/) as string,
    })
    expect(await messagesTo(engine, citizen)).toEqual(before)
  })

  it('is not returned while the picture is under way, was refused, or shows what was revoked since', async () => {
    const waiting = await approved({ text: true, picture: false })
    const revoked = await approved({ text: true, picture: true }, NOW)
    expect(await round()).toBe(0)
    for (const { dossier } of [waiting, revoked]) expect((await find(dossier))?.status).toBe('done')
  })

  it('is left alone when an officer returned the dossier at the same moment, and told of it', async () => {
    const { dossier, citizen } = await approved({ text: true, picture: true })
    const act = openActByProgram(engine)
    const beside: ActByProgram = async (request) => {
      await commitAct(engine, dossier, { type: 'return' }, { at: NOW })
      return act(request)
    }
    expect(await round(beside)).toBe(0)
    expect(await find(dossier)).toMatchObject({ status: 'returned', revision: 4 })
    expect((await createDossiers(engine).actions(dossier)).at(-1)).toMatchObject({
      type: 'returned',
      by: { type: 'staff' },
    })
    expect(await messagesTo(engine, citizen)).toHaveLength(3)
  })
})
