import { asc, count, gt, inArray } from 'drizzle-orm'
import type { DossierRecords } from '../dossiers/differences.ts'
import type { DossierAction } from '../dossiers/dossier.ts'
import type { DossierId } from '../kernel/ids.ts'
import { toAction } from './dossier-actions.ts'
import type { Engine } from './engine/engine.ts'

export function createDossierRecords({ tables, read }: Engine): DossierRecords {
  const { dossiers, dossierActions, permits } = tables
  return {
    page: async (after, limit) => {
      const rows = await read
        .select({
          ...{ id: dossiers.id, code: dossiers.code, revision: dossiers.revision, status: dossiers.status },
          ...{ lastAction: dossiers.lastAction, filedAt: dossiers.filedAt, updatedAt: dossiers.updatedAt },
          ...{ dueAt: dossiers.dueAt, agency: dossiers.agency, holder: dossiers.holder, handler: dossiers.handler },
          ...{ queue: dossiers.queue, asideUntil: dossiers.asideUntil },
          ...{ answerBy: dossiers.answerBy, wakeAt: dossiers.wakeAt },
        })
        .from(dossiers)
        .where(after === undefined ? undefined : gt(dossiers.id, after))
        .orderBy(asc(dossiers.id))
        .limit(limit)
      if (rows.length === 0) return []
      const ids = rows.map(({ id }) => id)
      const acts = await read
        .select()
        .from(dossierActions)
        .where(inArray(dossierActions.dossier, ids))
        .orderBy(asc(dossierActions.dossier), asc(dossierActions.seq))
      const granted = await read
        .select({ dossier: permits.dossier, granted: count(), revoked: count(permits.revokedAt) })
        .from(permits)
        .where(inArray(permits.dossier, ids))
        .groupBy(permits.dossier)
      const actions = new Map<DossierId, DossierAction[]>()
      for (const id of ids) actions.set(id, [])
      for (const row of acts) actions.get(row.dossier)?.push(toAction(row))
      const counts = new Map(granted.map((row) => [row.dossier, row]))
      return rows.map((dossier) => ({
        dossier,
        actions: actions.get(dossier.id) ?? [],
        permits: {
          granted: Number(counts.get(dossier.id)?.granted ?? 0),
          revoked: Number(counts.get(dossier.id)?.revoked ?? 0),
        },
      }))
    },
  }
}
