import { MINUTE } from '../../kernel/clock.ts'
import type { PermitId } from '../../kernel/ids.ts'
import type { PermitClaims } from '../code/permit.ts'

/** The same claims under another id. One that has begun begins now: a key covers no time before its own window. */
export function claimsAnew(permit: PermitClaims, id: PermitId, at: number): PermitClaims {
  const { name, idLast4, plate, from, to, purpose, validFrom, validUntil, terms } = permit
  const minute = Math.floor(at / MINUTE) * MINUTE
  return {
    ...{ id, name, idLast4, plate, from, to, purpose },
    ...{ validFrom: Math.max(validFrom, minute), validUntil },
    ...(terms && { terms }),
  }
}
