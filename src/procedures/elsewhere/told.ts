import type { ElsewhereVersion } from '../ports.ts'
import type { SourcedElsewhere } from './entry.ts'

/** Of each entry its newest publication, in the order in which entries came. */
export function newestEntries(rows: readonly ElsewhereVersion[]): Map<string, ElsewhereVersion> {
  const newest = new Map<string, ElsewhereVersion>()
  for (const row of rows) if (row.revision > (newest.get(row.id)?.revision ?? 0)) newest.set(row.id, row)
  return newest
}

/** What citizens are told of. */
export const toldIn = (rows: readonly ElsewhereVersion[]): SourcedElsewhere[] =>
  [...newestEntries(rows).values()].filter(({ state }) => state === 'told').map(({ entry }) => entry)
