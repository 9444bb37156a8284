import { Fault } from '../../kernel/fault.ts'

/**
 * The values of a statement as both databases can keep them, so that neither refuses what the other takes. No column
 * holds a fraction: half a millisecond is rounded. PostgreSQL keeps no NUL in a text, and UTF-8 no half of a surrogate
 * pair: both become U+FFFD. (JSON is safe: it writes them as escapes.)
 */
export function storable(values: unknown[]): unknown[] {
  return values.every(isStorable) ? values : values.map((value) => (isStorable(value) ? value : mend(value)))
}

const isStorable = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isSafeInteger(value)
    : typeof value !== 'string' || (!value.includes('\0') && value.isWellFormed())

function mend(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD').toWellFormed()
  return whole(Math.round(Number(value)), Number.MAX_SAFE_INTEGER)
}

/** What PostgreSQL's `integer` holds; SQLite's would hold more. */
export const LARGEST_INT = 2 ** 31 - 1

/** The number, or a fault on both engines when it is none or too large for its column. */
export function whole(value: number, largest: number): number {
  if (Number.isInteger(value) && Math.abs(value) <= largest) return value
  throw new Fault('number does not fit its column', { retry: false })
}
