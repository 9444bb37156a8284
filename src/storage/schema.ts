import { sql } from 'drizzle-orm'
import type { FileKind, FileRefusal, ProgramEvent } from '../conversation/events.ts'
import type { OutgoingMessage } from '../conversation/messages.ts'
import type { Session } from '../conversation/session.ts'
import type { ActionType, Actor, FiledAnswer } from '../dossiers/dossier.ts'
import type { Status } from '../dossiers/status.ts'
import type { AttachmentId, CitizenId, DossierId, PermitId, StaffId } from '../kernel/ids.ts'
import { type ColumnKit, postgresKit, sqliteKit } from './column-kit.ts'

/** Every table, once. Called with the kit of each engine; camelCase here becomes snake_case there. */
function createSchema({ table, index, uniqueIndex, primaryKey, ...column }: ColumnKit) {
  const { text, int, ms, sequence, json, personalText, personalJson, personalBytes } = column

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
      body: personalBytes(),
      event: personalJson<ProgramEvent>(),
      echo: personalText(),
      /** Zalo's id of the message that came back as this echo. */
      echoOf: text(),
    },
    (t) => [
      uniqueIndex('inbox_key').on(t.key),
      index('inbox_waiting')
        .on(t.citizen, t.sentAt, t.seq)
        .where(sql`state = 'waiting'`),
      index('inbox_echo')
        .on(t.citizen, t.receivedAt)
        .where(sql`state = 'echo'`),
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
      session: personalJson<Session>().notNull(),
      lastInteractionAt: ms().notNull(),
      updatedAt: ms().notNull(),
    },
    (t) => [index('conversations_flow').on(t.flow, t.version)],
  )

  const consents = table('consents', {
    seq: sequence(),
    citizen: text<CitizenId>().notNull(),
    flow: text().notNull(),
    version: int().notNull(),
    step: text().notNull(),
    given: int().notNull(),
    at: ms().notNull(),
  })

  const outbox = table(
    'outbox',
    {
      seq: sequence(),
      citizen: text<CitizenId>().notNull(),
      message: personalJson<OutgoingMessage>().notNull(),
      /** `held`: Zalo's window is closed; it goes out when the citizen writes again. */
      state: text<'waiting' | 'held' | 'sent' | 'dead'>().notNull(),
      attempts: int().notNull().default(0),
      notBefore: ms().notNull(),
      createdAt: ms().notNull(),
      settledAt: ms(),
      zaloMessageId: text(),
      reason: text(),
    },
    (t) => [
      index('outbox_waiting')
        .on(t.citizen, t.seq)
        .where(sql`state = 'waiting'`),
      index('outbox_zalo_message')
        .on(t.zaloMessageId)
        .where(sql`zalo_message_id is not null`),
      index('outbox_held')
        .on(t.citizen, t.seq)
        .where(sql`state = 'held'`),
    ],
  )

  /** Who may send to a citizen. `until` 0 means released; in the past and not 0 means the holder died. */
  const deliveryLeases = table('delivery_leases', {
    citizen: text<CitizenId>().primaryKey(),
    claimedAt: ms().notNull(),
    until: ms().notNull(),
    /** When the holder before this one had claimed, if it never gave the claim back; else 0. */
    diedSince: ms().notNull().default(0),
  })

  const agencies = table('agencies', {
    code: text().primaryKey(),
    name: text().notNull(),
    level: text<'province' | 'commune'>().notNull(),
    area: int(),
    /** Days in force; a merged agency keeps its row and names who continues its work. */
    validFrom: text().notNull(),
    validTo: text(),
    successor: text(),
  })

  const dossierCounters = table(
    'dossier_counters',
    { unit: text().notNull(), day: text().notNull(), last: int().notNull() },
    (t) => [primaryKey({ columns: [t.unit, t.day] })],
  )

  const dossiers = table(
    'dossiers',
    {
      id: text<DossierId>().primaryKey(),
      code: text().notNull(),
      lookupSecret: text().notNull(),
      citizen: text<CitizenId>().notNull(),
      procedure: text().notNull(),
      procedureVersion: int().notNull(),
      agency: text().notNull(),
      status: text<Status>().notNull(),
      lastAction: text<ActionType>().notNull(),
      applicant: personalText().notNull(),
      answers: personalJson<readonly FiledAnswer[]>().notNull(),
      filedAt: ms().notNull(),
      updatedAt: ms().notNull(),
      revision: int().notNull(),
    },
    (t) => [
      uniqueIndex('dossiers_code').on(t.code),
      index('dossiers_newest').on(t.filedAt, t.id),
      index('dossiers_status').on(t.status, t.filedAt),
      index('dossiers_citizen').on(t.citizen, t.filedAt),
    ],
  )

  /** Append-only: a trigger of the first migration refuses update and delete. */
  const dossierActions = table(
    'dossier_actions',
    {
      dossier: text<DossierId>().notNull(),
      seq: int().notNull(),
      type: text<ActionType>().notNull(),
      actor: personalJson<Actor>().notNull(),
      at: ms().notNull(),
      status: text<Status>().notNull(),
      note: personalText(),
      attachments: json<readonly AttachmentId[]>(),
    },
    (t) => [primaryKey({ columns: [t.dossier, t.seq] })],
  )

  const attachments = table(
    'attachments',
    {
      id: text<AttachmentId>().primaryKey(),
      citizen: text<CitizenId>().notNull(),
      dossier: text<DossierId>(),
      kind: text<FileKind>().notNull(),
      url: personalText().notNull(),
      name: personalText(),
      state: text<'waiting' | 'stored' | 'refused'>().notNull(),
      attempts: int().notNull(),
      notBefore: ms().notNull(),
      receivedAt: ms().notNull(),
      sha256: text(),
      mime: text(),
      bytes: int(),
      because: text<FileRefusal>(),
    },
    (t) => [
      index('attachments_waiting')
        .on(t.notBefore)
        .where(sql`state = 'waiting'`),
    ],
  )

  const permits = table(
    'permits',
    {
      id: text<PermitId>().primaryKey(),
      dossier: text<DossierId>().notNull(),
      number: text().notNull(),
      holder: personalJson<{ name: string; idLast4: string; plate: string }>().notNull(),
      fromArea: int().notNull(),
      toArea: int().notNull(),
      purpose: int().notNull(),
      /** Epoch seconds, as in the signed code. */
      validFrom: ms().notNull(),
      validUntil: ms().notNull(),
      keyId: text().notNull(),
      digits: personalText().notNull(),
      issuedAt: ms().notNull(),
      revokedAt: ms(),
      revokedBecause: personalText(),
    },
    (t) => [uniqueIndex('permits_number').on(t.number), index('permits_dossier').on(t.dossier)],
  )

  const flowVersions = table(
    'flow_versions',
    {
      flow: text().notNull(),
      version: int().notNull(),
      revision: int().notNull(),
      shape: text().notNull(),
      source: text().notNull(),
      publishedBy: text().notNull(),
      publishedAt: ms().notNull(),
    },
    (t) => [primaryKey({ columns: [t.flow, t.version, t.revision] })],
  )

  const staffAccounts = table(
    'staff_accounts',
    {
      id: text<StaffId>().primaryKey(),
      email: text().notNull(),
      name: personalText().notNull(),
      role: text<'officer' | 'administrator'>().notNull(),
      passwordHash: text().notNull(),
      disabledAt: ms(),
    },
    (t) => [uniqueIndex('staff_accounts_email').on(t.email)],
  )

  const staffSessions = table(
    'staff_sessions',
    {
      tokenHash: text().primaryKey(),
      account: text<StaffId>().notNull(),
      csrf: text().notNull(),
      openedAt: ms().notNull(),
      expiresAt: ms().notNull(),
    },
    (t) => [index('staff_sessions_expiry').on(t.expiresAt)],
  )

  /** The Zalo token pair of each OA. The pair before the present one is kept for an audit after a lost refresh. */
  const zaloTokens = table('zalo_tokens', {
    oaId: text().primaryKey(),
    pair: personalJson<{ accessToken: string; refreshToken: string; expiresAt: number }>(),
    previous: personalJson<{ accessToken: string; refreshToken: string; expiresAt: number }>(),
    savedAt: ms(),
    leasedUntil: ms().notNull().default(0),
  })

  /** Pictures already at Zalo, which keeps them for seven days (zalo-oa §4). */
  const zaloUploads = table('zalo_uploads', {
    ref: text().primaryKey(),
    attachmentId: text().notNull(),
    expiresAt: ms().notNull(),
  })

  return {
    inbox, conversations, consents, outbox, deliveryLeases, agencies, dossierCounters, dossiers, dossierActions,
    attachments, permits, flowVersions, staffAccounts, staffSessions, zaloTokens, zaloUploads,
  } // prettier-ignore
}

export const sqliteSchema = createSchema(sqliteKit)
export const postgresSchema = createSchema(postgresKit)
export type Schema = typeof sqliteSchema
