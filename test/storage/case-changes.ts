import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createActByCitizen } from '../../src/casework/act-by-citizen.ts'
import type { CaseChange } from '../../src/casework/ports.ts'
import type { Act } from '../../src/dossiers/acts/act.ts'
import { afterChange, type DossierChange } from '../../src/dossiers/change.ts'
import type { Status } from '../../src/dossiers/status.ts'
import type { AttachmentId, CitizenId, DossierId, PermitId } from '../../src/kernel/ids.ts'
import type { Permit } from '../../src/permits/code/permit.ts'
import { createCaseChanges } from '../../src/storage/case-changes.ts'
import { createConversations } from '../../src/storage/conversations.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { createSleepers } from '../../src/storage/sleepers.ts'
import { createPermits } from '../../src/storage/permits.ts'
import type { TurnRows } from '../../src/turns/ports.ts'
import { changeBy, commitAct, filing, REASON, standingIn } from './changes.ts'
import { permitOf } from './granted.ts'
import { aCitizen, delivery, fresh, NOTHING, NOW, turnsOn } from './turns.ts'

const accept = { type: 'accept' } as const
const approve = { type: 'approve' } as const
const giveBack = { type: 'return' } as const
const forward = { type: 'forward' } as const
const ask = { type: 'ask', question: 'Xin ảnh giấy hẹn.' } as const
const decline = { type: 'decline', reason: REASON } as const
const refuse = { type: 'refuse', reason: REASON } as const
const takeBack = { type: 'take-back', reason: REASON } as const
const reply = { type: 'supplement', reply: 'Đây ạ', attachments: [] } as const
const withdraw = { type: 'withdraw', because: 'khai nhầm' } as const
const endPermit = { type: 'end-permit', title: 'lệnh hạn chế đi lại', since: NOW } as const
const revokeOf = ({ id }: Permit) => ({ type: 'revoke', permit: id, reason: REASON }) as const

