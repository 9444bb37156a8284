import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { NEW_SESSION } from '../../src/conversation/words/session.ts'
import { Fault } from '../../src/kernel/fault.ts'
import type { AttachmentId, CitizenId } from '../../src/kernel/ids.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import { createAttachments } from '../../src/storage/attachments.ts'
import { createConversations } from '../../src/storage/conversations.ts'
import type { Db, Engine } from '../../src/storage/engine/engine.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { createOutbox } from '../../src/storage/outbox.ts'
import { openPostgres } from '../../src/storage/engine/postgres-engine.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { readDelivery } from '../../src/zalo/delivery.ts'
import { createDatabase } from '../servers/postgres.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const folder = mkdtempSync(join(tmpdir(), 'odd-values-'))
afterAll(() => rmSync(folder, { recursive: true }))

const engines: [string, () => Promise<Engine>][] = [
  ['SQLite', async () => openSqlite(join(folder, 'mot-cua.db'), plain)],
  ['PostgreSQL', async () => openPostgres(await createDatabase(inject('postgresUrl')), plain, silent)],
]

/** Each is stored whole by one engine and refused by the other, or by both, unless somebody sees to it. */
const ODD = { NUL: 'a\0b', 'half a pair': 'a\uD83Db', 'the other half': '\uDE00', long: randomLetters(9_000) }

/** Not repetitive: PostgreSQL would compress it into an index. */
function randomLetters(length: number) {
  let state = 7
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return String.fromCharCode(97 + ((state >> 8) % 26))
  }).join('')
}

let counter = 0
const event = (more: object = {}, message: object = {}) => ({
  app_id: '1',
  event_name: 'user_send_text',
  timestamp: String(NOW),
  sender: { id: `700000000000000000${++counter}` },
  recipient: { id: '2' },
  message: { msg_id: `m${counter}`, text: 'xin chào', ...message },
  ...more,
})

const PLACES: [string, (odd: string) => object][] = [
  ['the id of the sender', (odd) => event({ sender: { id: odd } })],
  ['the id of the message', (odd) => event({}, { msg_id: odd })],
  ['the text', (odd) => event({}, { text: odd })],
  ['the id of a message it answers', (odd) => event({}, { quote_msg_id: odd })],
  ['the name of the event', (odd) => event({ event_name: odd })],
  ['the time', (odd) => event({ timestamp: odd })],
  ['the ids of a receipt', (odd) => event({ event_name: 'user_seen_message' }, { msg_ids: [odd], msg_id: undefined })],
  ['the sign of a reaction', (odd) => event({ event_name: 'user_reacted_message' }, { react_icon: odd })],
  ['the text of an echo', (odd) => event({ event_name: 'oa_send_text', recipient: { id: '7000' } }, { text: odd })],
  ['the id of an echo', (odd) => event({ event_name: 'oa_send_text', recipient: { id: '7000' } }, { msg_id: odd })],
  ['whom an echo was for', (odd) => event({ event_name: 'oa_send_text', recipient: { id: odd } })],
  ['who has come', (odd) => event({ event_name: 'follow', follower: { id: odd } })],
]

