import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { SECOND } from '../../kernel/clock.ts'
import type { Log } from '../../kernel/log.ts'
import type { Codec } from './codec.ts'
import type { Engine } from './engine.ts'
import { groupCommit } from './group-commit.ts'
import { createLine } from './postgres-line.ts'
import { createReader } from './postgres-reader.ts'
import { handleOf } from './postgres-session.ts'
import { createWriter } from './postgres-writer.ts'
import { postgresSchema } from './schema.ts'

/** Any number, the same in every process: only one of them migrates at a time. */
const MIGRATION_LOCK = 20_190_312
/** The second and third take over while the first waits for a lock. */
const WRITERS = 3
/** Milliseconds: several workers divide what happens at once into smaller groups, of which each has three round trips. */
const COMPANY = 8
/** One for the statements of every turn, the others for whatever may take longer. */
const READERS = 6

/** Connects, applies pending migrations, and fails when one does not apply. Personal columns go through the codec. */
export async function openPostgres(url: string, codec: Codec, log: Log): Promise<Engine> {
  await migrateAlone(url)

  const open = (count: number) => Array.from({ length: count }, () => createLine(url, (code) => onLost(code)))
  const writers = open(WRITERS)
  const readers = open(READERS)
  const lines = [...writers, ...readers]
  const onLost = (code: string) => {
    log.warn({ code }, 'a PostgreSQL connection broke')
    // Where one is not heard any more the idle ones are not either, and would each be waited for in turn.
    if (code === 'storage ETIMEDOUT') for (const line of lines) if (line.now()?.asked() === 0) line.drop()
  }

  const { write, idle } = groupCommit(writers.map(createWriter), COMPANY)
  const reader = createReader(readers)

  return {
    name: 'postgres',
    tables: postgresSchema(codec),
    codec,
    read: handleOf(reader),
    write,
    ping: async () => void (await reader.query('select 1')),
    close: async () => {
      await idle()
      await Promise.all(lines.map((line) => line.close()))
    },
  }
}

async function migrateAlone(url: string) {
  const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5 * SECOND })
  // What breaks is told by the statement that is asked next.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const migrationsFolder = fileURLToPath(new URL('../../../migrations/postgres', import.meta.url))
    await migrate(drizzle(client), { migrationsFolder })
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}
