import type { Verdict } from '../permits/code/judge.ts'
import type { PermitClaims } from '../permits/code/permit.ts'

/**
 * The verdict on a number as it goes to a phone, where an older installation may wait for weeks for its officer to take the
 * newer one: the times of the claims are in seconds, as in the code itself, for every version alike.
 */
export interface SentVerdict {
  verdict: Verdict['verdict']
  claims?: PermitClaims
}

export const toSent = (verdict: Verdict): SentVerdict => timed(verdict, (at) => at / 1000)
export const fromSent = (sent: SentVerdict): Verdict => timed(sent, (at) => at * 1000) as Verdict

function timed(verdict: SentVerdict | Verdict, change: (at: number) => number): SentVerdict {
  if (!('claims' in verdict) || !verdict.claims) return verdict
  const { claims } = verdict
  const times = { validFrom: change(claims.validFrom), validUntil: change(claims.validUntil) }
  return { ...verdict, claims: { ...claims, ...times } }
}
