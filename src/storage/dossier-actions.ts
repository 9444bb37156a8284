import { and, asc, inArray } from 'drizzle-orm'
import { answersNow, applicantNow } from '../dossiers/answers-now.ts'
import type { Dossier, DossierAction } from '../dossiers/dossier.ts'
import type { DossierId } from '../kernel/ids.ts'
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

/** Rows as they were filed, with what has been mended since. Read after the rows: what comes between shows already. */
export async function asTheyStand(engine: Engine, rows: readonly Dossier[]): Promise<Dossier[]> {
  const mends = await mendsOf(engine, rows)
  return rows.map((row) => {
    const own = mends.get(row.id)
    return own ? { ...row, applicant: applicantNow(row.applicant, own), answers: answersNow(row.answers, own) } : row
  })
}

/** Rows of a list, each with the name of its applicant as it stands. */
export async function withNamesNow<Row extends Pick<Dossier, 'id' | 'applicant'>>(
  engine: Engine,
  rows: readonly Row[],
): Promise<Row[]> {
  const mends = await mendsOf(engine, rows)
  return rows.map((row) => ({ ...row, applicant: applicantNow(row.applicant, mends.get(row.id) ?? []) }))
}

/** Acts that wrote over an answer, oldest first. */
async function mendsOf(
  { tables, read }: Engine,
  rows: readonly Pick<Dossier, 'id'>[],
): Promise<Map<DossierId, Pick<DossierAction, 'move'>[]>> {
  const { dossierActions: acts } = tables
  const ids = rows.map(({ id }) => id)
  const found = new Map<DossierId, Pick<DossierAction, 'move'>[]>()
  if (ids.length === 0) return found
  const mends = await read
    .select({ dossier: acts.dossier, move: acts.move })
    .from(acts)
    .where(and(inArray(acts.dossier, ids), inArray(acts.type, ['supplemented', 'corrected'])))
    .orderBy(asc(acts.dossier), asc(acts.seq))
  for (const { dossier, move } of mends) if (move) found.set(dossier, [...(found.get(dossier) ?? []), { move }])
  return found
}
