import { and, inArray, isNull } from 'drizzle-orm'
import type { Rosters } from '../casework/warn-desks.ts'
import type { Posting } from '../dossiers/postings.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { Engine } from './engine/engine.ts'
import { absencesOn } from './staff-absences.ts'
import { readPostings } from './staff-postings.ts'

export function createRosters({ tables, read }: Engine): Rosters {
  const { staffAccounts, staffPostings } = tables
  return {
    on: async (day, agencies) => {
      const posted = read
        .select({ account: staffPostings.account })
        .from(staffPostings)
        .where(inArray(staffPostings.agency, [...agencies, '']))
      const open = await read
        .select({ id: staffAccounts.id })
        .from(staffAccounts)
        .where(and(inArray(staffAccounts.id, posted), isNull(staffAccounts.disabledAt)))
      if (open.length === 0) return { people: [], absences: [] }
      const [rows, absences] = await Promise.all([
        readPostings(read, tables, { of: open.map(({ id }) => id), on: day }),
        absencesOn(read, tables, day),
      ])
      const held = new Map<StaffId, Posting[]>()
      for (const { account, posting } of rows) held.set(account, [...(held.get(account) ?? []), posting])
      return { people: [...held].map(([id, postings]) => ({ id, postings })), absences }
    },
  }
}
