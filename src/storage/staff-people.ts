import { and, count, desc, eq, exists, inArray, isNull, lte, ne, notExists, notInArray, or } from 'drizzle-orm'
import type { Posting } from '../dossiers/postings.ts'
import { unfinished } from '../dossiers/status.ts'
import { toVietnamDay, type VietnamDay } from '../kernel/clock.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { People, Person } from '../staff/people/ports.ts'
import type { Db, Engine } from './engine/engine.ts'
import { readPostings, toPostingRow } from './staff-postings.ts'

/** Those who look after the whole province for as long as nothing changes: there is always one of them. */
function keepers(db: Db, { staffAccounts, staffPostings }: Engine['tables'], today: VietnamDay) {
  const query = (who?: ReturnType<typeof eq>) =>
    db
      .select({ id: staffAccounts.id })
      .from(staffPostings)
      .innerJoin(staffAccounts, eq(staffAccounts.id, staffPostings.account))
      .where(
        and(
          ...[eq(staffPostings.role, 'administrator'), eq(staffPostings.agency, '')],
          ...[lte(staffPostings.since, today), isNull(staffPostings.until)],
          ...[isNull(staffAccounts.disabledAt), ne(staffAccounts.passwordHash, '')],
          who,
        ),
      )
  return {
    /** Asked in the statement that changes something: pieces of one group come between statements. */
    remainWithout: (id: StaffId) =>
      or(notExists(query(eq(staffAccounts.id, id))), exists(query(ne(staffAccounts.id, id)))),
    seenLast: () => query().orderBy(desc(staffAccounts.seenAt), staffAccounts.id).limit(1),
    /** Another process that would take one away waits for this one to end, and then counts anew. */
    lock: () =>
      db
        .update(staffPostings)
        .set({ agency: '' })
        .where(and(eq(staffPostings.role, 'administrator'), eq(staffPostings.agency, ''))),
  }
}

export function createPeople({ tables, read, write }: Engine): People {
  const { staffAccounts, staffPostings, staffLinks, staffSessions, dossiers } = tables

  const load = async (id?: StaffId): Promise<Person[]> => {
    const [rows, postings] = await Promise.all([
      read
        .select({ account: staffAccounts, linkUntil: staffLinks.expiresAt })
        .from(staffAccounts)
        .leftJoin(staffLinks, eq(staffLinks.account, staffAccounts.id))
        .where(id && eq(staffAccounts.id, id)),
      readPostings(read, tables, id ? { of: [id] } : {}),
    ])
    const held = new Map<StaffId, Posting[]>()
    for (const { account, posting } of postings) held.set(account, [...(held.get(account) ?? []), posting])
    return rows.map(({ account: { passwordHash, disabledAt, seenAt, ...account }, linkUntil }) => ({
      ...account,
      hasPassword: passwordHash !== '',
      postings: held.get(account.id) ?? [],
      ...(disabledAt !== null && { disabledAt }),
      ...(seenAt !== null && { seenAt }),
      ...(linkUntil !== null && { linkUntil }),
    }))
  }

  const isPosting = (id: StaffId, { role, agency = '', since }: Posting) =>
    and(
      ...[eq(staffPostings.account, id), eq(staffPostings.role, role)],
      ...[eq(staffPostings.agency, agency), eq(staffPostings.since, since)],
    )

  return {
    all: () => load(),
    find: async (id) => (await load(id))[0],

    invite: ({ postings, ...account }, link, at) =>
      write(async (db) => {
        const [row] = await db
          .insert(staffAccounts)
          .values({ ...account, passwordHash: '', seenAt: at })
          .onConflictDoNothing()
          .returning({ id: staffAccounts.id })
        if (!row) return 'known'
        await db.insert(staffPostings).values(postings.map((it) => toPostingRow(account.id, it)))
        await db.insert(staffLinks).values({ account: account.id, ...link })
        return 'invited'
      }),

    disable: (id, at) =>
      write(async (db) => {
        const { lock, remainWithout } = keepers(db, tables, toVietnamDay(at))
        await lock()
        await db
          .update(staffAccounts)
          .set({ disabledAt: at })
          .where(and(eq(staffAccounts.id, id), isNull(staffAccounts.disabledAt), remainWithout(id)))
        const [row] = await db
          .select({ disabledAt: staffAccounts.disabledAt })
          .from(staffAccounts)
          .where(eq(staffAccounts.id, id))
        if (row?.disabledAt === null) return 'last'
        await db.delete(staffSessions).where(eq(staffSessions.account, id))
        await db.delete(staffLinks).where(eq(staffLinks.account, id))
        return 'disabled'
      }),

    enable: (id, at) =>
      write(
        async (db) =>
          // Used now, or the next round would disable it again.
          void (await db.update(staffAccounts).set({ disabledAt: null, seenAt: at }).where(eq(staffAccounts.id, id))),
      ),

    addPostings: (id, postings) =>
      write(
        async (db) =>
          void (await db
            .insert(staffPostings)
            .values(postings.map((it) => toPostingRow(id, it)))
            .onConflictDoNothing()),
      ),

    endPosting: (id, posting, until, today) =>
      write(async (db) => {
        const { lock, remainWithout } = keepers(db, tables, today)
        const isKeeping = posting.role === 'administrator' && posting.agency === undefined
        if (isKeeping) await lock()
        const shown = posting.until === undefined ? isNull(staffPostings.until) : eq(staffPostings.until, posting.until)
        const [ended] = await db
          .update(staffPostings)
          .set({ until })
          .where(and(isPosting(id, posting), shown, isKeeping ? remainWithout(id) : undefined))
          .returning({ until: staffPostings.until })
        if (ended) return 'ended'
        const [row] = await db.select().from(staffPostings).where(isPosting(id, posting))
        // Pressed twice, it is as it should be.
        if (row?.until === until) return 'ended'
        return row && row.until === (posting.until ?? null) ? 'last' : 'gone'
      }),

    dropPosting: (id, posting) =>
      write(async (db) => void (await db.delete(staffPostings).where(isPosting(id, posting)))),

    countInHand: async (id) => {
      const [row] = await read
        .select({ n: count() })
        .from(dossiers)
        .where(and(eq(dossiers.handler, id), inArray(dossiers.status, unfinished)))
      return Number(row?.n ?? 0)
    },

    disableUnused: (since, at) =>
      write(async (db) => {
        const { lock, seenLast } = keepers(db, tables, toVietnamDay(at))
        await lock()
        // Accounts from before this was kept begin to count now.
        await db.update(staffAccounts).set({ seenAt: at }).where(isNull(staffAccounts.seenAt))
        const disabled = await db
          .update(staffAccounts)
          .set({ disabledAt: at })
          .where(
            and(
              ...[isNull(staffAccounts.disabledAt), lte(staffAccounts.seenAt, since)],
              notInArray(staffAccounts.id, seenLast()),
            ),
          )
          .returning({ id: staffAccounts.id })
        return disabled.length
      }),
  }
}
