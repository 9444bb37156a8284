import type { Term } from '../../conversation/flow/term-format.ts'
import {
  DAY,
  daysAfter,
  HOUR,
  sinceMidnight,
  startOfVietnamDay,
  toVietnamDay,
  type VietnamDay,
} from '../../kernel/clock.ts'
import type { WorkCalendar } from '../../province/work-calendar.ts'
import { addWork, endOfWork, workBetween, workDayAfter, workDayFrom, workDaysBetween } from './work-time.ts'

/**
 * What moves the clock of a dossier, in order of time, epoch milliseconds. `start`: complete reception, for a dossier received
 * outside its area the moment when the competent agency has it (NĐ 309/2026, Điều 17.3). `pause`: the citizen was asked. `hold`:
 * it stands still for another reason, and never begins anew for it. `promise`: the citizen was given a new date.
 * `longer`: the desk found the case for which the law gives more time; the number is its place in the term.
 */
export type Moment =
  | { type: 'start' | 'pause' | 'hold' | 'resume'; at: number }
  | { type: 'longer'; at: number; which: number }
  | { type: 'promise'; at: number; until: number }

/** The term that holds for what is accepted at an instant; undefined where the procedure counts none. */
export type TermAt = (at: number) => Term | undefined

/** One way of counting: so many days, or so much work. */
type Budget =
  { unit: 'same day'; until: number } | { unit: 'working' | 'calendar'; days: number } | { unit: 'work'; ms: number }

function budgetOf({ days = 0, hours, counts = 'working', sameDayUntil }: Term): Budget {
  if (hours !== undefined) return { unit: 'work', ms: hours * HOUR }
  return sameDayUntil === undefined ? { unit: counts, days } : { unit: 'same day', until: sinceMidnight(sameDayUntil) }
}

/**
 * When a dossier is due: the end of work on its last day, or the very instant where hours are counted. Undefined while no clock
 * runs: before reception, and while the citizen is asked.
 */
export function dueOf(term: Term, calendar: WorkCalendar, moments: readonly Moment[]): number | undefined {
  let budget = budgetOf(term)
  for (const [i, moment] of moments.entries()) {
    if (moment.type !== 'longer') continue
    const longer = term.longer?.[moment.which]
    const { due, late } = run(budget, term.pause, calendar, moments.slice(0, i))
    const isLate = late !== undefined || (due !== undefined && moment.at > due)
    // The longer term stands in place of the first from its beginning; what is late already stays so.
    if (longer && !isLate) budget = { unit: longer.counts, days: longer.days }
  }
  return run(budget, term.pause, calendar, moments).due
}

/** `late`: the end that had passed when the citizen was asked. Neither a question nor its answer makes that on time again. */
function run(budget: Budget, pause: Term['pause'], calendar: WorkCalendar, moments: readonly Moment[]) {
  let left = budget
  let since: number | undefined
  let due: number | undefined
  let late: number | undefined
  for (const moment of moments) {
    const { type, at } = moment
    if ((type === 'pause' || type === 'hold') && since !== undefined && due !== undefined) {
      if (at > due) late ??= due
      left = type === 'pause' && pause === 'restart' ? budget : rest(left, calendar, since, at)
      due = undefined
    }
    if (moment.type === 'promise' && due !== undefined) {
      left = budgetUntil(left, calendar, at, moment.until)
      ;[since, due, late] = [at, moment.until, undefined]
    }
    const isBegun =
      type === 'start' ? since === undefined : type === 'resume' && since !== undefined && due === undefined
    if (isBegun) [since, due] = [at, late ?? dueFrom(left, calendar, at)]
  }
  return { due, late }
}

/** What a promised date leaves from now on, counted as before. */
function budgetUntil(budget: Budget, calendar: WorkCalendar, at: number, until: number): Budget {
  const [from, to] = [toVietnamDay(at), toVietnamDay(until)]
  if (budget.unit === 'work') return { unit: 'work', ms: workBetween(calendar, at, until) }
  if (budget.unit === 'calendar') return { ...budget, days: daysBetween(from, to) }
  return { unit: 'working', days: workDaysBetween(calendar, from, to) }
}

/** What is left of a budget that ran from `since` to `at`. */
function rest(budget: Budget, calendar: WorkCalendar, since: number, at: number): Budget {
  const [from, to] = [toVietnamDay(since), toVietnamDay(at)]
  switch (budget.unit) {
    case 'same day':
      return budget
    case 'work':
      return { unit: 'work', ms: Math.max(0, budget.ms - workBetween(calendar, since, at)) }
    case 'working':
      return { ...budget, days: Math.max(0, budget.days - workDaysBetween(calendar, from, to)) }
    case 'calendar':
      return { ...budget, days: Math.max(0, budget.days - daysBetween(from, to)) }
  }
}

const daysBetween = (from: VietnamDay, to: VietnamDay): number =>
  Math.round((startOfVietnamDay(to) - startOfVietnamDay(from)) / DAY)

function dueFrom(budget: Budget, calendar: WorkCalendar, at: number): number {
  const day = toVietnamDay(at)
  switch (budget.unit) {
    case 'same day':
      return endOfWork(calendar, sameDay(calendar, at, budget.until))
    case 'work':
      return budget.ms === 0 ? endOfDay(calendar, at) : addWork(calendar, at, budget.ms)
    case 'working':
      return budget.days === 0 ? endOfDay(calendar, at) : endOfWork(calendar, workDayAfter(calendar, day, budget.days))
    // A last day on which nobody works moves to the next on which somebody does (BLDS 2015, Điều 148.5).
    case 'calendar':
      return budget.days === 0
        ? endOfDay(calendar, at)
        : endOfWork(calendar, workDayFrom(calendar, daysAfter(day, budget.days)))
  }
}

/** With nothing left: before the desk goes home, today or on the next day on which it is still to work. */
function endOfDay(calendar: WorkCalendar, at: number): number {
  const day = workDayFrom(calendar, toVietnamDay(at))
  const end = endOfWork(calendar, day)
  return at < end ? end : endOfWork(calendar, workDayFrom(calendar, daysAfter(day, 1)))
}

/** Accepted up to that time of a working day: the same day; later, or on a day off: the next working day (domain §3.1). */
function sameDay(calendar: WorkCalendar, at: number, until: number): VietnamDay {
  const day = toVietnamDay(at)
  const first = workDayFrom(calendar, day)
  return first === day && at - startOfVietnamDay(day) > until ? workDayFrom(calendar, daysAfter(day, 1)) : first
}
