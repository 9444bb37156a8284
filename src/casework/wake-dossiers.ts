import { isAtWork } from '../dossiers/deadlines/work-time.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { Notices } from '../dossiers/notices.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { WorkCalendar } from '../province/work-calendar.ts'
import type { ActByProgram } from './act-by-program.ts'

type Sleeper = Pick<Dossier, 'id' | 'citizen' | 'agency' | 'handler' | 'answerBy'> & { wakeAt: number }

/** Dossiers at which the program has something to do by itself. */
export interface Sleepers {
  /** Whose time has come, the longest waiting first, after a place in that order. */
  due(now: number, after: { wakeAt: number; id: DossierId } | undefined, limit: number): Promise<Sleeper[]>
}

/** Dossiers of one step, and steps of one round: those whose agencies are closed now are passed over. */
const AT_ONCE = 100
const STEPS = 10

interface WakePorts {
  sleepers: Sleepers
  act: ActByProgram
  notices: Pick<Notices, 'tell'>
  calendarOf: (agency: string) => WorkCalendar
  doorbell: Doorbell
  now: Clock
}

/**
 * Reminds citizens of what they were asked, and notes what was not answered in time, in the office hours of the agency. Two
 * rounds at once do each thing once, as each act is written on the revision it was judged on. Answers how many were done.
 */
export function createWakeDossiers({ sleepers, act, notices, calendarOf, doorbell, now }: WakePorts) {
  const wake = async ({ id, citizen, handler, answerBy, wakeAt }: Sleeper, at: number): Promise<boolean> => {
    const isOver = wakeAt === answerBy
    // Told before it is written: a round that is killed in between tells it again, which changes nothing.
    if (isOver && handler !== null)
      await notices.tell([{ account: handler, dossier: id, kind: 'answer overdue', about: wakeAt, at }])
    const done = await act({ dossier: id, act: { type: isOver ? 'answer-overdue' : 'remind-answer' }, at })
    if (done !== 'done') return false
    doorbell.ring('delivery', citizen)
    return true
  }

  return async (): Promise<number> => {
    const at = now()
    let done = 0
    let after: Sleeper | undefined
    for (let step = 0; step < STEPS; step++) {
      const page = await sleepers.due(at, after, AT_ONCE)
      for (const sleeper of page) if (isAtWork(calendarOf(sleeper.agency), at) && (await wake(sleeper, at))) done++
      after = page.at(-1)
      if (page.length < AT_ONCE) break
    }
    return done
  }
}
