import { setImmediate as breath } from 'node:timers/promises'
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
  type SQLWrapper,
} from 'drizzle-orm'
import type { Scope } from '../dossiers/may.ts'
import { type DossierFilter, type Dossiers, MOST_COUNTED } from '../dossiers/ports.ts'
import { hasNotArrived } from './dossier-messages.ts'
import type { Status } from '../dossiers/status.ts'
import { dossierWords } from './dossier-words.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Engine } from './engine/engine.ts'
import { rowsAbove, rowsBelow } from './engine/row-place.ts'
import type { Schema } from './engine/schema.ts'

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

  return {
    list: async (filter) => {
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
        if (found?.parts) {
          const ids: DossierId[] = []
          for await (const part of found.parts) {
            ids.push(...(await walk({}, 'last', part)).map(({ id }) => id))
            await breath()
          }
          const rows = await read
            .select(summaryOf(tables))
            .from(dossiers)
            .where(sql`${dossiers.id} in (select value from json_each(${JSON.stringify(ids)}))`)
            .orderBy(...newest)
            .limit(limit)
          return rows.map((row) => ({ ...row, at: row.filedAt }))
        }
        const together = walks.map((one, i) => sql`select id from ${one.as(`walk${i}`)}`)
        const rows = await read
          .select(summaryOf(tables))
          .from(dossiers)
          .where(
            walks.length > 1
              ? sql`${dossiers.id} in (${sql.join(together, sql` union `)})`
              : and(whose, found?.where, from),
          )
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
    },

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
          answered: one(sql`${first.lastAction} = 'supplemented'`),
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

/**
 * What lies at somebody's agencies, what they are competent for, or both; `last`: both, told so that no index of agencies is
 * taken, as what is looked for is found by another.
 */
type Whose = 'here' | 'theirs' | 'last'

/** Few are found by what is asked besides: they are looked for first, and then whose they are. */
const isFoundFirst = ({ isAsked, unreachedSince }: DossierFilter): boolean =>
  isAsked === true || unreachedSince !== undefined

/** The conditions of a list, without its order. */
function filterOn({ tables, read }: Engine) {
  const { dossiers, outbox, dossierConsultations } = tables
  /** The last message to the citizen has not arrived. The literals let both engines take the index of such messages. */
  const isUnreached = (since: number) =>
    inArray(
      dossiers.id,
      read
        .select({ dossier: sql<DossierId>`${outbox.dossier}` })
        .from(outbox)
        .where(
          and(
            sql`${outbox.dossier} is not null and ${outbox.state} <> 'sent'`,
            hasNotArrived(tables, since),
            sql`${outbox.seq} = (select max(seq) from outbox as newest where newest.dossier = ${outbox.dossier})`,
          ),
        ),
    )

  const isAsked = (scope: Scope) =>
    inArray(
      dossiers.id,
      read.select({ dossier: dossierConsultations.dossier }).from(dossierConsultations).where(isAwaited(tables, scope)),
    )

  return (filter: Omit<DossierFilter, 'order' | 'limit' | 'after'>, whose?: Whose): SQL | undefined => {
    const { statuses, flow, handlers, unreachedSince, dueBefore, dueFrom, aside } = filter
    return and(
      inScope(tables, filter, whose),
      statuses && isOneOf(dossiers.status, statuses),
      flow === undefined ? undefined : eq(dossiers.flow, flow),
      handlers && inArray(dossiers.handler, [...handlers]),
      filter.isUnclaimed ? isNull(dossiers.handler) : undefined,
      filter.isAnswered ? eq(dossiers.lastAction, 'supplemented') : undefined,
      filter.isAsked ? isAsked(filter.scope) : undefined,
      aside &&
        (aside.is
          ? gt(dossiers.asideUntil, aside.now)
          : or(isNull(dossiers.asideUntil), lte(dossiers.asideUntil, aside.now))),
      unreachedSince === undefined ? undefined : isUnreached(unreachedSince),
      dueBefore === undefined ? undefined : lt(dossiers.dueAt, dueBefore),
      dueFrom === undefined ? undefined : gte(dossiers.dueAt, dueFrom),
    )
  }
}

/** The opinion of one of these agencies is still to be given. */
const isAwaited = ({ dossierConsultations: { answeredAt, agency } }: Schema, { agencies }: Scope): SQL | undefined =>
  and(isNull(answeredAt), agencies === 'all' ? undefined : inArray(agency, [...agencies]))

/** What this person may see at all, and of that what lies where it is asked for. What they were asked or did is theirs to see. */
export function inScope(
  { dossiers }: Schema,
  filter: Pick<DossierFilter, 'scope' | 'where' | 'isAsked'> & { order?: unknown },
  whose?: Whose,
) {
  const { scope, where } = filter
  const open = reservedFor(scope, dossiers)
  const isElsewhere = sql`${dossiers.holder} <> ${dossiers.agency}`
  if (scope.agencies === 'all') return and(open, where === 'elsewhere' ? isElsewhere : undefined)
  const own = [...scope.agencies]
  if (own.length === 0) return sql`1 = 0`
  const at = (column: SQLWrapper) => inArray(whose === 'last' ? sql`(${column} || '')` : column, own)
  const [isHere, isTheirs] = [at(dossiers.holder), at(dossiers.agency)]
  if (where === 'here' || whose === 'here') return and(open, isHere)
  if (whose === 'theirs') return and(open, isTheirs)
  if (where === 'elsewhere') return and(open, isTheirs, isElsewhere, sql`not ${isHere}`)
  // What they had a hand in they may look at, wherever it went.
  return filter.isAsked || typeof filter.order === 'object' ? open : and(open, or(isHere, isTheirs))
}

/** Spelled out, so that both engines see that the index of those statuses holds them all. */
const isOneOf = (column: Schema['dossiers']['status'], of: readonly Status[]): SQL =>
  sql`${column} in (${sql.raw(of.map((status) => `'${status}'`).join(', '))})`

const reservedFor = ({ reserved }: Scope, { isReserved, holder, agency }: Schema['dossiers']): SQL | undefined =>
  reserved === 'all'
    ? undefined
    : reserved.length === 0
      ? eq(isReserved, 0)
      : or(eq(isReserved, 0), inArray(holder, [...reserved]), inArray(agency, [...reserved]))
