import { ZALO } from '../../src/zalo/channel.ts'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../src/conversation/words/messages.ts'
import { NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { createDispatch } from '../../src/notifications/dispatch.ts'
import type { Piece } from '../../src/notifications/echo.ts'
import type { Outbox } from '../../src/notifications/outbox.ts'
import type { Channel, SendResult } from '../../src/notifications/send.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createInbox } from '../../src/storage/inbox.ts'
import { createOutbox } from '../../src/storage/outbox.ts'
import { outboxWrites } from '../../src/storage/outbox-writes.ts'
import { piecesOf } from '../../src/zalo/render.ts'
import { bothEngines } from '../storage/engines.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const DAY = 86_400_000
const text = (words: string): OutgoingMessage => ({ type: 'text', text: words })
const LONG = text(['một', 'hai', 'ba'].map((word) => `${word} `.repeat(460)).join('\n'))

/** What one call comes to: whether it reaches the phone, how long the answer takes, and what the answer says. */
interface Fate {
  arrives: boolean
  answer: SendResult
  takes?: number
  echoAfter?: number
}

const CUT: SendResult = { outcome: 'again', reason: 'econnreset', mayHaveArrived: true }
const FINE: Fate = { arrives: true, answer: { outcome: 'sent' } }
let people = 0

describe.each(await bothEngines())('delivering on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  /** One citizen, their phone, and a Zalo whose calls meet the given fates one after another; then all is well. */
  async function citizen(fates: Fate[], lastInteractionAt = NOW) {
    const id = `7000000000000${1_000 + ++people}` as CitizenId
    let now = NOW
    let calls = 0
    let rungAt: number | undefined
    const phone: string[] = []
    const echoes: { at: number; piece: Piece; messageId: string }[] = []
    const inbox = createInbox(engine)
    const { say, releaseHeld } = outboxWrites(engine)
    const { conversations, outbox: rows } = engine.tables
    const row = { citizen: id, revision: 1, session: NEW_SESSION, lastInteractionAt, updatedAt: NOW }
    await engine.write(async (db) => void (await db.insert(conversations).values(row)))

    const channel: Channel = {
      piecesOf,
      send: async (_citizen, message, from) => {
        const pieces = piecesOf(message)
        for (let i = from; i < pieces.length; i++) {
          const { arrives, answer, takes = 40, echoAfter = 100 } = fates.shift() ?? FINE
          const messageId = `${id}-${++calls}`
          const piece = pieces[i]!
          if (arrives) {
            phone.push(piece.text.slice(0, 3).trim())
            echoes.push({ at: now + echoAfter, piece, messageId })
          }
          now += takes
          if (answer.outcome !== 'sent') return { ...answer, parts: i }
          if (i === pieces.length - 1) return { outcome: 'sent', zaloMessageId: messageId }
        }
        return { outcome: 'broken', reason: 'empty message' }
      },
    }
    const outbox: Outbox = createOutbox(engine)
    const deliver = (over: Partial<Outbox> = {}) =>
      createDispatch({
        outbox: { ...outbox, ...over },
        channel,
        facts: ZALO,
        doorbell: { ring: (_bell, _key, after = 0) => void (rungAt = now + after) },
        now: () => now,
        random: () => 0.123456789,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        pause: async (forMs) => void (now += forMs),
      })(id)

    return {
      id,
      phone,
      outbox,
      deliver,
      calls: () => calls,
      clock: () => now,
      pass: (ms: number) => (now += ms),
      says: (...messages: OutgoingMessage[]) =>
        engine.write(async (db) => {
          for (const message of messages) await say(db, id, message, now)
        }),
      writes: () => engine.write((db) => releaseHeld(db, id)),
      /** Answers the bell and the sweep until nothing more is due within `within` milliseconds. */
      run: async (within: number, over?: Partial<Outbox>) => {
        const end = now + within
        if (rungAt !== undefined && rungAt <= end) now = Math.max(now, rungAt)
        for (;;) {
          for (const due of echoes.filter(({ at }) => at <= now).splice(0)) {
            echoes.splice(echoes.indexOf(due), 1)
            await inbox.keep({
              ...{
                key: `oa_send_text:${due.messageId}`,
                citizen: id,
                sentAt: due.at,
                receivedAt: now,
                purpose: 'echo',
              },
              body: Buffer.from('{}'),
              echo: { ...due.piece, messageId: due.messageId },
            })
          }
          rungAt = undefined
          await deliver(over)
          if (rungAt === undefined || rungAt > Math.max(end, now)) return
          now = Math.max(now, rungAt)
        }
      },
      states: async () => {
        const found = await engine.read.select().from(rows).where(eq(rows.citizen, id)).orderBy(rows.seq)
        return found.map(({ state, attempts, reason }) => [state, attempts, reason])
      },
    }
  }

  it('counts every refused attempt, waits longer each time, and in the end gives up and goes on', async () => {
    const refused: Fate = { arrives: false, answer: { outcome: 'again', reason: 'zalo -200' } }
    const one = await citizen(Array.from({ length: 12 }, () => refused))
    await one.says(text('một'), text('hai'))
    await one.run(60_000)
    expect((await one.states())[0]).toEqual(['waiting', 4, 'zalo -200'])
    await one.run(DAY)
    expect(await one.states()).toEqual([
      ['dead', 12, 'zalo -200'],
      ['sent', 1, null],
    ])
    expect(one.clock() - NOW).toBeGreaterThan(4 * 3_600_000)
  })

  it('repeats nothing that arrived although its answer was cut and its echo came twelve seconds late', async () => {
    const cut: Fate = { arrives: true, answer: CUT, echoAfter: 12_000 }
    const one = await citizen([cut, cut, cut])
    await one.says(text('một'), text('hai'), { type: 'picture', of: { permit: 'p' }, caption: 'giấy' }, text('ba'))
    await one.run(60_000)
    expect(one.phone).toEqual(['một', 'hai', 'giấ', 'ba'])
    expect((await one.states()).map(([state]) => state)).toEqual(['sent', 'sent', 'sent', 'sent'])
  })

  it('repeats nothing whose answer came after we had given up on it', async () => {
    const late: Fate = { arrives: true, answer: { ...CUT, reason: 'econnaborted' }, takes: 10_000, echoAfter: 12_000 }
    const one = await citizen([late, late])
    await one.says(text('một'), text('hai'))
    await one.run(60_000)
    expect(one.phone).toEqual(['một', 'hai'])
    expect(one.clock() - NOW).toBeLessThan(30_000)
  })

  it('sends once more, in its place, what was lost on the way', async () => {
    const one = await citizen([{ arrives: false, answer: CUT }])
    await one.says(text('một'), text('hai'))
    await one.run(10_000)
    expect(one.phone).toEqual([])
    await one.run(60_000)
    expect(one.phone).toEqual(['một', 'hai'])
    expect(one.clock() - NOW).toBeLessThan(25_000)
  })

  it('believes the late echo of a first call while a second one is in doubt', async () => {
    const one = await citizen([
      { arrives: true, answer: CUT, echoAfter: 25_000 },
      { arrives: false, answer: CUT },
    ])
    await one.says(text('một'), text('hai'))
    await one.run(90_000)
    expect(one.phone).toEqual(['một', 'hai'])
  })

  it('goes on in the middle of a long message, wherever the answer was cut', async () => {
    const one = await citizen([FINE, { arrives: true, answer: CUT }, { arrives: false, answer: CUT }])
    await one.says(LONG, text('bốn'))
    await one.run(90_000)
    expect(one.phone).toEqual(['một', 'hai', 'ba', 'bốn'])
  })

  it('repeats nothing because storage could not write down for a while what had become of it', async () => {
    const one = await citizen([])
    await one.says(text('một'), text('hai'))
    let refusals = 30
    await one.run(60_000, {
      settle: async (...args) => {
        if (refusals-- > 0) throw new Error('the database is away')
        return one.outbox.settle(...args)
      },
    })
    expect(one.phone).toEqual(['một', 'hai'])
    expect(one.calls()).toBe(2)
  })

  it('lets the next deliverer look for the echo when it could not be written down at all', async () => {
    const one = await citizen([])
    await one.says(text('một'), text('hai'))
    await one.run(0, { settle: () => Promise.reject(new Error('the database is away')) })
    one.pass(2_000)
    await one.run(60_000)
    expect(one.phone).toEqual(['một', 'hai'])
  })

  it('asks once, and holds everything, while Zalo says that the window is closed', async () => {
    const closed: Fate = { arrives: false, answer: { outcome: 'window closed', reason: 'zalo -230' } }
    const one = await citizen(Array.from({ length: 140 }, () => closed))
    for (let n = 0; n < 140; n++) {
      await one.writes()
      await one.says(text(String(n)))
      await one.run(0)
    }
    expect(one.calls()).toBe(140)
    expect((await one.states()).every(([state]) => state === 'held')).toBe(true)
    await one.writes()
    await one.run(0)
    expect(one.phone).toEqual(Array.from({ length: 140 }, (_, n) => String(n)))
  })

  it('holds without asking what Zalo cannot take any more, all of it at once', async () => {
    const one = await citizen([], NOW - 8 * DAY)
    await one.says(...Array.from({ length: 25 }, (_, n) => text(String(n))))
    await one.run(0)
    expect(one.calls()).toBe(0)
    expect((await one.states()).every(([state]) => state === 'held')).toBe(true)
  })

  it('does not hold what is said to a citizen who writes while Zalo refuses', async () => {
    const closed: Fate = { arrives: false, answer: { outcome: 'window closed', reason: 'zalo -230' } }
    const one = await citizen([closed])
    await one.says(text('một'))
    const { conversations } = engine.tables
    await one.run(0, {
      hold: async (lease, ...rest) => {
        const wrote = { lastInteractionAt: NOW + 1 }
        await engine.write(async (db) => {
          await db.update(conversations).set(wrote).where(eq(conversations.citizen, lease.citizen))
        })
        await one.says(text('hai'))
        return one.outbox.hold(lease, ...rest)
      },
    })
    expect(one.phone).toEqual(['một', 'hai'])
  })

  it('keeps its lease while it sends, for longer than a dead deliverer would', async () => {
    const one = await citizen([])
    await one.says(text('một'))
    const lease = await one.outbox.lease(one.id, NOW)
    if (!lease) throw new Error('nothing leased')
    expect(await one.outbox.renew(lease, NOW + 20_000)).toBe(true)
    expect(await one.outbox.lease(lease.citizen, NOW + 30_000)).toBeUndefined()
    const next = await one.outbox.lease(lease.citizen, NOW + 50_000)
    expect(next?.doubt).toMatchObject({ diedSince: NOW })
    expect(await one.outbox.renew(lease, NOW + 50_001)).toBe(false)
    await one.outbox.release(lease)
    expect(await one.outbox.lease(lease.citizen, NOW + 50_002)).toBeUndefined()
  })
})
