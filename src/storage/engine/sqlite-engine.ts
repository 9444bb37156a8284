import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Codec } from './codec.ts'
import { toStorageFault } from './driver-fault.ts'
import type { Engine } from './engine.ts'
import { groupCommit, type Piece, type RunGroup } from './group-commit.ts'
import { sqliteSchema } from './schema.ts'
import { handleOf } from './sqlite-session.ts'

/** Opens the file, applies pending migrations, and fails when one does not apply. Personal columns go through the codec. */
export function openSqlite(file: string, codec: Codec): Engine {
  mkdirSync(dirname(file), { recursive: true })
  const writer = open(file)
  migrate(drizzle(writer), { migrationsFolder: fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url)) })
  const reader = open(file)
  const { write, idle } = groupCommit([createWriter(writer)])

  return {
    name: 'sqlite',
    tables: sqliteSchema(codec),
    codec,
    // Every commit empties what other connections remember of the file, so the writer reads too, except while a group of
    // its own is not committed.
    read: handleOf(() => (writer.inTransaction ? reader : writer)),
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
  // 64 MB of pages: ids that Zalo makes at random touch a page each.
  connection.pragma('cache_size = -65536')
  connection.pragma('busy_timeout = 5000')
  connection.pragma('foreign_keys = ON')
  return connection
}

/**
 * The pieces of a group share one transaction. When one of them throws, the transaction is undone and all run again, each in a
 * savepoint of its own, so that work that throws undoes only itself: a savepoint copies every page that is written in it.
 */
function createWriter(connection: Database.Database): RunGroup {
  const db = handleOf(() => connection)
  const run = (statement: string) => {
    const ready = connection.prepare(statement)
    return () => void ready.run()
  }
  const begin = run('BEGIN IMMEDIATE')
  const commit = run('COMMIT')
  const rollback = run('ROLLBACK')
  const savepoint = run('SAVEPOINT piece')
  const release = run('RELEASE piece')
  const undo = run('ROLLBACK TO piece')

  const giveUp = () => {
    try {
      if (connection.inTransaction) connection.exec('ROLLBACK')
    } catch {
      // The disk that failed the commit: the next group finds the transaction open, fails and comes here again.
    }
  }

  /** Answers false when some work threw: then nothing is there. */
  const together = async (group: readonly Piece[]): Promise<boolean> => {
    const values: unknown[] = []
    begin()
    try {
      for (const { work } of group) values.push(await work(db))
    } catch {
      // Its caller hears of it when it throws again by itself.
      if (connection.inTransaction) rollback()
      return false
    }
    commit()
    group.forEach((piece, i) => piece.resolve(values[i]))
    return true
  }

  const apart = async (group: readonly Piece[]): Promise<void> => {
    const answers: (() => void)[] = []
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
    for (const answer of answers) answer()
  }

  return async (group) => {
    try {
      if (!(await together(group))) await apart(group)
    } catch (cause) {
      // The disk or the database itself failed: nobody's work is there.
      for (const piece of group) piece.reject(toStorageFault(cause))
      giveUp()
    }
  }
}
