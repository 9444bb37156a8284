import { and, asc, count, desc, eq, gte } from 'drizzle-orm'
import type { Dossiers } from '../dossiers/ports.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import { asTheyStand, toAction, withNamesNow } from './dossier-actions.ts'
import { dossierLists, summaryOf } from './dossier-lists.ts'
import type { Engine } from './engine/engine.ts'

export function createDossiers(engine: Engine): Dossiers {
  const { tables, read } = engine
  const { dossiers, dossierActions } = tables
  const present = async (row: Dossier | undefined) => (row ? (await asTheyStand(engine, [row]))[0] : undefined)
  return {
    find: async (id) => present((await read.select().from(dossiers).where(eq(dossiers.id, id)))[0]),

    findByCode: async (code) => present((await read.select().from(dossiers).where(eq(dossiers.code, code)))[0]),

    actions: async (id) => {
      const rows = await read
        .select()
        .from(dossierActions)
        .where(eq(dossierActions.dossier, id))
        .orderBy(asc(dossierActions.seq))
      return rows.map(toAction)
    },

    ...dossierLists(engine),

    filedSince: async (citizen, since) => {
      const [row] = await read
        .select({ filed: count() })
        .from(dossiers)
        .where(and(eq(dossiers.citizen, citizen), gte(dossiers.filedAt, since)))
      return row?.filed ?? 0
    },

    ofCitizen: async (citizen, limit) => {
      const rows = await read
        .select(summaryOf(tables))
        .from(dossiers)
        .where(eq(dossiers.citizen, citizen))
        .orderBy(desc(dossiers.filedAt), desc(dossiers.id))
        .limit(limit)
      return withNamesNow(engine, rows)
    },
  }
}
