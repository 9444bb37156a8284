/** What a phone knows of the time besides its own clock, which anybody can turn. Milliseconds. */
export interface PhoneClock {
  /** By how much the phone's clock was ahead of the agency's when they last spoke. */
  ahead: number
  /** The latest instant, by the agency's clock, that this phone has surely lived to. Never turned back by its own clock. */
  seen?: number
}

/** How far a phone's clock may be from the agency's. */
export const CLOCK_TOLERANCE = 5 * 60_000
/** The app looks at the clock every minute. Once this far ahead of its last look it was off, or the clock was turned. */
const LONGEST_LEAP = 24 * 3_600_000

/** The clock is known to be wrong, or shows a time that is already over. */
export const isClockOff = ({ ahead, seen }: PhoneClock, now: number): boolean =>
  Math.abs(ahead) > CLOCK_TOLERANCE || (seen !== undefined && now - ahead < seen - CLOCK_TOLERANCE)

/** The clock went on by more than a day since anybody looked: whether that day passed nobody on this phone knows. */
export const hasClockLeapt = ({ ahead, seen }: PhoneClock, now: number): boolean =>
  seen !== undefined && now - ahead - seen > LONGEST_LEAP

/** The clock was looked at, or something was done by it. A leap proves nothing, so it is not taken for time lived. */
export function look(clock: PhoneClock, now: number): PhoneClock & { seen: number } {
  const at = now - clock.ahead
  const { seen } = clock
  if (seen === undefined) return { ...clock, seen: at }
  return { ...clock, seen: hasClockLeapt(clock, now) ? seen : Math.max(seen, at) }
}

/**
 * The agency told its time, and its signed lists bear theirs: what it says counts, also against a clock that had run far
 * ahead, but nothing is earlier than what was signed.
 */
export const hear = (heard: number, now: number, signed: readonly number[]): PhoneClock & { seen: number } => ({
  ahead: now - heard,
  seen: Math.max(heard, ...signed),
})

/** Of what the phone kept: the latest instant that any of it names. Undefined when it names none. */
export const latestOf = (instants: readonly (number | undefined)[]): number | undefined => {
  const known = instants.filter((at) => at !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}
