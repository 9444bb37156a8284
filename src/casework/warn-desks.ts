import { addWork, calendarsAtWork, subtractWork, WORKING_DAY } from '../dossiers/deadlines/work-time.ts'
import { WARNED_BEFORE, warningsDue } from '../dossiers/deadlines/warnings.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { Notice, Notices } from '../dossiers/notices.ts'
import { type Roster, whomToTell } from '../dossiers/whom-to-tell.ts'
import { type Clock, toVietnamDay, type VietnamDay } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { WorkCalendar } from '../province/work-calendar.ts'

/** As far as it says who is to be told. */
type DueDossier = Pick<Dossier, 'id' | 'holder' | 'handler' | 'isReserved'> & { dueAt: number }

/** What waits for a desk, by when its next word is due. */
export interface DueDossiers {
  /** From one instant to another, after a place in that order. */
  between(
    from: number,
    until: number,
    after: { dueAt: number; id: DossierId } | undefined,
    limit: number,
  ): Promise<DueDossier[]>
}

export interface Rosters {
  /** Of these agencies and of the whole province. */
  on(day: VietnamDay, agencies: readonly string[]): Promise<Roster>
}

/** Dossiers of one step: nobody waits for it. */
const AT_ONCE = 200
/** And of one round; the next goes on from there. */
const MOST = 10_000
/** Whoever is late by more work than this was told, or had nobody to tell; it also covers a program that stood still. */
const LOOKED_BACK = 5 * WORKING_DAY

interface WarnPorts {
  due: DueDossiers
  notices: Pick<Notices, 'told' | 'tell'>
  rosters: Rosters
  calendarOf: (agency: string) => WorkCalendar
  agencyCodes: () => readonly string[]
  now: Clock
}

/** Warns desks of what is soon due, and of what is late. Looks only at dossiers near their due instant. Answers how many were told. */
export function createWarnDesks({ due, notices, rosters, calendarOf, agencyCodes, now }: WarnPorts) {
  let after: Pick<DueDossier, 'dueAt' | 'id'> | undefined

  const step = async (page: readonly DueDossier[], at: number): Promise<number> => {
    const day = toVietnamDay(at)
    const told = await notices.told(page.map(({ id }) => id))
    const warnings = page.flatMap((dossier) =>
      warningsDue(dossier, told.get(dossier.id) ?? [], at, calendarOf(dossier.holder)).map((it) => ({
        ...it,
        dossier,
      })),
    )
    if (warnings.length === 0) return 0
    const roster = await rosters.on(day, [...new Set(warnings.map(({ dossier }) => dossier.holder))])
    return notices.tell(
      warnings.flatMap(({ kind, about, dossier }): Notice[] =>
        whomToTell(kind, dossier, roster, day).map((account) => ({ account, dossier: dossier.id, kind, about, at })),
      ),
    )
  }

  return async (): Promise<number> => {
    const at = now()
    const calendars = calendarsAtWork(agencyCodes(), calendarOf, at)
    if (calendars.length === 0) return 0
    const from = Math.min(...calendars.map((calendar) => subtractWork(calendar, at, LOOKED_BACK)))
    const until = Math.max(...calendars.map((calendar) => addWork(calendar, at, WARNED_BEFORE.handler)))
    let told = 0
    for (let looked = 0; looked < MOST; looked += AT_ONCE) {
      const page = await due.between(from, until, after, AT_ONCE)
      told += await step(page, at)
      after = page.length < AT_ONCE ? undefined : page.at(-1)
      if (!after) break
    }
    return told
  }
}
