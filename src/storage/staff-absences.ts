import { and, asc, eq, gte, inArray, isNull, lte, type SQL } from 'drizzle-orm'
import type { Absence } from '../dossiers/absences.ts'
import { daysAfter, type VietnamDay } from '../kernel/clock.ts'
import type { Absences } from '../staff/people/ports.ts'
import type { Db, Engine } from './engine/engine.ts'

/** Of accounts that are not disabled; a substitute that is disabled is left out. */
async function readAbsences(
  db: Db,
  { staffAbsences, staffAccounts }: Engine['tables'],
  where: SQL | undefined,
): Promise<Absence[]> {
  const rows = await db
    .select()
    .from(staffAbsences)
    .where(where)
    .orderBy(asc(staffAbsences.since), asc(staffAbsences.account))
  if (rows.length === 0) return []
  const named = [...new Set(rows.flatMap(({ account, substitute }) => [account, ...(substitute ? [substitute] : [])]))]
  const enabled = await db
    .select({ id: staffAccounts.id })
    .from(staffAccounts)
    .where(and(inArray(staffAccounts.id, named), isNull(staffAccounts.disabledAt)))
  const isEnabled = new Set(enabled.map(({ id }) => id))
  return rows.flatMap(({ account, since, until, substitute }) =>
    isEnabled.has(account)
      ? [{ account, since, until, ...(substitute !== null && isEnabled.has(substitute) && { substitute }) }]
      : [],
  )
}

export const absencesOn = (db: Db, tables: Engine['tables'], day: VietnamDay): Promise<Absence[]> =>
  readAbsences(db, tables, and(lte(tables.staffAbsences.since, day), gte(tables.staffAbsences.until, day)))

export function createAbsences({ tables, read, write }: Engine): Absences {
  const { staffAbsences } = tables
  return {
    on: (day) => absencesOn(read, tables, day),
    since: (day) => readAbsences(read, tables, gte(staffAbsences.until, day)),
    add: ({ substitute, ...absence }) =>
      write(
        async (db) =>
          void (await db
            .insert(staffAbsences)
            .values({ ...absence, substitute: substitute ?? null })
            .onConflictDoNothing()),
      ),
    end: (account, since, back) =>
      write(async (db) => {
        const one = and(eq(staffAbsences.account, account), eq(staffAbsences.since, since))
        await db.delete(staffAbsences).where(and(one, gte(staffAbsences.since, back)))
        await db
          .update(staffAbsences)
          .set({ until: daysAfter(back, -1) })
          .where(and(one, gte(staffAbsences.until, back)))
      }),
  }
}
