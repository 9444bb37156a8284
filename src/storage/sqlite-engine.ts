import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate as nextTick } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { toStorageFault } from './driver-fault.ts'
import type { Db, Engine } from './engine.ts'
import { sqliteSchema } from './schema.ts'
import { handleOf } from './sqlite-session.ts'

/** How many pieces of work share one fsync. More would keep the first of them waiting for nothing. */
const GROUP = 64

interface Piece {
  work: (db: Db) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (cause: unknown) => void
}

/** Opens the file, applies pending migrations, and fails when one does not apply. */
export function openSqlite(file: string): Engine {
  mkdirSync(dirname(file), { recursive: true })
  const writer = open(file)
  migrate(drizzle(writer), { migrationsFolder: fileURLToPath(new URL('../../migrations/sqlite', import.meta.url)) })
  const reader = open(file)
  const { write, idle } = groupCommit(writer, handleOf(writer))

  return {
    name: 'sqlite',
    tables: sqliteSchema,
    read: handleOf(reader),
    write,
    ping: async () => void reader.prepare('select 1').get(),
    close: async () => {
      await idle()
      reader.close()
      writer.close()
    },
  }
}

function open(file: string): Database.Database {
  const connection = new Database(file)
  connection.pragma('journal_mode = WAL')
  // With NORMAL a power cut may lose commits that were already answered 200.
  connection.pragma('synchronous = FULL')
  // 32 MB of log instead of 4: under load the default copies pages back every few dozen commits.
  connection.pragma('wal_autocheckpoint = 8000')
  connection.pragma('busy_timeout = 5000')
  connection.pragma('foreign_keys = ON')
  return connection
}

/**
 * Whatever waits when the writer is free runs in one transaction, each piece in its own savepoint,
 * and every caller is answered after the one fsync.
 */
function groupCommit(connection: Database.Database, db: Db) {
  const run = (statement: string) => {
    const ready = connection.prepare(statement)
    return () => void ready.run()
  }
  const begin = run('BEGIN IMMEDIATE')
  const commit = run('COMMIT')
  const savepoint = run('SAVEPOINT piece')
  const release = run('RELEASE piece')
  const undo = run('ROLLBACK TO piece')

  let queue: Piece[] = []
  let draining: Promise<void> | undefined

  const drain = async () => {
    while (queue.length > 0) {
      // Lets the sockets that are ready speak first, as long as that brings more writes into this group.
      // A lone write waits for nobody; sixteen citizens at once need half the commits.
      let seen: number
      do {
        seen = queue.length
        await nextTick()
      } while (queue.length > seen && queue.length < GROUP)
      const group = queue.slice(0, GROUP)
      queue = queue.slice(GROUP)
      await runGroup(group)
    }
    draining = undefined
  }

  const runGroup = async (group: readonly Piece[]) => {
    const answers: (() => void)[] = []
    try {
      begin()
      for (const piece of group) {
        savepoint()
        try {
          const value = await piece.work(db)
          answers.push(() => piece.resolve(value))
        } catch (cause) {
          // Any error of the caller's: it undoes this piece alone and goes back to whoever asked.
          undo()
          answers.push(() => piece.reject(cause))
        }
        release()
      }
      commit()
    } catch (cause) {
      // The disk or the database itself failed: nobody's work is there.
      if (connection.inTransaction) connection.exec('ROLLBACK')
      for (const piece of group) piece.reject(toStorageFault(cause))
      return
    }
    for (const answer of answers) answer()
  }

  return {
    write: <T>(work: (db: Db) => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        queue.push({ work, resolve: resolve as (value: unknown) => void, reject })
        draining ??= drain()
      }),
    idle: async () => draining,
  }
}
