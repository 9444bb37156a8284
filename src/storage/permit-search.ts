import { and, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import type { Filed } from '../casework/names.ts'
import type { PermitSearch } from '../casework/permit-search.ts'
import { asTheyStand } from './dossier-actions.ts'
import { inScope } from './dossier-filters.ts'
import type { Engine } from './engine/engine.ts'
import { rowsBelow } from './engine/row-place.ts'
import { toPermit } from './permits.ts'

export function createPermitSearch(engine: Engine): PermitSearch {
  const { tables, read } = engine
  const { permits, dossiers, dossierActions: acts } = tables
  const isFiledThrough = ({ flow, flowVersion }: Filed) =>
    and(eq(dossiers.flow, flow), eq(dossiers.flowVersion, flowVersion))
  return {
    alike: async (buckets, now) => {
      const people = [...new Set(buckets.map(({ personBucket }) => personBucket))]
      const plates = [...new Set(buckets.flatMap(({ plateBucket }) => plateBucket ?? []))]
      const inForce = and(isNull(permits.revokedAt), gt(permits.validUntil, now))
      const rows = await read
        .select()
        .from(permits)
        .where(and(inForce, or(inArray(permits.personBucket, people), inArray(permits.plateBucket, plates))))
        .orderBy(desc(permits.validUntil), desc(permits.id))
      return rows.map(toPermit)
    },

    successors: async (ids) => {
      const rows = await read
        .select()
        .from(permits)
        .where(inArray(permits.replaces, [...ids]))
        .orderBy(desc(permits.issuedAt))
      return rows.map(toPermit)
    },

    filedThrough: async (statuses) =>
      read
        .selectDistinct({ flow: dossiers.flow, flowVersion: dossiers.flowVersion })
        .from(dossiers)
        .where(inArray(dossiers.status, [...statuses])),

    waiting: async ({ scope, filed, statuses, before, limit }) => {
      if (filed.length === 0) return []
      const rows = await read
        .select()
        .from(dossiers)
        .where(
          and(
            scope && inScope(tables, { scope, where: 'here' }),
            or(...filed.map(isFiledThrough)),
            inArray(dossiers.status, [...statuses]),
            before && rowsBelow([dossiers.filedAt, dossiers.id], [before.filedAt, before.id]),
          ),
        )
        .orderBy(desc(dossiers.filedAt), desc(dossiers.id))
        .limit(limit)
      return asTheyStand(engine, rows)
    },

    toldApart: async (ids) => {
      const rows = await read
        .select({ dossier: acts.dossier, move: acts.move })
        .from(acts)
        .where(and(inArray(acts.dossier, [...ids]), eq(acts.type, 'told apart')))
      return rows.flatMap(({ dossier, move }) => (move?.apart ? [[dossier, move.apart] as const] : []))
    },
  }
}
