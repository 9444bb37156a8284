import { and, asc, count, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { CitizenId } from '../kernel/ids.ts'
import type { SetAside } from '../turns/set-aside.ts'
import type { Engine } from './engine/engine.ts'

export function createSetAside(engine: Engine): SetAside {
  const { inbox } = engine.tables
  const isAside = sql`${inbox.state} = 'set aside'`
  const hasContents = or(isNotNull(inbox.body), isNotNull(inbox.event))
  return {
    list: async (limit) => {
      const [counted] = await engine.read.select({ n: count() }).from(inbox).where(isAside)
      const rows = await engine.read
        .select({
          seq: inbox.seq,
          key: inbox.key,
          source: inbox.source,
          event: inbox.event,
          receivedAt: inbox.receivedAt,
          setAsideAt: inbox.handledAt,
          reason: inbox.reason,
          isBlank: sql<number>`case when ${hasContents} then 0 else 1 end`,
        })
        .from(inbox)
        .where(isAside)
        .orderBy(asc(inbox.seq))
        .limit(limit)
      return {
        total: Number(counted?.n ?? 0),
        rows: rows.map(({ seq, key, source, event, receivedAt, setAsideAt, reason, isBlank }) => ({
          seq,
          what: (source === 'program' ? event?.type : nameIn(key)) ?? 'unknown',
          receivedAt,
          ...(setAsideAt !== null && { setAsideAt }),
          ...(reason !== null && { reason }),
          isBlank: Number(isBlank) === 1,
        })),
      }
    },

    tryAgain: (which, limit) =>
      engine.write(async (db) => {
        const chosen = db
          .select({ seq: inbox.seq })
          .from(inbox)
          .where(and(isAside, hasContents, which === 'all' ? undefined : eq(inbox.seq, which)))
          .orderBy(asc(inbox.seq))
          .limit(limit)
        const back = await db
          .update(inbox)
          .set({ state: 'waiting', attempts: 0, handledAt: null })
          .where(and(isAside, inArray(inbox.seq, chosen)))
          .returning({ citizen: inbox.citizen })
        return [...new Set(back.flatMap(({ citizen }) => citizen ?? []))] as CitizenId[]
      }),
  }
}

/** A key of Zalo's begins with the name of its event, unless it is a hash. */
const nameIn = (key: string): string | undefined => /^([a-z_]+):/.exec(key)?.[1]
