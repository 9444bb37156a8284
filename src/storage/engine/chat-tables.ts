import { sql } from 'drizzle-orm'
import type { TimerName } from '../../conversation/words/events.ts'
import type { CitizenId, DossierId } from '../../kernel/ids.ts'
import type { MessageKind } from '../../notifications/echo.ts'
import type { ColumnKit } from './column-kit.ts'
import { formats } from './formats.ts'

/** What citizens said, what they are told, and where each conversation stands. */
export function chatTables({
  table,
  index,
  uniqueIndex,
  primaryKey,
  text,
  int,
  ms,
  sequence,
  personalText,
  personalJson,
  personalBytes,
}: ColumnKit) {
  const inbox = table(
    'inbox',
    {
      seq: sequence(),
      key: text().notNull(),
      citizen: text<CitizenId>(),
      source: text<'zalo' | 'program'>().notNull(),
      /** `kept` rows are not answered: receipts, echoes, and what could not be read. */
      state: text<'waiting' | 'handled' | 'kept' | 'echo' | 'broken' | 'set aside'>().notNull(),
      sentAt: ms().notNull(),
      receivedAt: ms().notNull(),
      handledAt: ms(),
      attempts: int().notNull().default(0),
      reason: text(),
      body: personalBytes('inbox.body'),
      event: personalJson('inbox.event', formats.event),
      echo: personalText('inbox.echo'),
      /** Zalo's id of the message that came back as this echo. */
      echoOf: text(),
      echoKind: text<MessageKind>(),
    },
    (t) => [
      uniqueIndex('inbox_key').on(t.key),
      index('inbox_citizen').on(t.citizen),
      index('inbox_waiting')
        .on(t.citizen, t.sentAt, t.seq)
        .where(sql`state = 'waiting'`),
      // By time first: each echo is added at the end, and only those of the last minutes are ever looked for.
      index('inbox_echo')
        .on(t.receivedAt, t.citizen)
        .where(sql`state = 'echo'`),
      index('inbox_set_aside')
        .on(t.seq)
        .where(sql`state = 'set aside'`),
    ],
  )

  const conversations = table(
    'conversations',
    {
      citizen: text<CitizenId>().primaryKey(),
      revision: int().notNull(),
      /** The pinned flow and version, beside the session so that they can be counted. */
      flow: text(),
      version: int(),
      step: text(),
      /** Versions that drafts laid aside are pinned to: `flow@version` in alphabetical order, commas between. */
      drafted: text(),
      session: personalJson('conversations.session', formats.session).notNull(),
      lastInteractionAt: ms().notNull(),
      updatedAt: ms().notNull(),
    },
    (t) => [
      index('conversations_flow').on(t.flow, t.version),
      index('conversations_drafted')
        .on(t.drafted)
        .where(sql`drafted is not null`),
    ],
  )

  /** When a conversation asked to be woken. One row per citizen and name; firing deletes it. */
  const timers = table(
    'timers',
    { citizen: text<CitizenId>().notNull(), timer: text<TimerName>().notNull(), dueAt: ms().notNull() },
    (t) => [primaryKey({ columns: [t.citizen, t.timer] }), index('timers_due').on(t.dueAt)],
  )

  const consents = table(
    'consents',
    {
      seq: sequence(),
      citizen: text<CitizenId>().notNull(),
      flow: text().notNull(),
      version: int().notNull(),
      step: text().notNull(),
      given: int().notNull(),
      at: ms().notNull(),
    },
    (t) => [index('consents_citizen').on(t.citizen, t.at)],
  )

  const outbox = table(
    'outbox',
    {
      seq: sequence(),
      citizen: text<CitizenId>().notNull(),
      message: personalJson('outbox.message', formats.message).notNull(),
      /** What it is about, where it is about one dossier. */
      dossier: text<DossierId>(),
      /** `held`: Zalo's window is closed; it goes out when the citizen writes again. */
      state: text<'waiting' | 'held' | 'sent' | 'dead'>().notNull(),
      attempts: int().notNull().default(0),
      notBefore: ms().notNull(),
      createdAt: ms().notNull(),
      settledAt: ms(),
      zaloMessageId: text(),
      /** When it came to the citizen's telephone, and when they opened it, as Zalo says. */
      receivedAt: ms(),
      seenAt: ms(),
      reason: text(),
      /** Pieces of a long message that have certainly arrived. */
      parts: int().notNull().default(0),
      /** In doubt while it waits: since its first attempt with an unknown end, and until when an echo may still come. */
      doubtSince: ms(),
      doubtUntil: ms(),
    },
    (t) => [
      // Few at any time: from them, not from all dossiers, begins who has not got the last word.
      index('outbox_unreached')
        .on(t.dossier, t.seq)
        .where(sql`dossier is not null and state <> 'sent'`),
      index('outbox_citizen').on(t.citizen),
      index('outbox_waiting')
        .on(t.citizen, t.seq)
        .where(sql`state = 'waiting'`),
      index('outbox_zalo_message')
        .on(t.zaloMessageId)
        .where(sql`zalo_message_id is not null`),
      index('outbox_held')
        .on(t.citizen, t.seq)
        .where(sql`state = 'held'`),
      index('outbox_dossier')
        .on(t.dossier, t.seq)
        .where(sql`dossier is not null`),
    ],
  )

  /** Who may send to a citizen. `until` 0 means released; in the past and not 0 means the holder died. */
  const deliveryLeases = table('delivery_leases', {
    citizen: text<CitizenId>().primaryKey(),
    leasedAt: ms('claimed_at').notNull(),
    until: ms().notNull(),
    /** When the holder before this one had taken it, if it never gave the lease back; else 0. */
    diedSince: ms().notNull().default(0),
  })

  return { inbox, conversations, timers, consents, outbox, deliveryLeases }
}
