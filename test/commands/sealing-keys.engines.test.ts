import { createHash } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, getTableColumns, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createFileStore } from '../../src/attachments/file-store.ts'
import { runDataKeyCommand } from '../../src/commands/sealing-keys.ts'
import type { CitizenId, DossierId } from '../../src/kernel/ids.ts'
import { openStorage, openUnchecked } from '../../src/program/open-storage.ts'
import { createCodec } from '../../src/storage/engine/codec.ts'
import type { Db, Engine } from '../../src/storage/engine/engine.ts'
import { withoutTriggers } from '../../src/storage/engine/lifted-triggers.ts'
import type { PersonalTable } from '../../src/storage/engine/personal-columns.ts'
import { type Kept, pageAfter, personalTablesOf, replaceKept } from '../../src/storage/engine/personal-pages.ts'
import type { SealingKey } from '../../src/storage/engine/sealing.ts'
import { keyOf, ownDatabase, silent } from '../storage/own-database.ts'

const [OLD, NEW, STRANGER] = [keyOf('2030-a', 1), keyOf('2030-b', 2), keyOf('2030-x', 7)]
const SECRET_WORDS = 'Nguyễn Thị Kín Đáo'

/** A row as the program would write it with these keys, whatever the table; what it says names its column and number. */
async function fill(engine: Engine, { table, key, columns }: PersonalTable, n: number, keys: readonly SealingKey[]) {
  const codec = createCodec(keys)
  const row: Record<string, unknown> = {}
  for (const [field, column] of Object.entries(getTableColumns(table))) {
    const personal = columns.find((one) => one.field === field)
    const isCounted = key.length === 1 && key[0]?.name === field && ['seq', 'place'].includes(field)
    if (personal) {
      const said = `${SECRET_WORDS} ${personal.name} ${n}`
      const isBytes = column.getSQLType() !== 'text'
      const own = codec(personal.place)
      row[field] = sql`${isBytes ? own.encodeBytes(Buffer.from(said)) : own.encode(said)}`
    } else if (!isCounted && column.notNull) row[field] = column.getSQLType() === 'text' ? `${field} ${n}` : n
  }
  await engine.write(async (db) => void (await db.insert(table).values(row)))
}

/** All that is kept, as `column value`, and the keys it lies under. */
async function readAll(engine: Engine, keys: readonly SealingKey[]) {
  const codec = createCodec(keys)
  const said: string[] = []
  const under = new Set<string | undefined>()
  for (const table of personalTablesOf(engine)) {
    for (
      let rows = await pageAfter(engine, table, undefined);
      rows.length > 0;
      rows = await pageAfter(engine, table, rows.at(-1)?.key)
    )
      for (const { values } of rows)
        for (const { of, kept } of values) {
          const own = codec(of.place)
          under.add(own.keyOf(kept))
          said.push(`${of.name} ${typeof kept === 'string' ? own.decode(kept) : own.decodeBytes(kept).toString()}`)
        }
  }
  return { said: said.sort(), under: [...under] }
}

const ask = async (engine: Engine, asked: ReturnType<typeof sql>): Promise<unknown> =>
  engine.name === 'sqlite'
    ? engine.read.all(asked)
    : (await (engine.read as unknown as { execute(q: unknown): Promise<{ rows: unknown[] }> }).execute(asked)).rows

const triggersOf = (engine: Engine) =>
  ask(
    engine,
    engine.name === 'sqlite'
      ? sql`select name, sql from sqlite_master where type = 'trigger' order by name`
      : sql`select pg_get_triggerdef(oid) as def, tgenabled from pg_trigger where not tgisinternal order by tgname`,
  )

