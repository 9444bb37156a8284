import { and, asc, eq } from 'drizzle-orm'
import type { CannedReplies } from '../dossiers/canned.ts'
import type { Engine } from './engine/engine.ts'

export function createCannedReplies({ tables, read, write }: Engine): CannedReplies {
  const { cannedReplies } = tables
  return {
    all: () => read.select().from(cannedReplies).orderBy(asc(cannedReplies.flow), asc(cannedReplies.title)),

    save: (reply) =>
      write(async (db) => {
        const saved = { ...reply, revision: reply.revision + 1 }
        const rows =
          reply.revision === 0
            ? await db.insert(cannedReplies).values(saved).onConflictDoNothing().returning({ id: cannedReplies.id })
            : await db
                .update(cannedReplies)
                .set(saved)
                .where(and(eq(cannedReplies.id, reply.id), eq(cannedReplies.revision, reply.revision)))
                .returning({ id: cannedReplies.id })
        return rows.length > 0 ? 'saved' : 'stale'
      }),

    remove: (id, revision) =>
      write(async (db) => {
        const rows = await db
          .delete(cannedReplies)
          .where(and(eq(cannedReplies.id, id), eq(cannedReplies.revision, revision)))
          .returning({ id: cannedReplies.id })
        return rows.length > 0 ? 'removed' : 'stale'
      }),
  }
}
