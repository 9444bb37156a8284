import type { VietnamDay } from '../../kernel/clock.ts'
import type { DossierId } from '../../kernel/ids.ts'
import type { ColumnKit } from './column-kit.ts'
import { formats } from './formats.ts'

/** Published procedures, the keys to Zalo and what is known of those to the data. */
export function deskTables({
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
  const flowVersions = table(
    'flow_versions',
    {
      flow: text().notNull(),
      version: int().notNull(),
      revision: int().notNull(),
      shape: text().notNull(),
      source: text().notNull(),
      cases: text(),
      withdrawn: text(),
      publishedBy: personalText('flow_versions.published_by').notNull(),
      publishedAt: ms().notNull(),
    },
    (t) => [primaryKey({ columns: [t.flow, t.version, t.revision] })],
  )

  /** What the program of that mark read in published texts, as JSON. Only for speed: all of it may go at any time. */
  const flowReadings = table('flow_readings', {
    hash: text().primaryKey(),
    mark: text().notNull(),
    file: text().notNull(),
  })

  /** Publications of what is done elsewhere: who, when, why. Rows are appended and never changed; `place` is their order. */
  const elsewhereVersions = table(
    'elsewhere_versions',
    {
      place: sequence(),
      id: text().notNull(),
      revision: int().notNull(),
      state: text<'told' | 'ended'>().notNull(),
      entry: json(formats.elsewhere).notNull(),
      why: personalText('elsewhere_versions.why').notNull(),
      publishedBy: personalText('elsewhere_versions.published_by').notNull(),
      publishedAt: ms().notNull(),
    },
    (t) => [uniqueIndex('elsewhere_versions_revision').on(t.id, t.revision)],
  )

  /** A clerk's unpublished text of a flow, one per flow. `revision` counts savings, so that two clerks do not overwrite each other. */
  const flowDrafts = table('flow_drafts', {
    flow: text().primaryKey(),
    source: text().notNull(),
    cases: text().notNull(),
    revision: int().notNull(),
    savedBy: personalText('flow_drafts.saved_by').notNull(),
    savedAt: ms().notNull(),
    judged: json(formats.judged),
  })

  /** What was counted at each step, per calendar day in Viet Nam. */
  const stepCounts = table(
    'step_counts',
    {
      flow: text().notNull(),
      version: int().notNull(),
      step: text().notNull(),
      day: text().notNull(),
      reached: int().notNull(),
      answered: int().notNull(),
      failed: int().notNull(),
      typed: int().notNull().default(0),
      missed: int().notNull().default(0),
    },
    (t) => [primaryKey({ columns: [t.flow, t.version, t.step, t.day] })],
  )

  /**
   * What was typed and nobody understood, names and numbers blanked, with its writer's consent. Nothing here leads to whoever
   * wrote it: the key is drawn at random, and of the time only the day is kept.
   */
  const unheardWords = table('unheard_words', {
    id: text().primaryKey(),
    flow: text().notNull(),
    step: text().notNull(),
    words: personalText('unheard_words.words').notNull(),
    day: text<VietnamDay>().notNull(),
  })

  /** Browsers and phones on which somebody has signed in; only a hash of what they show. */
  const knownDevices = table(
    'known_devices',
    {
      tokenHash: text().primaryKey(),
      /** `staff <id>` or `post <id>`. */
      owner: text().notNull(),
      seenAt: ms().notNull(),
      expiresAt: ms().notNull(),
    },
    (t) => [index('known_devices_expiry').on(t.expiresAt)],
  )

  /** Wrong secrets at looking up a dossier, from all chats together, since a moment. */
  const lookupGuesses = table('lookup_guesses', {
    dossier: text<DossierId>().primaryKey(),
    count: int().notNull(),
    since: ms().notNull(),
  })

  /** The Zalo token pair of each OA. The pair before the present one is kept for an audit after a lost refresh. */
  const zaloTokens = table('zalo_tokens', {
    oaId: text().primaryKey(),
    pair: personalJson('zalo_tokens.pair', formats.tokens),
    /** Moved here by the database, as it is: so it stays bound to where it was written. */
    previous: personalJson('zalo_tokens.pair', formats.tokens),
    savedAt: ms(),
    leasedUntil: ms().notNull().default(0),
  })

  /** Pictures already at Zalo, which keeps them for seven days (zalo-oa §4). */
  const zaloUploads = table('zalo_uploads', {
    ref: text().primaryKey(),
    attachmentId: text().notNull(),
    expiresAt: ms().notNull(),
  })

  /** Each key of DATA_KEYS that anything was ever sealed with, and a word sealed with it; '' says that this was looked into. */
  const dataKeys = table('data_keys', { id: text().primaryKey(), proof: text().notNull() })

  return {
    dataKeys,
    flowVersions,
    flowReadings,
    elsewhereVersions,
    flowDrafts,
    stepCounts,
    unheardWords,
    knownDevices,
    lookupGuesses,
    zaloTokens,
    zaloUploads,
  }
}