describe.each(engines)('odd values on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  })
  afterAll(() => engine.close())

  describe.each(Object.entries(ODD))('%s', (_, odd) => {
    it.each(PLACES)('in %s is kept, once', async (_, made) => {
      const inbox = createInbox(engine)
      const delivery = readDelivery(Buffer.from(JSON.stringify(made(odd))), NOW)
      expect(await inbox.keep(delivery)).toBe('kept')
      expect(await inbox.keep(delivery)).toBe('known')
      if (delivery.citizen !== undefined)
        expect(await createConversations(engine).waiting(delivery.citizen, 10)).toHaveLength(
          delivery.purpose === 'turn' ? 1 : 0,
        )
    })

    it('in what a turn writes is written, and read alike', async () => {
      const inbox = createInbox(engine)
      const conversations = createConversations(engine)
      const delivery = readDelivery(Buffer.from(JSON.stringify(event())), NOW)
      const citizen = delivery.citizen!
      await inbox.keep(delivery)
      const [row] = await conversations.waiting(citizen, 1)
      const attachment = `file-${++counter}` as AttachmentId
      const committed = await conversations.commit({
        before: await conversations.load(citizen),
        session: { ...NEW_SESSION, odd } as typeof NEW_SESSION,
        handled: row!.seq,
        at: NOW,
        interaction: true,
        rows: () => ({
          messages: [{ type: 'text', text: odd }],
          attachments: [
            {
              id: attachment,
              citizen,
              kind: 'photo',
              url: `https://a/${odd}`,
              name: odd,
              state: 'waiting',
              attempts: 0,
              receivedAt: NOW,
            },
          ],
          consents: [{ citizen, flow: 'f', version: 1, step: odd, given: true, at: NOW }],
          changes: [],
        }),
      })
      expect(committed.outcome).toBe('done')
      const told = odd.replaceAll('\0', '\uFFFD').toWellFormed()
      expect(await createAttachments(engine).find(attachment)).toMatchObject({ url: `https://a/${told}`, name: told })
      const lease = await createOutbox(engine).lease(citizen, NOW)
      expect(lease?.messages.map(({ message }) => message)).toEqual([{ type: 'text', text: odd }])
      const { consents } = engine.tables
      expect(await engine.read.select().from(consents).where(eq(consents.step, odd))).not.toEqual([])
    })
  })

  describe('a fraction', () => {
    it('of a millisecond in a time is rounded, wherever a time is written or asked for', async () => {
      const inbox = createInbox(engine)
      const conversations = createConversations(engine)
      const outbox = createOutbox(engine)
      const at = NOW + 0.3604
      const delivery = {
        ...readDelivery(Buffer.from(JSON.stringify(event({ timestamp: `${NOW}.5` }))), NOW),
        receivedAt: at,
      }
      const citizen = delivery.citizen!
      await inbox.keep(delivery)
      const [row] = await conversations.waiting(citizen, 1)
      expect(row).toMatchObject({ receivedAt: NOW, sentAt: NOW + 1 })
      await conversations.commit({
        before: { ...(await conversations.load(citizen)), lastInteractionAt: at },
        session: NEW_SESSION,
        handled: row!.seq,
        at,
        interaction: true,
        rows: () => ({
          messages: [{ type: 'text', text: 'chào' }],
          attachments: [],
          consents: [],
          changes: [],
          timers: [{ timer: 'album', at }],
        }),
      })
      expect((await conversations.load(citizen)).lastInteractionAt).toBe(NOW)
      const lease = await outbox.lease(citizen, at)
      await outbox.settle(
        lease!,
        lease!.messages[0]!,
        { state: 'waiting', notBefore: at + 2_000, reason: 'busy', parts: 0 },
        at,
        true,
      )
      expect(await outbox.lease(citizen, NOW + 1_999.4)).toBeUndefined()
      expect((await outbox.lease(citizen, NOW + 2_000.2))?.messages).toMatchObject([{ attempts: 1 }])
      expect(await inbox.citizensWaiting(at, 10)).toBeInstanceOf(Array)
    })

    it('that is no number, and a count too large, are faults of ours and not of the storage', async () => {
      const consent = { citizen: '7' as CitizenId, flow: 'f', version: 1, step: 's', given: 1, at: NOW }
      const write = (more: object) =>
        engine.write(async (db: Db) => void (await db.insert(engine.tables.consents).values({ ...consent, ...more })))
      for (const more of [{ at: NaN }, { at: Infinity }, { at: 2 ** 60 }, { version: 1.5 }, { version: 2 ** 31 }])
        await expect(write(more)).rejects.toThrow(Fault)
      await expect(write({ version: 2 ** 31 })).rejects.toMatchObject({ retry: false })
    })
  })
})
