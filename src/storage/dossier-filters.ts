import { and, eq, gt, gte, inArray, isNull, lt, lte, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { ANSWERED } from '../dossiers/fold.ts'
import type { Scope } from '../dossiers/may.ts'
import type { DossierFilter } from '../dossiers/ports.ts'
import { hasNotArrived } from './dossier-messages.ts'
import type { Status } from '../dossiers/status.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'

/**
 * What lies at somebody's agencies, what they are competent for, or both; `last`: both, told so that no index of agencies is
 * taken, as what is looked for is found by another.
 */
export type Whose = 'here' | 'theirs' | 'last'

/** Few are found by what is asked besides: they are looked for first, and then whose they are. */
export const isFoundFirst = ({ isAsked, unreachedSince }: DossierFilter): boolean =>
  isAsked === true || unreachedSince !== undefined

/** The conditions of a list, without its order. */
export function filterOn({ tables, read }: Engine) {
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
      filter.isAnswered ? inArray(dossiers.lastAction, [...ANSWERED]) : undefined,
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
export const isAwaited = (
  { dossierConsultations: { answeredAt, agency } }: Schema,
  { agencies }: Scope,
): SQL | undefined => and(isNull(answeredAt), agencies === 'all' ? undefined : inArray(agency, [...agencies]))

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
