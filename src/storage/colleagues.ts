import { and, asc, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Colleagues } from '../dossiers/ports.ts'
import type { Engine } from './engine/engine.ts'

export function createColleagues({ tables, read }: Engine): Colleagues {
  const { staffAccounts, staffPostings } = tables
  return {
    at: async (agency, day) => {
      const posted = read
        .select({ account: staffPostings.account })
        .from(staffPostings)
        .where(
          and(
            inArray(staffPostings.agency, [agency, '']),
            inArray(staffPostings.role, ['reception', 'specialist', 'leader']),
            lte(staffPostings.since, day),
            or(isNull(staffPostings.until), gte(staffPostings.until, day)),
          ),
        )
      return read
        .select({ id: staffAccounts.id, name: staffAccounts.name })
        .from(staffAccounts)
        .where(and(inArray(staffAccounts.id, posted), isNull(staffAccounts.disabledAt)))
        .orderBy(asc(staffAccounts.email))
    },
    names: async (ids) => {
      if (ids.length === 0) return new Map()
      const rows = await read
        .select({ id: staffAccounts.id, name: staffAccounts.name })
        .from(staffAccounts)
        .where(inArray(staffAccounts.id, [...ids]))
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  }
}
