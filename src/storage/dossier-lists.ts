import { setImmediate as breath } from 'node:timers/promises'
import { and, asc, count, desc, eq, inArray, isNotNull, sql, type SQL } from 'drizzle-orm'
import { ANSWERED } from '../dossiers/fold.ts'
import { type DossierFilter, type Dossiers, MOST_COUNTED } from '../dossiers/ports.ts'
import { withNamesNow } from './dossier-actions.ts'
import { dossierWords } from './dossier-words.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Engine } from './engine/engine.ts'
import { rowsAbove, rowsBelow } from './engine/row-place.ts'
import type { Schema } from './engine/schema.ts'
import { filterOn, isAwaited, isFoundFirst, type Whose } from './dossier-filters.ts'

export const summaryOf = ({ dossiers }: Schema) => ({
  ...{ id: dossiers.id, code: dossiers.code, flow: dossiers.flow, flowVersion: dossiers.flowVersion },
  ...{ agency: dossiers.agency, holder: dossiers.holder, handler: dossiers.handler },
  ...{ status: dossiers.status, lastAction: dossiers.lastAction, applicant: dossiers.applicant },
  ...{ filedAt: dossiers.filedAt, updatedAt: dossiers.updatedAt, dueAt: dossiers.dueAt },
  ...{ queue: dossiers.queue, answerBy: dossiers.answerBy, revision: dossiers.revision },
})

/** The lists of the desk, and how much waits in them. */
export function dossierLists(engine: Engine): Pick<Dossiers, 'list' | 'counts'> {
  const { tables, read } = engine
  const { dossiers, dossierHands, dossierConsultations } = tables
  const isFiltered = filterOn(engine)
  const { holding } = dossierWords(engine)
  const waiting = isNotNull(dossiers.queue)

  const atMost = async (where: SQL | undefined): Promise<number> => {
    const some = read.select({ id: dossiers.id }).from(dossiers).where(where).limit(MOST_COUNTED).as('some')
    const [row] = await read.select({ n: count() }).from(some)
    return Number(row?.n ?? 0)
  }

  const listed = async (filter: DossierFilter) => {
    const { scope, order, after, limit } = filter
    const found = filter.words && (await holding(filter.words))
    const isFew = found?.isRare === true || isFoundFirst(filter)
    const whose = isFiltered(filter, isFew ? 'last' : undefined)
    if (order === 'queue') {
      const from = after && rowsAbove([dossiers.queue, dossiers.id], [after.at, after.id])
      const rows = await read
        .select(summaryOf(tables))
        .from(dossiers)
        .where(and(waiting, whose, found?.where, from))
        .orderBy(asc(dossiers.queue), asc(dossiers.id))
        .limit(limit)
      return rows.map((row) => ({ ...row, at: row.queue ?? 0 }))
    }
    if (order === 'newest') {
      const from = after && rowsBelow([dossiers.filedAt, dossiers.id], [after.at, after.id])
      const newest = [desc(dossiers.filedAt), desc(dossiers.id)]
      const walk = (part: Partial<DossierFilter>, whose?: Whose, which = found?.where) =>
        read
          .select({ id: dossiers.id })
          .from(dossiers)
          .where(and(isFiltered({ ...filter, ...part }, whose), which, from))
          .orderBy(...newest)
          .limit(limit)
      // Each walks an index of its own in the order of the list; together they would need every row of all, and sort them.
      const walks = isFew
        ? []
        : scope.agencies !== 'all'
          ? filter.where === undefined
            ? [walk({}, 'here'), walk({}, 'theirs')]
            : []
          : (filter.statuses ?? []).map((status) => walk({ statuses: [status] }))
      const together = walks.map((one, i) => sql`select id from ${one.as(`walk${i}`)}`)
      const chosen = found?.parts
        ? await idsIn(found.parts, (part) => walk({}, 'last', part))
        : walks.length > 1 && sql.join(together, sql` union `)
      const rows = await read
        .select(summaryOf(tables))
        .from(dossiers)
        .where(chosen ? sql`${dossiers.id} in (${chosen})` : and(whose, found?.where, from))
        .orderBy(...newest)
        .limit(limit)
      return rows.map((row) => ({ ...row, at: row.filedAt }))
    }
    const { at, dossier, account } = dossierHands
    return read
      .select({ ...summaryOf(tables), at })
      .from(dossierHands)
      .innerJoin(dossiers, eq(dossiers.id, dossier))
      .where(
        and(
          ...[eq(account, order.touchedBy), whose, found?.where],
          after && rowsBelow([at, dossier], [after.at, after.id]),
        ),
      )
      .orderBy(desc(at), desc(dossier))
      .limit(limit)
  }

  return {
    list: async (filter) => withNamesNow(engine, await listed(filter)),

    counts: async ({ scope, handlers, now, until }) => {
      const here = isFiltered({ scope, where: 'here', aside: { now, is: false } })
      const first = read
        .select({ handler: dossiers.handler, lastAction: dossiers.lastAction, dueAt: dossiers.dueAt })
        .from(dossiers)
        .where(and(waiting, here))
        .orderBy(asc(dossiers.queue), asc(dossiers.id))
        .limit(MOST_COUNTED)
        .as('first')
      const one = (condition: SQL) => sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`
      const [row] = await read
        .select({
          waiting: count(),
          unclaimed: one(sql`${first.handler} is null`),
          answered: one(inArray(first.lastAction, [...ANSWERED])),
          late: one(sql`${first.dueAt} < ${now}`),
          today: one(sql`${first.dueAt} >= ${now} and ${first.dueAt} < ${until}`),
        })
        .from(first)
      const [mine, [asked]] = await Promise.all([
        handlers.length === 0 ? 0 : atMost(and(waiting, isFiltered({ scope, handlers, aside: { now, is: false } }))),
        read.select({ n: count() }).from(dossierConsultations).where(isAwaited(tables, scope)),
      ])
      return {
        // A sum is text on PostgreSQL.
        ...{ waiting: Number(row?.waiting ?? 0), unclaimed: Number(row?.unclaimed ?? 0) },
        ...{ answered: Number(row?.answered ?? 0), late: Number(row?.late ?? 0), today: Number(row?.today ?? 0) },
        ...{ mine, asked: Number(asked?.n ?? 0) },
      }
    },
  }
}

/** The newest of each part, as a table of ids. Between two parts others have their turn: SQLite answers on the main thread. */
async function idsIn(parts: AsyncIterable<SQL>, walk: (part: SQL) => PromiseLike<{ id: DossierId }[]>): Promise<SQL> {
  const ids: DossierId[] = []
  for await (const part of parts) {
    ids.push(...(await walk(part)).map(({ id }) => id))
    await breath()
  }
  return sql`select value from json_each(${JSON.stringify(ids)})`
}
