import type { PermitId } from '../kernel/ids.ts'
import { toHex } from './claims.ts'
import { judgeTime, type Verdict } from './judge.ts'
import { renderNumber } from './number.ts'
import { isListed } from './revocation-list.ts'
import { open, type SealKeys } from './seal.ts'

/** What a phone keeps of the agency's books. Instants are epoch milliseconds by the agency's clock. */
export interface OfflineBooks {
  keys: SealKeys
  /** When the key list was last fetched, and since when nothing revoked is missing. */
  keysAt: number
  revokedAt: number
  /** Eight bytes each, ascending. */
  revoked: Uint8Array
}

/** Why a phone cannot be sure: its lists are old, or its clock is wrong. */
export type Doubt = 'lists old' | 'clock off'

/** Green: let pass. Amber: genuine as far as this phone can tell. Red: do not let pass, or scan again. */
export type Colour = 'green' | 'amber' | 'red'

export type OfflineVerdict = {
  colour: Colour
  verdict: Verdict | { verdict: 'unknown'; why: 'no lists' }
  doubts: Doubt[]
}

/** Lists older than this may miss a revocation that matters (qr §5.3). */
export const LISTS_KEPT_FRESH = 24 * 3_600_000
/** How far a phone's clock may be from the agency's. */
export const CLOCK_TOLERANCE = 5 * 60_000

/**
 * What the phone alone can say of a code. `now` is the phone's clock; `ahead` says by how much it was ahead of the
 * agency's when they last spoke.
 */
export async function judgeOffline(
  digits: string,
  books: OfflineBooks | undefined,
  { now, ahead }: { now: number; ahead: number },
): Promise<OfflineVerdict> {
  if (!books) return { colour: 'red', verdict: { verdict: 'unknown', why: 'no lists' }, doubts: [] }
  const doubts = doubtsOf(books, now, ahead)
  const opened = await open(digits, books.keys)
  if (opened.outcome === 'malformed') return { colour: 'red', verdict: { verdict: 'unknown', why: 'unread' }, doubts }
  if (opened.outcome !== 'genuine') return { colour: 'red', verdict: { verdict: 'forged' }, doubts }
  const { claims } = opened
  // The phone does not know when; the officer need not.
  if (isListed(books.revoked, claims.id)) return { colour: 'red', verdict: { verdict: 'revoked', claims }, doubts }
  const verdict = judgeTime(claims, now - ahead)
  if (verdict.verdict !== 'valid') return { colour: 'red', verdict, doubts }
  return { colour: doubts.length > 0 ? 'amber' : 'green', verdict, doubts }
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
function doubtsOf({ keysAt, revokedAt }: OfflineBooks, now: number, ahead: number): Doubt[] {
  const oldest = Math.min(keysAt, revokedAt)
  const newest = Math.max(keysAt, revokedAt)
  const off = Math.abs(ahead) > CLOCK_TOLERANCE || now < newest - CLOCK_TOLERANCE
  return [
    ...(now - oldest > LISTS_KEPT_FRESH ? (['lists old'] as const) : []),
    ...(off ? (['clock off'] as const) : []),
  ]
}
