import { DAY, HOUR } from '../kernel/clock.ts'
import type { Citizen } from './citizens.ts'

const FREE_FOR = 48 * HOUR
const OPEN_FOR = 7 * DAY

/** Whether a customer-care message may go out now, and at whose expense (zalo-oa §3.3). */
type Window =
  { allowed: true; quota: { quota_type: string; remain?: number; total?: number } } | { allowed: false; code: number }

export function windowOf(citizen: Citizen | undefined, now: number): Window {
  if (citizen?.blocks) return { allowed: false, code: -244 }
  if (citizen?.lastInteractionAt === undefined) return { allowed: false, code: -232 }
  const silent = now - citizen.lastInteractionAt
  if (silent <= FREE_FOR) return { allowed: true, quota: { quota_type: 'reply' } }
  // A basic package's monthly allowance; the true numbers depend on the contract.
  if (silent <= OPEN_FOR) return { allowed: true, quota: { quota_type: 'sub_quota', remain: 499, total: 500 } }
  return { allowed: false, code: -230 }
}
