import { isNotNull, sql } from 'drizzle-orm'
import type { Pinned, PinnedConversations } from '../procedures/ports.ts'
import type { Engine } from './engine/engine.ts'

export function createPinnedConversations({ tables, read }: Engine): PinnedConversations {
  const { conversations } = tables
  const citizens = sql<number>`count(*)`.mapWith(Number)
  return {
    count: async () => {
      const open = await read
        .select({ flow: conversations.flow, version: conversations.version, step: conversations.step, citizens })
        .from(conversations)
        .where(isNotNull(conversations.flow))
        .groupBy(conversations.flow, conversations.version, conversations.step)
      const laidAside = await read
        .select({ drafted: conversations.drafted, citizens })
        .from(conversations)
        .where(isNotNull(conversations.drafted))
        .groupBy(conversations.drafted)
      const drafts = new Map<string, number>()
      for (const { drafted, citizens } of laidAside)
        for (const pin of drafted?.split(',') ?? []) drafts.set(pin, (drafts.get(pin) ?? 0) + citizens)
      return [
        ...open.flatMap(({ flow, version, step, citizens }): Pinned[] =>
          flow === null || version === null ? [] : [{ flow, version, ...(step === null ? {} : { step }), citizens }],
        ),
        ...[...drafts].map(([pin, citizens]): Pinned => {
          const at = pin.lastIndexOf('@')
          return { flow: pin.slice(0, at), version: Number(pin.slice(at + 1)), citizens }
        }),
      ]
    },
  }
}
