import { sql } from 'drizzle-orm'
import type { CardRefusal, FileKind } from '../../conversation/words/events.ts'
import type { ActionType } from '../../dossiers/dossier.ts'
import type { VietnamDay } from '../../kernel/clock.ts'
import type { Status } from '../../dossiers/status.ts'
import type { AttachmentId, CitizenId, DossierId, PermitId, StaffId } from '../../kernel/ids.ts'
import type { ColumnKit } from './column-kit.ts'
import { formats } from './formats.ts'

/** What was filed, what was done to it, and what came of it. */
export function dossierTables({
  table,
  index,
  uniqueIndex,
  primaryKey,
  text,
  int,
  ms,
  seconds,
  sequence,
  json,
  personalText,
  personalJson,
}: ColumnKit) {
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

  /** Changes of agencies: what holds from which day, by whom and why. Rows are appended and never changed. */
  const agencyVersions = table(
    'agency_versions',
    {
      place: sequence(),
      code: text().notNull(),
      since: text<VietnamDay>().notNull(),
      entry: json(formats.agency).notNull(),
      why: personalText('agency_versions.why').notNull(),
      recordedBy: personalText('agency_versions.recorded_by').notNull(),
      recordedAt: ms().notNull(),
    },
    (t) => [index('agency_versions_code').on(t.code, t.since)],
  )

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
      lookupSecret: personalText('dossiers.lookup_secret').notNull(),
      citizen: text<CitizenId>().notNull(),
      flow: text('procedure').notNull(),
      flowVersion: int('procedure_version').notNull(),
      agency: text().notNull(),
      /** Where it lies now. */
      holder: text().notNull().default(''),
      handler: text<StaffId>(),
      /** Open to nobody but leaders. */
      isReserved: int().notNull().default(0),
      status: text<Status>().notNull(),
      lastAction: text<ActionType>().notNull(),
      applicant: personalText('dossiers.applicant').notNull(),
      answers: personalJson('dossiers.answers', formats.filedAnswers).notNull(),
      filedAt: ms().notNull(),
      updatedAt: ms().notNull(),
      dueAt: ms(),
      revision: int().notNull(),
    },
    (t) => [
      uniqueIndex('dossiers_code').on(t.code),
      index('dossiers_newest').on(t.filedAt, t.id),
      index('dossiers_status').on(t.status, t.filedAt),
      index('dossiers_citizen').on(t.citizen, t.filedAt),
      index('dossiers_due').on(t.status, t.dueAt),
      index('dossiers_holder').on(t.holder, t.status, t.dueAt),
      index('dossiers_holder_newest').on(t.holder, t.filedAt, t.id),
      index('dossiers_agency_newest').on(t.agency, t.filedAt, t.id),
      index('dossiers_handler')
        .on(t.handler, t.status, t.dueAt)
        .where(sql`handler is not null`),
    ],
  )

  /** What a dossier is found by: keyed hashes of its names and numbers, so that the index says nothing by itself. */
  const dossierWords = table('dossier_words', { word: text().notNull(), dossier: text<DossierId>().notNull() }, (t) => [
    primaryKey({ columns: [t.word, t.dossier] }),
    index('dossier_words_dossier').on(t.dossier),
  ])

  /** Append-only: a trigger of the first migration refuses update and delete. */
  const dossierActions = table(
    'dossier_actions',
    {
      dossier: text<DossierId>().notNull(),
      seq: int().notNull(),
      type: text<ActionType>().notNull(),
      actor: personalJson('dossier_actions.actor', formats.actor).notNull(),
      at: ms().notNull(),
      status: text<Status>().notNull(),
      note: personalText('dossier_actions.note'),
      attachments: json(formats.attachmentIds),
      dueAt: ms(),
      move: personalJson('dossier_actions.move', formats.move),
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

  return {
    agencies,
    agencyVersions,
    dossierCounters,
    dossiers,
    dossierWords,
    dossierActions,
    attachments,
    permits,
    ratings,
  }
}
