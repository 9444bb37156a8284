import { and, asc, countDistinct, desc, eq, gte, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm'
import { DAY, HOUR, startOfVietnamDay } from '../kernel/clock.ts'
import type { Verdict } from '../permits/code/judge.ts'
import type { Colour } from '../permits/code/offline.ts'
import type { Scan, Scans } from '../permits/posts/scans.ts'
import type { Engine } from './engine/engine.ts'

/** Readings of one permit at one post that are compared with those elsewhere. */
const OF_ONE_POST = 5

export function createScans({ tables, read, write }: Engine): Scans {
  const { scans, scanCounts, checkpointPosts: posts } = tables
  return {
    keep: (batch) =>
      write(async (db) => {
        if (batch.length === 0) return 0
        const rows = batch.map(({ permit, offline, ...scan }) => ({
          ...scan,
          permit: permit ?? null,
          offline: offline ? 1 : 0,
        }))
        const fresh = await db.insert(scans).values(rows).onConflictDoNothing().returning({ id: scans.id })
        const known = new Set(fresh.map(({ id }) => id))
        const once = [...new Map(batch.map((scan) => [scan.id, scan])).values()]
        const counts = countByHour(once.filter(({ id }) => known.has(id)))
        if (counts.length > 0)
          await db
            .insert(scanCounts)
            .values(counts)
            .onConflictDoUpdate({
              target: [scanCounts.post, scanCounts.hour, scanCounts.verdict, scanCounts.colour],
              set: { count: sql`${scanCounts.count} + excluded.count` },
            })
        return fresh.length
      }),

    countsOfDay: async (day) => {
      const start = startOfVietnamDay(day)
      const rows = await read
        .select({ count: scanCounts, postName: posts.name })
        .from(scanCounts)
        .leftJoin(posts, eq(scanCounts.post, posts.id))
        .where(and(gte(scanCounts.hour, start), lt(scanCounts.hour, start + DAY)))
        .orderBy(asc(posts.name), asc(scanCounts.hour), asc(scanCounts.verdict))
      return rows.map(({ count: { verdict, colour, ...count }, postName }) => ({
        ...count,
        postName: postName ?? count.post,
        verdict: verdict as Verdict['verdict'],
        colour: colour as Colour,
      }))
    },

    sightings: async (since, limit) => {
      const wandering = read
        .select({ permit: scans.permit })
        .from(scans)
        .where(and(isNotNull(scans.permit), gte(scans.at, since)))
        .groupBy(scans.permit)
        .having(sql`${countDistinct(scans.post)} > 1`)
      // However often one post reads one permit, only the newest readings count: nobody can bury the others under it.
      const ranked = read
        .select({
          ...{ permit: scans.permit, post: scans.post, at: scans.at },
          rank: sql<number>`row_number() over (partition by ${scans.permit}, ${scans.post} order by ${scans.at} desc)`.as(
            'rank',
          ),
        })
        .from(scans)
        .where(and(gte(scans.at, since), inArray(scans.permit, wandering)))
        .as('ranked')
      const rows = await read
        .select({ permit: ranked.permit, post: ranked.post, at: ranked.at })
        .from(ranked)
        .where(lte(ranked.rank, OF_ONE_POST))
        .orderBy(desc(ranked.at), asc(ranked.permit))
        .limit(limit)
      return rows.reverse().flatMap(({ permit, post, at }) => (permit === null ? [] : [{ permit, post, at }]))
    },

    forget: (receivedBefore, limit) =>
      write(async (db) => {
        const old = db
          .select({ id: scans.id })
          .from(scans)
          .where(lt(scans.receivedAt, receivedBefore))
          .orderBy(asc(scans.receivedAt))
          .limit(limit)
        const gone = await db.delete(scans).where(inArray(scans.id, old)).returning({ id: scans.id })
        return gone.length
      }),
  }
}

/** In one order everywhere, so that two phones uploading at once wait for each other and never for ever. */
function countByHour(batch: readonly Scan[]) {
  const counts = new Map<string, { post: Scan['post']; hour: number; verdict: string; colour: string; count: number }>()
  for (const { post, at, verdict, colour } of batch) {
    const hour = Math.floor(at / HOUR) * HOUR
    const key = `${post}/${hour}/${verdict}/${colour}`
    const before = counts.get(key)
    counts.set(key, { post, hour, verdict, colour, count: (before?.count ?? 0) + 1 })
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
}
