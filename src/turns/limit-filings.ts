import { say } from '../conversation/step/ask.ts'
import { phrases } from '../conversation/words/phrases.ts'
import type { Effect, Session } from '../conversation/words/session.ts'
import { type Clock, DAY } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'

/** Of one citizen within 24 hours: more than a helper files for a whole hamlet, and less than a machine would. */
export const MOST_FILINGS = 20

interface Turned {
  session: Session
  effects: readonly Effect[]
  tally?: readonly unknown[]
}

/** A filing beyond the day's limit leaves everything as it was, says so, and can be handed in tomorrow. */
export const createLimitFilings =
  (filedSince: (citizen: CitizenId, since: number) => Promise<number>, now: Clock) =>
  async <T extends Turned>(citizen: CitizenId, before: Session, turned: T): Promise<T> => {
    if (!turned.effects.some(({ type }) => type === 'file')) return turned
    if ((await filedSince(citizen, now() - DAY)) < MOST_FILINGS) return turned
    // Nothing is counted of a turn that leaves everything as it was: the same filing is tried again tomorrow.
    return { ...turned, session: before, effects: say(phrases.filedEnough), tally: [] }
  }
