import { and, asc, gt, inArray, isNotNull, isNull, lt, lte, ne, or } from 'drizzle-orm'
import type { Talk } from '../turns/forget-talk.ts'
import { NOTHING_SAID } from './citizen-records.ts'
import type { Db, Engine } from './engine/engine.ts'

/** Places after one up to another, of what was said before an instant. */
interface Span {
  after: number
  last: number
  before: number
}

/** What citizens said and what they were told, as far as somebody dealt with it. */
export function createTalk({ tables: { inbox, outbox }, read, write }: Engine): { heard: Talk; told: Talk } {
  const hasWords = or(isNotNull(inbox.body), isNotNull(inbox.event), isNotNull(inbox.echo))
  const isHeard = ({ after, last, before }: Span) =>
    and(
      ...[gt(inbox.seq, after), lte(inbox.seq, last), lt(inbox.receivedAt, before)],
      inArray(inbox.state, ['handled', 'kept', 'echo', 'broken']),
    )
  const isTold = ({ after, last, before }: Span) =>
    and(
      ...[gt(outbox.seq, after), lte(outbox.seq, last), lt(outbox.createdAt, before)],
      ...[isNull(outbox.dossier), ne(outbox.state, 'waiting')],
    )
  const heard: Page = (after, limit) =>
    read
      .select({ seq: inbox.seq, at: inbox.receivedAt })
      .from(inbox)
      .where(gt(inbox.seq, after))
      .orderBy(asc(inbox.seq))
      .limit(limit)
  const told: Page = (after, limit) =>
    read
      .select({ seq: outbox.seq, at: outbox.createdAt })
      .from(outbox)
      .where(gt(outbox.seq, after))
      .orderBy(asc(outbox.seq))
      .limit(limit)

  const walk =
    (page: Page, change: (db: Db, span: Span) => Promise<unknown>): Talk['drop'] =>
    async (after, before, limit) => {
      // A clock that was wrong for a while leaves rows from the future between the others.
      const last = (await page(after, limit)).findLast(({ at }) => at < before)?.seq
      if (last !== undefined) await write((db) => change(db, { after, last, before }))
      return last
    }

  return {
    heard: {
      blank: walk(heard, (db, span) =>
        db
          .update(inbox)
          .set({ body: null, event: null, echo: null })
          .where(and(isHeard(span), hasWords)),
      ),
      drop: walk(heard, (db, span) => db.delete(inbox).where(isHeard(span))),
    },
    told: {
      blank: walk(told, (db, span) =>
        db
          .update(outbox)
          .set({ message: NOTHING_SAID })
          .where(and(isTold(span), ne(outbox.state, 'held'))),
      ),
      // Held for months: a reply to something that nobody remembers.
      drop: walk(told, (db, span) => db.delete(outbox).where(isTold(span))),
    },
  }
}

type Page = (after: number, limit: number) => Promise<{ seq: number; at: number }[]>
