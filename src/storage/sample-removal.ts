import { and, eq, gte, inArray, like, lt } from 'drizzle-orm'
import { daysAfter, startOfVietnamDay, toVietnamDay } from '../kernel/clock.ts'
import { SAMPLE_PREFIX } from '../kernel/samples.ts'
import type { Db, Engine } from './engine/engine.ts'
import { withoutTriggers } from './engine/lifted-triggers.ts'

const SAMPLES = `${SAMPLE_PREFIX}%`

/**
 * Takes away every dossier of invented citizens with all that hangs on it, and invented people, in one commit. Answers how many
 * dossiers went. Acts are append-only for everybody else: their triggers are lifted for this and put back with the commit.
 */
export const removeSamples = (engine: Engine): Promise<number> =>
  engine.write((db) =>
    withoutTriggers(engine.name, db, 'dossier_actions', async () => {
      const numbers = await numbersDrawn(engine, db)
      const removed = await removeDossiers(engine, db)
      await removeCitizens(engine, db)
      await removePeople(engine, db)
      await giveNumbersBack(engine, db, numbers)
      return removed
    }),
  )

async function removeDossiers({ tables }: Engine, db: Db): Promise<number> {
  const { dossiers, permits, scans } = tables
  const ours = db.select({ id: dossiers.id }).from(dossiers).where(like(dossiers.citizen, SAMPLES))
  const granted = db.select({ id: permits.id }).from(permits).where(inArray(permits.dossier, ours))
  await db.delete(scans).where(inArray(scans.permit, granted))
  const hanging = [
    ...[tables.dossierActions, tables.dossierHands, tables.dossierConsultations, tables.dossierWords],
    ...[permits, tables.ratings, tables.lookupGuesses, tables.staffViews],
  ] as const
  for (const table of hanging) await db.delete(table).where(inArray(table.dossier, ours))
  const removed = await db.delete(dossiers).where(like(dossiers.citizen, SAMPLES)).returning({ id: dossiers.id })
  return removed.length
}

async function removeCitizens({ tables }: Engine, db: Db) {
  const { outbox, inbox, conversations, timers, consents, deliveryLeases, attachments } = tables
  for (const table of [outbox, inbox, conversations, timers, consents, deliveryLeases, attachments])
    await db.delete(table).where(like(table.citizen, SAMPLES))
}

async function removePeople({ tables }: Engine, db: Db) {
  await db.delete(tables.staffPostings).where(like(tables.staffPostings.account, SAMPLES))
  await db.delete(tables.staffAccounts).where(like(tables.staffAccounts.id, SAMPLES))
}

/** Units and days on which a sample was given a number. */
async function numbersDrawn({ tables: { dossiers } }: Engine, db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ unit: dossiers.agency, at: dossiers.filedAt })
    .from(dossiers)
    .where(like(dossiers.citizen, SAMPLES))
  return new Set(rows.map(({ unit, at }) => `${unit} ${toVietnamDay(at)}`))
}

/** Where nothing else was filed on that day the count begins anew; where something was, no number is given twice. */
async function giveNumbersBack({ tables }: Engine, db: Db, numbers: ReadonlySet<string>) {
  const { dossiers, dossierCounters } = tables
  for (const drawn of numbers) {
    const [unit = '', day = ''] = drawn.split(' ')
    const [from, to] = [day, daysAfter(day, 1)].map(startOfVietnamDay) as [number, number]
    const filed = and(eq(dossiers.agency, unit), gte(dossiers.filedAt, from), lt(dossiers.filedAt, to))
    const [other] = await db.select({ id: dossiers.id }).from(dossiers).where(filed).limit(1)
    if (!other)
      await db.delete(dossierCounters).where(and(eq(dossierCounters.unit, unit), eq(dossierCounters.day, day)))
  }
}
