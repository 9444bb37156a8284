import type { WorkCalendar } from '../../../src/province/work-calendar.ts'

/**
 * When the clock of a dossier begins, told by a clerk who reads its story from the start and asks at each line: was it taken in, and
 * is it with somebody who may decide it? Nothing of the calculator is used, and nothing that the acts remember.
 */
export interface Line {
  does: 'accept' | 'hand-over' | 'ask' | 'supplement' | 'stop' | 'forward' | 'other'
  at: number
  /** Where it lies afterwards. */
  holder: string
}

export function slowStart(story: readonly Line[], mayDecide: (agency: string) => boolean): Line | undefined {
  let isTakenIn = false
  for (const line of story) {
    if (line.does === 'accept') isTakenIn = true
    if (isTakenIn && mayDecide(line.holder)) return line
  }
  return undefined
}

const MINUTE = 60_000
const dayOf = (at: number): string => new Date(at + 420 * MINUTE).toISOString().slice(0, 10)

/** The same day until three o'clock, else within the first hour of the next day on which somebody works; minute by minute. */
export function slowTransfer(calendar: WorkCalendar, at: number): number {
  const today = dayOf(at)
  const worked = (day: string): number[] =>
    calendar
      .workOn(day)
      .flatMap(({ from, to }) => Array.from({ length: (to - from) / MINUTE }, (_, i) => from + i * MINUTE))
  const left = worked(today).filter((minute) => minute >= at)
  const isEarly = at <= Date.parse(`${today}T15:00:00+07:00`)
  if (isEarly && left.length > 0) return left.at(-1)! + MINUTE
  for (let day = dayOf(at + 1440 * MINUTE); ; day = dayOf(Date.parse(`${day}T12:00:00+07:00`) + 1440 * MINUTE))
    if (worked(day).length > 0) return worked(day)[59]! + MINUTE
}
