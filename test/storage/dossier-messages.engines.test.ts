import { WHOLE } from '../dossiers/everything-seen.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../src/conversation/words/messages.ts'
import { NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import type { Settlement } from '../../src/notifications/outbox.ts'
import { createCaseChanges } from '../../src/storage/case-changes.ts'
import { createDossierMessages } from '../../src/storage/dossier-messages.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createOutbox } from '../../src/storage/outbox.ts'
import { changeBy, REASON, standingIn } from './changes.ts'
import { bothEngines } from './engines.ts'
import { plantGranted } from './granted.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const text = (words: string): OutgoingMessage => ({ type: 'text', text: words })

describe.each(await bothEngines())('what citizens were told of a dossier, on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  /** A dossier of a citizen of its own about which an officer has said these things. */
  async function told(...words: string[]) {
    const { dossier, citizen } = await plantGranted(engine)
    const { conversations } = engine.tables
    const row = { citizen, revision: 1, session: NEW_SESSION, lastInteractionAt: NOW, updatedAt: NOW }
    await engine.write(async (db) => void (await db.insert(conversations).values(row)))
    for (const [i, word] of words.entries()) {
      const act = i % 2 === 0 ? ({ type: 'take-back', reason: REASON } as const) : ({ type: 'approve' } as const)
      const change = changeBy(await standingIn(engine, dossier), act, { at: NOW + i })
      await createCaseChanges(engine).commit({ ...change, messages: [text(word)] })
    }
    const outbox = createOutbox(engine)
    const settles = async (...settlements: Settlement[]) => {
      const lease = await outbox.lease(citizen, NOW + 10)
      if (!lease) throw new Error('nothing leased')
      for (const [i, settlement] of settlements.entries())
        await outbox.settle(lease, lease.messages[i]!, settlement, NOW + 20, i === settlements.length - 1)
    }
    return { dossier, settles }
  }
  const messages = () => createDossierMessages(engine)
  const DEAD: Settlement = { state: 'dead', reason: 'zalo -217' }

  it('is listed with what became of each message, oldest first', async () => {
    const { dossier, settles } = await told('đã nhận', 'đã duyệt', 'mời đến')
    await settles({ state: 'sent' }, DEAD)
    expect(await messages().ofDossier(dossier)).toMatchObject([
      { message: text('đã nhận'), saidAt: NOW, state: 'sent', settledAt: NOW + 20, attempts: 1 },
      { message: text('đã duyệt'), state: 'dead', reason: 'zalo -217' },
      { message: text('mời đến'), state: 'waiting', attempts: 0 },
    ])
  })

  it('finds the dossiers whose citizens have not got the last word, and no others', async () => {
    const [dead, sent, fresh] = [await told('a'), await told('b'), await told('c')]
    await dead.settles(DEAD)
    await sent.settles({ state: 'sent' })
    const found = async (unreachedSince: number) =>
      (await createDossiers(engine).list({ scope: WHOLE, order: 'newest', limit: 1_000, unreachedSince })).map(
        ({ id }) => id,
      )
    expect(await found(NOW)).toContain(dead.dossier)
    expect(await found(NOW)).not.toContain(sent.dossier)
    expect(await found(NOW)).not.toContain(fresh.dossier)
    expect(await found(NOW + 1)).toContain(fresh.dossier)
  })

  it('has not reached them when the last message is dead, held or in doubt', async () => {
    const [dead, held, doubtful] = [await told('a'), await told('b'), await told('c')]
    await dead.settles(DEAD)
    await held.settles({ state: 'held', reason: 'zalo -230' })
    await doubtful.settles({ state: 'in doubt', since: NOW, until: NOW + 9, reason: 'econnreset', parts: 0 })
    const ids = [dead, held, doubtful].map(({ dossier }) => dossier)
    expect([...(await messages().unreached(ids, NOW - 1))]).toEqual(
      expect.arrayContaining([
        [dead.dossier, { state: 'dead', saidAt: NOW, reason: 'zalo -217' }],
        [held.dossier, { state: 'held', saidAt: NOW, reason: 'zalo -230' }],
        [doubtful.dossier, { state: 'in doubt', saidAt: NOW, reason: 'econnreset' }],
      ]),
    )
  })

  it('has reached them when the last message was sent, whatever became of those before it', async () => {
    const { dossier, settles } = await told('a', 'b')
    await settles(DEAD, { state: 'sent' })
    expect(await messages().unreached([dossier], NOW)).toEqual(new Map())
  })

  it('is on its way for as long as the caller is patient', async () => {
    const { dossier } = await told('a')
    expect(await messages().unreached([dossier], NOW)).toEqual(new Map())
    expect(await messages().unreached([dossier], NOW + 1)).toEqual(
      new Map([[dossier, { state: 'waiting', saidAt: NOW }]]),
    )
  })

  it('is nothing where nothing was said', async () => {
    const { dossier } = await plantGranted(engine)
    expect(await messages().ofDossier(dossier)).toEqual([])
    expect(await messages().unreached([dossier, 'x' as DossierId], NOW)).toEqual(new Map())
    expect(await messages().unreached([], NOW)).toEqual(new Map())
  })
})
