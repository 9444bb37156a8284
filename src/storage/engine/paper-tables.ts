import { sql } from 'drizzle-orm'
import type { CardRefusal, FileKind } from '../../conversation/words/events.ts'
import type { AttachmentId, CitizenId, DossierId, PermitId } from '../../kernel/ids.ts'
import type { ColumnKit } from './column-kit.ts'
import { formats } from './formats.ts'

/** The files that came with dossiers, the permits they were granted, and what citizens thought of it. */
export function paperTables({
  table,
  index,
  uniqueIndex,
  text,
  int,
  ms,
  seconds,
  personalText,
  personalJson,
}: ColumnKit) {
  const attachments = table(
    'attachments',
    {
      id: text<AttachmentId>().primaryKey(),
      citizen: text<CitizenId>().notNull(),
      dossier: text<DossierId>(),
      kind: text<FileKind>().notNull(),
      /** `card`: read for its QR code, never stored. */
      purpose: text<'card'>(),
      url: personalText('attachments.url').notNull(),
      name: personalText('attachments.name'),
      caption: personalText('attachments.caption'),
      state: text<'waiting' | 'stored' | 'refused' | 'read'>().notNull(),
      attempts: int().notNull(),
      notBefore: ms().notNull(),
      receivedAt: ms().notNull(),
      sha256: text(),
      mime: text(),
      bytes: int(),
      because: text<CardRefusal>(),
    },
    (t) => [
      // Whether a file in the store still belongs to somebody is asked by its contents.
      index('attachments_content').on(t.sha256),
      index('attachments_waiting')
        .on(t.notBefore)
        .where(sql`state = 'waiting'`),
      index('attachments_citizen').on(t.citizen, t.receivedAt),
      index('attachments_unfiled')
        .on(t.citizen)
        .where(sql`dossier is null`),
    ],
  )

  const permits = table(
    'permits',
    {
      id: text<PermitId>().primaryKey(),
      dossier: text<DossierId>().notNull(),
      number: text().notNull(),
      holder: personalJson('permits.holder', formats.holder).notNull(),
      fromArea: int().notNull(),
      toArea: int().notNull(),
      purpose: int().notNull(),
      kind: text().notNull().default('travel-pass'),
      /** Hours, days of the week and companions, packed as in the signed code; null when there is no such limit. */
      terms: int(),
      /** The permit that this one goes on from, or stands in for after its key was lost. */
      replaces: text<PermitId>(),
      /** Two bytes of a hash: a bucket that many people and vehicles share, to look for duplicates in. */
      personBucket: int(),
      plateBucket: int(),
      /** When the holder is to be reminded of the end; null when that is done or nobody asked. */
      remindAt: ms(),
      validFrom: seconds().notNull(),
      validUntil: seconds().notNull(),
      keyId: text().notNull(),
      digits: personalText('permits.digits').notNull(),
      issuedAt: ms().notNull(),
      revokedAt: ms(),
      revokedBecause: personalText('permits.revoked_because'),
      /** The order it ended with; emptied when it was made anew because the order is applied again. */
      endedWith: text(),
    },
    (t) => [
      uniqueIndex('permits_number').on(t.number),
      index('permits_ended_with')
        .on(t.endedWith)
        .where(sql`ended_with is not null`),
      index('permits_dossier').on(t.dossier),
      index('permits_person').on(t.personBucket, t.validUntil),
      index('permits_plate').on(t.plateBucket, t.validUntil),
      index('permits_key').on(t.keyId),
      index('permits_kind').on(t.kind, t.validUntil),
      index('permits_replaces').on(t.replaces),
      index('permits_revoked')
        .on(t.revokedAt)
        .where(sql`revoked_at is not null`),
      index('permits_reminders')
        .on(t.remindAt)
        .where(sql`remind_at is not null`),
    ],
  )

  /** Satisfaction with a finished dossier; kept apart from it, so that the officer does not see who rated. */
  const ratings = table(
    'ratings',
    {
      dossier: text<DossierId>().primaryKey(),
      agency: text().notNull(),
      flow: text('procedure').notNull(),
      /** Which scale the score is on, `1-5`. */
      scale: text().notNull(),
      score: int().notNull(),
      comment: personalText('ratings.comment'),
      at: ms().notNull(),
    },
    (t) => [index('ratings_agency').on(t.agency, t.at)],
  )

  return { attachments, permits, ratings }
}
