import { type Clock, toVietnamDay } from '../kernel/clock.ts'
import { calendarProblems } from '../province/calendar-problems.ts'
import type { CalendarsFile } from '../province/province-format.ts'
import type { CalendarVersion, CalendarVersions } from './ports.ts'

interface CalendarParts {
  seed: CalendarsFile
  versions: CalendarVersions
  /** Told what holds whenever that is new. */
  adopt: (calendars: CalendarsFile) => void
  now: Clock
}

type CalendarRecorded =
  /** `stale`: somebody has recorded other calendars than those that were seen. Nothing was written. */
  { outcome: 'recorded' | 'unchanged' | 'stale' } | { outcome: 'refused'; problems: readonly string[] }

export type CalendarBook = ReturnType<typeof createCalendarBook>

/** How many changes a page shows. */
const SHOWN = 20

/** The calendars as a running program knows them: it follows what is recorded, by this process or by another. */
export function createCalendarBook({ seed, versions, adopt, now }: CalendarParts) {
  let document = seed
  let place = 0
  adopt(document)

  const refresh = async (): Promise<void> => {
    if ((await versions.mark()) === place) return
    const [newest] = await versions.recent(1)
    document = newest?.entry ?? seed
    place = newest?.place ?? 0
    adopt(document)
  }

  return {
    refresh,
    calendars: (): CalendarsFile => document,
    /** Where the row stands that holds; 0 for what the program came with. */
    place: (): number => place,
    recent: (): Promise<CalendarVersion[]> => versions.recent(SHOWN),
    /** `seen`: the place of what the page showed. */
    record: async (
      edit: (calendars: CalendarsFile) => CalendarsFile,
      { seen, why, by }: { seen: number; why: string; by: string },
    ): Promise<CalendarRecorded> => {
      await refresh()
      const entry = edit(document)
      if (JSON.stringify(entry) === JSON.stringify(document)) return { outcome: 'unchanged' }
      if (seen !== place) return { outcome: 'stale' }
      const problems = calendarProblems(entry, toVietnamDay(now()))
      if (problems.length > 0) return { outcome: 'refused', problems }
      const row = { entry, why, recordedBy: by, recordedAt: now() }
      if ((await versions.add(row, seen)) === 'overtaken') return { outcome: 'stale' }
      await refresh()
      return { outcome: 'recorded' }
    },
  }
}
