import { IDLE, idleStep } from '../dossiers/deadlines/idle.ts'
import { calendarsAtWork, isAtWork, subtractWork } from '../dossiers/deadlines/work-time.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { NoticeKind, Notices } from '../dossiers/notices.ts'
import { hasRole } from '../dossiers/postings.ts'
import type { Roster } from '../dossiers/whom-to-tell.ts'
import { type Clock, toVietnamDay } from '../kernel/clock.ts'
import type { DossierId, StaffId } from '../kernel/ids.ts'
import type { WorkCalendar } from '../province/work-calendar.ts'
import type { ActByProgram } from './act-by-program.ts'
import type { Rosters } from './warn-desks.ts'
import { createInTurns } from './in-turns.ts'

type Idle = Pick<Dossier, 'id' | 'holder' | 'updatedAt'> & { handler: StaffId }

/** What somebody took and that waits for the desk. */
export interface IdleDossiers {
  /**
   * On which nothing was done since before an instant, after a place in that order. Left out: what is put aside, what is
   * reserved for leaders, what has no due time, and what waits for an opinion.
   */
  before(
    updated: number,
    now: number,
    after: { updatedAt: number; id: DossierId } | undefined,
    limit: number,
  ): Promise<Idle[]>
}

/** Dossiers of one step, and steps of one round. */
const AT_ONCE = 100
const STEPS = 10

interface IdlePorts {
  idle: IdleDossiers
  act: ActByProgram
  notices: Pick<Notices, 'told' | 'tell'>
  rosters: Rosters
  calendarOf: (agency: string) => WorkCalendar
  agencyCodes: () => readonly string[]
  now: Clock
}

/** A leader's work nobody else may do, so it does not go back. */
const isLeaders = ({ people }: Roster, { handler, holder }: Idle): boolean =>
  people.some(({ id, postings }) => id === handler && hasRole(postings, 'leader', holder))

/**
 * Reminds people of what they took and forgot, in office hours, and gives it back to the queue when nothing follows. Two rounds at
 * once do each thing once. Answers how many went back.
 */
export function createLetGoIdle({ idle, act, notices, rosters, calendarOf, agencyCodes, now }: IdlePorts) {
  /** What is passed over for long must not keep the rest from being looked at. */
  const through = createInTurns<Idle>({ atOnce: AT_ONCE, most: AT_ONCE * STEPS })

  const tell = (kind: NoticeKind, { id, handler, updatedAt }: Idle, at: number) =>
    notices.tell([{ account: handler, dossier: id, kind, about: updatedAt, at }])

  const step = async (page: readonly Idle[], at: number): Promise<number> => {
    const [told, roster] = await Promise.all([
      notices.told(page.map(({ id }) => id)),
      rosters.on(toVietnamDay(at), [...new Set(page.map(({ holder }) => holder))]),
    ])
    let gone = 0
    for (const dossier of page) {
      const calendar = calendarOf(dossier.holder)
      if (!isAtWork(calendar, at) || isLeaders(roster, dossier)) continue
      const since = dossier.updatedAt
      const toldAt = told.get(dossier.id)?.find(({ kind, about }) => kind === 'idle' && about === since)?.at
      const due = idleStep(calendar, { since, toldAt }, at)
      if (due === 'tell') await tell('idle', dossier, at)
      if (due !== 'let go' || (await act({ dossier: dossier.id, act: { type: 'let-go' }, at })) !== 'done') continue
      await tell('returned', dossier, at)
      gone++
    }
    return gone
  }

  return async (): Promise<number> => {
    const at = now()
    const calendars = calendarsAtWork(agencyCodes(), calendarOf, at)
    if (calendars.length === 0) return 0
    const updated = Math.max(...calendars.map((calendar) => subtractWork(calendar, at, IDLE.told)))
    return through(
      (after, limit) => idle.before(updated, at, after, limit),
      (page) => step(page, at),
    )
  }
}
