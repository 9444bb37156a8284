import { ZALO } from '../../src/zalo/channel.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { NEW_SESSION } from '../../src/conversation/words/session.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { createBullmqDoorbell } from '../../src/notifications/bullmq-doorbell.ts'
import type { SweptDoorbell } from '../../src/notifications/doorbell.ts'
import { createDispatch } from '../../src/notifications/dispatch.ts'
import { createInProcessDoorbell } from '../../src/notifications/in-process-doorbell.ts'
import type { Channel } from '../../src/notifications/send.ts'
import { startSweep } from '../../src/notifications/sweep.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import { createOutbox } from '../../src/storage/outbox.ts'
import { outboxWrites } from '../../src/storage/outbox-writes.ts'
import { piecesOf } from '../../src/zalo/render.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { PATIENCE } from '../patience.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function until(condition: () => boolean) {
  const deadline = Date.now() + PATIENCE
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await sleep(5)
  }
}

let database = 0
/** Each test has a Redis database of its own; two doorbells on it are two processes. */
const drivers = [
  { name: 'in-process', open: () => createInProcessDoorbell(() => undefined), wipe: undefined },
  {
    name: 'BullMQ',
    open: () => createBullmqDoorbell(`${inject('redisUrl')}/${database}`, silent),
    wipe: async () => {
      const redis = new Redis(`${inject('redisUrl')}/${database}`)
      await redis.flushdb()
      redis.disconnect()
    },
  },
]

describe('the BullMQ doorbell of several processes', () => {
  it('has a delivery answered where it is rung, and elsewhere only when nobody answers there', async () => {
    const [one, other, web] = [0, 1, 2].map(() => createBullmqDoorbell(`${inject('redisUrl')}/${database}`, silent))
    const heard: string[] = []
    one!.answer('delivery', 4, async (key) => void heard.push(`one ${key}`))
    other!.answer('delivery', 4, async (key) => void heard.push(`other ${key}`))
    for (const key of ['a', 'b', 'c']) one!.ring('delivery', key)
    other!.ring('delivery', 'd')
    await until(() => heard.length === 4)
    expect(heard.toSorted()).toEqual(['one a', 'one b', 'one c', 'other d'])
    // Who answers nothing is heard by those who do.
    web!.ring('delivery', 'e')
    await until(() => heard.length === 5)
    await Promise.all([one, other, web].map((doorbell) => doorbell!.close()))
    database++
  })

  it('lets one process answer turns for all while it keeps up, and wakes the others when a ring waits or it ends', async () => {
    const heard: string[] = []
    const open = new Map<string, () => void>()
    let isStuck = false
    const start = (name: string) => {
      const doorbell = createBullmqDoorbell(`${inject('redisUrl')}/${database}`, silent)
      doorbell.answer('turn', 2, async (key) => {
        heard.push(name)
        if (isStuck && name === heard[0]) await new Promise<void>((resolve) => open.set(key, resolve))
      })
      return doorbell
    }
    const processes = new Map(['one', 'other', 'third'].map((name) => [name, start(name)]))
    const ringer = createBullmqDoorbell(`${inject('redisUrl')}/${database}`, silent)
    const ring = async (times: number, prefix: string) => {
      for (let i = 0; i < times; i++) {
        ringer.ring('turn', `${prefix}${i}`)
        await sleep(10)
      }
    }
    // Each may take one ring more while it lies down.
    await sleep(3_000)
    await ring(12, 'first')
    await until(() => heard.length === 12)
    heard.splice(0)
    await ring(30, 'calm')
    await until(() => heard.length === 30)
    const [awake] = heard
    expect(new Set(heard)).toEqual(new Set([awake]))

    isStuck = true
    await ring(8, 'stuck')
    await until(() => heard.length === 38)
    expect(heard.slice(30).filter((name) => name === awake)).toHaveLength(2)
    isStuck = false
    for (const release of open.values()) release()

    await processes.get(awake!)!.close()
    await ring(4, 'left')
    await until(() => heard.length === 42)
    await Promise.all([...processes.values(), ringer].map((doorbell) => doorbell.close()))
    database++
  })
})

