import { posted } from '../dossiers/posted.ts'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { VietnamDay } from '../../src/kernel/clock.ts'
import type { AttachmentId, CitizenId, DossierId, StaffId } from '../../src/kernel/ids.ts'
import { createAgencies } from '../../src/storage/agencies.ts'
import { createAttachments } from '../../src/storage/attachments.ts'
import { createCitizenRecords } from '../../src/storage/citizen-records.ts'
import { createConversations } from '../../src/storage/conversations.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Db, Engine } from '../../src/storage/engine/engine.ts'
import { createFlowDrafts } from '../../src/storage/flow-drafts.ts'
import { createFlowReadings } from '../../src/storage/flow-readings.ts'
import { createFlowVersions } from '../../src/storage/flow-versions.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { createOutbox } from '../../src/storage/outbox.ts'
import { createPendingDossiers } from '../../src/storage/pending-dossiers.ts'
import { createPermits } from '../../src/storage/permits.ts'
import { createPinnedConversations } from '../../src/storage/pinned.ts'
import { createRatings } from '../../src/storage/ratings.ts'
import { createStaffSessions } from '../../src/storage/staff-sessions.ts'
import { createStaffAccounts } from '../../src/storage/staff.ts'
import { createStepCounts } from '../../src/storage/step-counts.ts'
import { createTimers } from '../../src/storage/timers.ts'
import { createUnheardWords } from '../../src/storage/unheard-words.ts'
import { createTokenStore, createUploads } from '../../src/storage/zalo-tokens.ts'
import type { Turn } from '../../src/turns/ports.ts'
import type { Act } from '../../src/dossiers/acts/act.ts'
import { type About, commitAct, REASON } from './changes.ts'
import { permitOf } from './granted.ts'
import { aCitizen, delivery, fresh, NOTHING, NOW, turnsOn } from './turns.ts'

