import { and, eq, inArray } from 'drizzle-orm'
import { isScore, RATEABLE } from '../dossiers/rating.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Ratings, TurnRows } from '../turns/ports.ts'
import type { Db, Engine } from './engine/engine.ts'

const SCALE = '1-5'

export function createRatings({ tables, read }: Engine): Ratings {
  const { ratings } = tables
  return {
    ofDossiers: async (ids) => {
      if (ids.length === 0) return new Map()
      const rows = await read
        .select({ dossier: ratings.dossier, score: ratings.score, comment: ratings.comment, at: ratings.at })
        .from(ratings)
        .where(inArray(ratings.dossier, [...ids]))
      return new Map(
        rows.map(({ dossier, comment, ...row }) => [dossier, { ...row, ...(comment !== null && { comment }) }]),
      )
    },
  }
}

/** Answers whether it was written. One rating per finished dossier of one's own; a later one replaces it. */
export async function writeRating(
  { tables }: Engine,
  db: Db,
  citizen: CitizenId,
  { dossier, score, comment }: NonNullable<TurnRows['rated']>,
  at: number,
): Promise<boolean> {
  const { dossiers, ratings } = tables
  const [own] = await db
    .select({ agency: dossiers.agency, flow: dossiers.flow })
    .from(dossiers)
    .where(and(eq(dossiers.id, dossier), eq(dossiers.citizen, citizen), inArray(dossiers.status, [...RATEABLE])))
  if (!own || !isScore(score)) return false
  const given = { scale: SCALE, score, comment: comment === '' ? null : comment, at }
  await db
    .insert(ratings)
    .values({ dossier, ...own, ...given })
    .onConflictDoUpdate({ target: ratings.dossier, set: given })
  return true
}
