import type { PermitId } from '../../kernel/ids.ts'
import { toHex } from './claims.ts'
import { judgeTime, type Verdict } from './judge.ts'
import { CLOCK_TOLERANCE, hasClockLeapt, isClockOff, type PhoneClock } from './phone-clock.ts'
import { renderNumber } from './number.ts'
import { isListed } from './revocation-list.ts'
import { open, type SealKeys } from './seal.ts'

/** What a phone keeps of the agency's books. Instants are epoch milliseconds by the agency's clock. */
export interface OfflineBooks {
  keys: SealKeys
  /** When the key list was last known to be the newest, and since when nothing revoked is missing; both as signed. */
  keysAt: number
  revokedAt: number
  /** When the root key signed the key list. */
  signedAt?: number
  /** Eight bytes each, ascending. */
  revoked: Uint8Array
}

/** Why a phone cannot be sure: its lists are old, its clock is wrong, or it does not know how long it was off. */
export type Doubt = 'lists old' | 'clock off' | 'clock leapt'

/** Green: let pass. Amber: genuine as far as this phone can tell. Red: do not let pass, or scan again. */
export type Colour = 'green' | 'amber' | 'red'

export type OfflineVerdict = {
  colour: Colour
  verdict: Verdict | { verdict: 'unknown'; why: 'no lists' | 'key not listed' }
  doubts: Doubt[]
  /** Its key stands in no list of this phone: newer lists may tell another thing. */
  isKeyUnknown?: true
}

/** Lists older than this may miss a revocation that matters (qr §5.3). */
export const LISTS_KEPT_FRESH = 24 * 3_600_000
/**
 * A list that the root key signed longer ago is old, whatever confirms it: it signs every month, and whoever stole all
 * other keys could go on confirming.
 */
const ROOT_SIGNED_FRESH = 45 * 24 * 3_600_000

/**
 * What the phone alone can say of a code. A key that no list names is an accusation only while nothing is doubtful: it
 * was announced two days before it sealed anything, so a list of the last day holds it. On an old list, or by a clock
 * that cannot be trusted, it may be a key of next month.
 */
export async function judgeOffline(
  digits: string,
  books: OfflineBooks | undefined,
  clock: PhoneClock & { now: number },
): Promise<OfflineVerdict> {
  if (!books) return { colour: 'red', verdict: { verdict: 'unknown', why: 'no lists' }, doubts: [] }
  const doubts = doubtsOf(books, clock)
  const opened = await open(digits, books.keys)
  if (opened.outcome === 'malformed') return { colour: 'red', verdict: { verdict: 'unknown', why: 'unread' }, doubts }
  if (opened.outcome === 'unknown key')
    return doubts.length > 0
      ? { colour: 'amber', verdict: { verdict: 'unknown', why: 'key not listed' }, doubts, isKeyUnknown: true }
      : { colour: 'red', verdict: { verdict: 'forged' }, doubts, isKeyUnknown: true }
  if (opened.outcome === 'forged') return { colour: 'red', verdict: { verdict: 'forged' }, doubts }
  const { claims } = opened
  // The phone does not know when; the officer need not.
  if (isListed(books.revoked, claims.id)) return { colour: 'red', verdict: { verdict: 'revoked', claims }, doubts }
  const verdict = judgeTime(claims, clock.now - clock.ahead)
  if (verdict.verdict === 'valid') return { colour: doubts.length > 0 ? 'amber' : 'green', verdict, doubts }
  // Nobody is told by a clock that cannot be trusted that a permit is over, or has not begun.
  const mayBeInForce = doubts.some((doubt) => doubt !== 'lists old')
  return { colour: mayBeInForce ? 'amber' : 'red', verdict, doubts }
}

/**
 * What a number read out over the radio tells without a signal: only whether a permit with it was revoked. Nobody
 * passes on that alone.
 */
export function isNumberRevoked(number: string, revoked: Uint8Array): boolean {
  for (let at = 0; at < revoked.length; at += 8) {
    if (renderNumber(toHex(revoked.subarray(at, at + 8)) as PermitId) === number) return true
  }
  return false
}

/** A clock behind the newest list was turned back, whatever it said when they last spoke. */
function doubtsOf({ keysAt, revokedAt, signedAt }: OfflineBooks, clock: PhoneClock & { now: number }): Doubt[] {
  const { now } = clock
  const newest = Math.max(keysAt, revokedAt)
  const isOld = now - Math.min(keysAt, revokedAt) > LISTS_KEPT_FRESH || now - (signedAt ?? now) > ROOT_SIGNED_FRESH
  const isOff = isClockOff(clock, now) || now < newest - CLOCK_TOLERANCE
  return [
    ...(isOld ? (['lists old'] as const) : []),
    ...(isOff ? (['clock off'] as const) : []),
    ...(hasClockLeapt(clock, now) ? (['clock leapt'] as const) : []),
  ]
}