/** What both engines must do. `openSecond` opens the same database once more, as another process would. */
export function describeStorage(name: string, open: () => Promise<Engine>) {
  describe(`storage on ${name}`, () => {
    let engine: Engine
    let other: Engine
    beforeAll(async () => {
      engine = await open()
      other = await open()
    }, 120_000)
    afterAll(async () => {
      await engine.close()
      await other.close()
    })

    const ports = () => ({
      inbox: createInbox(engine),
      conversations: createConversations(engine),
      outbox: createOutbox(engine),
      dossiers: createDossiers(engine),
      attachments: createAttachments(engine),
      permits: createPermits(engine),
    })

    const turn: ReturnType<typeof turnsOn>['turn'] = (...args) => turnsOn(engine).turn(...args)
    const file: ReturnType<typeof turnsOn>['file'] = (...args) => turnsOn(engine).file(...args)
    const act = (id: DossierId, done: Act, about: Partial<About> = {}) =>
      commitAct(engine, id, done, { at: NOW, ...about })

    describe('a group of writes', () => {
      const insert = (citizen: CitizenId) => (db: Db) =>
        db
          .insert(engine.tables.consents)
          .values({ citizen, flow: 'f', version: 1, step: 's', given: 1, at: NOW })
          .returning({ seq: engine.tables.consents.seq })
      const count = async (on: Engine, citizen: CitizenId) =>
        (await on.read.select().from(on.tables.consents).where(eq(on.tables.consents.citizen, citizen))).length

      it('undoes only the piece that throws', async () => {
        const citizen = aCitizen()
        const settled = await Promise.allSettled([
          engine.write(insert(citizen)),
          engine.write(async (db) => {
            await insert(citizen)(db)
            throw new Error('changed its mind')
          }),
          engine.write(insert(citizen)),
        ])
        expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
        expect(await count(engine, citizen)).toBe(2)
      })

      it('undoes only the piece whose statement the database refuses', async () => {
        const citizen = aCitizen()
        const settled = await Promise.allSettled([
          engine.write(insert(citizen)),
          engine.write(async (db) => {
            await insert(citizen)(db)
            // A promise on PostgreSQL; the types are those of SQLite.
            // eslint-disable-next-line @typescript-eslint/await-thenable
            await db.run(sql`insert into no_such_table values (1)`)
          }),
          engine.write(insert(citizen)),
        ])
        expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
        expect(await count(engine, citizen)).toBe(2)
      })

      it('answers a caller only when another connection can see the row', async () => {
        const citizen = aCitizen()
        let answered = false
        let answeredUnseen = false
        const first = engine.write(insert(citizen)).then(() => {
          answered = true
        })
        // Shares the first one's transaction where writes are grouped, and looks from outside while it runs.
        const second = engine.write(async (db) => {
          await insert(citizen)(db)
          for (let i = 0; i < 20; i++) {
            await Promise.resolve()
            if (answered && (await count(other, citizen)) === 0) answeredUnseen = true
          }
        })
        await Promise.all([first, second])
        expect(answeredUnseen).toBe(false)
        expect(await count(other, citizen)).toBe(2)
      })

      it('keeps two hundred writes asked for at once', async () => {
        const citizen = aCitizen()
        await Promise.all(Array.from({ length: 200 }, () => engine.write(insert(citizen))))
        expect(await count(engine, citizen)).toBe(200)
      })
    })

    describe('the inbox', () => {
      it('takes ten deliveries of one event for one', async () => {
        const citizen = aCitizen()
        const same = delivery(citizen)
        const answers = await Promise.all(Array.from({ length: 10 }, () => ports().inbox.keep(same)))
        expect(answers.filter((answer) => answer === 'kept')).toHaveLength(1)
        expect(await ports().conversations.waiting(citizen, 10)).toHaveLength(1)
      })

      it('gives back the bytes and the order in which the citizen sent them', async () => {
        const citizen = aCitizen()
        await ports().inbox.keep(delivery(citizen, { sentAt: NOW + 2, body: Buffer.from('second') }))
        await ports().inbox.keep(delivery(citizen, { sentAt: NOW + 1, body: Buffer.from([0, 255, 1]) }))
        const rows = await ports().conversations.waiting(citizen, 10)
        expect(rows.map((row) => row.from === 'zalo' && [...row.body])).toEqual([
          [0, 255, 1],
          [...Buffer.from('second')],
        ])
      })

      it('keeps receipts, echoes and broken deliveries out of the way', async () => {
        const citizen = aCitizen()
        for (const purpose of ['echo', 'record', 'broken'] as const) {
          await ports().inbox.keep(delivery(citizen, { purpose }))
        }
        expect(await ports().conversations.waiting(citizen, 10)).toEqual([])
      })

      it('finds citizens no bell announced', async () => {
        const citizen = aCitizen()
        await ports().inbox.keep(delivery(citizen))
        expect(await ports().inbox.citizensWaiting(NOW + 1, 1_000)).toContain(citizen)
        expect(await ports().inbox.citizensWaiting(NOW, 1_000)).not.toContain(citizen)
      })

      it('sets a poisoned row aside after the last attempt and tells the citizen', async () => {
        const citizen = aCitizen()
        const { inbox, conversations, outbox } = ports()
        await inbox.keep(delivery(citizen))
        const [row] = await conversations.waiting(citizen, 1)
        const failure = {
          seq: row?.seq ?? 0,
          citizen,
          reason: 'TypeError',
          attemptsAllowed: 2,
          apology: { type: 'text', text: 'Xin lỗi' },
          at: NOW,
        } as const
        expect(await inbox.failed(failure)).toBe('waiting')
        expect(await inbox.failed(failure)).toBe('set aside')
        expect(await conversations.waiting(citizen, 1)).toEqual([])
        expect((await outbox.lease(citizen, NOW))?.messages.map((m) => m.message)).toEqual([failure.apology])
      })
    })

    describe('a turn', () => {
      it('tells who wrote lately', async () => {
        const citizen = aCitizen()
        await turn(citizen, {})
        const { conversations } = ports()
        expect(await conversations.heardSince(NOW, 1_000)).toContainEqual({ citizen, lastInteractionAt: NOW })
        expect(await conversations.heardSince(NOW + 1, 1_000)).toEqual([])
        await turn(citizen, {}, { interaction: false, at: NOW + 5_000 })
        expect(await conversations.heardSince(NOW + 1, 1_000)).toEqual([])
        expect((await conversations.load(citizen)).lastInteractionAt).toBe(NOW)
      })

      it('is refused when it was decided on a stale conversation, and writes nothing', async () => {
        const citizen = aCitizen()
        const { inbox, conversations, outbox } = ports()
        await turn(citizen, {})
        const stale = { citizen, revision: 0, session: NEW_SESSION, lastInteractionAt: 0 }
        expect(await turn(citizen, { messages: [{ type: 'text', text: 'a' }] }, { before: stale })).toEqual({
          outcome: 'stale',
        })
        expect(await outbox.lease(citizen, NOW)).toBeUndefined()
        expect(await conversations.waiting(citizen, 9)).toHaveLength(1)
        expect((await conversations.load(citizen)).revision).toBe(1)
        expect(await inbox.citizensWaiting(NOW + 1, 1_000)).toContain(citizen)
      })

      it('answers a delivery once, however many workers try', async () => {
        const citizen = aCitizen()
        const { inbox, conversations, outbox } = ports()
        await inbox.keep(delivery(citizen))
        const [row] = await conversations.waiting(citizen, 1)
        const before = await conversations.load(citizen)
        const one: Turn = {
          before,
          session: NEW_SESSION,
          handled: row?.seq ?? 0,
          at: NOW,
          interaction: true,
          rows: () => ({ ...NOTHING, messages: [{ type: 'text', text: 'một' }] }),
        }
        const elsewhere = createConversations(other)
        const answers = await Promise.all([conversations.commit(one), elsewhere.commit(one), conversations.commit(one)])
        expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'stale', 'stale'])
        expect((await outbox.lease(citizen, NOW))?.messages).toHaveLength(1)
      })

      it('is refused for a delivery that was already answered, also on the newest conversation', async () => {
        const citizen = aCitizen()
        const { inbox, conversations } = ports()
        await inbox.keep(delivery(citizen))
        const [row] = await conversations.waiting(citizen, 1)
        const handled = row?.seq ?? 0
        expect(await turn(citizen, {}, { handled })).toMatchObject({ outcome: 'done' })
        expect(await turn(citizen, {}, { handled })).toEqual({ outcome: 'stale' })
        expect((await conversations.load(citizen)).revision).toBe(1)
      })

      it('draws dossier numbers without a gap, also when some turns fail', async () => {
        const unit = 'H12.99.001'
        const citizens = Array.from({ length: 20 }, aCitizen)
        await Promise.all(
          citizens.map((citizen, i) =>
            i % 4 === 3
              ? turn(
                  citizen,
                  {},
                  {
                    filing: { unit, day: '2030-05-01' },
                    rows: () => {
                      throw new Error('no')
                    },
                  },
                ).catch(() => undefined)
              : file(citizen, unit),
          ),
        )
        const codes = await engine.read
          .select({ code: engine.tables.dossiers.code })
          .from(engine.tables.dossiers)
          .where(eq(engine.tables.dossiers.agency, unit))
        expect(codes.map((row) => row.code).toSorted()).toEqual(
          Array.from({ length: 15 }, (_, i) => `H12.99.001-300501-${String(i + 1).padStart(4, '0')}`),
        )
      })
    })

    describe('the outbox', () => {
      const say = (citizen: CitizenId, ...texts: string[]) =>
        turn(citizen, { messages: texts.map((text) => ({ type: 'text' as const, text })) })
      const textsOf = (lease: Awaited<ReturnType<ReturnType<typeof createOutbox>['lease']>>) =>
        lease?.messages.map((m) => (m.message.type === 'text' ? m.message.text : ''))

      it('gives one deliverer all messages in the order in which they were decided', async () => {
        const citizen = aCitizen()
        await say(citizen, 'một', 'hai')
        await say(citizen, 'ba')
        const leases = await Promise.all([ports().outbox.lease(citizen, NOW), createOutbox(other).lease(citizen, NOW)])
        expect(leases.filter(Boolean)).toHaveLength(1)
        expect(textsOf(leases.find(Boolean))).toEqual(['một', 'hai', 'ba'])
      })

      it('tells the deliverer at the end what came while nobody else could take the lease', async () => {
        const citizen = aCitizen()
        const { outbox } = ports()
        await say(citizen, 'một')
        const lease = await outbox.lease(citizen, NOW)
        await say(citizen, 'hai')
        expect(await createOutbox(other).lease(citizen, NOW)).toBeUndefined()
        expect(await outbox.settle(lease!, lease!.messages[0]!, { state: 'sent' }, NOW, true)).toBe(
          lease!.messages[0]!.seq + 1,
        )
        const next = await createOutbox(other).lease(citizen, NOW)
        expect(textsOf(next)).toEqual(['hai'])
        expect(await outbox.settle(next!, next!.messages[0]!, { state: 'sent' }, NOW, true)).toBeUndefined()
      })

      it('lets nobody pass a first message that must wait', async () => {
        const citizen = aCitizen()
        const { outbox } = ports()
        await say(citizen, 'một', 'hai')
        const lease = await outbox.lease(citizen, NOW)
        const [first] = lease?.messages ?? []
        if (!lease || !first) throw new Error('nothing leased')
        const waits = { state: 'waiting', notBefore: NOW + 5_000, reason: 'zalo -32', parts: 0 } as const
        await outbox.settle(lease, first, waits, NOW, true)
        expect(await outbox.lease(citizen, NOW + 4_999)).toBeUndefined()
        expect(textsOf(await outbox.lease(citizen, NOW + 5_000))).toEqual(['một', 'hai'])
      })

      it('tells the next deliverer when the last one died, and what Zalo echoed since', async () => {
        const citizen = aCitizen()
        const { outbox, inbox } = ports()
        await say(citizen, 'một')
        await outbox.lease(citizen, NOW)
        await inbox.keep(
          delivery(citizen, {
            purpose: 'echo',
            echo: { messageId: 'm7', kind: 'text', text: 'một' },
            receivedAt: NOW + 50,
          }),
        )
        expect(await outbox.lease(citizen, NOW + 1_000)).toBeUndefined()
        await outbox.forgetDeadDeliverers(NOW + 2_000)
        expect((await outbox.lease(citizen, NOW + 2_000))?.doubt).toEqual({
          since: NOW,
          diedSince: NOW,
          echoes: [{ messageId: 'm7', kind: 'text', text: 'một' }],
        })
      })

      it('is not misled by a late echo of an earlier message that said the same', async () => {
        const citizen = aCitizen()
        const { outbox, inbox } = ports()
        const [earlier, stale] = [fresh('msg'), fresh('msg')]
        await say(citizen, 'một')
        const lease = await outbox.lease(citizen, NOW)
        const [first] = lease?.messages ?? []
        if (!lease || !first) throw new Error('nothing leased')
        await outbox.settle(lease, first, { state: 'sent', zaloMessageId: earlier }, NOW, true)
        await say(citizen, 'một')
        await outbox.lease(citizen, NOW + 10_000)
        const echo = (messageId: string, sentAt: number) =>
          inbox.keep(
            delivery(citizen, {
              purpose: 'echo',
              echo: { messageId, kind: 'text', text: 'một' },
              sentAt,
              receivedAt: NOW + 10_500,
            }),
          )
        await echo(earlier, NOW + 9_999)
        await echo(stale, NOW + 1)
        await outbox.forgetDeadDeliverers(NOW + 11_000)
        expect((await outbox.lease(citizen, NOW + 11_000))?.doubt).toEqual({
          since: NOW + 10_000,
          diedSince: NOW + 10_000,
          echoes: [],
        })
      })

      it('has no doubt after a lease was given back in order', async () => {
        const citizen = aCitizen()
        const { outbox } = ports()
        await say(citizen, 'một')
        const lease = await outbox.lease(citizen, NOW)
        if (!lease) throw new Error('nothing leased')
        await outbox.release(lease)
        expect((await outbox.lease(citizen, NOW + 1))?.doubt).toBeUndefined()
      })

      it('holds back what a closed window refuses until the citizen writes again', async () => {
        const citizen = aCitizen()
        const { outbox } = ports()
        await say(citizen, 'một')
        const lease = await outbox.lease(citizen, NOW)
        const [first] = lease?.messages ?? []
        if (!lease || !first) throw new Error('nothing leased')
        await outbox.settle(lease, first, { state: 'held', reason: 'window closed' }, NOW, true)
        expect(await outbox.lease(citizen, NOW)).toBeUndefined()
        await turn(citizen, {}, { interaction: false })
        expect(await outbox.lease(citizen, NOW)).toBeUndefined()
        await turn(citizen, { messages: [{ type: 'text', text: 'hai' }] })
        expect(textsOf(await outbox.lease(citizen, NOW))).toEqual(['một', 'hai'])
      })
    })

    describe('dossiers', () => {
      it('keep their history: the database refuses to change or remove an action', async () => {
        const id = await file(aCitizen())
        const { dossierActions } = engine.tables
        const change = engine.write(async (db) => {
          await db.update(dossierActions).set({ note: 'x' }).where(eq(dossierActions.dossier, id))
        })
        const remove = engine.write(async (db) => {
          await db.delete(dossierActions).where(eq(dossierActions.dossier, id))
        })
        // Together: the one that fails first must not wait unheard for the other.
        await Promise.all([expect(change).rejects.toThrow(), expect(remove).rejects.toThrow()])
        expect(await ports().dossiers.actions(id)).toHaveLength(1)
      })

      it('are listed newest first, page by page, of one agency alone', async () => {
        const citizen = aCitizen()
        const unit = 'H12.99.002'
        const first = await file(citizen, unit, {}, NOW + 1)
        const second = await file(citizen, unit, {}, NOW + 2)
        const { dossiers } = ports()
        const newest = { scope: { agencies: [unit], reserved: [] }, order: 'newest' } as const
        const page = await dossiers.list({ ...newest, limit: 1 })
        expect(page.map((row) => row.id)).toEqual([second])
        const rest = await dossiers.list({
          ...{ ...newest, limit: 5, after: { at: NOW + 2, id: second } },
        })
        expect(rest.map((row) => row.id)).toEqual([first])
        expect((await dossiers.ofCitizen(citizen, 5)).map((row) => row.id)).toEqual([second, first])
      })
    })

    describe('a citizen’s own records', () => {
      const timers = () => createTimers(engine)
      const commit = turn

      it('wake a conversation once at the time it asked for, moved or taken back before', async () => {
        const citizen = aCitizen()
        await commit(citizen, {
          timers: [
            { timer: 'album', at: NOW + 10 },
            { timer: 'draft', at: NOW + 10 },
          ],
        })
        await commit(citizen, {
          timers: [
            { timer: 'album', at: NOW + 30 },
            { timer: 'draft', at: null },
          ],
        })
        expect(await timers().fire(citizen, NOW + 20)).toBe(false)
        expect(await timers().due(NOW + 30, 10)).toContain(citizen)
        expect(await timers().fire(citizen, NOW + 30)).toBe(true)
        expect(await timers().fire(citizen, NOW + 30)).toBe(false)
        const rows = await ports().conversations.waiting(citizen, 10)
        expect(rows.map((row) => row.from === 'program' && row.event)).toEqual([{ type: 'TIME_CAME', timer: 'album' }])
      })

      it('keep one rating of a finished dossier, of its own citizen only', async () => {
        const [citizen, stranger] = [aCitizen(), aCitizen()]
        const dossier = await file(citizen)
        const { ratings } = engine.tables
        const scores = async () =>
          engine.read.select({ score: ratings.score }).from(ratings).where(eq(ratings.dossier, dossier))
        await commit(citizen, { rated: { dossier, score: 5, comment: '' } })
        expect(await scores()).toEqual([])
        await act(dossier, { type: 'accept' })
        await act(dossier, { type: 'approve' })
        const done = { outcome: 'done', orphans: [] }
        expect(await commit(stranger, { rated: { dossier, score: 1, comment: '' } })).toEqual(done)
        expect(await commit(citizen, { rated: { dossier, score: 9, comment: '' } })).toEqual(done)
        expect(await scores()).toEqual([])
        const given = createRatings(engine)
        expect(await commit(citizen, { rated: { dossier, score: 4, comment: 'tốt' } })).toEqual({ ...done, rated: 4 })
        expect(await given.ofDossiers([dossier])).toEqual(new Map([[dossier, { score: 4, comment: 'tốt', at: NOW }]]))
        await commit(citizen, { rated: { dossier, score: 2, comment: '' } })
        expect(await scores()).toEqual([{ score: 2 }])
        const another = fresh('dossier') as DossierId
        expect(await given.ofDossiers([another, dossier])).toEqual(new Map([[dossier, { score: 2, at: NOW }]]))
        expect(await given.ofDossiers([])).toEqual(new Map())
      })

      it('forget what was said and sent, and keep what was filed', async () => {
        const citizen = aCitizen()
        const records = createCitizenRecords(engine)
        const photo = (id: string) =>
          ({
            id: id as AttachmentId,
            citizen,
            kind: 'photo',
            url: 'https://f/1',
            state: 'waiting',
            attempts: 0,
            receivedAt: NOW,
          }) as const
        const [loose, filed] = [fresh('file'), fresh('file')]
        await commit(citizen, {
          attachments: [photo(loose), { ...photo(filed), caption: 'giấy ra viện' }],
          messages: [{ type: 'text', text: 'bí mật' }],
          timers: [{ timer: 'draft', at: NOW }],
        })
        for (const id of [loose, filed])
          await ports().attachments.settle(
            id as AttachmentId,
            { outcome: 'stored', sha256: `${id}-hash`, mime: 'image/png', bytes: 1 },
            NOW,
          )
        expect(await ports().attachments.find(filed as AttachmentId)).toMatchObject({ caption: 'giấy ra viện' })
        expect(await ports().attachments.find(loose as AttachmentId)).not.toHaveProperty('caption')
        const papers = {
          key: 'papers',
          label: 'Giấy tờ',
          value: '1',
          shown: '1 tệp',
          attachments: [filed as AttachmentId],
        }
        const dossier = await file(citizen, 'H12.99', { answers: [papers] })
        const lease = await ports().outbox.lease(citizen, NOW + 1_000)
        for (const [i, message] of (lease?.messages ?? []).entries())
          await ports().outbox.settle(lease!, message, { state: 'sent' }, NOW, i === lease!.messages.length - 1)
        expect(await commit(citizen, { forgets: true })).toEqual({ outcome: 'done', orphans: [`${loose}-hash`] })
        const { inbox, outbox } = engine.tables
        const left = await engine.read
          .select({ body: inbox.body, event: inbox.event, state: inbox.state })
          .from(inbox)
          .where(eq(inbox.citizen, citizen))
        expect(left.filter((row) => row.state !== 'waiting' && (row.body !== null || row.event !== null))).toEqual([])
        const said = await engine.read
          .select({ message: outbox.message })
          .from(outbox)
          .where(eq(outbox.citizen, citizen))
        expect(JSON.stringify(said)).not.toContain('bí mật')
        const held = await ports().attachments.heldAmong([`${loose}-hash`, `${filed}-hash`])
        expect([...held]).toEqual([`${filed}-hash`])
        expect(await records.summary(citizen)).toMatchObject({ files: 0, dossiers: 1 })
        expect(await timers().fire(citizen, NOW)).toBe(false)
        expect(await ports().dossiers.find(dossier)).toBeDefined()
      })

      it('tell which versions open conversations and drafts are pinned to', async () => {
        const citizen = aCitizen()
        const position = {
          flow: 'a',
          version: 3,
          step: 'hai',
          context: { answers: {}, trail: [], failures: 0, facts: {} },
        }
        const { conversations } = engine.tables
        await turn(
          citizen,
          {},
          {
            session: {
              ...NEW_SESSION,
              position,
              drafts: [
                { ...position, flow: 'b' },
                { ...position, flow: 'a', version: 2 },
              ],
            },
          },
        )
        const [row] = await engine.read.select().from(conversations).where(eq(conversations.citizen, citizen))
        expect(row).toMatchObject({ flow: 'a', version: 3, step: 'hai', drafted: 'a@2,b@3' })
      })
    })

    it('grants a permit with its decision and revokes it once', async () => {
      const { permits } = ports()
      const dossier = await file(aCitizen())
      const permit = await permitOf(dossier)
      await act(dossier, { type: 'accept' })
      await act(dossier, { type: 'approve' }, { granted: permit })
      expect(await permits.find(permit.id)).toEqual(permit)
      expect(await permits.findByNumber(permit.number)).toEqual(permit)
      const revoke = { type: 'revoke', permit: permit.id, reason: 'Sai thông tin' } as const
      await act(dossier, revoke, { named: permit, at: NOW + 5 })
      await expect(act(dossier, revoke, { named: permit, at: NOW + 6 })).rejects.toThrow('stale')
      expect(await permits.ofDossier(dossier)).toEqual([
        { ...permit, revokedAt: NOW + 5, revokedBecause: 'Sai thông tin' },
      ])
    })

    it('lists a citizen’s permits with those still in force before revoked ones, whatever their number', async () => {
      const citizen = aCitizen()
      const { permits } = ports()
      const grant = async (validUntil: number, revoked: boolean) => {
        const dossier = await file(citizen)
        const permit = await permitOf(dossier, { validUntil })
        await act(dossier, { type: 'accept' })
        await act(dossier, { type: 'approve' }, { granted: permit })
        if (revoked)
          await act(dossier, { type: 'revoke', permit: permit.id, reason: 'Sai thông tin' }, { named: permit })
        return permit.id
      }
      for (const day of [5, 6, 7]) await grant(NOW + day * 86_400_000, true)
      const [short, long] = [await grant(NOW + 60_000, false), await grant(NOW + 3_600_000, false)]
      const shown = await permits.ofCitizen(citizen, 3)
      expect(shown.map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
        [long, undefined],
        [short, undefined],
        [expect.anything(), NOW],
      ])
    })

    it('puts the news of a fetched file into the inbox, once', async () => {
      const citizen = aCitizen()
      const { attachments, conversations } = ports()
      const id = fresh('file') as AttachmentId
      const row = {
        id,
        citizen,
        kind: 'photo',
        url: 'https://f/1',
        state: 'waiting',
        attempts: 0,
        receivedAt: NOW,
      } as const
      await turn(citizen, { attachments: [row] })
      expect(await attachments.due(NOW, 1_000)).toContain(id)
      await attachments.settle(id, { outcome: 'later', notBefore: NOW + 9 }, NOW)
      expect(await attachments.due(NOW, 1_000)).not.toContain(id)
      const stored = { outcome: 'stored', sha256: 'ab', mime: 'image/png', bytes: 5 } as const
      await Promise.all([attachments.settle(id, stored, NOW), attachments.settle(id, stored, NOW)])
      expect(await attachments.find(id)).toMatchObject({ state: 'stored', attempts: 2, mime: 'image/png' })
      expect(await conversations.waiting(citizen, 5)).toMatchObject([
        { from: 'program', event: { type: 'FILE_STORED' } },
      ])
    })

    it('knows staff by address, and their sessions until they end', async () => {
      const accounts = createStaffAccounts(engine)
      const sessions = createStaffSessions(engine)
      const account = {
        id: fresh('staff') as StaffId,
        email: `${fresh('a')}@example.vn`,
        name: 'Lê Cán Bộ',
        postings: posted(['leader', 'reception'], 'H12.99.001'),
        passwordHash: 'h',
      } as const
      expect(await accounts.add(account)).toBe('added')
      expect(await accounts.add({ ...account, id: 'another' as StaffId })).toBe('known')
      expect(await accounts.findByEmail(account.email)).toEqual(account)
      const token = fresh('token')
      await sessions.open(token, { account: account.id, csrf: 'c', openedAt: NOW, expiresAt: NOW + 10 })
      expect(await sessions.find(token, NOW + 9)).toEqual({
        ...{ id: token.slice(0, 12), csrf: 'c', expiresAt: NOW + 10 },
        account: { ...account, seenAt: NOW, standsInFor: [] },
      })
      expect(await sessions.find(token, NOW + 10)).toBeUndefined()
      await sessions.close(token)
      expect(await sessions.find(token, NOW)).toBeUndefined()
    })

    it('lets one process at a time refresh the tokens, and keeps the new pair before anybody uses it', async () => {
      const oa = fresh('oa')
      const [here, there] = [createTokenStore(engine), createTokenStore(other)]
      const taken = await Promise.all([here.lease(oa, NOW + 30, NOW), there.lease(oa, NOW + 30, NOW)])
      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await here.load(oa)).toBeUndefined()
      const pair = { accessToken: 'a1', refreshToken: 'r1', expiresAt: NOW + 90_000 }
      await here.save(oa, pair, NOW)
      expect(await there.load(oa)).toEqual({ pair, savedAt: NOW })
      expect(await there.lease(oa, NOW + 60, NOW + 1)).toBe(true)
      await there.release(oa, NOW + 59)
      expect(await here.lease(oa, NOW + 90, NOW + 2)).toBe(false)
      await there.release(oa, NOW + 60)
      expect(await here.lease(oa, NOW + 90, NOW + 3)).toBe(true)
      expect(await here.lease(oa, NOW + 200, NOW + 90)).toBe(true)
      const second = { ...pair, refreshToken: 'r2' }
      await here.save(oa, second, NOW + 91)
      expect(await there.load(oa)).toEqual({ pair: second, savedAt: NOW + 91 })
    })

    it('knows what Zalo still keeps of our uploads', async () => {
      const uploads = createUploads(engine)
      const ref = fresh('permit')
      await uploads.save(ref, 'x1', NOW + 10)
      expect(await uploads.find(ref, NOW + 9)).toBe('x1')
      expect(await uploads.find(ref, NOW + 10)).toBeUndefined()
      await uploads.save(ref, 'x2', NOW + 30)
      expect(await uploads.find(ref, NOW + 20)).toBe('x2')
    })

    it('counts the dossiers of a procedure that somebody still has to decide on', async () => {
      const [procedure, other] = [fresh('flow'), fresh('flow')]
      const [accept, approve, giveBack] = (['accept', 'approve', 'return'] as const).map((type) => ({ type }))
      const ask = { type: 'ask', question: REASON } as const
      const withdraw = { type: 'withdraw', because: '' } as const
      for (const acts of [[], [ask], [accept, approve], [accept, approve, giveBack], [withdraw]]) {
        const dossier = await file(aCitizen(), 'H12.99', { flow: procedure })
        for (const one of acts) await act(dossier, one!)
      }
      await file(aCitizen(), 'H12.99', { flow: other })
      const { count } = createPendingDossiers(engine)
      expect(await Promise.all([procedure, other, fresh('flow')].map(count))).toEqual([2, 1, 0])
    })

    it('publishes a revision of a flow once', async () => {
      const versions = createFlowVersions(engine)
      const row = {
        flow: fresh('flow'),
        version: 1,
        revision: 1,
        shape: 's',
        source: 'flow: Đất Mũi',
        publishedBy: 'flows/',
        publishedAt: NOW,
      }
      const both = await Promise.all([versions.publish(row), createFlowVersions(other).publish(row)])
      expect(both.toSorted()).toEqual(['known', 'published'])
      expect((await versions.all()).filter((known) => known.flow === row.flow)).toEqual([row])
    })

    it('keeps the examples beside a published text, and tells by a mark that something was published', async () => {
      const versions = createFlowVersions(engine)
      const row = {
        flow: fresh('flow'),
        version: 1,
        revision: 1,
        shape: 's',
        source: 'x',
        cases: 'cases: []',
        withdrawn: 'Thôi nhận.',
        publishedBy: 'a',
        publishedAt: NOW,
      }
      const before = await versions.mark()
      expect(await versions.mark()).toBe(before)
      await versions.publish(row)
      expect(await versions.mark()).not.toBe(before)
      expect((await versions.all()).filter((known) => known.flow === row.flow)).toEqual([row])
    })

    it('keeps what one program read in published texts, however many, until another keeps what it read', async () => {
      const { all, keep } = createFlowReadings(engine)
      const some = Array.from({ length: 1_100 }, (_, i) => ({ hash: fresh('hash'), file: `{"name":"Đất Mũi ${i}"}` }))
      await Promise.all([keep('one', some), createFlowReadings(other).keep('one', some)])
      await keep('one', some.slice(0, 1))
      expect(await all('one')).toEqual(new Map(some.map(({ hash, file }) => [hash, file])))
      expect((await all('two')).size).toBe(0)
      await keep('two', [{ hash: some[0]!.hash, file: '{}' }])
      expect([(await all('one')).size, [...(await all('two')).values()]]).toEqual([0, ['{}']])
    })

    it('refuses to save a draft over one that was saved meanwhile', async () => {
      const drafts = createFlowDrafts(engine)
      const draft = { flow: fresh('flow'), source: 'a', cases: '', revision: 0, savedBy: 'An', savedAt: NOW }
      expect(await drafts.save(draft)).toBe('saved')
      expect(await drafts.save({ ...draft, source: 'b' })).toBe('stale')
      expect(await drafts.save({ ...draft, source: 'c', revision: 1 })).toBe('saved')
      expect(await drafts.save({ ...draft, source: 'd', revision: 1 })).toBe('stale')
      expect(await drafts.find(draft.flow)).toEqual({ ...draft, source: 'c', revision: 2 })
      expect((await drafts.all()).map(({ flow }) => flow)).toContain(draft.flow)
      await drafts.discard(draft.flow)
      expect(await drafts.find(draft.flow)).toBeUndefined()
    })

    it('keeps what was found in a draft until it is saved again', async () => {
      const drafts = createFlowDrafts(engine)
      const draft = { flow: fresh('flow'), source: 'a', cases: '', revision: 0, savedBy: 'An', savedAt: NOW }
      const finding = { rule: 'yaml', message: 'Dòng này thụt lệch.', line: 1, column: 2 }
      const rest = { caseFindings: [], played: 0, isPartial: true, plan: { outcome: 'refused' } as const }
      const judged = { mark: 'm', verdict: { ...rest, findings: [finding] } }
      await drafts.save(draft)
      await drafts.judge(draft.flow, 1, judged)
      expect((await createFlowDrafts(other).find(draft.flow))?.judged).toEqual(judged)
      await drafts.save({ ...draft, source: 'b', revision: 1 })
      await drafts.judge(draft.flow, 1, judged)
      expect(await drafts.find(draft.flow)).toEqual({ ...draft, source: 'b', revision: 2 })
      await drafts.discard(draft.flow)
    })

    it('adds up counts per step from several processes and days', async () => {
      const [here, there] = [createStepCounts(engine), createStepCounts(other)]
      const flow = fresh('flow')
      const count = { flow, version: 1, step: 'hoi', reached: 2, answered: 1, failed: 3, typed: 5, missed: 4 }
      await here.add('2030-04-30', [count])
      const both = [count, { ...count, step: 'chon' }]
      await Promise.all([here.add('2030-05-01', both), there.add('2030-05-01', both.toReversed())])
      await here.add('2030-05-01', [])
      expect(await here.ofFlow(flow, '2030-05-01')).toEqual([
        { ...count, step: 'chon', reached: 4, answered: 2, failed: 6, typed: 10, missed: 8 },
        { ...count, reached: 4, answered: 2, failed: 6, typed: 10, missed: 8 },
      ])
      const all = (await there.ofFlow(flow, '2030-04-30'))[1]
      expect(all).toEqual({ ...count, reached: 6, answered: 3, failed: 9, typed: 15, missed: 12 })
    })

    it('keeps what nobody understood with the turn that allowed it, leading to nobody, until it is dismissed or old', async () => {
      const words = createUnheardWords(engine)
      const [citizen, flow] = [aCitizen(), fresh('flow')]
      const row = (id: string, day: VietnamDay) => ({ id: fresh(id), flow, step: 'hoi', words: `đặng ${id}`, day })
      const [old, one, two] = [row('a', '2030-01-30'), row('b', '2030-05-01'), row('c', '2030-05-01')]
      const own = async () => (await words.newest(1_000)).filter((it) => it.flow === flow)
      expect((await turn(citizen, { unheard: [old, one, two] })).outcome).toBe('done')
      expect(await own()).toHaveLength(3)
      expect((await own()).at(-1)).toEqual(old)
      expect(Object.keys(engine.tables.unheardWords)).not.toContain('citizen')
      expect(await createUnheardWords(other).find(one.id)).toEqual(one)
      expect(await words.forget('2030-01-31')).toBeGreaterThanOrEqual(1)
      await words.dismiss([one.id])
      expect(await own()).toEqual([two])
      expect(await words.find(one.id)).toBeUndefined()
    })

    it('counts who is in the middle of which version, and who laid one aside', async () => {
      const { conversations } = engine.tables
      const [flow, aside] = [fresh('flow'), fresh('flow')]
      const row = { revision: 1, version: 2, session: NEW_SESSION, lastInteractionAt: NOW, updatedAt: NOW }
      await engine.write(async (db) => {
        await db.insert(conversations).values([
          { ...row, citizen: aCitizen(), flow, step: 'hoi', drafted: `${aside}@1,${aside}@12` },
          { ...row, citizen: aCitizen(), flow, step: 'hoi', drafted: `${aside}@12` },
          { ...row, citizen: aCitizen(), flow, step: 'chon' },
        ])
      })
      const own = (await createPinnedConversations(engine).count())
        .filter((it) => it.flow === flow || it.flow === aside)
        .toSorted((a, b) => a.version - b.version || a.citizens - b.citizens)
      expect(own).toEqual([
        { flow: aside, version: 1, citizens: 1 },
        { flow, version: 2, step: 'chon', citizens: 1 },
        { flow, version: 2, step: 'hoi', citizens: 2 },
        { flow: aside, version: 12, citizens: 2 },
      ])
    })

    it('seeds agencies once and leaves changed ones alone', async () => {
      const agencies = createAgencies(engine)
      const row = {
        code: fresh('H12.99'),
        name: 'UBND xã Mẫu',
        level: 'commune',
        area: 5,
        validFrom: '2025-07-01',
      } as const
      await agencies.addMissing([row])
      await agencies.addMissing([{ ...row, name: 'Khác' }])
      expect((await agencies.all()).find((agency) => agency.code === row.code)).toEqual(row)
    })
  })
}
