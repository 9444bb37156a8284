import { and, asc, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Posting } from '../dossiers/postings.ts'
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

/** Each with whose it is, always in one order; those that hold on a day where one is named. Everybody's when no accounts are named. */
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
    .orderBy(asc(staffPostings.role), asc(staffPostings.agency), asc(staffPostings.since))
  return rows.map((row) => ({ account: row.account, posting: toPosting(row) }))
}
