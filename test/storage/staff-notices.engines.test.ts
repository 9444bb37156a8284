import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWarnDesks } from '../../src/casework/warn-desks.ts'
import { MOST_UNSEEN, type Notice } from '../../src/dossiers/notices.ts'
import type { DossierId, StaffId } from '../../src/kernel/ids.ts'
import { createAgencySteps } from '../../src/storage/agency-steps.ts'
import { createDueDossiers } from '../../src/storage/due-dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createRosters } from '../../src/storage/rosters.ts'
import { createNotices } from '../../src/storage/staff-notices.ts'
import { createStaffAccounts } from '../../src/storage/staff.ts'
import { workCalendarFor } from '../../src/province/work-calendar.ts'
import { bothEngines } from './engines.ts'
import { aCitizen, fresh, NOW, turnsOn } from './turns.ts'

const HERE = 'H12.99.031'
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Thursday, the first day after the holiday on which `NOW` lies, at 07:00. */
const MORNING = Date.parse('2030-05-02T07:00:00+07:00')

describe.each(await bothEngines())('what desks are told on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const anAccount = async (role: 'reception' | 'leader' | 'specialist', agency = HERE, more: object = {}) => {
    const id = fresh('staff') as StaffId
    const postings = [{ role, agency, since: '2030-01-01' }]
    await createStaffAccounts(engine).add({
      ...{ id, name: id, email: `${id}@example.vn`, passwordHash: '' },
      postings,
      ...more,
    })
    return id
  }
  const aDossier = async (dueAt: number, agency = HERE, handler: StaffId | null = null) => {
    const id = await turnsOn(engine).file(aCitizen(), agency)
    const { dossiers } = engine.tables
    await engine.write(
      async (db) => void (await db.update(dossiers).set({ dueAt, handler }).where(eq(dossiers.id, id))),
    )
    return id
  }
  const notice = (account: StaffId, dossier: DossierId, more: Partial<Notice> = {}): Notice => ({
    ...{ account, dossier, kind: 'soon', about: NOW + HOUR, at: NOW, ...more },
  })

  it('tells a person once of one thing, and again of another', async () => {
    const notices = createNotices(engine)
    const [id, lan] = [await aDossier(NOW), await anAccount('specialist')]
    expect(await notices.tell([notice(lan, id)])).toBe(1)
    expect(await notices.tell([notice(lan, id, { at: NOW + 5 }), notice(lan, id, { kind: 'late' })])).toBe(1)
    expect(await notices.tell([notice(lan, id, { about: NOW + 2 * HOUR })])).toBe(1)
    expect((await notices.ofAccount(lan, 10)).map(({ kind, about }) => [kind, about - NOW])).toEqual([
      ['soon', 2 * HOUR],
      ['late', HOUR],
      ['soon', HOUR],
    ])
    expect((await notices.told([id])).get(id)).toHaveLength(3)
    expect((await notices.ofDossier(id))[0]).toEqual({
      account: lan,
      name: lan,
      kind: 'soon',
      about: NOW + HOUR,
      at: NOW,
    })
  })

  it('counts what was not seen, one by one, of a dossier, or all up to what was shown', async () => {
    const notices = createNotices(engine)
    const [a, b, lan, tam] = [
      await aDossier(NOW),
      await aDossier(NOW),
      await anAccount('specialist'),
      await anAccount('specialist'),
    ]
    const kinds = ['soon', 'leader soon', 'late'] as const
    await notices.tell([a, b].flatMap((id) => kinds.map((kind) => notice(lan, id, { kind }))))
    await notices.tell([notice(tam, a)])
    expect(await notices.unseen(lan)).toBe(6)
    const shown = await notices.ofAccount(lan, 10)
    await notices.see(lan, { place: shown[0]!.place }, NOW)
    expect(await notices.unseen(lan)).toBe(5)
    await notices.see(lan, { dossier: a }, NOW)
    expect(await notices.unseen(lan)).toBe(2)
    await notices.tell([notice(lan, a, { kind: 'leader late' })])
    await notices.see(lan, { upTo: shown[0]!.place }, NOW)
    expect(await notices.unseen(lan)).toBe(1)
    expect(await notices.unseen(tam)).toBe(1)
    await notices.see(lan, { upTo: Number.MAX_SAFE_INTEGER }, NOW)
    await notices.tell(Array.from({ length: MOST_UNSEEN + 20 }, (_, i) => notice(lan, a, { about: i })))
    expect(await notices.unseen(lan)).toBe(MOST_UNSEEN)
  })

  it('does not count how near something was that has left the desk, but counts what was given back', async () => {
    const notices = createNotices(engine)
    const [id, lan] = [await aDossier(NOW), await anAccount('specialist')]
    await notices.tell([notice(lan, id), notice(lan, id, { kind: 'returned' })])
    const { dossiers } = engine.tables
    await engine.write(async (db) => void (await db.update(dossiers).set({ queue: null }).where(eq(dossiers.id, id))))
    expect(await notices.unseen(lan)).toBe(1)
  })

  it('does not count a step that was handed on since, but counts the one that came with it', async () => {
    const notices = createNotices(engine)
    const [id, lan] = [await aDossier(NOW), await anAccount('specialist')]
    await notices.tell([notice(lan, id, { kind: 'step soon', at: NOW }), notice(lan, id, { kind: 'soon', at: NOW })])
    expect(await notices.unseen(lan)).toBe(2)
    const { dossierActions: acts } = engine.tables
    const handedOn = { dossier: id, seq: 99, type: 'handed over', actor: { type: 'program' } } as const
    await engine.write(async (db) => {
      await db.insert(acts).values({ ...handedOn, at: NOW + MINUTE, status: 'processing', move: { holder: HERE } })
    })
    expect(await notices.unseen(lan)).toBe(1)
    await notices.tell([notice(lan, id, { kind: 'step late', at: NOW + HOUR })])
    expect(await notices.unseen(lan)).toBe(2)
  })

  it('lets go of the oldest, at most so many at once, and of nothing younger', async () => {
    const notices = createNotices(engine)
    const [id, lan] = [await aDossier(NOW), await anAccount('specialist')]
    await notices.tell([1, 2, 3, 4].map((n) => notice(lan, id, { about: n, at: n })))
    expect(await notices.forget(4, 2)).toBe(2)
    expect(await notices.forget(4, 2)).toBe(1)
    expect(await notices.forget(4, 2)).toBe(0)
    expect((await notices.ofAccount(lan, 10)).map(({ at }) => at)).toEqual([4])
  })

  it('warns each desk once, although two workers come by at the same time, and again when it is due at another time', async () => {
    const [due, notices, rosters] = [createDueDossiers(engine), createNotices(engine), createRosters(engine)]
    let now = MORNING
    const worker = () =>
      createWarnDesks({
        ...{ due, steps: createAgencySteps(engine), notices, rosters, now: () => now },
        ...{ calendarOf: workCalendarFor, agencyCodes: () => [HERE, 'H12.99.032'] },
      })
    const there = 'H12.99.032'
    const [lan, boss, gone] = [
      await anAccount('specialist', there),
      await anAccount('leader', there),
      await anAccount('leader', there, { disabledAt: NOW }),
    ]
    const reception = await anAccount('reception', there)
    const evening = MORNING + 10 * HOUR
    const mine = await aDossier(evening, there, lan)
    const nobodys = await aDossier(evening, there)
    const later = await aDossier(evening + 24 * HOUR, there, lan)
    const kindsOf = async (id: StaffId) =>
      (await notices.ofAccount(id, 20)).map(({ kind, dossier }) => `${kind} ${dossier}`)

    now = MORNING - MINUTE
    await worker()()
    expect(await kindsOf(lan)).toEqual([])
    now = MORNING
    await Promise.all([worker()(), worker()(), worker()()])
    await worker()()
    expect(await kindsOf(lan)).toEqual([`soon ${mine}`])
    expect(await kindsOf(reception)).toEqual([`soon ${nobodys}`])
    expect(await kindsOf(boss)).toEqual([])
    now = MORNING + 8 * HOUR
    await Promise.all([worker()(), worker()()])
    expect((await kindsOf(boss)).sort()).toEqual([`leader soon ${mine}`, `leader soon ${nobodys}`].sort())
    expect(await kindsOf(gone)).toEqual([])
    now = MORNING + 24 * HOUR
    await Promise.all([worker()(), worker()()])
    expect(await kindsOf(lan)).toEqual(expect.arrayContaining([`late ${mine}`, `soon ${later}`]))
    expect(await kindsOf(lan)).toHaveLength(3)
    const { dossiers } = engine.tables
    const moved = evening + 24 * HOUR
    await engine.write(
      async (db) => void (await db.update(dossiers).set({ dueAt: moved }).where(eq(dossiers.id, mine))),
    )
    await worker()()
    await worker()()
    expect(await kindsOf(lan)).toEqual(expect.arrayContaining([`late ${mine}`, `soon ${mine}`, `soon ${later}`]))
    expect(await kindsOf(lan)).toHaveLength(4)
  })
})
