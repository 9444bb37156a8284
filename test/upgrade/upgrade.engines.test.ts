import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { MINUTE } from '../../src/kernel/clock.ts'
import type { CitizenId } from '../../src/kernel/ids.ts'
import { type Codec, createCodec, plain } from '../../src/storage/engine/codec.ts'
import { openPostgres } from '../../src/storage/engine/postgres-engine.ts'
import { openSqlite } from '../../src/storage/engine/sqlite-engine.ts'
import { runProgram, type Running } from '../program/running.ts'
import { createDatabase } from '../servers/postgres.ts'
import { fixtureOf, postgresDatabase, sqliteFile } from './databases.ts'
import { type Desk, signIn } from './desk.ts'
import { CLERK, DRAFT_MARK, filing, FLOW, PEOPLE } from './story.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const sealing = createCodec([{ id: 'test', secret: Buffer.alloc(32, 7) }])

/** Landings whose databases must be taken over; each file is that revision's own work (`npm run upgrade-fixture`). */
const TAKEN_OVER: [string, 'sqlite' | 'postgres', string, Codec][] = [
  ['0ababfd', 'sqlite', 'plain', plain],
  ['0ababfd', 'postgres', 'plain', plain],
  ['8a07573', 'sqlite', 'plain', plain],
  ['8a07573', 'postgres', 'plain', plain],
  ['8a07573', 'sqlite', 'sealed from now on', sealing],
]

const journal = (engine: string) =>
  (
    JSON.parse(readFileSync(join(import.meta.dirname, `../../migrations/${engine}/meta/_journal.json`), 'utf8')) as {
      entries: unknown[]
    }
  ).entries

async function takeOver(revision: string, engine: 'sqlite' | 'postgres', codec: Codec) {
  const statements = await fixtureOf(revision, engine)
  const url = engine === 'postgres' ? await createDatabase(inject('postgresUrl')) : ''
  const databaseIn = (dataDir: string) =>
    engine === 'postgres' ? postgresDatabase(url) : sqliteFile(join(dataDir, 'mot-cua.db'))
  let database = databaseIn('')
  // The program wakes up a little after it was stopped, whenever this test is run.
  let stoppedAt = 0
  const startedAt = Date.now()
  const running = await runProgram({
    now: () => stoppedAt + MINUTE + (Date.now() - startedAt),
    left: async (dataDir) => {
      database = databaseIn(dataDir)
      await database.restore(statements)
      const [row] = await database.ask('select max(updated_at) as at from conversations')
      stoppedAt = Number(row?.['at'])
    },
    open: async (dataDir) =>
      engine === 'postgres' ? openPostgres(url, codec, silent) : openSqlite(join(dataDir, 'mot-cua.db'), codec),
  })
  for (const citizen of Object.values(PEOPLE)) running.phone.introduce(citizen, stoppedAt)
  return { running, database }
}

describe.each(TAKEN_OVER)('a database of %s on %s, %s', (revision, engine, _, codec) => {
  let running: Running
  let database: ReturnType<typeof sqliteFile>
  let desk: Desk
  beforeAll(async () => {
    ;({ running, database } = await takeOver(revision, engine, codec))
    desk = await signIn(running.publicUrl, CLERK)
  }, 120_000)
  afterAll(() => running.close())

  const dossierOf = async (citizen: string) => {
    const [newest] = await running.program.dossiers.ofCitizen(citizen as CitizenId, 1)
    return (await running.program.dossiers.find(newest!.id))!
  }

  it('has had every migration that there is', async () => {
    const table = engine === 'postgres' ? 'drizzle.__drizzle_migrations' : '__drizzle_migrations'
    expect(await database.ask(`select id from ${table}`)).toHaveLength(journal(engine).length)
  })

  it('lets who was in the middle of a filing go on with the very question, and file', async () => {
    await running.say(PEOPLE.middle, 'không')
    expect(running.heard(PEOPLE.middle).at(-1)).toMatch(/đi từ đâu đến đâu/)
    await running.say(PEOPLE.middle, ...filing('', '').slice(8))
    expect(running.heard(PEOPLE.middle).join('\n')).toMatch(/Mã hồ sơ: H12\.99-\d{6}-0004/)
    expect(await dossierOf(PEOPLE.middle)).toMatchObject({ applicant: 'Trần Thị Mẫu', status: 'registered' })
  })

  it('lets who was asked by an officer answer', async () => {
    await running.say(PEOPLE.asked, 'Bệnh viện Đa khoa Cà Mau', 'Xong', 'Gửi cho cán bộ')
    expect(running.heard(PEOPLE.asked).at(-1)).toMatch(/Đã gửi cho cán bộ/)
    const { id, lastAction } = await dossierOf(PEOPLE.asked)
    expect(lastAction).toBe('supplemented')
    expect(await desk.page(`/staff/dossiers/${id}`)).toContain('Bệnh viện Đa khoa Cà Mau')
  })

  it('tells what was held back, once its citizen writes', async () => {
    await running.say(PEOPLE.away, 'chào')
    expect(running.heard(PEOPLE.away).join('\n')).toMatch(/đã tiếp nhận hồ sơ/)
    const { outbox } = running.engine.tables
    expect(await running.engine.read.select().from(outbox).where(eq(outbox.state, 'held'))).toEqual([])
  })

  it('shows a holder the permit, and lets an officer revoke it', async () => {
    const { id } = await dossierOf(PEOPLE.holder)
    const [permit] = await running.program.permits.ofDossier(id)
    await running.say(PEOPLE.holder, 'mã qr của tôi', '1', permit!.number)
    expect(running.heard(PEOPLE.holder).join('\n')).toContain(permit!.number)
    expect(running.heard(PEOPLE.holder)).toContain('[picture]')
    const page = `/staff/dossiers/${id}`
    await desk.send(page, `${page}/revoke`, { permit: permit!.id, words: 'Xe đã bán cho người khác.', step: 'do' })
    await running.settled()
    expect(running.heard(PEOPLE.holder).at(-1)).toMatch(/thu hồi[^]*Xe đã bán cho người khác/)
  })

  it('keeps a clerk’s draft open, and lets it be saved again', async () => {
    const editor = `/staff/procedures/${FLOW}`
    const text = await desk.page(editor)
    expect(text).toContain(DRAFT_MARK)
    const { flowDrafts } = running.engine.tables
    const [draft] = await running.engine.read.select().from(flowDrafts).where(eq(flowDrafts.flow, FLOW))
    const { source, cases, revision: of } = draft!
    await desk.send(editor, `${editor}/draft`, { source: `${source}# và nữa\n`, cases, revision: String(of) })
    expect(await desk.page(editor)).toContain('# và nữa')
  })
})
