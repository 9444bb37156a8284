import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Log } from '../kernel/log.ts'
import type { Db, Engine } from './engine.ts'
import { postgresSchema } from './schema.ts'

/** Serialization failure and deadlock: PostgreSQL undid the transaction and asks to run it again. */
const RUN_AGAIN = new Set(['40001', '40P01'])
const TRIES = 4
/** Any number, the same in every process: only one of them migrates at a time. */
const MIGRATION_LOCK = 20_190_312

/** Connects, applies pending migrations, and fails when one does not apply. */
export async function openPostgres(url: string, log: Log): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  // An idle connection that breaks is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => log.warn({}, 'an idle PostgreSQL connection broke'))
  const db = drizzle(pool, { casing: 'snake_case' })
  await migrateAlone(pool)

  const write = async <T>(work: (db: Db) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await db.transaction((tx) => work(tx as unknown as Db))
      } catch (cause) {
        // Only the two codes above are expected here; everything else is the caller's.
        if (attempt === TRIES || !RUN_AGAIN.has(codeOf(cause))) throw cause
      }
    }
  }

  return {
    name: 'postgres',
    tables: postgresSchema,
    read: db as unknown as Db,
    write,
    ping: async () => void (await db.execute(sql`select 1`)),
    close: () => pool.end(),
  }
}

async function migrateAlone(pool: pg.Pool) {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const migrationsFolder = fileURLToPath(new URL('../../migrations/postgres', import.meta.url))
    await migrate(drizzle(client, { casing: 'snake_case' }), { migrationsFolder })
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
    client.release()
  }
}

/** drizzle wraps the driver's error in one of its own. */
function codeOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause !== undefined ? cause.cause : cause
  return typeof inner === 'object' && inner !== null && 'code' in inner ? String(inner.code) : ''
}