describe.each(['SQLite', 'PostgreSQL'] as const)('the keys that personal data lie under, on %s', (name) => {
  async function office(...keys: SealingKey[]) {
    const { config, dataDir, remove } = await ownDatabase(name)
    const files = join(dataDir, 'files')
    const opened: Engine[] = []
    const open = async (...given: SealingKey[]) => {
      const engine = await openUnchecked(config(...given), silent)
      opened.push(engine)
      return engine
    }
    const engine = await open(...keys)
    const run = async (word: string, ...given: SealingKey[]) => {
      const lines: string[] = []
      const folder = createFileStore(files, createCodec(given))
      const parts = { engine: await open(...given), folder, keys: given, say: (line: string) => void lines.push(line) }
      const ok = await runDataKeyCommand([word], parts)
      expect(lines.join('\n')).not.toContain('Kín Đáo')
      return { ok, lines }
    }
    return {
      ...{ engine, open, run, files, tables: personalTablesOf(engine) },
      start: async (...given: SealingKey[]) => (await openStorage(config(...given), silent)).close(),
      put: (said: string, ...given: SealingKey[]) => createFileStore(files, createCodec(given)).put(Buffer.from(said)),
      read: async (sha256: string, ...given: SealingKey[]) =>
        (await createFileStore(files, createCodec(given)).get(sha256))?.toString(),
      close: async () => {
        for (const one of opened) await one.close()
        await remove()
      },
    }
  }

  it('are counted by column, without saying a value, also of keys that are not given', async () => {
    const { engine, run, put, tables, close } = await office()
    for (const table of tables) {
      await fill(engine, table, 1, [])
      for (const n of [2, 3]) await fill(engine, table, n, [OLD])
      await fill(engine, table, 4, [NEW])
    }
    await put('ảnh một')
    await put('ảnh hai', OLD)
    const columns = tables.flatMap(({ columns }) => columns.map((column) => column.name))
    const { ok, lines } = await run('status', NEW)
    expect(ok).toBe(true)
    expect(lines).toEqual([
      ...columns.map(
        (column) => `${column}: 1 chưa mã hóa, 1 dưới khóa 2030-b, 2 dưới khóa 2030-a (DATA_KEYS không có khóa này)`,
      ),
      'files: 1 chưa mã hóa, 1 dưới khóa 2030-a (DATA_KEYS không có khóa này)',
    ])
    expect((await run('status', STRANGER)).lines[0]).toMatch(
      /1 chưa mã hóa, 2 dưới khóa 2030-a .*, 1 dưới khóa 2030-b \(/,
    )
    await close()
  })

  it('become the first one for every column and file, and then the old one may be left out', async () => {
    const { engine, run, put, read, start, tables, close } = await office()
    await start(OLD)
    for (const table of tables) {
      await fill(engine, table, 1, [])
      await fill(engine, table, 2, [OLD])
      await fill(engine, table, 3, [NEW, OLD])
    }
    const photos = [await put('ảnh một'), await put('ảnh hai', OLD), await put('ảnh ba', NEW)]
    const before = await readAll(engine, [NEW, OLD])
    const triggers = await triggersOf(engine)
    await expect(start(NEW)).rejects.toThrow('2030-a')

    const first = await run('rewrite', NEW, OLD)
    expect(first.lines.at(-1)).toBe('Xong: mọi giá trị và tệp ở dưới khóa 2030-b. Có thể bỏ khỏi DATA_KEYS: 2030-a.')
    expect(first.lines).toContain('dossier_actions.note: đã mã hóa lại 2')
    expect(first.lines).toContain('files: đã mã hóa lại 2')
    expect(first.ok).toBe(true)
    expect((await run('rewrite', NEW, OLD)).lines).toEqual([first.lines.at(-1)])

    await start(NEW)
    expect(await readAll(engine, [NEW])).toEqual({ said: before.said, under: ['2030-b'] })
    expect(await Promise.all(photos.map((sha256) => read(sha256, NEW)))).toEqual(['ảnh một', 'ảnh hai', 'ảnh ba'])
    expect(await triggersOf(engine)).toEqual(triggers)
    const { dossierActions } = engine.tables
    const change = (db: Db) => db.update(dossierActions).set({ at: 7 }).where(eq(dossierActions.seq, 1))
    await expect(engine.write(async (db) => void (await change(db)))).rejects.toThrow()
    await expect(engine.write(async (db) => void (await db.delete(dossierActions)))).rejects.toThrow()
    await close()
  }, 120_000)

  it('stay when nothing is given to change them to, which is said', async () => {
    const { run, close } = await office(OLD)
    await expect(run('rewrite')).rejects.toThrow(/^DATA_KEYS chưa có khóa nào/)
    await close()
  })

  it('are left alone while one of them is missing, or has another secret', async () => {
    const { engine, run, start, tables, close } = await office(OLD)
    await start(OLD)
    for (const table of tables) await fill(engine, table, 1, [OLD])
    await expect(run('rewrite', NEW)).rejects.toThrow(/bằng khóa "2030-a" nhưng DATA_KEYS không có/)
    await expect(run('rewrite', NEW, keyOf('2030-a', 9))).rejects.toThrow(/không phải khóa đã dùng/)
    expect((await readAll(engine, [OLD])).under).toEqual(['2030-a'])
    await close()
  })

  it('name the column and the files that keep what nothing opens, which is left as it is', async () => {
    const { engine, run, put, files, start, tables, close } = await office()
    await start(OLD)
    for (const table of tables) await fill(engine, table, 1, [OLD])
    const { ratings, dossierActions } = engine.tables
    const damaged = createCodec([keyOf('2030-a', 9)])('ratings.comment').encode(SECRET_WORDS)
    await engine.write(async (db) => void (await db.update(ratings).set({ comment: sql`${damaged}` })))
    const note = createCodec([STRANGER])('dossier_actions.note').encode(SECRET_WORDS)
    const act = {
      dossier: 'd' as DossierId,
      seq: 9,
      type: 'note',
      actor: {},
      at: 1,
      status: 'received',
      note: sql`${note}`,
    } as never
    await engine.write(async (db) => void (await db.insert(dossierActions).values(act)))
    await put('ảnh', OLD)
    const sha256 = createHash('sha256').update('x').digest('hex')
    await mkdir(join(files, sha256.slice(0, 2), sha256.slice(2, 4)), { recursive: true })
    await writeFile(join(files, sha256.slice(0, 2), sha256.slice(2, 4), sha256), 'mc1:2030-a:no')

    for (const _ of ['once', 'again']) {
      const { ok, lines } = await run('rewrite', NEW, OLD)
      expect(ok).toBe(false)
      expect(
        lines.filter((line) => line.includes('KHÔNG MỞ ĐƯỢC 1 (để nguyên)')).map((line) => line.split(':')[0]),
      ).toEqual(['dossier_actions.note', 'ratings.comment', 'files'])
      expect(lines.at(-1)).toBe('files: 1 dưới khóa 2030-b, 1 dưới khóa 2030-a')
    }
    const [kept] = await engine.read.select({ comment: sql<Kept>`${ratings.comment}` }).from(ratings)
    expect(kept?.comment).toBe(damaged)
    // Something still lies under it, so it must still be given.
    await expect(start(NEW)).rejects.toThrow('2030-a')
    await close()
  }, 120_000)

  it('change while the program writes, which loses nothing and is not overwritten', async () => {
    const { engine, open, run, tables, close } = await office(OLD)
    const table = tables.find(({ name }) => name === 'conversations')!
    for (let n = 0; n < 450; n++) await fill(engine, table, n, [OLD])
    const program = await open(NEW, OLD)
    const { conversations, dossierActions } = program.tables
    const citizen = (n: number) => `citizen ${n % 450}` as CitizenId
    let isOver = false
    let turns = 0
    const take = async () => {
      for (; !isOver; turns++) {
        const n = turns
        await program.write(async (db) => {
          await db
            .update(conversations)
            .set({ session: { turn: n } as never, revision: n })
            .where(eq(conversations.citizen, citizen(n)))
          const actor = { role: 'program' } as never
          await db.insert(dossierActions).values({
            dossier: 'd' as DossierId,
            seq: n,
            type: 'note' as never,
            actor,
            at: n,
            status: 'received' as never,
            note: `lần ${n}`,
          })
        })
      }
    }
    const working = take()
    do expect((await run('rewrite', NEW, OLD)).ok).toBe(true)
    while (turns < 20)
    isOver = true
    await working
    const { said, under } = await readAll(engine, [NEW])
    expect(under).toEqual(['2030-b'])
    expect(said.filter((line) => line.includes('lần'))).toHaveLength(turns)
    const newest = new Map<number, number>()
    for (let n = 0; n < turns; n++) newest.set(n % 450, n)
    for (const n of newest.values()) expect(said).toContain(`conversations.session {"format":1,"turn":${n}}`)
    expect(said.filter((line) => line.startsWith('conversations.session'))).toHaveLength(450)
    await close()
  }, 120_000)

  it('are not changed in a row that says something else by now', async () => {
    const { engine, tables, close } = await office(OLD)
    const table = tables.find(({ name }) => name === 'outbox')!
    for (const n of [1, 2]) await fill(engine, table, n, [OLD])
    const [first, second] = await pageAfter(engine, table, undefined)
    const { outbox } = engine.tables
    const later = createCodec([OLD])('outbox.message').encode('later')
    await engine.write(
      async (db) =>
        void (await db
          .update(outbox)
          .set({ message: sql`${later}` })
          .where(eq(outbox.seq, first!.key[0] as number))),
    )
    const replacements = [first!, second!].map(({ key, values }) => ({
      key,
      values: values.map((value) => ({ ...value, instead: 'new' })),
    }))
    expect(await replaceKept(engine, table, replacements)).toEqual([replacements[1]])
    const kept = (await pageAfter(engine, table, undefined)).map(({ values }) => values[0]?.kept)
    expect(kept).toEqual([later, 'new'])
    await close()
  })

  it('never leave history open to change, when the work on it fails in the middle', async () => {
    const { engine, tables, close } = await office(OLD)
    await fill(
      engine,
      tables.find(({ name }) => name === 'dossier_actions')!,
      1,
      [],
    )
    const triggers = await triggersOf(engine)
    const { dossierActions } = engine.tables
    const failing = engine.write((db) =>
      withoutTriggers(engine.name, db, 'dossier_actions', async () => {
        await db.update(dossierActions).set({ at: 7 })
        throw new Error('in the middle')
      }),
    )
    await expect(failing).rejects.toThrow('in the middle')
    expect(await triggersOf(engine)).toEqual(triggers)
    expect(await engine.read.select({ at: dossierActions.at }).from(dossierActions)).toEqual([{ at: 1 }])
    await expect(engine.write(async (db) => void (await db.update(dossierActions).set({ at: 7 })))).rejects.toThrow()
    await close()
  })

  it('leave no half of a file behind, and no file that was deleted', async () => {
    const { run, put, files, close } = await office()
    for (let n = 0; n < 30; n++) await put(`ảnh ${n}`, OLD)
    expect((await run('rewrite', NEW, OLD)).lines).toContain('files: đã mã hóa lại 30')
    const names = (await readdir(files, { recursive: true, withFileTypes: true })).filter((it) => it.isFile())
    expect(names.filter((it) => !/^[0-9a-f]{64}$/.test(it.name))).toEqual([])
    expect(names).toHaveLength(30)
    const folder = createFileStore(files, createCodec([NEW]))
    expect(await folder.replace('ab'.repeat(32), Buffer.from('x'))).toBe(false)
    expect(await folder.has('ab'.repeat(32))).toBe(false)
    await close()
  })
})
