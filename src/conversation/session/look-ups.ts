import { HOUR, renderInstant } from '../../kernel/clock.ts'
import { say } from '../step/ask.ts'
import { menuButton } from '../words/buttons.ts'
import { phrases } from '../words/phrases.ts'
import type { Effect, Session } from '../words/session.ts'

/** Codes are sequential, so guessing is stopped early: five wrong look-ups, then an hour's rest. */
const MOST_FAILURES = 5
const REST = HOUR

/** A right look-up takes no wrong one back: everybody can look up a dossier of their own. */
export function countLookup(session: Session, found: boolean, now: number): Session {
  if (found) return session
  const { lookupFailures: before } = session
  const isFresh = before !== undefined && now - before.since < REST
  return { ...session, lookupFailures: isFresh ? { ...before, count: before.count + 1 } : { count: 1, since: now } }
}

/** What to say instead of looking up, or undefined while look-ups are open. */
export function refuseLookup({ lookupFailures: failures }: Session, now: number): Effect[] | undefined {
  if (!failures || failures.count < MOST_FAILURES || now - failures.since >= REST) return undefined
  return say(phrases.tooManyLookups(renderInstant(failures.since + REST).slice(0, 5)), [menuButton])
}

/** What to say when a dossier is closed to guessing: the way to it that is left. Who filed it is never told this. */
export const tellClosed = (until: number, contact: string): Effect[] =>
  say(phrases.dossierClosed(renderInstant(until), contact), [menuButton])

/** What to say of a code that cannot be here: whose it was, and who knows. */
export const tellElsewhere = (because: string): Effect[] => say(because, [menuButton])
