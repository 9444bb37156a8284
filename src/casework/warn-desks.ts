import { addWork, calendarsAtWork, subtractWork, WORKING_DAY } from '../dossiers/deadlines/work-time.ts'
import { stepEnd } from '../dossiers/deadlines/step.ts'
import { ownStep, type Promised, WARNED_BEFORE, warningsDue } from '../dossiers/deadlines/warnings.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { Notice, Notices } from '../dossiers/notices.ts'
import type { AgencySteps } from '../dossiers/ports.ts'
import { createInTurns } from './in-turns.ts'
import { type Roster, whomToTell } from '../dossiers/whom-to-tell.ts'
import { type Clock, toVietnamDay, type VietnamDay } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { WorkCalendar } from '../province/work-calendar.ts'

/** As far as it says who is to be told. */
type Watched = Pick<Dossier, 'id' | 'holder' | 'handler' | 'isReserved'>
type DueDossier = Watched & { dueAt: number }
type WaitingDossier = Awaited<ReturnType<AgencySteps['waiting']>>[number]

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
/** Steps are no index's order: so many of what waits are looked through in a round, and all of it within some minutes. */
const MOST_THROUGH = 2_000
/** Whoever is late by more work than this was told, or had nobody to tell; it also covers a program that stood still. */
const LOOKED_BACK = 5 * WORKING_DAY

interface WarnPorts {
  due: DueDossiers
  steps: AgencySteps
  notices: Pick<Notices, 'told' | 'tell'>
  rosters: Rosters
  calendarOf: (agency: string) => WorkCalendar
  agencyCodes: () => readonly string[]
  now: Clock
}

/**
 * Warns desks of what is soon due, and of what is late: of the time of their own step first, and of the law's. Looks at dossiers near
 * their due instant, and in turns at what waits. Each thing is told once, whoever else does the same. Answers how many were told.
 */
export function createWarnDesks({ due, steps, notices, rosters, calendarOf, agencyCodes, now }: WarnPorts) {
  const throughDue = createInTurns<DueDossier>({ atOnce: AT_ONCE, most: MOST })
  const throughWaiting = createInTurns<WaitingDossier>({ atOnce: AT_ONCE, most: MOST_THROUGH })

  const warn = async (page: readonly (Watched & Promised)[], at: number): Promise<number> => {
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

  const warnOfDue = async (calendars: readonly WorkCalendar[], at: number): Promise<number> => {
    const from = Math.min(...calendars.map((calendar) => subtractWork(calendar, at, LOOKED_BACK)))
    const until = Math.max(...calendars.map((calendar) => addWork(calendar, at, WARNED_BEFORE.handler)))
    return throughDue(
      (after, limit) => due.between(from, until, after, limit),
      (page) => warn(page, at),
    )
  }

  const warnOfSteps = (at: number): Promise<number> =>
    throughWaiting(steps.waiting, async (page) => {
      const given = await steps.of(page.map(({ id }) => id))
      const near = page.flatMap((dossier) => {
        const step = given.get(dossier.id)
        const until = step && stepEnd(step, calendarOf(dossier.holder))
        // The law's time is warned of where it is looked for by the day.
        const { dueAt } = dossier
        const own = until === undefined ? undefined : ownStep({ dueAt, until })
        return own === undefined ? [] : [{ ...dossier, dueAt: null, until: own }]
      })
      return near.length > 0 ? warn(near, at) : 0
    })

  return async (): Promise<number> => {
    const at = now()
    const calendars = calendarsAtWork(agencyCodes(), calendarOf, at)
    if (calendars.length === 0) return 0
    return (await warnOfDue(calendars, at)) + (await warnOfSteps(at))
  }
}