/** How both engines write what happens to a dossier. */
export function describeCaseChanges(name: string, open: () => Promise<Engine>) {
  describe(`what happens to a dossier on ${name}`, () => {
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

    const turn: ReturnType<typeof turnsOn>['turn'] = (...args) => turnsOn(engine).turn(...args)
    const file: ReturnType<typeof turnsOn>['file'] = (...args) => turnsOn(engine).file(...args)
    const commit = (change: CaseChange, on = engine) => createCaseChanges(on).commit(change)

    /** A dossier that was approved, with its permit. */
    const approved = async (more: Partial<Permit> = {}) => {
      const citizen = aCitizen()
      const dossier = await file(citizen)
      const permit = await permitOf(dossier, more)
      await commitAct(engine, dossier, accept, { at: NOW })
      await commitAct(engine, dossier, approve, { at: NOW, granted: permit })
      return { citizen, dossier, permit }
    }

    /** Announced, and not part of any dossier yet. */
    const aFile = async (citizen: CitizenId) => {
      const id = fresh('file') as AttachmentId
      const row = { id, citizen, kind: 'photo', url: 'https://f/1', state: 'waiting', attempts: 0 } as const
      await turn(citizen, { attachments: [{ ...row, receivedAt: NOW }] })
      return id
    }

    /** All that a change of this dossier could touch. */
    const everything = async (dossier: DossierId, citizen: CitizenId) => {
      const { inbox, attachments, conversations, consents, timers } = engine.tables
      return {
        standing: await standingIn(engine, dossier),
        permits: await createPermits(engine).ofDossier(dossier),
        outbox: await messagesTo(citizen),
        inbox: await engine.read.select().from(inbox).where(eq(inbox.citizen, citizen)).orderBy(inbox.seq),
        attachments: await engine.read.select().from(attachments).where(eq(attachments.citizen, citizen)),
        conversation: await engine.read.select().from(conversations).where(eq(conversations.citizen, citizen)),
        consents: await engine.read.select().from(consents).where(eq(consents.citizen, citizen)),
        timers: await engine.read.select().from(timers).where(eq(timers.citizen, citizen)),
      }
    }
    const messagesTo = async (citizen: CitizenId) => {
      const { outbox } = engine.tables
      return engine.read.select().from(outbox).where(eq(outbox.citizen, citizen)).orderBy(outbox.seq)
    }
    const textsOf = (rows: Awaited<ReturnType<typeof messagesTo>>) =>
      rows.map(({ message }) => (message.type === 'text' ? message.text : message.type))

    it.each<[string, readonly Act[], Status]>([
      ['refused and its papers given back', [accept, refuse, giveBack], 'returned'],
      ['declined at reception', [decline], 'declined'],
      ['withdrawn', [accept, withdraw], 'withdrawn'],
      ['back in processing with the citizen’s supplement', [accept, ask, reply], 'processing'],
      ['waiting for an officer where it was asked about at reception', [ask, reply], 'supplement'],
      [
        'where the question was asked, also after a decision was taken back',
        [ask, decline, takeBack, reply],
        'supplement',
      ],
      ['not moved by a reply that crossed a decision', [accept, ask, forward, approve, reply], 'done'],
    ])('stands as its acts say, one after the other: %s', async (_, acts, status) => {
      const citizen = aCitizen()
      const id = await file(citizen)
      for (const [i, act] of acts.entries()) {
        const before = await standingIn(engine, id)
        const change = changeBy(before, act, { at: NOW + i + 1 })
        if (act.type === 'supplement' || act.type === 'withdraw')
          expect(await turn(citizen, { changes: [change] })).toMatchObject({ outcome: 'done' })
        else expect(await commit(change)).toBe('done')
        expect(await standingIn(engine, id)).toEqual(afterChange(before, change))
      }
      expect((await standingIn(engine, id)).dossier).toMatchObject({ status, revision: acts.length + 1 })
    })

    describe('is written whole', () => {
      it('with the messages in their order, all of them about this dossier', async () => {
        const { citizen, dossier, permit } = await approved()
        const rows = await messagesTo(citizen)
        expect(textsOf(rows)).toEqual([
          expect.stringContaining('đã tiếp nhận'),
          expect.stringContaining('đã được duyệt'),
          'picture',
        ])
        expect(rows.map((row) => row.dossier)).toEqual([dossier, dossier, dossier])
        expect(rows[2]?.message).toMatchObject({ of: { permit: permit.id } })
      })

      it('after what the turn itself says', async () => {
        const citizen = aCitizen()
        const dossier = await file(citizen)
        const change = changeBy(await standingIn(engine, dossier), withdraw, { at: NOW })
        await turn(citizen, { messages: [{ type: 'text', text: 'Vâng.' }], changes: [change] })
        const rows = await messagesTo(citizen)
        expect(textsOf(rows)).toEqual(['Vâng.', expect.stringContaining('Đã rút hồ sơ')])
        expect(rows[1]?.dossier).toBe(dossier)
      })

      it('with the files that become part of it, and no others', async () => {
        const citizen = aCitizen()
        const [filed, loose, sent] = [await aFile(citizen), await aFile(citizen), await aFile(citizen)]
        const answer = { key: 'papers', label: 'Giấy tờ', value: '1', shown: '1 tệp', attachments: [filed] }
        const dossier = await file(citizen, 'H12.99', { answers: [answer] })
        await commitAct(engine, dossier, ask, { at: NOW })
        const supplement = { ...reply, attachments: [sent] }
        await turn(citizen, { changes: [changeBy(await standingIn(engine, dossier), supplement, { at: NOW })] })
        const { attachments } = engine.tables
        const rows = await engine.read.select().from(attachments).where(eq(attachments.citizen, citizen))
        expect(new Map(rows.map((row) => [row.id, row.dossier]))).toEqual(
          new Map([
            [filed, dossier],
            [loose, null],
            [sent, dossier],
          ]),
        )
        expect((await standingIn(engine, dossier)).history.at(-1)).toMatchObject({ attachments: [sent] })
      })

      it('with its news in the citizen’s inbox, once', async () => {
        const citizen = aCitizen()
        const dossier = await file(citizen)
        const news = async () =>
          (await createConversations(engine).waiting(citizen, 9)).map((row) => row.from === 'program' && row.event.type)
        const asked = await commitAct(engine, dossier, ask, { at: NOW })
        expect(await news()).toEqual(['SUPPLEMENT_ASKED'])
        expect(await commit(asked)).toBe('stale')
        expect(await news()).toEqual(['SUPPLEMENT_ASKED'])
        await commitAct(engine, dossier, decline, { at: NOW + 1 })
        expect(await news()).toEqual(['SUPPLEMENT_ASKED', 'SUPPLEMENT_CLOSED'])
      })

      it.each<[string, (permit: Permit) => Act]>([
        ['revokes it', revokeOf],
        ['takes the approval back', () => takeBack],
        ['ends it with its order', () => endPermit],
        ['makes it anew under another key', () => ({ type: 're-issue' })],
      ])('with no reminder left of a permit that has ended, also when what ends it %s', async (_, actOn) => {
        const { dossier, permit } = await approved({ remindAt: NOW + 60_000 })
        expect((await createPermits(engine).find(permit.id))?.remindAt).toBe(NOW + 60_000)
        const act = actOn(permit)
        const granted = act.type === 're-issue' ? await permitOf(dossier, { remindAt: NOW + 90_000 }) : undefined
        const about = { at: NOW + 1, named: permit, inForce: [permit], ...(granted && { granted }) }
        await commitAct(engine, dossier, act, about)
        const kept = await createPermits(engine).find(permit.id)
        expect(kept).toMatchObject({ revokedAt: NOW + 1 })
        expect(kept).not.toHaveProperty('remindAt')
        if (granted) expect((await createPermits(engine).find(granted.id))?.remindAt).toBe(NOW + 90_000)
      })
    })

    describe('is not written at all, nor anything with it,', () => {
      /** A change with something in every table: news, a file, a permit granted and one that ends. */
      const rich = async () => {
        const { citizen, dossier, permit } = await approved()
        const file = await aFile(citizen)
        const granted = await permitOf(dossier, { replaces: permit.id })
        const standing = await standingIn(engine, dossier)
        const change: CaseChange = {
          ...changeBy(standing, takeBack, { at: NOW + 5, inForce: [permit], granted }),
          files: [file],
          event: { key: fresh('news'), event: { type: 'SUPPLEMENT_CLOSED', dossier, code: standing.dossier.code } },
        }
        return { citizen, dossier, permit, change }
      }
      type Rich = Awaited<ReturnType<typeof rich>>

      it.each<[string, (it: Rich) => CaseChange | Promise<CaseChange>]>([
        ['an older revision', ({ change }) => ({ ...change, revision: change.revision - 1 })],
        ['a revision that is still to come', ({ change }) => ({ ...change, revision: change.revision + 1 })],
        ['somebody else’s dossier', ({ change }) => ({ ...change, citizen: aCitizen() })],
        ['a dossier that is not there', ({ change }) => ({ ...change, dossier: fresh('nowhere') as DossierId })],
        [
          'a permit that is not there',
          ({ change }) => ({ ...change, ended: { permits: [fresh('permit') as PermitId], because: REASON } }),
        ],
        [
          'two permits of which one was revoked before',
          async ({ change, permit }) => {
            const gone = await approved()
            await commitAct(engine, gone.dossier, revokeOf(gone.permit), { at: NOW, named: gone.permit })
            return { ...change, ended: { permits: [permit.id, gone.permit.id], because: REASON } }
          },
        ],
        [
          'a permit that had not ended with the order which is applied again',
          ({ change, permit }) => ({ ...change, revived: { permit: permit.id, order: 'lenh' } }),
        ],
      ])('when it was judged on %s', async (_, spoil) => {
        const made = await rich()
        const change = await spoil(made)
        const before = await everything(made.dossier, made.citizen)
        expect(await commit(change)).toBe('stale')
        expect(await everything(made.dossier, made.citizen)).toEqual(before)
        expect(await createPermits(engine).find(made.change.granted!.id)).toBeUndefined()
        // Nothing in it was wrong but this one thing.
        expect(await commit(made.change)).toBe('done')
        const after = await everything(made.dossier, made.citizen)
        expect(after.inbox).toHaveLength(before.inbox.length + 1)
        expect(after.outbox.length).toBeGreaterThan(before.outbox.length)
        expect(after.attachments[0]?.dossier).toBe(made.dossier)
        expect(after.permits).toHaveLength(2)
      })

      it('when a permit with this number was granted before: a fault, and no word to the citizen', async () => {
        const [{ change, dossier, citizen }, { permit }] = [await rich(), await approved()]
        const before = await everything(dossier, citizen)
        await expect(commit({ ...change, granted: { ...change.granted!, id: permit.id } })).rejects.toThrow()
        expect(await everything(dossier, citizen)).toEqual(before)
      })

      it('when the permit was revoked before on a newer revision', async () => {
        const { citizen, dossier, permit } = await approved()
        await commitAct(engine, dossier, revokeOf(permit), { at: NOW + 1, named: permit })
        const again = changeBy(await standingIn(engine, dossier), revokeOf(permit), { at: NOW + 2, named: permit })
        const before = await everything(dossier, citizen)
        expect(await commit(again)).toBe('stale')
        expect(await everything(dossier, citizen)).toEqual(before)
      })
    })

    describe('is done once when two processes try it at the same instant:', () => {
      it.each<[string, (permit: Permit) => Act]>([
        ['a permit revoked', revokeOf],
        ['an approval taken back', () => takeBack],
        ['a permit ended with its order', () => endPermit],
        ['a result returned', () => giveBack],
      ])('%s', async (_, actOn) => {
        const { citizen, dossier, permit } = await approved()
        const standing = await standingIn(engine, dossier)
        const change = changeBy(standing, actOn(permit), { at: NOW + 1, named: permit, inForce: [permit] })
        const said = (await messagesTo(citizen)).length
        const outcomes = await Promise.all([
          commit(change),
          commit(change, other),
          commit(change),
          commit(change, other),
        ])
        expect(outcomes.toSorted()).toEqual(['done', 'stale', 'stale', 'stale'])
        expect(await standingIn(engine, dossier)).toEqual(afterChange(standing, change))
        expect(await messagesTo(citizen)).toHaveLength(said + change.messages.length)
      })

      it('a permit granted: each would grant one of its own', async () => {
        const dossier = await file(aCitizen())
        await commitAct(engine, dossier, accept, { at: NOW })
        const standing = await standingIn(engine, dossier)
        const approvals = await Promise.all(
          [1, 2].map(async () => changeBy(standing, approve, { at: NOW + 1, granted: await permitOf(dossier) })),
        )
        const outcomes = await Promise.all(approvals.map((change, i) => commit(change, i === 0 ? engine : other)))
        expect(outcomes.toSorted()).toEqual(['done', 'stale'])
        const winner = approvals[outcomes.indexOf('done')]
        expect(await createPermits(engine).ofDossier(dossier)).toEqual([winner?.granted])
      })

      it('an officer who accepts, and the citizen who withdraws', async () => {
        const citizen = aCitizen()
        const dossier = await file(citizen)
        const standing = await standingIn(engine, dossier)
        const [accepts, withdraws] = [accept, withdraw].map((act) => changeBy(standing, act, { at: NOW + 1 }))
        const [officer, own] = await Promise.all([commit(accepts!, other), turn(citizen, { changes: [withdraws!] })])
        expect([officer, own.outcome].toSorted()).toEqual(['done', 'stale'])
        expect(await standingIn(engine, dossier)).toEqual(
          afterChange(standing, officer === 'done' ? accepts! : withdraws!),
        )
        expect(await messagesTo(citizen)).toHaveLength(1)
      })
    })

    describe('in a citizen’s turn', () => {
      /** A change that was judged before an officer accepted the dossier. */
      const overtaken = async (citizen: CitizenId) => {
        const dossier = await file(citizen)
        const change = changeBy(await standingIn(engine, dossier), withdraw, { at: NOW })
        await commitAct(engine, dossier, accept, { at: NOW })
        return { dossier, change }
      }

      it('leaves the conversation, the delivery and everything else as it was when it is stale', async () => {
        const citizen = aCitizen()
        const { dossier, change } = await overtaken(citizen)
        const [inbox, conversations] = [createInbox(engine), createConversations(engine)]
        await inbox.keep(delivery(citizen))
        const before = await everything(dossier, citizen)
        const photo = {
          id: fresh('file') as AttachmentId,
          citizen,
          kind: 'photo',
          url: 'https://f/1',
          state: 'waiting',
          attempts: 0,
          receivedAt: NOW,
        } as const
        const [row] = await conversations.waiting(citizen, 1)
        const attempt = {
          ...{ before: await conversations.load(citizen), handled: row!.seq, at: NOW + 9, interaction: true },
          session: { ...before.conversation[0]!.session, drafts: [] },
        }
        const rows: Partial<TurnRows> = {
          ...{
            messages: [{ type: 'text', text: 'Đã rút.' }],
            attachments: [photo],
            timers: [{ timer: 'draft', at: NOW }],
          },
          ...{ consents: [{ citizen, flow: 'f', version: 1, step: 's', given: true, at: NOW }], forgets: true },
        }
        expect(
          await conversations.commit({ ...attempt, rows: () => ({ ...NOTHING, ...rows, changes: [change] }) }),
        ).toEqual({ outcome: 'stale' })
        expect(await everything(dossier, citizen)).toEqual(before)
        expect(await conversations.waiting(citizen, 9)).toEqual([row])

        const anew = changeBy(await standingIn(engine, dossier), withdraw, { at: NOW + 9 })
        const committed = await conversations.commit({
          ...attempt,
          rows: () => ({ ...NOTHING, ...rows, changes: [anew] }),
        })
        expect(committed).toMatchObject({ outcome: 'done' })
        expect((await standingIn(engine, dossier)).dossier.status).toBe('withdrawn')
        expect(await conversations.waiting(citizen, 9)).toEqual([])
      })

      it('takes the second change back with the first, whichever is stale', async () => {
        const citizen = aCitizen()
        const { dossier, change } = await overtaken(citizen)
        const good = await file(citizen)
        const withdrawn = changeBy(await standingIn(engine, good), withdraw, { at: NOW })
        for (const changes of [
          [withdrawn, change],
          [change, withdrawn],
        ]) {
          expect(await turn(citizen, { changes })).toEqual({ outcome: 'stale' })
          expect((await standingIn(engine, good)).dossier).toMatchObject({ status: 'registered', revision: 1 })
        }
        expect((await standingIn(engine, dossier)).dossier.status).toBe('accepted')
      })

      it('draws no number for a filing that is undone with it', async () => {
        const unit = fresh('H12.99.003')
        const citizen = aCitizen()
        const { change } = await overtaken(citizen)
        const drawn: string[] = []
        const id = fresh('dossier') as DossierId
        const fileWith = (...changes: DossierChange[]) =>
          turn(
            citizen,
            {},
            {
              filing: { unit, day: '2030-05-01' },
              rows: (code = '') => (
                drawn.push(code),
                { ...NOTHING, changes: [filing({ id, code, citizen, agency: unit }, NOW), ...changes] }
              ),
            },
          )
        expect(await fileWith(change)).toEqual({ outcome: 'stale' })
        await expect(standingIn(engine, id)).rejects.toThrow('no dossier')
        expect(await fileWith()).toMatchObject({ outcome: 'done' })
        expect(new Set(drawn)).toEqual(new Set([`${unit}-300501-0001`]))
        const { dossier } = await standingIn(engine, id)
        expect(dossier).toMatchObject({ code: drawn[0], status: 'registered', lastAction: 'filed', revision: 1 })
      })

      it('mends single answers without touching what was filed, and is found by what it says now', async () => {
        const citizen = aCitizen()
        const dossier = await file(citizen)
        const { answers: filed } = (await standingIn(engine, dossier)).dossier
        const [first] = filed
        const why = 'Không khớp với căn cước'
        await commitAct(
          engine,
          dossier,
          { ...ask, wanted: [{ key: first!.key, label: first!.label, why }] },
          { at: NOW },
        )
        const mended = { ...first!, value: 'Trần Mới Toanh', shown: 'Trần Mới Toanh' }
        const paper = { key: 'giay:chung-sinh', label: 'Giấy chứng sinh', value: '1', shown: '1 tệp' }
        const judge = createActByCitizen({
          wordsOf: ({ answers }) => answers.map(({ value }) => `name:${value}`),
          dossiers: createDossiers(engine),
          names: {
            procedureName: (flow) => flow,
            agencyName: (code) => code,
            kindOf: () => undefined,
            rateFlow: () => undefined,
          },
        })
        const act = { ...reply, answers: [mended, paper], gone: [] }
        const [judged] = await judge(citizen, [{ dossier, act }], NOW + 1)
        if (judged?.outcome !== 'changed') throw new Error('refused')
        expect(await turn(citizen, { changes: [judged.change] })).toMatchObject({ outcome: 'done' })
        const { dossier: row, history } = await standingIn(engine, dossier)
        expect(row.answers).toEqual([mended, ...filed.slice(1), paper])
        expect(history.at(-1)?.move?.given).toEqual([{ ...mended, before: first }, paper])
        const { dossiers, dossierWords } = engine.tables
        const [stored] = await engine.read.select().from(dossiers).where(eq(dossiers.id, dossier))
        expect(stored?.answers).toEqual(filed)
        const words = await engine.read.select().from(dossierWords).where(eq(dossierWords.dossier, dossier))
        // And one that says that they are all there.
        expect(words).toHaveLength(new Set(row.answers.map(({ value }) => value)).size + 1)
      })

      it('wakes those whose citizens did not answer in time, in order and page by page, and no others', async () => {
        const asked: DossierId[] = []
        for (let i = 0; i < 3; i++) {
          const dossier = await file(aCitizen())
          await commitAct(engine, dossier, { ...ask, until: '2030-05-16' }, { at: NOW + i })
          asked.push(dossier)
        }
        const { due } = createSleepers(engine)
        const woken = async (at: number) => (await due(at, undefined, 99)).filter(({ id }) => asked.includes(id))
        const reminded = Date.parse('2030-05-14T07:00:00+07:00')
        expect(await woken(reminded - 1)).toEqual([])
        expect(await woken(reminded)).toMatchObject(asked.toSorted().map((id) => ({ id, wakeAt: reminded })))
        const [first] = await due(reminded, undefined, 1)
        const [second] = await due(reminded, first, 1)
        expect([first?.id, second?.id]).toEqual((await due(reminded, undefined, 2)).map(({ id }) => id))
        await commitAct(engine, asked[0]!, { type: 'remind-answer' }, { at: reminded })
        await commitAct(engine, asked[1]!, reply, { at: reminded })
        expect((await woken(reminded)).map(({ id }) => id)).toEqual([asked[2]])
        const over = Date.parse('2030-05-16T17:00:00+07:00')
        await commitAct(engine, asked[0]!, { type: 'answer-overdue' }, { at: over })
        expect((await standingIn(engine, asked[0]!)).dossier).toMatchObject({
          lastAction: 'answer overdue',
          wakeAt: null,
        })
      })

      it('is judged one after the other, of one’s own dossiers only, and says which could not be done', async () => {
        const [citizen, stranger] = [aCitizen(), aCitizen()]
        const dossier = await file(citizen)
        await commitAct(engine, dossier, accept, { at: NOW })
        await commitAct(engine, dossier, ask, { at: NOW })
        const judge = createActByCitizen({
          wordsOf: () => [],
          dossiers: createDossiers(engine),
          names: {
            procedureName: (flow) => flow,
            agencyName: (code) => code,
            kindOf: () => undefined,
            rateFlow: () => undefined,
          },
        })
        const requests = [
          { dossier, act: reply },
          { dossier, act: reply },
          { dossier, act: withdraw },
        ]
        for (const one of await judge(stranger, requests, NOW))
          expect(one).toEqual({
            outcome: 'refused',
            because: expect.stringContaining('không tìm thấy hồ sơ này') as string,
          })

        const judged = await judge(citizen, requests, NOW + 1)
        expect(judged.map(({ outcome }) => outcome)).toEqual(['changed', 'refused', 'changed'])
        const changes = judged.flatMap((one) => (one.outcome === 'changed' ? [one.change] : []))
        expect(await turn(citizen, { changes })).toMatchObject({ outcome: 'done' })
        const { dossier: row, history } = await standingIn(engine, dossier)
        expect(row).toMatchObject({ status: 'withdrawn', revision: 5 })
        expect(history.slice(-2)).toMatchObject([
          { type: 'supplemented', status: 'processing' },
          { type: 'withdrawn', note: 'khai nhầm' },
        ])
        expect(await judge(citizen, [{ dossier, act: withdraw }], NOW + 2)).toEqual([
          { outcome: 'refused', because: expect.stringContaining('không rút được nữa') as string },
        ])
      })
    })
  })
}
