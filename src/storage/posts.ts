import { and, asc, desc, eq, gt, isNull, lte, sql } from 'drizzle-orm'
import type { Post, Posts, PostSessions } from '../permits/posts/posts.ts'
import type { Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'

type Row = Schema['checkpointPosts']['$inferSelect']

export function createPosts({ tables, read, write }: Engine): Posts {
  const { checkpointPosts: posts, checkpointSessions: sessions } = tables
  return {
    all: async () => {
      const rows = await read
        .select()
        .from(posts)
        .orderBy(sql`case when ${posts.closedAt} is null then 0 else 1 end`, asc(posts.name))
      return rows.map(toPost)
    },

    find: async (id) => {
      const [row] = await read.select().from(posts).where(eq(posts.id, id))
      return row && { ...toPost(row), codeHash: row.codeHash }
    },

    open: async ({ place, closedAt, ...post }) => {
      const millionths = (degrees: number | undefined) => (degrees === undefined ? null : Math.round(degrees * 1e6))
      const row = { ...post, latitude: millionths(place?.latitude), longitude: millionths(place?.longitude) }
      const opened = await write(async (db) =>
        db
          .insert(posts)
          .values({ ...row, closedAt: closedAt ?? null })
          .onConflictDoNothing()
          .returning({ id: posts.id }),
      )
      return opened.length > 0 ? 'opened' : 'known'
    },

    changeCode: (id, codeHash) =>
      write(async (db) => {
        await db.update(posts).set({ codeHash }).where(eq(posts.id, id))
        await db.delete(sessions).where(eq(sessions.post, id))
      }),

    close: (id, at) =>
      write(async (db) => {
        await db
          .update(posts)
          .set({ closedAt: at })
          .where(and(eq(posts.id, id), isNull(posts.closedAt)))
        await db.delete(sessions).where(eq(sessions.post, id))
      }),
  }
}

export function createPostSessions({ tables, read, write }: Engine): PostSessions {
  const { checkpointPosts: posts, checkpointSessions: sessions } = tables
  return {
    open: ({ device, ...session }) =>
      write(async (db) => {
        await db.delete(sessions).where(lte(sessions.expiresAt, session.openedAt))
        await db.insert(sessions).values({ ...session, device: device ?? null, seenAt: session.openedAt })
      }),

    find: async (tokenHash, now) => {
      const [row] = await read
        .select({ post: posts })
        .from(sessions)
        .innerJoin(posts, eq(sessions.post, posts.id))
        .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), isNull(posts.closedAt)))
      return row && toPost(row.post)
    },

    end: (tokenHash) =>
      write(async (db) => {
        await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
      }),

    seen: (tokenHash, at) =>
      write(async (db) => {
        await db.update(sessions).set({ seenAt: at }).where(eq(sessions.tokenHash, tokenHash))
      }),

    phonesOf: async (post, now) => {
      const rows = await read
        .select()
        .from(sessions)
        .where(and(eq(sessions.post, post), gt(sessions.expiresAt, now)))
        .orderBy(desc(sql`coalesce(${sessions.seenAt}, ${sessions.openedAt})`), asc(sessions.tokenHash))
      return rows.map(({ tokenHash, openedAt, device, seenAt }) => ({
        ...{ id: idOf(tokenHash), openedAt },
        ...(device !== null && { device }),
        ...(seenAt !== null && { seenAt }),
      }))
    },

    endPhones: (post, phone) =>
      write(async (db) => {
        const ended = await db
          .delete(sessions)
          .where(
            and(
              eq(sessions.post, post),
              phone === undefined ? undefined : eq(sql`substr(${sessions.tokenHash}, 1, ${ID_LENGTH})`, phone),
            ),
          )
          .returning({ tokenHash: sessions.tokenHash })
        return ended.length
      }),
  }
}

/** The beginning of the hash: enough to name a phone, too little to be taken for the session. */
const ID_LENGTH = 12
const idOf = (tokenHash: string): string => tokenHash.slice(0, ID_LENGTH)

function toPost({ id, name, latitude, longitude, openedAt, closedAt }: Row): Post {
  return {
    ...{ id, name, openedAt },
    ...(latitude !== null && longitude !== null && { place: { latitude: latitude / 1e6, longitude: longitude / 1e6 } }),
    ...(closedAt !== null && { closedAt }),
  }
}
