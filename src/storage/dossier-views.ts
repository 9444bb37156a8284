import { and, asc, desc, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { type DossierViews, ONE_LOOK } from '../dossiers/views.ts'
import { withNamesNow } from './dossier-actions.ts'
import { summaryOf } from './dossier-lists.ts'
import type { Engine } from './engine/engine.ts'

/** Looks of one account that are gone through for the dossiers it opened last. */
const LOOKED_THROUGH = 300

export function createDossierViews(engine: Engine): DossierViews {
  const { tables, read, write } = engine
  const { staffViews: views, staffAccounts, dossiers } = tables
  const looks = { account: views.account, name: staffAccounts.name, at: views.at }

  return {
    note: async (dossier, account, what, at) => {
      const [before] = await read
        .select({ place: views.place })
        .from(views)
        .where(
          and(
            ...[eq(views.dossier, dossier), eq(views.account, account), eq(views.what, what)],
            gt(views.at, at - ONE_LOOK),
          ),
        )
        .limit(1)
      if (!before) await write(async (db) => void (await db.insert(views).values({ dossier, account, what, at })))
    },

    ofDossier: async (dossier, limit, before) =>
      read
        .select({ place: views.place, what: views.what, ...looks })
        .from(views)
        .innerJoin(staffAccounts, eq(staffAccounts.id, views.account))
        .where(and(eq(views.dossier, dossier), before === undefined ? undefined : lt(views.place, before)))
        .orderBy(desc(views.place))
        .limit(limit),

    since: async (dossier, at) => {
      const rows = await read
        .select(looks)
        .from(views)
        .innerJoin(staffAccounts, eq(staffAccounts.id, views.account))
        .where(and(eq(views.dossier, dossier), eq(views.what, 'page'), gt(views.at, at)))
        .orderBy(desc(views.at))
      return rows.filter(({ account }, i) => rows.findIndex((row) => row.account === account) === i)
    },

    recentlyOpened: async (account, limit) => {
      const looked = await read
        .select({ id: views.dossier, at: views.at })
        .from(views)
        .where(eq(views.account, account))
        .orderBy(desc(views.at))
        .limit(LOOKED_THROUGH)
      const newest = new Map<(typeof looked)[number]['id'], number>()
      for (const { id, at } of looked) if (!newest.has(id) && newest.size < limit) newest.set(id, at)
      if (newest.size === 0) return []
      const rows = await read
        .select({ ...summaryOf(tables), isReserved: dossiers.isReserved })
        .from(dossiers)
        .where(inArray(dossiers.id, [...newest.keys()]))
      const byId = new Map((await withNamesNow(engine, rows)).map((row) => [row.id, row]))
      return [...newest].flatMap(([opened, at]) => {
        const dossier = byId.get(opened)
        return dossier ? [{ dossier, at }] : []
      })
    },

    // They lie in the order of time: the oldest are looked at, and no index is needed.
    forget: (before, limit) =>
      write(async (db) => {
        const oldest = await db
          .select({ place: views.place, at: views.at })
          .from(views)
          .orderBy(asc(views.place))
          .limit(limit)
        const last = oldest.findLast(({ at }) => at < before)
        if (!last) return 0
        const gone = await db
          .delete(views)
          .where(and(sql`${views.place} <= ${last.place}`, lt(views.at, before)))
          .returning({ place: views.place })
        return gone.length
      }),
  }
}
