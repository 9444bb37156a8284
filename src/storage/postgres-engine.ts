import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Log } from '../kernel/log.ts'
import { fromPostgres } from './driver-fault.ts'
import type { Db, Engine } from './engine.ts'
import { handleOf } from './postgres-session.ts'
import { postgresSchema } from './schema.ts'

/** Serialization failure and deadlock: PostgreSQL undid the transaction and asks to run it again. */
const RUN_AGAIN = new Set(['storage 40001', 'storage 40P01'])
const TRIES = 4
/** Any number, the same in every process: only one of them migrates at a time. */
const MIGRATION_LOCK = 20_190_312

/** Connects, applies pending migrations, and fails when one does not apply. */
export async function openPostgres(url: string, log: Log): Promise<Engine> {
  await migrateAlone(url)
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  // An idle connection that breaks is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => log.warn({}, 'an idle PostgreSQL connection broke'))
  const read = handleOf(pool)

  return {
    name: 'postgres',
    tables: postgresSchema,
    read,
    write: async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await transaction(pool, work)
        } catch (cause) {
          // Only the two codes above are expected here; everything else is the caller's.
          const isAgain = cause instanceof Error && RUN_AGAIN.has(cause.message)
          if (attempt === TRIES || !isAgain) throw cause
        }
      }
    },
    ping: async () => {
      await pool.query('select 1').catch(refuse)
    },
    close: () => pool.end(),
  }
}

/**
 * One piece of work between BEGIN and COMMIT, said here and not by drizzle: a connection that breaks at any point is
 * given back to the pool as broken, and its place is free for a new one.
 */
async function transaction<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(refuse)
  let isBroken = false
  const notice = () => {
    isBroken = true
  }
  // A connection in use that breaks says so also to its listeners; with none, Node would end the process.
  client.on('error', notice)
  const say = (words: string) =>
    client.query(words).catch((cause: unknown) => {
      isBroken = true
      throw fromPostgres(cause)
    })
  try {
    await say('begin')
    try {
      const value = await work(handleOf(client))
      await say('commit')
      return value
    } catch (cause) {
      if (!isBroken) await say('rollback').catch(notice)
      throw cause
    }
  } finally {
    client.release(isBroken)
    client.off('error', notice)
  }
}

const refuse = (cause: unknown): never => {
  throw fromPostgres(cause)
}

async function migrateAlone(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const migrationsFolder = fileURLToPath(new URL('../../migrations/postgres', import.meta.url))
    await migrate(drizzle(client), { migrationsFolder })
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}
