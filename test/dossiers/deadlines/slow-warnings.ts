import type { WorkCalendar } from '../../../src/province/work-calendar.ts'

/** The rules of warnings once more: a clerk who counts, minute by minute, what work is left. Nothing of the calculator is used. */
const MINUTE = 60_000
const dayOf = (at: number): string => new Date(at + 420 * MINUTE).toISOString().slice(0, 10)

const worksAt = (calendar: WorkCalendar, at: number): boolean =>
  calendar.workOn(dayOf(at)).some(({ from, to }) => at >= from && at < to)

/** Minutes of work from `at` until `due`, counted no further than `most`. */
function minutesLeft(calendar: WorkCalendar, at: number, due: number, most: number): number {
  let left = 0
  for (let day = dayOf(at); day <= dayOf(due); day = dayOf(Date.parse(`${day}T12:00:00+07:00`) + 1440 * MINUTE))
    for (const { from, to } of calendar.workOn(day))
      for (let minute = from; minute < to; minute += MINUTE) {
        if (minute >= at && minute < due) left++
        if (left > most) return left
      }
  return left
}

/** Whole minutes only. */
export function slowlyDue(
  { step, due }: { step: number | undefined; due: number | null },
  now: number,
  calendar: WorkCalendar,
): string[] {
  if (!worksAt(calendar, now)) return []
  const of = (name: string, end: number): string[] => {
    if (now > end) return [`${name}late ${end}`, `${name}leader late ${end}`]
    const left = minutesLeft(calendar, now, end, 480)
    return [...(left <= 480 ? [`${name}soon ${end}`] : []), ...(left <= 120 ? [`${name}leader soon ${end}`] : [])]
  }
  // The law's time counts for both where the step would end no earlier.
  const hasOwn = step !== undefined && !(due !== null && step >= due)
  return [...(hasOwn ? of('step ', step) : []), ...(due === null ? [] : of('', due))]
}
