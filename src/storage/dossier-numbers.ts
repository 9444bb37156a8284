import { sql } from 'drizzle-orm'
import { renderDossierCode } from '../dossiers/code.ts'
import type { VietnamDay } from '../kernel/clock.ts'
import { Fault } from '../kernel/fault.ts'
import type { Db, Engine } from './engine/engine.ts'

/** Draws the next number of a unit and day. Undone with the transaction, so that no number is ever missing. */
export async function drawNumber({ tables }: Engine, db: Db, unit: string, day: VietnamDay): Promise<string> {
  const { dossierCounters } = tables
  const [row] = await db
    .insert(dossierCounters)
    .values({ unit, day, last: 1 })
    .onConflictDoUpdate({
      target: [dossierCounters.unit, dossierCounters.day],
      set: { last: sql`${dossierCounters.last} + 1` },
    })
    .returning({ last: dossierCounters.last })
  if (!row) throw new Fault('dossier counter gave no number', { retry: false })
  return renderDossierCode(unit, day, row.last)
}
