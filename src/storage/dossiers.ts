import { and, asc, count, desc, eq, exists, gt, gte, inArray, lt, or, sql } from 'drizzle-orm'
import type { Dossiers } from '../dossiers/ports.ts'
import { isWaiting, statuses } from '../dossiers/status.ts'
import { toAction } from './dossier-actions.ts'
import { hasNotArrived } from './dossier-messages.ts'
import type { Engine } from './engine/engine.ts'

export function createDossiers({ tables, read }: Engine): Dossiers {
  const { dossiers, dossierActions, outbox } = tables
  const newestMessage = sql`(select max(seq) from outbox as newest where newest.dossier = ${dossiers.id})`
  const summary = {
    id: dossiers.id,
    code: dossiers.code,
    flow: dossiers.flow,
    flowVersion: dossiers.flowVersion,
    agency: dossiers.agency,
    holder: dossiers.holder,
    handler: dossiers.handler,
    status: dossiers.status,
    lastAction: dossiers.lastAction,
    applicant: dossiers.applicant,
    filedAt: dossiers.filedAt,
    updatedAt: dossiers.updatedAt,
    dueAt: dossiers.dueAt,
    queue: dossiers.queue,
  }

  /** The desk's next word is due before an instant: only where somebody still has to decide. */
  const isDue = (before: number, from?: number) =>
    and(
      inArray(dossiers.status, statuses.filter(isWaiting)),
      lt(dossiers.dueAt, before),
      from === undefined ? undefined : gte(dossiers.dueAt, from),
    )

  return {
    find: async (id) => (await read.select().from(dossiers).where(eq(dossiers.id, id)))[0],

    findByCode: async (code) => (await read.select().from(dossiers).where(eq(dossiers.code, code)))[0],

    actions: async (id) => {
      const rows = await read
        .select()
        .from(dossierActions)
        .where(eq(dossierActions.dossier, id))
        .orderBy(asc(dossierActions.seq))
      return rows.map(toAction)
    },

    list: async ({ status, flow, code, unreachedSince, before, dueBefore, dueFrom, afterDue, limit }) =>
      read
        .select(summary)
        .from(dossiers)
        .where(
          and(
            status && eq(dossiers.status, status),
            flow ? eq(dossiers.flow, flow) : undefined,
            // Codes are upper case ASCII; `_` and `%` of a hostile search stand for themselves.
            code ? sql`${dossiers.code} like ${`%${escapeLike(code.toUpperCase())}%`} escape '!'` : undefined,
            unreachedSince === undefined
              ? undefined
              : exists(
                  read
                    .select({ seq: outbox.seq })
                    .from(outbox)
                    .where(and(eq(outbox.seq, newestMessage), hasNotArrived(tables, unreachedSince))),
                ),
            dueBefore === undefined ? undefined : isDue(dueBefore, dueFrom),
            afterDue &&
              or(
                gt(dossiers.dueAt, afterDue.dueAt),
                and(eq(dossiers.dueAt, afterDue.dueAt), gt(dossiers.id, afterDue.id)),
              ),
            before &&
              or(
                lt(dossiers.filedAt, before.filedAt),
                and(eq(dossiers.filedAt, before.filedAt), lt(dossiers.id, before.id)),
              ),
          ),
        )
        .orderBy(
          ...(dueBefore === undefined
            ? [desc(dossiers.filedAt), desc(dossiers.id)]
            : [asc(dossiers.dueAt), asc(dossiers.id)]),
        )
        .limit(limit),

    countDue: async (now, until) => {
      const counted = async (before: number, from?: number): Promise<number> =>
        Number((await read.select({ n: count() }).from(dossiers).where(isDue(before, from)))[0]?.n ?? 0)
      return { late: await counted(now), today: await counted(until, now) }
    },

    countByStatus: async () => {
      const rows = await read.select({ status: dossiers.status, n: count() }).from(dossiers).groupBy(dossiers.status)
      return Object.fromEntries(rows.map((row) => [row.status, Number(row.n)]))
    },

    filedSince: async (citizen, since) => {
      const [row] = await read
        .select({ filed: count() })
        .from(dossiers)
        .where(and(eq(dossiers.citizen, citizen), gte(dossiers.filedAt, since)))
      return row?.filed ?? 0
    },

    ofCitizen: async (citizen, limit) =>
      read
        .select(summary)
        .from(dossiers)
        .where(eq(dossiers.citizen, citizen))
        .orderBy(desc(dossiers.filedAt), desc(dossiers.id))
        .limit(limit),
  }
}

const escapeLike = (text: string) => text.replace(/[!%_]/g, (sign) => `!${sign}`)
