import type Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { plain } from '../../../src/storage/engine/codec.ts'
import { sqliteSchema } from '../../../src/storage/engine/schema.ts'
import { handleOf } from '../../../src/storage/engine/sqlite-session.ts'

/** A connection that remembers what is prepared on it, and answers with its name. */
function open(name: string) {
  const texts: string[] = []
  const statement = { raw: () => statement, all: () => [[name]] }
  const prepare = (text: string) => {
    texts.push(text)
    return statement
  }
  return { texts, connection: { prepare } as unknown as Database.Database }
}

const { inbox } = sqliteSchema(plain)

describe('a handle on SQLite', () => {
  it('never asks with a bare parameter as a limit, for which SQLite would plan the statement anew each time', async () => {
    const { texts, connection } = open('one')
    const db = handleOf(() => connection)
    await db.select({ key: inbox.key }).from(inbox).limit(1).offset(2)
    await db.select({ key: inbox.key }).from(inbox).limit(sql.placeholder('most')).prepare().execute({ most: 3 })
    expect(texts.map((text) => /limit .*$/.exec(text)?.[0])).toEqual(['limit (? + 0) offset ?', 'limit (? + 0)'])
  })

  it('prepares a statement once on each connection that is chosen for it', async () => {
    const [one, other] = [open('one'), open('other')]
    let chosen = one
    const ask = handleOf(() => chosen.connection)
      .select({ key: inbox.key })
      .from(inbox)
      .prepare()
    const answers = [await ask.execute()]
    for (chosen of [other, one, other]) answers.push(await ask.execute())
    expect(answers.map(([row]) => row?.key)).toEqual(['one', 'other', 'one', 'other'])
    expect([one.texts.length, other.texts.length]).toEqual([1, 1])
  })
})
