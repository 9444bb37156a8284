import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openStorage, openUnchecked } from '../../src/program/open-storage.ts'
import type { SealingKey } from '../../src/storage/engine/sealing.ts'
import { keyOf, ownDatabase, silent } from '../storage/own-database.ts'

const [A, B, C] = [keyOf('2030-a', 1), keyOf('2030-b', 2), keyOf('2030-c', 3)]
const FALSE_A = keyOf('2030-a', 9)

describe.each(['SQLite', 'PostgreSQL'] as const)('the keys of the data at a start on %s', (engine) => {
  /** A database of its own, to be opened with keys again and again. */
  async function database() {
    const { config, remove } = await ownDatabase(engine)
    const start = async (...keys: SealingKey[]) => (await openStorage(config(...keys), silent)).close()
    /** As a program of before did: what it seals is noted nowhere. */
    const keepAsBefore = async (comment: string, ...keys: SealingKey[]) => {
      const before = await openUnchecked(config(...keys), silent)
      const { ratings } = before.tables
      const row = { dossier: comment as never, agency: 'a', flow: 'p', scale: '1-5', score: 5, comment, at: 1 }
      await before.write(async (db) => void (await db.insert(ratings).values(row)))
      await before.close()
    }
    const damage = async () => {
      const opened = await openUnchecked(config(), silent)
      const { ratings } = opened.tables
      await opened.write(
        async (db) =>
          void (await db.update(ratings).set({ comment: sql`substr(${ratings.comment}, 1, 60) || 'AAAA'` })),
      )
      await opened.close()
    }
    return { start, keepAsBefore, damage, remove }
  }

  const refusal = async (starting: Promise<void>): Promise<string> => {
    const told = await starting.then(
      () => '',
      (cause: unknown) => String(cause),
    )
    for (const { secret } of [A, B, C, FALSE_A]) expect(told).not.toContain(secret.toString('base64url'))
    return told
  }

  it('are taken as they come: none, a first one, the next one before it, and again', async () => {
    const { start, remove } = await database()
    await start()
    await start()
    await start(A)
    await start(A)
    await start(B, A)
    await start(A, B)
    await remove()
  })

  it('are missed by name when one that was used is not given, or none is', async () => {
    const { start, remove } = await database()
    await start(A)
    await start(B, A)
    expect(await refusal(start(B))).toMatch(/mã hóa bằng khóa "2030-a" nhưng DATA_KEYS không có/)
    expect(await refusal(start(C, B))).toMatch(/"2030-a"/)
    expect(await refusal(start())).toMatch(/"2030-a", "2030-b"/)
    await start(B, A)
    await remove()
  })

  it('may be left out when nothing was ever sealed with them', async () => {
    const { start, remove } = await database()
    await start(A, B)
    await start(A)
    await remove()
  })

  it('are refused when one has the name of another', async () => {
    const { start, remove } = await database()
    await start(A)
    expect(await refusal(start(FALSE_A))).toMatch(/Khóa "2030-a" trong DATA_KEYS không phải khóa đã dùng.*"2030-a-2"/)
    expect(await refusal(start(B, FALSE_A))).toMatch(/"2030-a"/)
    // Nothing of the refused start stays.
    await start(A)
    await remove()
  })

  it('are compared with what a program of before sealed, which noted nothing', async () => {
    const { start, keepAsBefore, remove } = await database()
    await keepAsBefore('tốt', A)
    await keepAsBefore('rất tốt', B)
    expect(await refusal(start())).toMatch(/"2030-a"/)
    expect(await refusal(start(C, B))).toMatch(/"2030-a" nhưng DATA_KEYS không có/)
    expect(await refusal(start(B, FALSE_A))).toMatch(/Khóa "2030-a" trong DATA_KEYS không phải/)
    await start(C, B, A)
    expect(await refusal(start(C, B))).toMatch(/"2030-a"/)
    await remove()
  })

  it('are right although a value of before was damaged, and another opens', async () => {
    const { start, keepAsBefore, damage, remove } = await database()
    await keepAsBefore('tốt', A)
    await damage()
    await keepAsBefore('rất tốt', A)
    await start(A)
    expect(await refusal(start(FALSE_A))).toMatch(/không phải/)
    await remove()
  })

  it('are noted once by processes that start at the same moment, and two secrets of one name do not both pass', async () => {
    const { start, remove } = await database()
    await Promise.all([start(A), start(A), start(A)])
    await Promise.all([start(B, A), start(A, B), start(B, A)])
    const other = keyOf('2030-c', 8)
    const both = await Promise.allSettled([start(C, B, A), start(other, B, A)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await remove()
  })
})
