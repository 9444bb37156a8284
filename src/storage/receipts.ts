import { eq, sql } from 'drizzle-orm'
import type { Receipts } from '../notifications/receipts.ts'
import { type Engine, prepared } from './engine/engine.ts'

export function createReceipts({ tables: { outbox }, write }: Engine): Receipts {
  const mark = prepared<{ seq: number }>((db) =>
    db
      .update(outbox)
      .set({
        receivedAt: sql`coalesce(${outbox.receivedAt}, ${sql.placeholder('receivedAt')})`,
        seenAt: sql`coalesce(${outbox.seenAt}, ${sql.placeholder('seenAt')})`,
      })
      .where(eq(outbox.zaloMessageId, sql.placeholder('messageId')))
      .returning({ seq: outbox.seq }),
  )
  return {
    mark: (marks) =>
      write(async (db) => {
        const known: string[] = []
        // In one order everywhere, so that two processes never wait for each other.
        for (const { messageId, receivedAt, seenAt = null } of marks.toSorted((a, b) =>
          a.messageId < b.messageId ? -1 : 1,
        ))
          if ((await mark(db, { messageId, receivedAt, seenAt })).length > 0) known.push(messageId)
        return known
      }),
  }
}
