import { HOUR } from '../../kernel/clock.ts'
import type { WorkCalendar } from '../../province/work-calendar.ts'
import type { Nearness, Told } from '../notices.ts'
import { isAtWork, subtractWork, WORKING_DAY } from './work-time.ts'

/** How much work (milliseconds) is left when somebody is warned: first who works on it, then the leaders. */
export const WARNED_BEFORE = { handler: WORKING_DAY, leader: 2 * HOUR }

/** What a desk should keep: the dossier's due instant, and the time that its own step has where there is one. */
export interface Promised {
  dueAt: number | null
  until?: number
}

/** The end of a step that has a time of its own: one that ends no earlier than the dossier is due has none. */
export const ownStep = ({ dueAt, until }: Promised): number | undefined =>
  until === undefined || (dueAt !== null && until >= dueAt) ? undefined : until

/**
 * What is to be told now, by the calendar of the agency where the dossier lies, of all that was not told yet. Nothing outside
 * its office hours; and once it is late, nobody is told any more that it will be. A step's time never overrides the law's.
 */
export function warningsDue(promised: Promised, told: readonly Told[], now: number, calendar: WorkCalendar): Told[] {
  if (!isAtWork(calendar, now)) return []
  const { dueAt } = promised
  const step = ownStep(promised)
  return [
    ...(step === undefined
      ? []
      : nearnessOf(step, now, calendar).map((kind): Told => ({ kind: `step ${kind}`, about: step }))),
    ...(dueAt === null ? [] : nearnessOf(dueAt, now, calendar).map((kind): Told => ({ kind, about: dueAt }))),
  ].filter(({ kind, about }) => !told.some((it) => it.kind === kind && it.about === about))
}

function nearnessOf(about: number, now: number, calendar: WorkCalendar): Nearness[] {
  if (now > about) return ['late', 'leader late']
  const isNear = (work: number) => now >= subtractWork(calendar, about, work)
  return [
    ...(isNear(WARNED_BEFORE.handler) ? ['soon' as const] : []),
    ...(isNear(WARNED_BEFORE.leader) ? ['leader soon' as const] : []),
  ]
}
