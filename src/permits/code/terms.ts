/** With whom, on which days and at which hours a permit may be used, beside its first and last instant. */
export interface Terms {
  /** People besides the holder, 0 to 7. */
  companions: number
  /** Bit 0 is Monday, bit 6 Sunday; at least one is set. */
  days: number
  /** Half hours after midnight in Viet Nam: from 0 to 47, and a later one up to 48. */
  from: number
  to: number
}

export const EVERY_DAY = 0b111_1111
const WHOLE_DAY = 48

/** A permit without terms may be used at any hour, by the holder alone. */
export const NO_TERMS: Terms = { companions: 0, days: EVERY_DAY, from: 0, to: WHOLE_DAY }

const isFree = ({ companions, days, from, to }: Terms): boolean =>
  companions === 0 && days === EVERY_DAY && from === 0 && to === WHOLE_DAY

const isSound = ({ days, from, to }: Terms): boolean => days > 0 && from < to && to <= WHOLE_DAY

/**
 * The one number that stands in the signed code: companions, days, first and last half hour in 3, 7, 6 and 6 bits from
 * the top. Undefined when nothing is limited; then it is left out of the code.
 */
export const packTerms = (terms: Terms): number | undefined =>
  isFree(terms) ? undefined : ((terms.companions * 128 + terms.days) * 64 + terms.from) * 64 + terms.to

/** Undefined when no writer of ours could have written it. */
export function unpackTerms(packed: number): Terms | undefined {
  if (packed >= 2 ** 22) return undefined
  const terms = {
    companions: packed >> 19,
    days: (packed >> 12) & EVERY_DAY,
    from: (packed >> 6) & 63,
    to: packed & 63,
  }
  return isSound(terms) && !isFree(terms) ? terms : undefined
}

const HALF_HOUR = 30 * 60_000
const DAY = 48 * HALF_HOUR
/** Viet Nam is seven hours ahead of UTC all year. 1 January 1970 was a Thursday, three days after a Monday. */
const OFFSET = 7 * 2 * HALF_HOUR

const isDay = ({ days }: Terms, day: number): boolean => Boolean((days >> ((day + 3) % 7)) & 1)

/** Whether the hours of the permit hold this instant. Epoch milliseconds. */
export function isOpen(terms: Terms, at: number): boolean {
  const local = at + OFFSET
  const halfHour = (local % DAY) / HALF_HOUR
  return isDay(terms, Math.floor(local / DAY)) && halfHour >= terms.from && halfHour < terms.to
}

/** The next instant at which the hours of the permit begin, from `at` on. Epoch milliseconds. */
export function nextOpening(terms: Terms, at: number): number {
  const today = Math.floor((at + OFFSET) / DAY)
  for (let day = today; ; day++) {
    const opens = day * DAY + terms.from * HALF_HOUR - OFFSET
    if (opens >= at && isDay(terms, day)) return opens
  }
}

/** The first instant from `at` on at which a permit with these terms may be used; `at` itself without terms. */
export const openFrom = (terms: Terms | undefined, at: number): number =>
  terms && !isOpen(terms, at) ? nextOpening(terms, at) : at
