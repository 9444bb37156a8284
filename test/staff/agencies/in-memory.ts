import { createAgencyBook } from '../../../src/casework/agency-book.ts'
import type { AgencyVersion } from '../../../src/dossiers/agency-days.ts'
import type { AgencyVersions } from '../../../src/dossiers/ports.ts'
import { AGENCIES } from '../people/in-memory.ts'

/** The agencies of an office, recorded in memory. */
export function inMemoryAgencyBook(now: () => number) {
  const rows: AgencyVersion[] = []
  const versions: AgencyVersions = {
    all: async () => [...rows],
    mark: async () => rows.length,
    add: async (added, after) => {
      if (after !== rows.length) return 'overtaken'
      rows.push(...added.map((row, i) => ({ ...row, place: after + i + 1 })))
      return 'recorded'
    },
  }
  const seeds = AGENCIES.map((it) => (it.level === 'province' ? it : { ...it, parent: 'H12.99' }))
  return { book: createAgencyBook({ seeds, versions, now }), rows }
}
