import { and, asc, inArray } from 'drizzle-orm'
import { answersNow } from '../dossiers/answers-now.ts'
import type { Dossier, DossierAction } from '../dossiers/dossier.ts'
import type { Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'

type Row = Schema['dossierActions']['$inferSelect']

export const toAction = ({ type, actor, at, status, note, attachments, dueAt, move }: Row): DossierAction => ({
  type,
  by: actor,
  at,
  status,
  ...(note !== null && { note }),
  ...(attachments !== null && { attachments }),
  ...(dueAt !== null && { dueAt }),
  ...(move !== null && { move }),
})

/** Rows as they were filed, with what their citizens have mended since. Read after the rows: what comes between shows already. */
export async function asTheyStand({ tables, read }: Engine, rows: readonly Dossier[]): Promise<Dossier[]> {
  const { dossierActions: acts } = tables
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const mended = await read
    .select({ dossier: acts.dossier, move: acts.move })
    .from(acts)
    .where(and(inArray(acts.dossier, ids), inArray(acts.type, ['supplemented', 'corrected'])))
    .orderBy(asc(acts.dossier), asc(acts.seq))
  return rows.map((row) => {
    const own = mended.flatMap(({ dossier, move }) => (dossier === row.id && move ? [{ move }] : []))
    return own.length === 0 ? row : { ...row, answers: answersNow(row.answers, own) }
  })
}
