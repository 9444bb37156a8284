import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWarnDesks } from '../../src/casework/warn-desks.ts'
import { loadStanding } from '../../src/casework/load-standing.ts'
import type { Act, Circumstances } from '../../src/dossiers/acts/act.ts'
import { DAY, HOUR } from '../../src/kernel/clock.ts'
import type { DossierId, StaffId } from '../../src/kernel/ids.ts'
import { workCalendarFor } from '../../src/province/work-calendar.ts'
import { createAgencySteps } from '../../src/storage/agency-steps.ts'
import { createCaseChanges } from '../../src/storage/case-changes.ts'
import { createDossiers } from '../../src/storage/dossiers.ts'
import { createDueDossiers } from '../../src/storage/due-dossiers.ts'
import type { Engine } from '../../src/storage/engine/engine.ts'
import { createRosters } from '../../src/storage/rosters.ts'
import { createNotices } from '../../src/storage/staff-notices.ts'
import { createStaffAccounts } from '../../src/storage/staff.ts'
import { done } from '../dossiers/tried.ts'
import { bothEngines } from './engines.ts'
import { aCitizen, fresh, turnsOn } from './turns.ts'

const [HERE, THERE, THIRD] = ['H12.99.031', 'H12.99.032', 'H12.99.033']
/** A Monday morning. */
const MONDAY = Date.parse('2030-06-10T08:00:00+07:00')
const given = (to: string, days: number): Act => ({ type: 'hand-over', to, days, note: '' })

describe.each(await bothEngines())('the times that agencies were given on %s', (_, open) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await open()
  }, 120_000)
  afterAll(() => engine.close())

  const does = async (id: DossierId, act: Act, at = MONDAY) => {
    const standing = await loadStanding(createDossiers(engine), id)
    const more: Partial<Circumstances> = {
      ...{ at, termAt: () => ({ days: 20, counts: 'working', pause: 'resume' }) },
      ...('to' in act && { other: { code: act.to, name: act.to } }),
    }
    expect(await createCaseChanges(engine).commit(done(act, standing!, more))).toBe('done')
  }
  const accepted = async () => {
    const id = await turnsOn(engine).file(aCitizen(), HERE)
    await does(id, { type: 'accept' })
    return id
  }
  const anAccount = async (role: 'reception' | 'leader', agency: string) => {
    const id = fresh('staff') as StaffId
    const account = { id, name: id, email: `${id}@example.vn`, passwordHash: '' }
    await createStaffAccounts(engine).add({ ...account, postings: [{ role, agency, since: '2030-01-01' }] })
    return id
  }
  const round = (now: number, limit?: number) => {
    const steps = createAgencySteps(engine)
    const cut = { ...steps, waiting: async () => Promise.reject(new Error('killed')) }
    return createWarnDesks({
      ...{ due: createDueDossiers(engine), steps: limit === 0 ? cut : steps },
      ...{ notices: createNotices(engine), rosters: createRosters(engine) },
      ...{ calendarOf: workCalendarFor, agencyCodes: () => [HERE, THERE, THIRD], now: () => now },
    })
  }
  const toldOf = async (id: DossierId) =>
    (await createNotices(engine).ofDossier(id)).map(({ kind, account }) => `${kind} ${account}`)

  it('are read from the last hand-over alone, with what was done since', async () => {
    const steps = createAgencySteps(engine)
    const [plain, once, twice, back] = [await accepted(), await accepted(), await accepted(), await accepted()]
    for (const id of [once, twice, back]) await does(id, given(THERE, 3))
    await does(once, { type: 'take' }, MONDAY + HOUR)
    await does(twice, given(THIRD, 1), MONDAY + HOUR)
    await does(back, given(HERE, 0), MONDAY + HOUR)
    const found = await steps.of([plain, once, twice, back])
    expect([...found.keys()].sort()).toEqual([once, twice].sort())
    expect(found.get(once)).toMatchObject({ from: MONDAY, since: [{ type: 'taken', status: 'processing' }] })
    expect(found.get(twice)).toMatchObject({ from: MONDAY + HOUR, since: [] })
    expect(await steps.of([])).toEqual(new Map())
  })

  it('are looked for among what waits, all of it in pages that meet nothing twice', async () => {
    const steps = createAgencySteps(engine)
    const seen: DossierId[] = []
    for (let after: Awaited<ReturnType<typeof steps.waiting>>[number] | undefined; ;) {
      const page = await steps.waiting(after, 2)
      seen.push(...page.map(({ id }) => id))
      after = page.at(-1)
      if (page.length < 2) break
    }
    const { dossiers } = engine.tables
    const all = await engine.read.select({ id: dossiers.id, queue: dossiers.queue }).from(dossiers)
    expect(seen.toSorted()).toEqual(all.flatMap(({ id, queue }) => (queue === null ? [] : [id])).toSorted())
  })

  it('are warned of once, however many rounds come by, also after one that was killed in the middle', async () => {
    const [desk, boss] = [await anAccount('reception', THERE), await anAccount('leader', THERE)]
    const id = await accepted()
    await does(id, given(THERE, 3))
    const thursday = MONDAY + 3 * DAY
    await round(thursday - DAY)()
    expect(await toldOf(id)).toEqual([])
    await expect(round(thursday, 0)()).rejects.toThrow('killed')
    await Promise.all([round(thursday)(), round(thursday)(), round(thursday)()])
    await round(thursday + 1)()
    expect(await toldOf(id)).toEqual([`step soon ${desk}`])
    await Promise.all([round(thursday + 8 * HOUR)(), round(thursday + 8 * HOUR)()])
    await round(thursday + DAY)()
    expect((await toldOf(id)).toSorted()).toEqual(
      [`step soon ${desk}`, `step leader soon ${boss}`, `step late ${desk}`, `step leader late ${boss}`].toSorted(),
    )
  })

  it('are not warned of any more once the dossier is handed on, and not while the citizen is asked', async () => {
    const [on, asked] = [await accepted(), await accepted()]
    for (const id of [on, asked]) await does(id, given(THERE, 3))
    await does(on, given(HERE, 0), MONDAY + DAY)
    await does(asked, { type: 'ask', question: 'Xin ảnh giấy hẹn khám.' }, MONDAY + DAY)
    const { dossiers } = engine.tables
    expect((await engine.read.select().from(dossiers).where(eq(dossiers.id, asked)))[0]?.queue).toBeNull()
    for (const days of [2, 3, 4]) await round(MONDAY + days * DAY)()
    expect([await toldOf(on), await toldOf(asked)]).toEqual([[], []])
    await does(asked, { type: 'supplement', reply: 'Đây ạ', attachments: [] }, MONDAY + 7 * DAY)
    await round(MONDAY + 9 * DAY)()
    expect((await toldOf(asked)).map((it) => it.split(' staff')[0])).toEqual(['step soon'])
  })
})
