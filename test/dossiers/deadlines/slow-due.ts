import type { Term } from '../../../src/conversation/flow/term-format.ts'
import type { Moment } from '../../../src/dossiers/deadlines/due.ts'
import type { WorkCalendar } from '../../../src/province/work-calendar.ts'

/**
 * The same rules once more, told so plainly that they can be checked by reading: a clerk with a wall calendar and a watch, who
 * looks at every minute of every day in turn. Times are whole minutes. Nothing of the calculator is used.
 */
const MINUTE = 60_000
const VIETNAM = 7 * 60 * MINUTE

const dayOf = (at: number): string => new Date(at + VIETNAM).toISOString().slice(0, 10)
const minuteOfDay = (at: number): number => Math.floor((at + VIETNAM) / MINUTE) % 1440
/** Every minute of that day in which somebody works, from an instant on. */
function minutesAtWork(calendar: WorkCalendar, day: string, since: number): number[] {
  const minutes: number[] = []
  for (const { from, to } of calendar.workOn(day))
    for (let now = from; now < to; now += MINUTE) if (now >= since) minutes.push(now)
  return minutes
}
const isWorkDay = (calendar: WorkCalendar, day: string): boolean => calendar.workOn(day).length > 0
const tomorrow = (day: string): string => dayOf(Date.parse(`${day}T12:00:00+07:00`) + 1440 * MINUTE)

const leavesOffice = (calendar: WorkCalendar, day: string): number => calendar.workOn(day).at(-1)?.to ?? NaN

interface Watch {
  /** Days, or minutes of work, that may still be spent. */
  left: number
  /** When it is due as things stand; set when the clock starts or goes on. */
  due: number
}

function dueIn(term: Term, counts: string, left: number, calendar: WorkCalendar, at: number): number {
  if (counts === 'minutes' && left > 0) {
    let spent = 0
    for (let day = dayOf(at); ; day = tomorrow(day))
      for (const now of minutesAtWork(calendar, day, at)) if (++spent === left) return now + MINUTE
  }
  let day = dayOf(at)
  if (counts === 'same day') {
    const [hour = 0, minute = 0] = (term.sameDayUntil ?? '').split(':').map(Number)
    const isTooLate = minuteOfDay(at) > hour * 60 + minute
    if (!isWorkDay(calendar, day) || isTooLate)
      do day = tomorrow(day)
      while (!isWorkDay(calendar, day))
    return leavesOffice(calendar, day)
  }
  if (left === 0) {
    while (!isWorkDay(calendar, day) || leavesOffice(calendar, day) <= at) day = tomorrow(day)
    return leavesOffice(calendar, day)
  }
  for (let counted = 0; counted < left;) {
    day = tomorrow(day)
    if (counts === 'calendar' || isWorkDay(calendar, day)) counted++
  }
  while (!isWorkDay(calendar, day)) day = tomorrow(day)
  return leavesOffice(calendar, day)
}

function spent(counts: string, calendar: WorkCalendar, from: number, to: number): number {
  let n = 0
  if (counts === 'minutes')
    for (let day = dayOf(from); day <= dayOf(to); day = tomorrow(day))
      n += minutesAtWork(calendar, day, from).filter((now) => now < to).length
  else
    for (let day = dayOf(from); day < dayOf(to);) {
      day = tomorrow(day)
      if (counts === 'calendar' || isWorkDay(calendar, day)) n++
    }
  return n
}

/** One way of counting, from the first moment to the last. */
function watchOver(term: Term, counted: string, whole: number, calendar: WorkCalendar, moments: readonly Moment[]) {
  const watch: Watch = { left: whole, due: NaN }
  let counts = counted
  let startedAt: number | undefined
  let isRunning = false
  let lateFor: number | undefined
  for (const moment of moments) {
    const { type, at } = moment
    if (type === 'start' && startedAt === undefined) {
      startedAt = at
      isRunning = true
      watch.due = dueIn(term, counts, watch.left, calendar, at)
    } else if ((type === 'pause' || type === 'hold') && isRunning && startedAt !== undefined) {
      isRunning = false
      if (at > watch.due && lateFor === undefined) lateFor = watch.due
      if (type === 'pause' && term.pause === 'restart') [watch.left, counts] = [whole, counted]
      else if (counts !== 'same day') watch.left = Math.max(0, watch.left - spent(counts, calendar, startedAt, at))
    } else if (type === 'resume' && startedAt !== undefined && !isRunning) {
      startedAt = at
      isRunning = true
      watch.due = lateFor ?? dueIn(term, counts, watch.left, calendar, at)
    } else if (moment.type === 'promise' && isRunning) {
      startedAt = at
      lateFor = undefined
      // Whoever was to be served the same day waits for days now.
      if (counts === 'same day') counts = 'working'
      watch.left = spent(counts, calendar, at, moment.until)
      watch.due = moment.until
    }
  }
  return { due: isRunning ? watch.due : undefined, isLate: lateFor !== undefined }
}

export function slowDueOf(term: Term, calendar: WorkCalendar, moments: readonly Moment[]): number | undefined {
  let counts: string = term.hours !== undefined ? 'minutes' : term.days === 0 ? 'same day' : (term.counts ?? 'working')
  let whole = term.hours !== undefined ? term.hours * 60 : (term.days ?? 0)
  for (const [i, moment] of moments.entries()) {
    if (moment.type !== 'longer') continue
    const longer = term.longer?.[moment.which]
    const soFar = watchOver(term, counts, whole, calendar, moments.slice(0, i))
    const isTooLate = soFar.isLate || (soFar.due !== undefined && moment.at > soFar.due)
    if (longer && !isTooLate) [counts, whole] = [longer.counts, longer.days]
  }
  return watchOver(term, counts, whole, calendar, moments).due
}
