import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Colleagues } from '../dossiers/ports.ts'
import type { VietnamDay } from '../kernel/clock.ts'
import type { Engine } from './engine/engine.ts'

export function createColleagues({ tables, read }: Engine): Colleagues {
  const { staffAccounts, staffPostings } = tables
  const onDesk = (day: VietnamDay) =>
    and(
      inArray(staffPostings.role, ['reception', 'specialist', 'leader']),
      lte(staffPostings.since, day),
      or(isNull(staffPostings.until), gte(staffPostings.until, day)),
    )
  return {
    at: async (agency, day) => {
      const posted = read
        .select({ account: staffPostings.account })
        .from(staffPostings)
        .where(and(inArray(staffPostings.agency, [agency, '']), onDesk(day)))
      return read
        .select({ id: staffAccounts.id, name: staffAccounts.name })
        .from(staffAccounts)
        .where(and(inArray(staffAccounts.id, posted), isNull(staffAccounts.disabledAt)))
        .orderBy(asc(staffAccounts.email))
    },
    staffed: async (day) => {
      const rows = await read
        .selectDistinct({ agency: staffPostings.agency })
        .from(staffPostings)
        .innerJoin(staffAccounts, eq(staffAccounts.id, staffPostings.account))
        .where(and(onDesk(day), isNull(staffAccounts.disabledAt)))
      return new Set(rows.flatMap(({ agency }) => (agency === '' ? [] : [agency])))
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
