import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Verified, verifyAll } from '../../src/dossiers/differences.ts'
import { DAY } from '../../src/kernel/clock.ts'
import type { DossierId } from '../../src/kernel/ids.ts'
import { createDossierRecords } from '../../src/storage/dossier-records.ts'
import type { Db, Engine } from '../../src/storage/engine/engine.ts'
import { toPermitRow } from '../../src/storage/permits.ts'
import { commitAct, standingIn } from './changes.ts'
import { permitOf } from './granted.ts'
import { aCitizen, NOW, turnsOn } from './turns.ts'

/** That everything which was written before into the same database is whole, and that what is altered by hand is named. */
export function describeRecords(name: string, open: () => Promise<Engine>) {
  describe(`dossiers compared with their acts on ${name}`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await open()
    }, 120_000)
    afterAll(() => engine.close())

    /** A dossier whose permit was granted, each act at a time of its own. */
    const approved = async () => {
      const dossier = await turnsOn(engine).file(aCitizen())
      const granted = await permitOf(dossier)
      await commitAct(engine, dossier, { type: 'accept' }, { at: NOW + 1 })
      await commitAct(engine, dossier, { type: 'approve' }, { at: NOW + 2, granted })
      return { dossier, granted }
    }
    const verify = (): Promise<Verified> => verifyAll(createDossierRecords(engine))

    it('differ in nothing after all that was done to them here', async () => {
      const { dossier, granted } = await approved()
      const revoke = { type: 'revoke', permit: granted.id, reason: 'Sai biển số.' } as const
      await commitAct(engine, dossier, revoke, { at: NOW + 3, named: granted })
      const { dossiers } = engine.tables
      const ids = await engine.read.select({ id: dossiers.id }).from(dossiers)
      expect(ids.length).toBeGreaterThan(50)
      expect(await verify()).toEqual({ dossiers: ids.length, differences: [] })
    })

    it('are read page by page, each once, and a page short of nothing', async () => {
      const records = createDossierRecords(engine)
      const whole = await records.page(undefined, 10_000)
      const seen: typeof whole = []
      let after: DossierId | undefined
      for (;;) {
        const page = await records.page(after, 7)
        seen.push(...page)
        after = page.at(-1)?.dossier.id
        if (page.length < 7) break
      }
      expect(seen).toEqual(whole)
    })

    const by = { type: 'program' } as const
    it.each<[string, (db: Db, id: DossierId) => unknown, string]>([
      ['the status of a row', (db, id) => set(db, id, { status: 'returned' }), 'status is returned, its acts say done'],
      [
        'what was done last',
        (db, id) => set(db, id, { lastAction: 'filed' }),
        'lastAction is filed, its acts say permit granted',
      ],
      [
        'when it was changed',
        (db, id) => set(db, id, { updatedAt: NOW + DAY }),
        `updatedAt is ${NOW + DAY}, its acts say`,
      ],
      ['when it was filed', (db, id) => set(db, id, { filedAt: NOW + DAY }), `filedAt is ${NOW + DAY}, its acts say`],
      ['how often it was changed', (db, id) => set(db, id, { revision: 9 }), 'revision is 9, its acts allow 3 to 4'],
      [
        'a permit, revoked without an act',
        (db, id) =>
          db.update(engine.tables.permits).set({ revokedAt: NOW }).where(eq(engine.tables.permits.dossier, id)),
        '1 permits are revoked, its acts say 0',
      ],
      [
        'a permit that is gone',
        (db, id) => db.delete(engine.tables.permits).where(eq(engine.tables.permits.dossier, id)),
        '0 permits are granted, its acts say 1',
      ],
      [
        'an act that was added',
        (db, id) =>
          db
            .insert(engine.tables.dossierActions)
            .values({ dossier: id, seq: 5, type: 'refused', actor: by, at: NOW, status: 'stopped' }),
        'status is done, its acts say stopped',
      ],
    ])('are named by their code when somebody altered %s by hand', async (_, alter, difference) => {
      const before = await verify()
      const { dossier } = await approved()
      const { code } = (await standingIn(engine, dossier)).dossier
      expect(await verify()).toEqual({ ...before, dossiers: before.dossiers + 1 })
      await engine.write(async (db) => void (await alter(db, dossier)))
      const { differences } = await verify()
      const found = differences.filter((one) => !before.differences.some(({ code: known }) => known === one.code))
      expect(found).toEqual([{ code, difference: expect.stringContaining(difference) as string }])
    })

    it('are named when nothing was ever done to them, or a permit was put beside them', async () => {
      const before = await verify()
      const id = await turnsOn(engine).file(aCitizen())
      const { dossiers, permits } = engine.tables
      const { dossier } = await standingIn(engine, id)
      const planted = { ...dossier, id: `${id}-planted` as DossierId, code: `${dossier.code}-planted` }
      const permit = await permitOf(id)
      await engine.write(async (db) => {
        await db.insert(dossiers).values(planted)
        await db.insert(permits).values(toPermitRow(permit))
      })
      const { differences } = await verify()
      const found = differences.filter((one) => !before.differences.some(({ code }) => code === one.code))
      expect(found.toSorted((a, b) => a.code.length - b.code.length)).toEqual([
        { code: dossier.code, difference: '1 permits are granted, its acts say 0' },
        { code: planted.code, difference: 'no act, not even its filing' },
      ])
    })

    const set = (db: Db, id: DossierId, change: Partial<Engine['tables']['dossiers']['$inferInsert']>) =>
      db.update(engine.tables.dossiers).set(change).where(eq(engine.tables.dossiers.id, id))
  })
}
