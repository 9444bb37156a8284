import { sql } from 'drizzle-orm'
import type { NoticeKind } from '../../dossiers/notices.ts'
import type { Role } from '../../dossiers/postings.ts'
import type { VietnamDay } from '../../kernel/clock.ts'
import type { DossierId, StaffId } from '../../kernel/ids.ts'
import type { ColumnKit } from './column-kit.ts'

/** The people at the desk, what they are there for, and what they opened. */
export function staffTables({
  table,
  index,
  uniqueIndex,
  primaryKey,
  text,
  int,
  ms,
  sequence,
  personalText,
}: ColumnKit) {
  const staffAccounts = table(
    'staff_accounts',
    {
      id: text<StaffId>().primaryKey(),
      email: text().notNull(),
      name: personalText('staff_accounts.name').notNull(),
      passwordHash: text().notNull(),
      disabledAt: ms(),
      /** Of the last signing in, or of the invitation; an account that nobody uses is disabled. */
      seenAt: ms(),
    },
    (t) => [uniqueIndex('staff_accounts_email').on(t.email)],
  )

  /** Who may do what, where, and on which days. */
  const staffPostings = table(
    'staff_postings',
    {
      account: text<StaffId>().notNull(),
      role: text<Role>().notNull(),
      /** '' for who works for the whole province. */
      agency: text().notNull(),
      since: text<VietnamDay>().notNull(),
      /** The last day, when one is set. */
      until: text<VietnamDay>(),
    },
    (t) => [
      primaryKey({ columns: [t.account, t.role, t.agency, t.since] }),
      index('staff_postings_agency').on(t.agency, t.role),
    ],
  )

  /** Links that let somebody set a password, once: an invitation, or when it was forgotten. Only a hash is kept. */
  const staffLinks = table(
    'staff_links',
    { tokenHash: text().primaryKey(), account: text<StaffId>().notNull(), expiresAt: ms().notNull() },
    (t) => [index('staff_links_account').on(t.account)],
  )

  /** Days on which somebody is away, and who stands in for them (NĐ 118/2025, Điều 11.8). */
  const staffAbsences = table(
    'staff_absences',
    {
      account: text<StaffId>().notNull(),
      since: text<VietnamDay>().notNull(),
      until: text<VietnamDay>().notNull(),
      substitute: text<StaffId>(),
    },
    (t) => [primaryKey({ columns: [t.account, t.since] }), index('staff_absences_until').on(t.until)],
  )

  /** Who opened what. */
  const staffViews = table(
    'staff_views',
    {
      place: sequence(),
      dossier: text<DossierId>().notNull(),
      account: text<StaffId>().notNull(),
      what: text<'page' | 'file' | 'print'>().notNull(),
      at: ms().notNull(),
    },
    (t) => [index('staff_views_dossier').on(t.dossier, t.at), index('staff_views_account').on(t.account, t.at)],
  )

  /** What the program tells a person of the desk by itself: once about each thing. */
  const staffNotices = table(
    'staff_notices',
    {
      place: sequence(),
      account: text<StaffId>().notNull(),
      dossier: text<DossierId>().notNull(),
      kind: text<NoticeKind>().notNull(),
      /** The instant that it is about: when the dossier is due, or since when nothing was done. */
      about: ms().notNull(),
      at: ms().notNull(),
      seenAt: ms(),
    },
    (t) => [
      uniqueIndex('staff_notices_once').on(t.account, t.dossier, t.kind, t.about),
      index('staff_notices_dossier').on(t.dossier, t.kind, t.about),
      index('staff_notices_unseen')
        .on(t.account, t.place)
        .where(sql`seen_at is null`),
      index('staff_notices_at').on(t.at),
    ],
  )

  /** Sentences that a desk answers with again and again. */
  const cannedReplies = table(
    'canned_replies',
    {
      id: text().primaryKey(),
      /** '' for every procedure. */
      flow: text('procedure').notNull(),
      title: text().notNull(),
      text: text().notNull(),
      revision: int().notNull(),
      savedBy: personalText('canned_replies.saved_by').notNull(),
      savedAt: ms().notNull(),
    },
    (t) => [index('canned_replies_flow').on(t.flow)],
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
    (t) => [index('staff_sessions_expiry').on(t.expiresAt), index('staff_sessions_account').on(t.account)],
  )

  /** Lists that somebody put together for themselves, or for all of an agency. */
  const savedLists = table(
    'saved_lists',
    {
      id: text().primaryKey(),
      account: text<StaffId>().notNull(),
      /** Absent for its owner alone. */
      agency: text(),
      name: personalText('saved_lists.name').notNull(),
      query: text().notNull(),
      savedAt: ms().notNull(),
    },
    (t) => [index('saved_lists_account').on(t.account), index('saved_lists_agency').on(t.agency)],
  )

  return {
    savedLists,
    staffNotices,
    staffAccounts,
    staffPostings,
    staffLinks,
    staffAbsences,
    staffViews,
    cannedReplies,
    staffSessions,
  }
}
