import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { NEW_SESSION, type Session } from '../conversation/words/session.ts'
import { Fault } from '../kernel/fault.ts'
import type { Committed, Conversations, InboxRow, Turn } from '../turns/ports.ts'
import { writeAttachments } from './attachments.ts'
import { writeForgotten, writeUnsaid } from './citizen-records.ts'
import { caseWrites } from './case-changes.ts'
import { type Db, type Engine, prepared } from './engine/engine.ts'
import { drawNumber } from './dossier-numbers.ts'
import { outboxWrites } from './outbox-writes.ts'
import { writeRating } from './ratings.ts'
import { Stale } from './stale.ts'
import { writeTimers } from './timers.ts'
import { writeUnheard } from './unheard-words.ts'

type Stored = { revision: number; session: Session; lastInteractionAt: number }
type Row = Pick<InboxRow, 'seq' | 'key' | 'attempts' | 'sentAt' | 'receivedAt'> & {
  body: Buffer | null
  event: unknown
  revision: number | null
}

export function createConversations(engine: Engine): Conversations {
  const { conversations, inbox, consents } = engine.tables
  const { say, releaseHeld } = outboxWrites(engine)
  const writeChange = caseWrites(engine)

  const load = prepared<Stored>((db) =>
    db
      .select({
        revision: conversations.revision,
        session: conversations.session,
        lastInteractionAt: conversations.lastInteractionAt,
      })
      .from(conversations)
      .where(eq(conversations.citizen, sql.placeholder('citizen'))),
  )

  const waiting = prepared<Row>((db) =>
    db
      .select({
        seq: inbox.seq,
        key: inbox.key,
        attempts: inbox.attempts,
        sentAt: inbox.sentAt,
        receivedAt: inbox.receivedAt,
        body: inbox.body,
        event: inbox.event,
        revision: conversations.revision,
      })
      .from(inbox)
      .leftJoin(conversations, eq(conversations.citizen, inbox.citizen))
      .where(and(eq(inbox.citizen, sql.placeholder('citizen')), sql`${inbox.state} = 'waiting'`))
      // Zalo may deliver out of order; what arrived together is taken in the order in which it was sent.
      .orderBy(asc(inbox.sentAt), asc(inbox.seq))
      .limit(sql.placeholder('limit')),
  )

  const markHandled = prepared<{ seq: number }>((db) =>
    db
      .update(inbox)
      .set({
        state: 'handled',
        handledAt: sql.placeholder('at') as unknown as number,
        // Our own news has done its work; what was read of a card must not stay behind.
        event: null,
        // Nor may the way to a picture: a photo may be of a card, also where nobody asked for one.
        body: sql`case when ${sql.placeholder('carriesFile')} = 1 then null else ${inbox.body} end`,
      })
      .where(and(eq(inbox.seq, sql.placeholder('seq')), sql`${inbox.state} = 'waiting'`))
      .returning({ seq: inbox.seq }),
  )

  const first = prepared<{ revision: number }>((db) =>
    db
      .insert(conversations)
      .values({
        citizen: sql.placeholder('citizen'),
        revision: 1,
        flow: sql.placeholder('flow'),
        version: sql.placeholder('version'),
        step: sql.placeholder('step'),
        drafted: sql.placeholder('drafted'),
        session: sql.placeholder('session'),
        lastInteractionAt: sql.placeholder('interactionAt'),
        updatedAt: sql.placeholder('at'),
      })
      .onConflictDoNothing()
      .returning({ revision: conversations.revision }),
  )

  const next = prepared<{ revision: number }>((db) =>
    db
      .update(conversations)
      .set({
        revision: sql`${conversations.revision} + 1`,
        flow: sql.placeholder('flow') as unknown as string,
        version: sql.placeholder('version') as unknown as number,
        step: sql.placeholder('step') as unknown as string,
        drafted: sql.placeholder('drafted') as unknown as string,
        session: sql.placeholder('session') as unknown as Session,
        lastInteractionAt: sql`case when ${sql.placeholder('interactionAt')} > ${conversations.lastInteractionAt} then ${sql.placeholder('interactionAt')} else ${conversations.lastInteractionAt} end`,
        updatedAt: sql.placeholder('at') as unknown as number,
      })
      .where(
        and(
          eq(conversations.citizen, sql.placeholder('citizen')),
          eq(conversations.revision, sql.placeholder('revision')),
        ),
      )
      .returning({ revision: conversations.revision }),
  )

  const write = async (db: Db, turn: Turn): Promise<Omit<Extract<Committed, { outcome: 'done' }>, 'outcome'>> => {
    const { before, session, at } = turn
    const [[handled], [saved]] = await Promise.all([
      markHandled(db, { seq: turn.handled, at, carriesFile: turn.carriesFile ? 1 : 0 }),
      (before.revision === 0 ? first : next)(db, {
        citizen: before.citizen,
        revision: before.revision,
        flow: session.position?.flow ?? null,
        version: session.position?.version ?? null,
        step: session.position?.step ?? null,
        drafted: draftedOf(session),
        session,
        interactionAt: turn.interaction ? at : 0,
        at,
      }),
    ])
    if (!handled || !saved) throw new Stale()

    const code = turn.filing && (await drawNumber(engine, db, turn.filing.unit, turn.filing.day))
    const rows = turn.rows(code)
    if (rows.forgets) await writeUnsaid(engine, db, before.citizen, at)
    // Asked at once, and therefore in this order.
    await Promise.all([
      turn.interaction && releaseHeld(db, before.citizen),
      ...rows.messages.map((message) => say(db, before.citizen, message, at, rows.about)),
    ])
    if (rows.attachments.length > 0) await writeAttachments(engine, db, rows.attachments)
    for (const consent of rows.consents) {
      await db.insert(consents).values({ ...consent, given: consent.given ? 1 : 0 })
    }
    if (rows.unheard) await writeUnheard(engine, db, rows.unheard)
    for (const change of rows.changes) await writeChange(db, change)
    const isRated = rows.rated && (await writeRating(engine, db, before.citizen, rows.rated, at))
    if (rows.timers) await writeTimers(engine, db, before.citizen, rows.timers)
    const orphans = rows.forgets ? await writeForgotten(engine, db, before.citizen) : []
    return { orphans, ...(isRated && rows.rated && { rated: rows.rated.score }) }
  }

  return {
    load: async (citizen) => {
      const [row] = await load(engine.read, { citizen })
      return row
        ? {
            citizen,
            revision: row.revision,
            session: row.session,
            lastInteractionAt: row.lastInteractionAt,
          }
        : { citizen, revision: 0, session: NEW_SESSION, lastInteractionAt: 0 }
    },

    waiting: async (citizen, limit) => (await waiting(engine.read, { citizen, limit })).map(toInboxRow),

    heardSince: async (at, limit) =>
      engine.read
        .select({ citizen: conversations.citizen, lastInteractionAt: conversations.lastInteractionAt })
        .from(conversations)
        .where(gte(conversations.lastInteractionAt, at))
        .limit(limit),

    commit: async (turn) => {
      try {
        return { outcome: 'done', ...(await engine.write((db) => write(db, turn))) }
      } catch (cause) {
        // The one expected error: another worker answered this row or changed this conversation first.
        if (cause instanceof Stale) return { outcome: 'stale' }
        throw cause
      }
    },
  }
}

/** Which versions drafts are pinned to, in an order that does not depend on when they were laid aside. */
function draftedOf({ drafts }: Session): string | null {
  const pinned = new Set(drafts.map(({ flow, version }) => `${flow}@${version}`))
  return pinned.size === 0 ? null : [...pinned].sort().join(',')
}

function toInboxRow({ body, event, revision, ...columns }: Row): InboxRow {
  const row = { ...columns, revision: revision ?? 0 }
  if (body) return { ...row, from: 'zalo', body }
  if (event) return { ...row, from: 'program', event: event as never }
  throw new Fault('inbox row is empty', { retry: false })
}
