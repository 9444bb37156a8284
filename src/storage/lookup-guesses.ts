import { and, eq, gt, sql } from 'drizzle-orm'
import type { LookupGuesses } from '../turns/ports.ts'
import type { Engine } from './engine/engine.ts'

export function createLookupGuesses({ tables, write }: Engine): LookupGuesses {
  const { lookupGuesses: guesses } = tables
  return {
    count: (dossier, at, within) =>
      write(async (db) => {
        const isOver = sql`${guesses.since} <= ${at - within}`
        const [row] = await db
          .insert(guesses)
          .values({ dossier, count: 1, since: at })
          .onConflictDoUpdate({
            target: guesses.dossier,
            set: {
              count: sql`case when ${isOver} then 1 else ${guesses.count} + 1 end`,
              since: sql`case when ${isOver} then ${at} else ${guesses.since} end`,
            },
          })
          .returning({ count: guesses.count, since: guesses.since })
        return { count: row?.count ?? 1, until: (row?.since ?? at) + within }
      }),
    giveBack: (dossier) =>
      write(async (db) => {
        await db
          .update(guesses)
          .set({ count: sql`${guesses.count} - 1` })
          .where(and(eq(guesses.dossier, dossier), gt(guesses.count, 0)))
      }),
  }
}
