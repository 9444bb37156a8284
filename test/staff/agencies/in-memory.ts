import { createAgencyBook } from '../../../src/casework/agency-book.ts'
import { createCalendarBook } from '../../../src/casework/calendar-book.ts'
import type { CalendarVersion, CalendarVersions } from '../../../src/casework/ports.ts'
import { adoptCalendars, seededCalendars } from '../../../src/province/work-calendar.ts'
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
  const calendarRows: CalendarVersion[] = []
  const calendars: CalendarVersions = {
    recent: async (limit) => calendarRows.toReversed().slice(0, limit),
    mark: async () => calendarRows.length,
    add: async (row, after) => {
      if (after !== calendarRows.length) return 'overtaken'
      calendarRows.push({ ...row, place: after + 1 })
      return 'recorded'
    },
  }
  const calendarBook = createCalendarBook({
    ...{ seed: seededCalendars, versions: calendars, adopt: adoptCalendars, now },
  })
  return { book: createAgencyBook({ seeds, versions, now }), rows, calendarBook, calendarRows }
}
