import { sql } from 'drizzle-orm'
import type { Agency } from '../../dossiers/agencies.ts'
import type { ActionType } from '../../dossiers/dossier.ts'
import type { VietnamDay } from '../../kernel/clock.ts'
import type { Status } from '../../dossiers/status.ts'
import type { CitizenId, DossierId, StaffId } from '../../kernel/ids.ts'
import type { ColumnKit } from './column-kit.ts'
import { formats } from './formats.ts'

/** What was filed, with whom it lies, and what was done to it. */
export function dossierTables({
  table,
  index,
  uniqueIndex,
  primaryKey,
  text,
  int,
  ms,
  sequence,
  json,
  personalText,
  personalJson,
}: ColumnKit) {
  const agencies = table('agencies', {
    code: text().primaryKey(),
    name: text().notNull(),
    level: text<Agency['level']>().notNull(),
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

  /** When agencies work, as a whole; the last row holds. Rows are appended and never changed. */
  const workCalendarVersions = table('work_calendar_versions', {
    place: sequence(),
    entry: json(formats.calendars).notNull(),
    why: personalText('work_calendar_versions.why').notNull(),
    recordedBy: personalText('work_calendar_versions.recorded_by').notNull(),
    recordedAt: ms().notNull(),
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
      /** Its place among those that wait for a person, the lowest first; null when the desk has nothing to do. */
      queue: ms(),
      /** Until when its handler put it aside. */
      asideUntil: ms(),
      /** Until when the citizen should have answered what was asked. */
      answerBy: ms(),
      /** When the program has something to do with it by itself; null when it has not. */
      wakeAt: ms(),
      revision: int().notNull(),
    },
    (t) => [
      uniqueIndex('dossiers_code').on(t.code),
      index('dossiers_newest').on(t.filedAt, t.id),
      index('dossiers_status').on(t.status, t.filedAt),
      index('dossiers_citizen').on(t.citizen, t.filedAt),
      index('dossiers_holder_newest').on(t.holder, t.filedAt, t.id),
      index('dossiers_procedure_newest').on(t.flow, t.filedAt, t.id),
      index('dossiers_agency_procedure').on(t.agency, t.flow, t.filedAt, t.id),
      index('dossiers_holder_procedure').on(t.holder, t.flow, t.filedAt, t.id),
      index('dossiers_holder_status').on(t.holder, t.status, t.filedAt, t.id),
      index('dossiers_agency_newest').on(t.agency, t.filedAt, t.id),
      index('dossiers_handler_queue')
        .on(t.handler, t.queue, t.id)
        .where(sql`handler is not null`),
      index('dossiers_holder_queue')
        .on(t.holder, t.queue, t.id)
        .where(sql`queue is not null`),
      index('dossiers_queue')
        .on(t.queue, t.id)
        .where(sql`queue is not null`),
      index('dossiers_due_waiting')
        .on(t.dueAt)
        .where(sql`queue is not null`),
      index('dossiers_elsewhere')
        .on(t.agency, t.filedAt, t.id)
        .where(sql`holder <> agency`),
      index('dossiers_elsewhere_newest')
        .on(t.filedAt, t.id)
        .where(sql`holder <> agency`),
      index('dossiers_holder_citizen')
        .on(t.holder, t.filedAt, t.id)
        .where(sql`status in ('supplement', 'payment')`),
      index('dossiers_aside')
        .on(t.handler, t.filedAt, t.id)
        .where(sql`aside_until is not null`),
      index('dossiers_idle')
        .on(t.updatedAt, t.id)
        .where(sql`handler is not null and queue is not null`),
      index('dossiers_wake')
        .on(t.wakeAt)
        .where(sql`wake_at is not null`),
    ],
  )

  /** Who did something to what, and when last. */
  const dossierHands = table(
    'dossier_hands',
    { account: text<StaffId>().notNull(), dossier: text<DossierId>().notNull(), at: ms().notNull() },
    (t) => [
      primaryKey({ columns: [t.account, t.dossier] }),
      index('dossier_hands_touched').on(t.account, t.at, t.dossier),
    ],
  )

  /** Opinions that were asked for without handing the dossier over, until they are given. */
  const dossierConsultations = table(
    'dossier_consultations',
    {
      dossier: text<DossierId>().notNull(),
      /** Of the act that asks. */
      at: ms().notNull(),
      agency: text().notNull(),
      answeredAt: ms(),
    },
    (t) => [
      primaryKey({ columns: [t.dossier, t.at, t.agency] }),
      index('dossier_consultations_open')
        .on(t.agency, t.at)
        .where(sql`answered_at is null`),
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

  return {
    agencies,
    agencyVersions,
    workCalendarVersions,
    dossierCounters,
    dossiers,
    dossierWords,
    dossierHands,
    dossierConsultations,
    dossierActions,
  }
}
