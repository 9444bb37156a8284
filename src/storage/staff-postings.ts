import { and, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import { type Posting, ROLES } from '../dossiers/postings.ts'
import type { VietnamDay } from '../kernel/clock.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { Db, Engine } from './engine/engine.ts'
import type { Schema } from './engine/schema.ts'

type PostingRow = Schema['staffPostings']['$inferSelect']

const toPosting = ({ role, agency, since, until }: PostingRow): Posting => ({
  ...{ role, since },
  ...(agency !== '' && { agency }),
  ...(until !== null && { until }),
})

export const toPostingRow = (account: StaffId, { role, agency = '', since, until }: Posting): PostingRow => ({
  ...{ account, role, agency, since },
  until: until ?? null,
})

const byRank = (a: PostingRow, b: PostingRow): number => ROLES.indexOf(a.role) - ROLES.indexOf(b.role)

/** Each with whose it is, in the order of roles; those that hold on a day where one is named. Everybody's when no accounts are named. */
export async function readPostings(
  db: Db,
  { staffPostings }: Engine['tables'],
  { of, on }: { of?: readonly StaffId[]; on?: VietnamDay },
): Promise<{ account: StaffId; posting: Posting }[]> {
  const rows = await db
    .select()
    .from(staffPostings)
    .where(
      and(
        of && inArray(staffPostings.account, [...of]),
        on === undefined
          ? undefined
          : and(lte(staffPostings.since, on), or(isNull(staffPostings.until), gte(staffPostings.until, on))),
      ),
    )
  return rows.toSorted(byRank).map((row) => ({ account: row.account, posting: toPosting(row) }))
}
