import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLetGoIdle } from '../../src/casework/let-go-idle.ts'
import { addWork, subtractWork } from '../../src/dossiers/deadlines/work-time.ts'
import { HOUR } from '../../src/kernel/clock.ts'
import type { DossierId, StaffId } from '../../src/kernel/ids.ts'
import { openActByProgram } from '../../src/program/open-casework.ts'
import { workCalendarFor } from '../../src/province/work-calendar.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createIdleDossiers } from '../../src/storage/idle-dossiers.ts'
import { createRosters } from '../../src/storage/rosters.ts'
import { createNotices } from '../../src/storage/staff-notices.ts'
import { bothEngines } from './engines.ts'
import { aCitizen, fresh, turnsOn } from './turns.ts'

const HERE = 'H12.99.031'
/** A Wednesday at ten. */
const AT = Date.parse('2030-06-12T10:00:00+07:00')
const LONG_AGO = subtractWork(workCalendarFor(HERE), AT, 30 * HOUR)

describe.each(await bothEngines())('what somebody took and forgot on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const taken = async (more: object = {}): Promise<DossierId> => {
    const id = await turnsOn(engine).file(aCitizen(), HERE)
    const { dossiers } = engine.tables
    const set = { handler: fresh('staff') as StaffId, updatedAt: LONG_AGO, dueAt: AT, queue: AT, ...more }
    await engine.write(async (db) => void (await db.update(dossiers).set(set).where(eq(dossiers.id, id))))
    return id
  }
  const found = async () => (await createIdleDossiers(engine).before(AT - HOUR, AT, undefined, 50)).map(({ id }) => id)

  it('is found, longest first, but not what is aside, reserved, without a day, untaken, lately done, or waits for an opinion', async () => {
    const [second, first] = [await taken(), await taken({ updatedAt: LONG_AGO - 1 })]
    const asked = await taken()
    const { dossierConsultations } = engine.tables
    const row = { dossier: asked, at: LONG_AGO, agency: 'H12.99.001' }
    await engine.write(async (db) => void (await db.insert(dossierConsultations).values(row)))
    for (const more of [{ asideUntil: AT + 1 }, { isReserved: 1 }, { dueAt: null }, { handler: null }, { queue: null }])
      await taken(more)
    await taken({ updatedAt: AT })
    const once = await taken({ asideUntil: AT - 1 })
    const all = await found()
    expect(all.filter((id) => id !== once)).toEqual([first, second])
    expect(all).toContain(once)
  })

  it('goes back once, however many rounds see it at the same time, and its handler is told', async () => {
    const handler = fresh('staff') as StaffId
    const id = await taken({ handler })
    const [notices, act] = [createNotices(engine), openActByProgram(engine)]
    const round = (now: number) =>
      createLetGoIdle({
        ...{ idle: createIdleDossiers(engine), act, notices, rosters: createRosters(engine) },
        ...{ calendarOf: workCalendarFor, agencyCodes: () => [HERE], now: () => now },
      })()
    expect(await round(AT)).toBe(0)
    const later = addWork(workCalendarFor(HERE), AT, 8.5 * HOUR)
    await Promise.all([round(later), round(later), round(later)])
    const { dossiers } = engine.tables
    const [row] = await engine.read.select().from(dossiers).where(eq(dossiers.id, id))
    expect(row).toMatchObject({ handler: null, updatedAt: later })
    const acts = await createDossiers(engine).actions(id)
    expect(acts.filter(({ type }) => type === 'given back')).toMatchObject([{ by: { type: 'program' }, at: later }])
    expect((await notices.told([id])).get(id)?.map(({ kind }) => kind)).toEqual(['idle', 'returned'])
  })
})
