import { type Clock, MINUTE } from './clock.ts'

/** As many kinds of trouble as are told apart; more than that are told each time. */
const KINDS = 200

/**
 * Tells each kind of trouble at most once a minute, with how often it came since it was last told: a database that is
 * away would otherwise fill the log.
 */
export function createSeldom(now: Clock, every = MINUTE) {
  const told = new Map<string, { at: number; times: number }>()
  return (kind: string, tell: (times: number) => void): void => {
    const last = told.get(kind)
    if (last && now() - last.at < every) {
      last.times++
      return
    }
    if (last || told.size < KINDS) told.set(kind, { at: now(), times: 0 })
    tell((last?.times ?? 0) + 1)
  }
}

/** A word for the log: the code of a fault, else the kind of error. Never its message, which may carry personal words. */
export function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
}
