import { type Clock, MINUTE } from '../kernel/clock.ts'
import type { PermitId } from '../kernel/ids.ts'
import { networkOf } from '../kernel/networks.ts'
import { createThrottle } from '../kernel/throttle.ts'
import { judge, type Verdict } from '../permits/code/judge.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Permits } from '../permits/ports.ts'
import type { Opened } from '../permits/code/seal.ts'

/**
 * Answers for one network in a minute. Officers and strangers share the addresses of mobile carriers, so only codes that are
 * not genuine count and are slowed down.
 */
export interface ScanLimits {
  notGenuine: number
}

export const SCAN_LIMITS: ScanLimits = { notGenuine: 60 }

interface GatePorts {
  open(digits: string): Promise<Opened>
  permits: Pick<Permits, 'find'>
  limits: ScanLimits
  now: Clock
}

type Looked = { outcome: 'too many' } | { outcome: 'judged'; verdict: Verdict; permit?: Permit; at: number }

/** Judges the digits of a code for whoever asks from `ip`. */
export function createScanGate({ open, permits, limits, now }: GatePorts) {
  const notGenuine = createThrottle({ tries: limits.notGenuine, within: MINUTE, now })

  return async (digits: string, ip: string): Promise<Looked> => {
    // The signature first: it costs less than the page that says no, and what is genuine is answered whoever else is about.
    const opened = await open(digits)
    if (opened.outcome !== 'genuine' && !notGenuine.take(networkOf(ip))) return { outcome: 'too many' }
    // Asked also for nobody, so that the time an answer takes tells nothing.
    const permit = await permits.find(opened.outcome === 'genuine' ? opened.claims.id : NOBODY)
    const at = now()
    return { outcome: 'judged', verdict: judge(opened, permit, at), at, ...(permit && { permit }) }
  }
}

const NOBODY = '0000000000000000' as PermitId
