import type { Agency } from '../dossiers/agencies.ts'
import { type AgencyChange, rowsOf, withRows } from '../dossiers/agency-changes.ts'
import { agenciesOn, type AgencyMap, type AgencyVersion, predecessors } from '../dossiers/agency-days.ts'
import { type AgencyProblem, problemsOfRows } from '../dossiers/agency-problems.ts'
import type { AgencyVersions } from '../dossiers/ports.ts'
import { type Clock, toVietnamDay, type VietnamDay } from '../kernel/clock.ts'

/** What there is of agencies: what the table was seeded with, and what was recorded since. */
export interface KnownAgencies {
  seeds: readonly Agency[]
  versions: readonly AgencyVersion[]
}

export type Recorded =
  /** `stale`: somebody has recorded another change of what was seen. Nothing was written. */
  { outcome: 'recorded' | 'unchanged' | 'stale' } | { outcome: 'refused'; problems: readonly AgencyProblem[] }

export type AgencyBook = ReturnType<typeof createAgencyBook>

interface BookParts {
  seeds: readonly Agency[]
  versions: AgencyVersions
  /** Told when anything is new. */
  changed?: () => void
  now: Clock
}

/** Whoever is overtaken looks anew; so often only where somebody imports at the same time. */
const TRIES = 5

/** The agencies as a running program knows them: it follows what is recorded, by this process or by another. */
export function createAgencyBook({ seeds, versions, changed, now }: BookParts) {
  let rows: readonly AgencyVersion[] = []
  let mark = 0
  let ofDay = new Map<VietnamDay, { agencies: AgencyMap; before: ReadonlyMap<string, readonly string[]> }>()

  const onDay = (day: VietnamDay) => {
    const known = ofDay.get(day)
    if (known) return known
    const agencies = agenciesOn(seeds, rows, day)
    const fresh = { agencies, before: predecessors(agencies, day) }
    if (ofDay.size > 50) ofDay = new Map()
    ofDay.set(day, fresh)
    return fresh
  }

  const refresh = async (): Promise<void> => {
    const newest = await versions.mark()
    if (newest === mark) return
    rows = await versions.all()
    mark = rows.at(-1)?.place ?? 0
    ofDay = new Map()
    changed?.()
  }

  /** `plan` says what to record of what is known, or that its reader has seen something older. */
  const recordPlan = async (
    plan: (known: KnownAgencies) => readonly AgencyChange[] | 'stale',
    by: string,
  ): Promise<Recorded> => {
    for (let i = 0; i < TRIES; i++) {
      await refresh()
      const planned = plan({ seeds, versions: rows })
      if (planned === 'stale') return { outcome: 'stale' }
      if (planned.length === 0) return { outcome: 'unchanged' }
      const problems = problemsOfRows(seeds, rows, withRows(rows, planned))
      if (problems.length > 0) return { outcome: 'refused', problems }
      const stamped = planned.map((row) => ({ ...row, recordedBy: by, recordedAt: now() }))
      if ((await versions.add(stamped, mark)) === 'overtaken') continue
      await refresh()
      return { outcome: 'recorded' }
    }
    return { outcome: 'stale' }
  }

  return {
    on: (day: VietnamDay): AgencyMap => onDay(day).agencies,
    today: (): AgencyMap => onDay(toVietnamDay(now())).agencies,
    /** Closed agencies whose work this one continues today. */
    continuedBy: (code: string): readonly string[] => onDay(toVietnamDay(now())).before.get(code) ?? [],
    known: (): KnownAgencies => ({ seeds, versions: rows }),
    refresh,
    recordPlan,
    /** `seen`: the place of the agency's last row that the page showed, 0 where it had none. */
    record: (change: AgencyChange, seen: number, by: string): Promise<Recorded> =>
      recordPlan((known) => {
        const planned = rowsOf(known.seeds, known.versions, change)
        // The same button pressed twice: all is so already.
        return planned.length === 0 || lastPlaceOf(known.versions, change.code) === seen ? planned : 'stale'
      }, by),
  }
}

/** Where the last row of an agency stands; 0 where there is none. */
export const lastPlaceOf = (versions: readonly AgencyVersion[], code: string): number =>
  versions.findLast((row) => row.code === code)?.place ?? 0
