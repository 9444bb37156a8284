import type { PermitId, PostId } from '../../kernel/ids.ts'
import type { ColumnKit } from './column-kit.ts'

/** The keys that permits are sealed with, and the checkpoints that read them. */
export function checkpointTables({ table, index, primaryKey, text, int, ms, personalText }: ColumnKit) {
  const permitKeys = table('permit_keys', {
    /** Two bytes as four hex digits, as in the signed code. */
    keyId: text().primaryKey(),
    notBefore: ms().notNull(),
    notAfter: ms().notNull(),
    /** The point on P-256, uncompressed, in base64url. */
    publicKey: text().notNull(),
    /** The private key under a key of PERMIT_KEYS, which is not in the database. */
    wrappedKey: text().notNull(),
    createdAt: ms().notNull(),
    withdrawnAt: ms(),
    withdrawnBecause: text(),
  })

  /** What the offline root key signed, newest last; phones are given the newest. */
  const keyLists = table('key_lists', {
    serial: int().primaryKey(),
    /** COSE_Sign1 in base64url. */
    signed: text().notNull(),
    publishedAt: ms().notNull(),
  })

  /** Public halves of the root keys that phones are told to trust: the present one and the next. */
  const rootKeys = table('root_keys', { publicKey: text().primaryKey(), addedAt: ms().notNull() })

  /** Orders on which kinds of permits depend and which have ended (`flows/permits.yaml` names them). */
  const endedOrders = table('ended_orders', {
    orderId: text().primaryKey(),
    endedAt: ms().notNull(),
    endedBy: personalText('ended_orders.ended_by').notNull(),
    /** Whether every permit that depended on it has been ended too. */
    settledAt: ms(),
    /** It is applied again: when, by whom, and why, as holders are told. Ended once more, these are empty. */
    resumedAt: ms(),
    resumedBy: personalText('ended_orders.resumed_by'),
    resumedBecause: text(),
    /** Whether every permit that ended with it has been made anew. */
    restoredAt: ms(),
  })

  const checkpointPosts = table('checkpoint_posts', {
    id: text<PostId>().primaryKey(),
    name: text().notNull(),
    /** Where it stands, in millionths of a degree; without it no distance can be told. */
    latitude: int(),
    longitude: int(),
    codeHash: text().notNull(),
    openedAt: ms().notNull(),
    closedAt: ms(),
  })

  const checkpointSessions = table(
    'checkpoint_sessions',
    {
      tokenHash: text().primaryKey(),
      post: text<PostId>().notNull(),
      openedAt: ms().notNull(),
      expiresAt: ms().notNull(),
      /** What kind of phone it says it is, and when it last asked for something; null for those of before. */
      device: text(),
      seenAt: ms(),
    },
    (t) => [index('checkpoint_sessions_expiry').on(t.expiresAt), index('checkpoint_sessions_post').on(t.post)],
  )

  /** One reading of one code at one post. No name and no plate; swept when its retention is over. */
  const scans = table(
    'scans',
    {
      /** Made on the phone, so that an upload may be repeated. */
      id: text().primaryKey(),
      post: text<PostId>().notNull(),
      permit: text<PermitId>(),
      verdict: text().notNull(),
      /** What the phone showed: green, amber or red. */
      colour: text().notNull(),
      by: text<'camera' | 'number'>().notNull(),
      offline: int().notNull(),
      at: ms().notNull(),
      receivedAt: ms().notNull(),
    },
    (t) => [
      index('scans_permit').on(t.permit, t.at),
      index('scans_at').on(t.at),
      index('scans_received').on(t.receivedAt),
    ],
  )

  /** How many scans of each colour and verdict per post and hour; stays when the scans are swept. */
  const scanCounts = table(
    'scan_counts',
    {
      post: text<PostId>().notNull(),
      /** Start of the hour, epoch milliseconds. */
      hour: ms().notNull(),
      verdict: text().notNull(),
      colour: text().notNull(),
      count: int().notNull(),
    },
    (t) => [primaryKey({ columns: [t.post, t.hour, t.verdict, t.colour] })],
  )

  return {
    ...{ permitKeys, keyLists, rootKeys, endedOrders },
    ...{ checkpointPosts, checkpointSessions, scans, scanCounts },
  }
}
