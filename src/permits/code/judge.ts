import type { Permit, PermitClaims } from './permit.ts'
import type { Opened } from './seal.ts'
import { openFrom } from './terms.ts'

/** What an officer is told. Instants are epoch milliseconds. */
export type Verdict =
  | { verdict: 'valid'; claims: PermitClaims; until: number }
  | { verdict: 'early'; claims: PermitClaims; from: number }
  | { verdict: 'expired'; claims: PermitClaims; since: number }
  /** `since` is not known to a phone that has only the list. */
  | { verdict: 'revoked'; claims: PermitClaims; since?: number }
  | { verdict: 'forged' }
  /** `unread`: not a whole code, scan again. `unrecorded`: signed by us, yet the agency has no such permit. */
  | { verdict: 'unknown'; why: 'unread' | 'unrecorded' }

/**
 * Revocation is asked first: a revoked permit is reported as revoked even before it begins and after it has ended.
 * A code under a key that is not ours is forged: whoever loses a key has it taken out of the ring.
 */
export function judge(opened: Opened, kept: Permit | undefined, now: number): Verdict {
  if (opened.outcome === 'malformed') return { verdict: 'unknown', why: 'unread' }
  if (opened.outcome !== 'genuine') return { verdict: 'forged' }
  const { claims } = opened
  if (!kept) return { verdict: 'unknown', why: 'unrecorded' }
  if (kept.revokedAt !== undefined) return { verdict: 'revoked', claims, since: kept.revokedAt }
  return judgeTime(claims, now)
}

/** What the code alone says of this instant. Outside its hours a permit is early, unless it does not open again. */
export function judgeTime(
  claims: PermitClaims,
  now: number,
): Extract<Verdict, { verdict: 'valid' | 'early' | 'expired' }> {
  const { terms } = claims
  const until = claims.validUntil
  const from = openFrom(terms, Math.max(now, claims.validFrom))
  if (from >= until) return { verdict: 'expired', claims, since: until }
  return from > now ? { verdict: 'early', claims, from } : { verdict: 'valid', claims, until }
}
