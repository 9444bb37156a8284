import { and, asc, eq, lte } from 'drizzle-orm'
import type { CitizenId } from '../kernel/ids.ts'
import type { Timers, TurnRows } from '../turns/ports.ts'
import type { Db, Engine } from './engine/engine.ts'
import { writeProgramEvent } from './program-events.ts'

export function createTimers(engine: Engine): Timers {
  const { timers } = engine.tables
  return {
    due: async (now, limit) => {
      const rows = await engine.read
        .selectDistinct({ citizen: timers.citizen, dueAt: timers.dueAt })
        .from(timers)
        .where(lte(timers.dueAt, now))
        .orderBy(asc(timers.dueAt))
        .limit(limit)
      return [...new Set(rows.map(({ citizen }) => citizen))]
    },

    fire: (citizen, now) =>
      engine.write(async (db) => {
        const gone = await db
          .delete(timers)
          .where(and(eq(timers.citizen, citizen), lte(timers.dueAt, now)))
          .returning({ timer: timers.timer, dueAt: timers.dueAt })
        for (const { timer, dueAt } of gone)
          await writeProgramEvent(
            engine,
            db,
            citizen,
            `timer:${citizen}:${timer}:${dueAt}`,
            { type: 'TIME_CAME', timer },
            now,
          )
        return gone.length > 0
      }),
  }
}

/** Sets, moves or takes back the wake-up times of one turn. */
export async function writeTimers(
  { tables }: Engine,
  db: Db,
  citizen: CitizenId,
  wanted: NonNullable<TurnRows['timers']>,
) {
  const { timers } = tables
  for (const { timer, at } of wanted) {
    if (at === null) await db.delete(timers).where(and(eq(timers.citizen, citizen), eq(timers.timer, timer)))
    else
      await db
        .insert(timers)
        .values({ citizen, timer, dueAt: at })
        .onConflictDoUpdate({ target: [timers.citizen, timers.timer], set: { dueAt: at } })
  }
}
