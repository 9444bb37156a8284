import { and, asc, inArray, isNotNull } from 'drizzle-orm'
import { type GivenStep, isStep } from '../dossiers/deadlines/step.ts'
import type { AgencySteps } from '../dossiers/ports.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Engine } from './engine/engine.ts'
import { rowsAbove } from './engine/row-place.ts'

/** The times that agencies were given stand in sealed columns: they are looked for among the acts of a few dossiers, never in all. */
export function createAgencySteps({ tables, read }: Engine): AgencySteps {
  const { dossiers, dossierActions: acts } = tables
  const { id, holder, handler, isReserved, dueAt, queue } = dossiers

  /** The last hand-over of each, or reception for another agency, where it gave time. */
  const lastGiven = async (ids: readonly DossierId[]) => {
    const rows = await read
      .select({ dossier: acts.dossier, seq: acts.seq, from: acts.at, move: acts.move })
      .from(acts)
      .where(and(inArray(acts.dossier, [...ids]), inArray(acts.type, ['handed over', 'accepted', 'clock begun'])))
      .orderBy(asc(acts.dossier), asc(acts.seq))
    const moved = rows.filter(({ move }) => move && isStep(move))
    const last = new Map(moved.map((row) => [row.dossier, row]))
    return [...last.values()].flatMap(({ move, ...row }) =>
      move?.until === undefined ? [] : [{ ...row, until: move.until }],
    )
  }

  return {
    of: async (ids) => {
      const given = ids.length === 0 ? [] : await lastGiven(ids)
      if (given.length === 0) return new Map()
      const rows = await read
        .select({ dossier: acts.dossier, seq: acts.seq, type: acts.type, at: acts.at, status: acts.status })
        .from(acts)
        .where(
          inArray(
            acts.dossier,
            given.map(({ dossier }) => dossier),
          ),
        )
        .orderBy(asc(acts.dossier), asc(acts.seq))
      const made = new Map(given.map(({ dossier }) => [dossier, [] as typeof rows]))
      for (const row of rows) made.get(row.dossier)?.push(row)
      return new Map(
        given.map(({ dossier, seq, from, until }): [DossierId, GivenStep] => [
          dossier,
          { from, until, since: (made.get(dossier) ?? []).filter((row) => row.seq > seq) },
        ]),
      )
    },

    waiting: async (after, limit) => {
      const rows = await read
        .select({ id, holder, handler, isReserved, dueAt, queue })
        .from(dossiers)
        .where(and(isNotNull(queue), after && rowsAbove([queue, id], [after.queue, after.id])))
        .orderBy(asc(queue), asc(id))
        .limit(limit)
      return rows.flatMap((row) => (row.queue === null ? [] : [{ ...row, queue: row.queue }]))
    },
  }
}
