import { and, desc, eq, gte, isNull, sql } from 'drizzle-orm'
import { SECOND } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Echo } from '../notifications/echo.ts'
import type { Lease } from '../notifications/outbox.ts'
import type { Engine } from './engine/engine.ts'

/** Enough for the longest message's pieces and what else came back meanwhile. */
const ECHOES = 50
/** Zalo's clock and ours; an echo that seems older than the doubt by more is not believed, and the message is repeated. */
const CLOCKS_DIFFER = 2 * SECOND

interface Doubted {
  citizen: CitizenId
  doubtSince: number | null
  doubtUntil: number | null
}

/** Of the message a citizen waits for first: whether it may have reached Zalo already. `diedSince` 0: nobody died over it. */
export function createDoubts({ tables, read }: Engine) {
  const { outbox, inbox } = tables

  /**
   * What came back from Zalo since then, apart from messages already settled: an echo may come late, and two messages
   * may say the same.
   */
  const echoes = async (citizen: CitizenId, since: number): Promise<Echo[]> => {
    const rows = await read
      .select({ text: inbox.echo, messageId: inbox.echoOf, kind: inbox.echoKind })
      .from(inbox)
      .leftJoin(outbox, eq(outbox.zaloMessageId, inbox.echoOf))
      .where(
        and(
          eq(inbox.citizen, citizen),
          sql`${inbox.state} = 'echo'`,
          gte(inbox.receivedAt, since),
          gte(inbox.sentAt, since - CLOCKS_DIFFER),
          isNull(outbox.seq),
        ),
      )
      .orderBy(desc(inbox.receivedAt))
      .limit(ECHOES)
    return rows.reverse().map(({ text, messageId, kind }) => ({
      text: text ?? '',
      messageId: messageId ?? '',
      kind: kind ?? 'text',
    }))
  }

  return async ({ citizen, doubtSince, doubtUntil }: Doubted, diedSince: number): Promise<Lease['doubt']> => {
    const begun = [doubtSince, diedSince].filter((at): at is number => at !== null && at !== 0)
    if (begun.length === 0) return undefined
    const since = Math.min(...begun)
    return {
      since,
      ...(doubtUntil !== null && { until: doubtUntil }),
      ...(diedSince !== 0 && { diedSince }),
      echoes: await echoes(citizen, since),
    }
  }
}