describe.each(drivers)('the $name doorbell', ({ open, wipe }) => {
  const opened: SweptDoorbell[] = []
  const openOne = () => {
    const doorbell = open()
    opened.push(doorbell)
    return doorbell
  }
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((doorbell) => doorbell.close()))
    database++
  })

  it('calls the one who answers with the key that was rung', async () => {
    const heard: string[] = []
    const doorbell = openOne()
    doorbell.answer('turn', 4, async (key) => void heard.push(key))
    doorbell.ring('turn', 'a')
    doorbell.ring('delivery', 'b')
    await until(() => heard.length === 1)
    expect(heard).toEqual(['a'])
  })

  it('never answers one key twice at the same time, and once more for rings during an answer', async () => {
    let active = 0
    let most = 0
    let answers = 0
    let others = 0
    let isHeld = true
    const doorbell = openOne()
    doorbell.answer('turn', 8, async (key) => {
      if (key === 'other') return void others++
      active++
      most = Math.max(most, active)
      await until(() => !isHeld)
      active--
      answers++
    })
    doorbell.ring('turn', 'a')
    await until(() => active === 1)
    for (let i = 0; i < 5; i++) doorbell.ring('turn', 'a')
    // Heard once all rings before it were.
    doorbell.ring('turn', 'other')
    await until(() => others === 1)
    isHeld = false
    await until(() => answers === 2)
    await sleep(150)
    expect({ most, answers }).toEqual({ most: 1, answers: 2 })
  })

  it('answers different keys side by side', async () => {
    let active = 0
    let most = 0
    const doorbell = openOne()
    doorbell.answer('turn', 4, async () => {
      most = Math.max(most, ++active)
      await until(() => most > 2)
      active--
    })
    for (const key of ['a', 'b', 'c', 'd']) doorbell.ring('turn', key)
    await until(() => most > 2)
  })

  it('rings later when asked, without swallowing rings that come before', async () => {
    const heard: number[] = []
    const start = Date.now()
    const doorbell = openOne()
    doorbell.answer('turn', 4, async () => void heard.push(Date.now() - start))
    doorbell.ring('turn', 'a', 400)
    doorbell.ring('turn', 'a')
    await until(() => heard.length === 2)
    expect(heard[1]).toBeGreaterThanOrEqual(380)
  })

  it('goes on ringing after an answer failed', async () => {
    let answers = 0
    const doorbell = openOne()
    doorbell.answer('turn', 1, async () => {
      if (++answers === 1) throw new Error('first one breaks')
    })
    doorbell.ring('turn', 'a')
    await until(() => answers === 1)
    await sleep(30)
    doorbell.ring('turn', 'a')
    await until(() => answers === 2)
  })

  it('loses and reorders nothing when every ring is wiped in the middle: the sweep finds the work', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doorbell-'))
    const engine = openSqlite(join(folder, 'mot-cua.db'), plain)
    const outbox = createOutbox(engine)
    const { say } = outboxWrites(engine)
    const citizens = ['a', 'b', 'c'] as CitizenId[]
    const phones = new Map<string, string[]>(citizens.map((citizen) => [citizen, []]))
    const send: Channel['send'] = async (citizen, message) => {
      await sleep(2)
      if (message.type === 'text') phones.get(citizen)?.push(message.text)
      return { outcome: 'sent' }
    }
    // Two processes answer the bell where the driver knows of others, and a third rings it.
    const doorbells = wipe ? [openOne(), openOne(), openOne()] : [openOne()]
    for (const doorbell of wipe ? doorbells.slice(1) : doorbells) {
      const channel = { send, piecesOf }
      const dispatch = createDispatch({
        outbox,
        channel,
        facts: ZALO,
        doorbell,
        now: Date.now,
        random: Math.random,
        log: silent,
      })
      doorbell.answer('delivery', 4, (key) => dispatch(key as CitizenId))
    }
    const [first] = doorbells
    const sweep = startSweep(first as SweptDoorbell, [{ bell: 'delivery', find: outbox.due }], Date.now, silent)
    await engine.write(async (db) => {
      for (const citizen of citizens) {
        const row = { citizen, revision: 1, session: NEW_SESSION, lastInteractionAt: Date.now(), updatedAt: Date.now() }
        await db.insert(engine.tables.conversations).values(row)
      }
    })

    for (let i = 0; i < 40; i++) {
      for (const citizen of citizens) {
        await engine.write((db) => say(db, citizen, { type: 'text', text: String(i) }, Date.now()))
        first?.ring('delivery', citizen)
      }
      if (i % 10 === 5) await wipe?.()
    }
    await wipe?.()
    await until(() => [...phones.values()].every((texts) => texts.length >= 40))
    await sweep.stop()
    await Promise.all(doorbells.map((doorbell) => doorbell.close()))
    await engine.close()
    rmSync(folder, { recursive: true })
    for (const texts of phones.values()) expect(texts).toEqual(Array.from({ length: 40 }, (_, i) => String(i)))
  })
})
