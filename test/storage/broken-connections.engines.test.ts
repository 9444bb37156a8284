import { eq, sql, type SQL } from 'drizzle-orm'
import pg from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { isStorageUnwell } from '../../src/kernel/fault.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import type { Db, Engine } from '../../src/storage/engine/engine.ts'
import { openPostgres } from '../../src/storage/engine/postgres-engine.ts'
import { createDatabase } from '../servers/postgres.ts'
import { type Relay, startRelay } from '../servers/relay.ts'

/** Longer than a time-out and a new connection take, and well below what a citizen waits. */
const RECOVERS_WITHIN = 30_000
/** The engine asked again by itself, and the work is there. */
const WRITTEN = 'written'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const address = await createDatabase(inject('postgresUrl'))
let relay: Relay
let engine: Engine
let aside: pg.Client
let counter = 0

beforeAll(async () => {
  aside = new pg.Client(address)
  await aside.connect()
  relay = await startRelay(Number(new URL(address).port))
  const through = new URL(address)
  through.port = String(relay.port)
  engine = await openPostgres(through.href, plain, silent)
})
afterAll(async () => {
  relay.pass()
  await engine.close()
  await relay.close()
  await aside.end()
})

const aCitizen = () => `7000000000000000${++counter}` as CitizenId
const say = (db: Db, words: SQL): Promise<unknown> =>
  (db as unknown as { execute(q: SQL): Promise<unknown> }).execute(words)

const insert = (citizen: CitizenId) => async (db: Db) => {
  await db.insert(engine.tables.consents).values({ citizen, flow: 'f', version: 1, step: 's', given: 1, at: 1 })
}
const rows = async (citizen: CitizenId) => {
  const { rows } = await aside.query<{ n: string }>('select count(*) n from consents where citizen = $1', [citizen])
  return Number(rows[0]?.n)
}
const works = async () => {
  const citizen = aCitizen()
  await engine.write(insert(citizen))
  const { consents } = engine.tables
  expect(await engine.read.select().from(consents).where(eq(consents.citizen, citizen))).toHaveLength(1)
}
const worksAgain = async () => {
  const until = Date.now() + RECOVERS_WITHIN
  for (;;) {
    try {
      return await works()
    } catch (cause) {
      if (!isStorageUnwell(cause) || Date.now() > until) throw cause
      await pause(200)
    }
  }
}

describe('a connection to PostgreSQL that breaks', () => {
  const terminate = () =>
    aside.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )

  const moments: [string, (citizen: CitizenId) => Promise<unknown>][] = [
    ['while it is idle', async () => terminate()],
    [
      'as a piece begins',
      (citizen) => {
        const asked = engine.write(insert(citizen))
        relay.cut()
        return asked.then(() => WRITTEN)
      },
    ],
    [
      'in the middle of a piece',
      (citizen) =>
        engine.write(async (db) => {
          await insert(citizen)(db)
          await say(db, sql`select pg_terminate_backend(pg_backend_pid())`)
        }),
    ],
    [
      'when everything is to be committed',
      (citizen) =>
        engine.write(async (db) => {
          await insert(citizen)(db)
          relay.cut()
        }),
    ],
    [
      'when everything is to be undone',
      (citizen) =>
        engine.write(async (db) => {
          await insert(citizen)(db)
          relay.cut()
          throw new Error('changed its mind')
        }),
    ],
    [
      'while something is read',
      async () => {
        const reading = say(engine.read, sql`select pg_sleep(0.3)`)
        await pause(100)
        await terminate()
        return reading
      },
    ],
  ]

  it.each(moments)('%s costs neither the process nor a place, and leaves nothing half done', async (_, breakIt) => {
    // More often than there are places.
    for (let i = 0; i < 25; i++) {
      const citizen = aCitizen()
      const answer = await breakIt(citizen).catch(() => undefined)
      expect(await rows(citizen)).toBe(answer === WRITTEN ? 1 : 0)
    }
    await worksAgain()
    await Promise.all(Array.from({ length: 40 }, works))
  })

  it('while it is idle is not noticed by who writes and reads next', async () => {
    await works()
    await terminate()
    await pause(100)
    await works()
  })
})

describe('a PostgreSQL that falls silent', () => {
  it('for ten seconds is worked with again within half a minute', async () => {
    await works()
    relay.silence()
    setTimeout(() => relay.pass(), 10_000)
    const asked = await Promise.allSettled([works(), works(), say(engine.read, sql`select 1`)])
    for (const one of asked) if (one.status === 'rejected') expect(isStorageUnwell(one.reason)).toBe(true)
    await worksAgain()
  }, 60_000)

  it('for good on the connections there are is worked with over new ones', async () => {
    await Promise.all(Array.from({ length: 10 }, works))
    relay.strand()
    await Promise.allSettled(Array.from({ length: 10 }, works))
    await works()
  }, 60_000)
})

describe('a row that somebody else holds', () => {
  const hold = async (citizen: CitizenId) => {
    await engine.write(async (db) => {
      await db.insert(engine.tables.timers).values({ citizen, timer: 'album', dueAt: 1 })
    })
    await aside.query('begin')
    await aside.query('select * from timers where citizen = $1 for update', [citizen])
  }
  const touch = (citizen: CitizenId) => async (db: Db) => {
    await db.update(engine.tables.timers).set({ dueAt: 2 }).where(eq(engine.tables.timers.citizen, citizen))
  }

  it('stops nobody who comes later', async () => {
    const citizen = aCitizen()
    await hold(citizen)
    let isDone = false
    const stuck = engine.write(touch(citizen)).then(() => (isDone = true))
    await pause(20)
    await Promise.all(Array.from({ length: 5 }, works))
    expect(isDone).toBe(false)
    await aside.query('commit')
    await stuck
  })

  it('for long is a fault of the storage for the one piece that wants it, and none for those beside it', async () => {
    const citizen = aCitizen()
    await hold(citizen)
    const stuck = engine.write(touch(citizen))
    const beside = Promise.all(Array.from({ length: 5 }, works))
    await expect(stuck).rejects.toMatchObject({ code: 'storage 55P03', retry: true })
    await beside
    await aside.query('commit')
    await engine.write(touch(citizen))
  })
})
