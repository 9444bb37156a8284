import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Attachment } from '../../src/attachments/attachment.ts'
import type { Card, CitizenEvent, ProgramEvent } from '../../src/conversation/words/events.ts'
import { NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { AttachmentId, CitizenId } from '../../src/kernel/ids.ts'
import { createAttachments } from '../../src/storage/attachments.ts'
import { createConversations } from '../../src/storage/conversations.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { createOutbox } from '../../src/storage/outbox.ts'
import { outboxWrites } from '../../src/storage/outbox-writes.ts'
import { writeProgramEvent } from '../../src/storage/program-events.ts'
import { planTurn } from '../../src/turns/plan-turn.ts'
import type { TurnRows } from '../../src/turns/ports.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const NOTHING: TurnRows = { messages: [], attachments: [], consents: [], changes: [] }
const CARD: Card = {
  number: '096190012345',
  name: 'Nguyễn Thị Mẫu',
  birthDate: '1990-03-05',
  sex: 'nu',
  address: 'Ấp Mũi',
}
const ADDRESS = 'https://f20-zpc.zdn.vn/card.jpg'
let counter = 0
const fresh = (what: string) => `privacy-${what}-${++counter}`
const aCitizen = () => fresh('citizen') as CitizenId

/** What both engines must let go of. */
export function describeForgetting(name: string, open: () => Promise<Engine>) {
  describe(`what is not kept on ${name}`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await open()
    }, 120_000)
    afterAll(() => engine.close())

    const keep = (citizen: CitizenId, body: string) =>
      createInbox(engine).keep({
        ...{ key: fresh('key'), citizen, sentAt: NOW, receivedAt: NOW, purpose: 'turn' },
        body: Buffer.from(body),
      })
    const tell = (citizen: CitizenId, event: ProgramEvent) =>
      engine.write((db) => writeProgramEvent(engine, db, citizen, fresh('news'), event, NOW))
    const oldest = async (citizen: CitizenId) => {
      const [row] = await createConversations(engine).waiting(citizen, 1)
      if (!row) throw new Error('nothing waits')
      return row
    }
    const rowsOf = (citizen: CitizenId) =>
      engine.read
        .select()
        .from(engine.tables.inbox)
        .where(eq(engine.tables.inbox.citizen, citizen))
        .orderBy(engine.tables.inbox.seq)

    /** Answers the oldest waiting row as the turn worker would. */
    const answer = async (citizen: CitizenId, events: readonly CitizenEvent[], rows: Partial<TurnRows> = {}) => {
      const conversations = createConversations(engine)
      const handled = (await oldest(citizen)).seq
      const before = await conversations.load(citizen)
      const decision = { before, handled, events, session: NEW_SESSION, effects: [], at: NOW, agencyOf: () => 'H12.99' }
      return conversations.commit({ ...planTurn(decision), rows: () => ({ ...NOTHING, ...rows }) })
    }
    const picture = (citizen: CitizenId, more: Partial<Attachment> = {}): Attachment => ({
      ...{ id: fresh('file') as AttachmentId, citizen, kind: 'photo', url: ADDRESS },
      ...{ state: 'waiting', attempts: 0, receivedAt: NOW },
      ...more,
    })

    it('what was read of a card, when its row is set aside after its last attempt', async () => {
      const citizen = aCitizen()
      await tell(citizen, { type: 'CARD_READ', attachment: 'a1' as AttachmentId, card: CARD })
      const failure = {
        ...{ seq: (await oldest(citizen)).seq, citizen, reason: 'TypeError', attemptsAllowed: 2, at: NOW },
        apology: { type: 'text', text: 'Xin lỗi' },
      } as const
      await createInbox(engine).failed(failure)
      expect((await rowsOf(citizen))[0]).toMatchObject({ state: 'waiting', event: { card: CARD } })
      await createInbox(engine).failed(failure)
      expect((await rowsOf(citizen))[0]).toMatchObject({ state: 'set aside', event: null })
    })

    it('the address of a picture, once the delivery that told it is handled', async () => {
      const citizen = aCitizen()
      await keep(citizen, ADDRESS)
      await answer(citizen, [{ type: 'FILE', attachment: 'a1' as AttachmentId, kind: 'photo', url: ADDRESS }])
      expect((await rowsOf(citizen))[0]).toMatchObject({ state: 'handled', body: null })
      await keep(citizen, 'xin chào')
      await answer(citizen, [{ type: 'TEXT', text: 'xin chào' }])
      expect((await rowsOf(citizen))[1]?.body?.toString()).toBe('xin chào')
    })

    it.each([
      ['a card that was read', { outcome: 'read', card: CARD }, { purpose: 'card' }],
      ['a card that could not be read', { outcome: 'refused', because: 'no code' }, { purpose: 'card' }],
      ['a refused photo', { outcome: 'refused', because: 'wrong type' }, {}],
      ['a stored photo', { outcome: 'stored', sha256: 'ab', mime: 'image/png', bytes: 5 }, {}],
    ] as const)('the address of %s', async (_, fetched, more) => {
      const citizen = aCitizen()
      const photo = picture(citizen, more)
      await keep(citizen, ADDRESS)
      await answer(citizen, [], { attachments: [photo] })
      const attachments = createAttachments(engine)
      await attachments.settle(photo.id, { outcome: 'later', notBefore: NOW }, NOW)
      expect((await attachments.find(photo.id))?.url).toBe(ADDRESS)
      await attachments.settle(photo.id, fetched, NOW)
      expect((await attachments.find(photo.id))?.url).toBe('')
    })

    it('a file that was still being fetched: its settlement is ignored and nobody hears of it', async () => {
      const citizen = aCitizen()
      const [under, done] = [picture(citizen), picture(citizen)]
      const attachments = createAttachments(engine)
      const stored = { outcome: 'stored', sha256: fresh('sha256'), mime: 'image/png', bytes: 5 } as const
      await keep(citizen, ADDRESS)
      await answer(citizen, [], { attachments: [under, done] })
      expect(await attachments.settle(done.id, stored, NOW)).toBe('settled')
      expect(await attachments.settle(done.id, stored, NOW)).toBe('ignored')
      expect([...(await attachments.heldAmong([stored.sha256, 'unknown']))]).toEqual([stored.sha256])
      const news = await oldest(citizen)
      await keep(citizen, 'xóa')
      expect(news.from).toBe('program')
      await answer(citizen, [])
      expect(await answer(citizen, [], { forgets: true })).toEqual({ outcome: 'done', orphans: [stored.sha256] })
      expect(await attachments.settle(under.id, stored, NOW)).toBe('ignored')
      expect((await attachments.heldAmong([stored.sha256])).size).toBe(0)
      expect(await createConversations(engine).waiting(citizen, 5)).toEqual([])
    })

    describe('after a citizen asked to be forgotten', () => {
      const text = (words: string) => ({ type: 'text', text: words }) as const
      const outboxOf = (citizen: CitizenId) =>
        engine.read
          .select()
          .from(engine.tables.outbox)
          .where(eq(engine.tables.outbox.citizen, citizen))
          .orderBy(engine.tables.outbox.seq)
      const typed = async (citizen: CitizenId, rows: Partial<TurnRows>) => {
        await keep(citizen, 'bí mật')
        return answer(citizen, [{ type: 'TEXT', text: 'bí mật' }], rows)
      }

      it('the text of an echo that comes only afterwards', async () => {
        const citizen = aCitizen()
        const outbox = createOutbox(engine)
        const send = async (zaloMessageId: string) => {
          const lease = await outbox.lease(citizen, NOW)
          const [message] = lease?.messages ?? []
          if (!lease || !message) throw new Error('nothing leased')
          await outbox.settle(lease, message, { state: 'sent', zaloMessageId }, NOW, true)
        }
        const echo = (messageId: string, words: string) =>
          createInbox(engine).keep({
            ...{ key: fresh('key'), citizen, sentAt: NOW, receivedAt: NOW, purpose: 'echo' },
            ...{ body: Buffer.from(words), echo: { messageId, kind: 'text', text: words } },
          })
        const [before, after] = [fresh('message'), fresh('message')]
        await typed(citizen, { messages: [text('bí mật')] })
        await send(before)
        await typed(citizen, { messages: [text('Đã xóa')], forgets: true })
        await send(after)
        await echo(before, 'bí mật')
        await echo(after, 'Đã xóa')
        const echoes = (await rowsOf(citizen)).filter(({ state }) => state === 'echo')
        expect(echoes.map((row) => [row.echo, row.body?.toString()])).toEqual([
          [null, undefined],
          ['Đã xóa', 'Đã xóa'],
        ])
      })

      it('messages that a deliverer had taken, who hears of it with the one that was on its way', async () => {
        const citizen = aCitizen()
        const outbox = createOutbox(engine)
        await typed(citizen, { messages: [text('bí mật'), text('bí mật hai'), text('bí mật ba')] })
        const lease = await outbox.lease(citizen, NOW)
        const [first, second] = lease?.messages ?? []
        if (!lease || !first || !second) throw new Error('nothing leased')
        expect(await outbox.settle(lease, first, { state: 'sent' }, NOW, false)).toBe(second.seq)
        await typed(citizen, { messages: [text('Đã xóa')], forgets: true })
        const next = await outbox.settle(lease, second, { state: 'sent' }, NOW, false)
        expect(next).toBe((await outboxOf(citizen)).at(-1)?.seq)
      })

      it('any message but the answer to that: not those that wait, nor those held back, nor those of others', async () => {
        const [citizen, neighbour] = [aCitizen(), aCitizen()]
        const outbox = createOutbox(engine)
        await typed(neighbour, { messages: [text('của người khác')] })
        await typed(citizen, { messages: [text('bí mật giữ lại')] })
        const lease = await outbox.lease(citizen, NOW)
        const [first] = lease?.messages ?? []
        if (!lease || !first) throw new Error('nothing leased')
        await outbox.settle(lease, first, { state: 'held', reason: 'window closed' }, NOW, true)
        await engine.write((db) => outboxWrites(engine).say(db, citizen, text('bí mật đang chờ'), NOW))
        await typed(citizen, { messages: [text('Đã xóa')], forgets: true })
        expect((await outbox.lease(citizen, NOW))?.messages.map(({ message }) => message)).toEqual([text('Đã xóa')])
        const rows = await outboxOf(citizen)
        expect(rows.map(({ state }) => state)).toEqual(['dead', 'dead', 'waiting'])
        expect(JSON.stringify([rows, (await rowsOf(citizen)).map(({ body }) => body?.toString())])).not.toContain(
          'bí mật',
        )
        expect((await outboxOf(neighbour))[0]).toMatchObject({ state: 'waiting', message: text('của người khác') })
      })
    })
  })
}
