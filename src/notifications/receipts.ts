import { type Clock, MINUTE, SECOND } from '../kernel/clock.ts'

/** Zalo says that messages came to a telephone, or were opened. */
export interface Receipt {
  state: 'received' | 'seen'
  messageIds: readonly string[]
}

/** What is known of one message; whatever was seen had come. Epoch milliseconds. */
interface Mark {
  messageId: string
  receivedAt: number
  seenAt?: number
}

export interface Receipts {
  /** Writes what was not known yet; what is known never goes back. Answers the ids of messages that are ours. */
  mark(marks: readonly Mark[]): Promise<readonly string[]>
}

/** Receipts come in crowds, and nobody waits for them: so long they gather. */
const GATHERED_FOR = SECOND
const AT_ONCE = 500
/** A receipt may be faster than the answer to the sending, which brings the id. After this nobody will know it any more. */
const KEPT_FOR = 2 * MINUTE
/** More are let go: what they say is good to know, and no promise. */
const MOST = 20_000

/** Gathers receipts beside the webhook, so that it neither waits for them nor writes in its group what it need not. */
export function createReceiptBook({ receipts, now }: { receipts: Receipts; now: Clock }) {
  const open = new Map<string, Mark & { since: number }>()
  let timer: NodeJS.Timeout | undefined

  const flush = async (): Promise<void> => {
    const batch = [...open.values()].slice(0, AT_ONCE)
    for (const { messageId } of batch) open.delete(messageId)
    // A database that is unwell keeps nobody from trying again.
    const known = new Set(await receipts.mark(batch).catch(() => []))
    for (const mark of batch) {
      if (known.has(mark.messageId) || now() - mark.since >= KEPT_FOR) continue
      open.set(mark.messageId, merge(mark, open.get(mark.messageId)))
    }
  }

  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined
      void flush().then(() => open.size > 0 && later())
    }, GATHERED_FOR).unref()
  }

  return {
    note: ({ state, messageIds }: Receipt, at: number): void => {
      for (const messageId of messageIds) {
        if (open.size >= MOST && !open.has(messageId)) return
        const mark = { messageId, receivedAt: at, since: now(), ...(state === 'seen' && { seenAt: at }) }
        open.set(messageId, merge(mark, open.get(messageId)))
      }
      if (open.size > 0) later()
    },
    flush,
  }
}

/** Both, in whatever order they came. */
function merge<One extends Mark & { since: number }>(mark: One, other: One | undefined): One {
  if (!other) return mark
  const seenAt = Math.min(mark.seenAt ?? Infinity, other.seenAt ?? Infinity)
  return {
    ...mark,
    since: Math.min(mark.since, other.since),
    receivedAt: Math.min(mark.receivedAt, other.receivedAt),
    ...(seenAt < Infinity && { seenAt }),
  }
}
