import { and, asc, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { permitWord } from '../casework/search-words.ts'
import type { WordIndex } from '../casework/ports.ts'
import type { DossierId } from '../kernel/ids.ts'
import { asTheyStand } from './dossier-actions.ts'
import { type Db, type Engine, prepared } from './engine/engine.ts'
import { rowsBelow } from './engine/row-place.ts'

/** Marks of words are bound to it; a mark never moves to another index. */
const PLACE = 'dossier_words.word'
/** Stands with the words of a dossier once all of them are there, under the key that is in use and as words are made now. */
const WHOLE = 'whole 1'
/** Words are counted no further: of two that are commoner a sample says which is the rarer. */
const COMMON = 10_000
/** So few dossiers are looked at one by one, whatever else is asked. */
const FEW = 3_000
/** When so many of the newest fit, the page is filled sooner by going through the list from its top. */
const NEWEST = 2_000
const MANY = 20
/** Rows of one statement: more than most dossiers have words. */
const AT_ONCE = 32

/** Of those who have a common word, so many are looked at before others get their turn. */
const PART = 2_000

interface Asked {
  readings: readonly string[]
}

interface Found {
  where: SQL
  isRare: boolean
  parts?: AsyncIterable<SQL>
}

/** The index that dossiers are found by: marks of words, of which only a holder of the key can make one. */
export function dossierWords({ name, tables, read, codec }: Engine) {
  const { dossiers, dossierWords: words, permits } = tables
  const { mark, marks } = codec(PLACE)
  const marksOf = (readings: readonly string[]) => readings.flatMap(marks)

  /** Counts no further than it matters. */
  const countOf = async (readings: readonly string[]): Promise<number> => {
    const some = read
      .select({ one: sql`1` })
      .from(words)
      .where(inArray(words.word, marksOf(readings)))
      .limit(COMMON)
      .as('some')
    const [row] = await read.select({ n: sql<number>`count(*)` }).from(some)
    return Number(row?.n ?? 0)
  }

  const beside = alias(words, 'beside')
  // The offset keeps PostgreSQL from making the list of all who have a common word first: it is asked of one dossier at a time.
  const hasToo =
    (id: SQL) =>
    ({ readings }: Asked) =>
      sql`exists (select 1 from ${words} as beside where ${inArray(beside.word, marksOf(readings))} and ${eq(beside.dossier, id)} limit 1 offset 0)`

  /** How many of the newest dossiers have one of these, and how many have all. */
  const fitting = async (all: readonly Asked[]): Promise<{ each: number[]; together: number }> => {
    const newest = read
      .select({ id: dossiers.id })
      .from(dossiers)
      .orderBy(desc(dossiers.filedAt), desc(dossiers.id))
      .limit(NEWEST)
      .as('newest')
    const has = all.map(hasToo(sql`${newest.id}`))
    const sumOf = (condition: SQL) => sql`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`
    const [row] = await read
      .select({
        together: sumOf(sql.join(has, sql` and `)),
        ...Object.fromEntries(has.map((one, i) => [`n${i}`, sumOf(one)])),
      })
      .from(newest)
    const counts: Record<string, unknown> = row ?? {}
    return { each: all.map((_, i) => Number(counts[`n${i}`] ?? 0)), together: Number(counts['together'] ?? 0) }
  }

  /**
   * Those that have the first and all others, a part at a time: each condition holds for so many of those who have the first.
   * One word after another of its readings.
   */
  async function* inParts(first: Asked, others: readonly Asked[]): AsyncGenerator<SQL> {
    for (const mark of marksOf(first.readings))
      for (let after: string | undefined = ''; after !== undefined;) {
        const here = and(eq(words.word, mark), gt(words.dossier, after as DossierId))
        const [bound]: { dossier: DossierId }[] = await read
          .select({ dossier: words.dossier })
          .from(words)
          .where(here)
          .orderBy(asc(words.dossier))
          .limit(1)
          .offset(PART - 1)
        const part = read
          .select({ dossier: words.dossier })
          .from(words)
          .where(and(here, bound && lte(words.dossier, bound.dossier), ...others.map(hasToo(sql`${words.dossier}`))))
        yield inArray(dossiers.id, part)
        after = bound?.dossier
      }
  }

  /** A statement for each number of words, as building its text costs more than running it. */
  const inserts = Array.from({ length: AT_ONCE }, (_, last) =>
    prepared((db) =>
      db
        .insert(words)
        .values(
          Array.from({ length: last + 1 }, (_, i) => ({
            word: sql.placeholder(`word${i}`),
            dossier: sql.placeholder('dossier') as unknown as SQL<DossierId>,
          })),
        )
        .onConflictDoNothing(),
    ),
  )

  const add = async (db: Db, dossier: DossierId, added: readonly string[]): Promise<void> => {
    const all = [...new Set(added)].map(mark)
    for (let i = 0; i < all.length; i += AT_ONCE) {
      const some = all.slice(i, i + AT_ONCE)
      await inserts[some.length - 1]?.(db, {
        dossier,
        ...Object.fromEntries(some.map((word, n) => [`word${n}`, word])),
      })
    }
  }

  return {
    /** All words of a dossier that is filed. */
    addAll: (db: Db, dossier: DossierId, all: readonly string[]) => add(db, dossier, [...all, WHOLE]),
    /** Emptied before the permits are read: one that is granted meanwhile is seen here, or written after this. */
    replaceAll: async (db: Db, dossier: DossierId, all: readonly string[]): Promise<void> => {
      await db.delete(words).where(eq(words.dossier, dossier))
      const granted = await db.select({ number: permits.number }).from(permits).where(eq(permits.dossier, dossier))
      await add(db, dossier, [...all, WHOLE, ...granted.map(({ number }) => permitWord(number))])
    },
    addPermit: (db: Db, dossier: DossierId, number: string) => add(db, dossier, [permitWord(number)]),

    /**
     * Dossiers that have one reading of each of these. Begins with the rarest, so that "Nguyễn" costs nothing beside a number;
     * where all of them are common, dossier by dossier until a page is full. Of none there is nothing: whoever typed only signs
     * is not shown everything. `isRare`: those dossiers are found first, and then whatever else is asked of them. `parts`: the
     * same, in conditions of which none keeps other work waiting; on PostgreSQL nothing waits for a query.
     */
    holding: async (asked: readonly (readonly string[])[]): Promise<Found> => {
      const counted = await Promise.all(asked.map(async (readings) => ({ readings, n: await countOf(readings) })))
      const [rarest, ...others] = counted.sort((a, b) => a.n - b.n)
      if (!rarest) return { where: sql`1 = 0`, isRare: true }
      if (rarest.n >= FEW) {
        const { each, together } = await fitting(counted)
        const where = sql.join(counted.map(hasToo(sql`${dossiers.id}`)), sql` and `)
        if (together >= MANY) return { where, isRare: false }
        if (name === 'sqlite' && rarest.n >= COMMON) {
          const [first, ...rest] = counted
            .map((one, i) => ({ ...one, lately: each[i] ?? 0 }))
            .sort((a, b) => a.lately - b.lately)
          if (first) return { where, isRare: false, parts: inParts(first, rest) }
        }
      }
      const found = read
        .select({ dossier: words.dossier })
        .from(words)
        .where(and(inArray(words.word, marksOf(rarest.readings)), ...others.map(hasToo(sql`${words.dossier}`))))
      // PostgreSQL takes every mark for a common one, and would look at each dossier in turn: an array is made first.
      const where = name === 'postgres' ? sql`${dossiers.id} = any(array(${found}))` : inArray(dossiers.id, found)
      return { where, isRare: true }
    },
  }
}

/** For the round that gives words to dossiers of before there were any, and to all of them under a new key. */
export function createWordIndex(engine: Engine): WordIndex {
  const { tables, read, write, codec } = engine
  const { dossiers, dossierWords: words } = tables
  const { replaceAll } = dossierWords(engine)
  const whole = codec(PLACE).mark(WHOLE)

  return {
    page: async (before, limit) => {
      const looked = await read
        .select({ id: dossiers.id, filedAt: dossiers.filedAt, word: words.word })
        .from(dossiers)
        .leftJoin(words, and(eq(words.dossier, dossiers.id), eq(words.word, whole)))
        .where(before && rowsBelow([dossiers.filedAt, dossiers.id], [before.filedAt, before.id]))
        .orderBy(desc(dossiers.filedAt), desc(dossiers.id))
        .limit(limit)
      const ids = looked.flatMap(({ id, word }) => (word === null ? [id] : []))
      const rows = ids.length === 0 ? [] : await read.select().from(dossiers).where(inArray(dossiers.id, ids))
      const missing = await asTheyStand(engine, rows)
      const last = looked.at(-1)
      return { missing, ...(last && { last: { filedAt: last.filedAt, id: last.id } }) }
    },

    replace: (dossier, all) => write((db) => replaceAll(db, dossier, all)),
  }
}
