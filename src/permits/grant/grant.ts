import { randomBytes } from 'node:crypto'
import type { Dossier } from '../../dossiers/dossier.ts'
import { HOUR } from '../../kernel/clock.ts'
import type { DossierId, PermitId } from '../../kernel/ids.ts'
import { claimsAnew } from './claims-anew.ts'
import type { KeyRing } from '../keys/keys.ts'
import { type PermitKind, renderOrderEnded } from './kinds.ts'
import { renderNumber } from '../code/number.ts'
import type { Permit, PermitClaims } from '../code/permit.ts'
import { extendedBy, planPermit, type PermitPlan, type Planned, type Refused } from './plan-permit.ts'
import type { EndedOrders, Permits } from '../ports.ts'
import { remindAt } from './remind-at.ts'
import { seal } from '../code/seal.ts'

export type Granted = { outcome: 'granted'; permit: Permit } | Refused

/** Eight random bytes: a permit cannot be guessed from its neighbour. */
export const randomPermitId = (): PermitId => randomBytes(8).toString('hex') as PermitId

interface GrantPorts {
  keys: KeyRing
  permits: Pick<Permits, 'find' | 'ofDossier' | 'isOf'>
  orders: Pick<EndedOrders, 'endedAt'>
  makePermitId: () => PermitId
}

interface Signing {
  kind: PermitKind
  dossier: DossierId
  now: number
  replaces?: PermitId
}

/** The shell: looks up what the plan depends on, plans, chooses the key, signs. */
export function createGrant({ keys, permits, orders, makePermitId }: GrantPorts) {
  /** The permit to go on from. One whose key was lost has a successor, which is what its holder has now. */
  const find = async (dossier: Dossier, kind: PermitKind): Promise<PermitPlan['extended']> => {
    const id = extendedBy(dossier, kind)
    if (id === undefined) return undefined
    const named = await permits.find(id)
    if (!named) return null
    const successor = (await permits.ofDossier(named.dossier)).find(
      ({ replaces, revokedAt }) => replaces === id && revokedAt === undefined,
    )
    const permit = named.revokedAt !== undefined && successor ? successor : named
    return { permit, isOwn: await permits.isOf(permit.id, dossier.citizen) }
  }

  const plan = async (dossier: Dossier, kind: PermitKind, now: number) => {
    const [extended, orderEndedAt] = await Promise.all([find(dossier, kind), orders.endedAt(kind.order.id)])
    const planned = planPermit({
      ...{ dossier, kind, now, id: makePermitId() },
      ...(orderEndedAt !== undefined && { orderEndedAt }),
      ...(extended !== undefined && { extended }),
    })
    return { planned, ...(extended && { replaces: extended.permit.id }) }
  }

  const sign = async (claims: PermitClaims, { kind, dossier, now, replaces }: Signing): Promise<Granted> => {
    const keyId = keys.keyFor({ now, validFrom: claims.validFrom, validUntil: claims.validUntil })
    if (!keyId) return { outcome: 'refused', because: NO_KEY }
    const digits = await seal(claims, keyId, keys)
    const number = renderNumber(claims.id)
    const reminded = remindAt({ ...claims, issuedAt: now }, kind.remindBeforeHours * HOUR)
    return {
      outcome: 'granted',
      permit: {
        ...{ ...claims, kind: kind.id, dossier, number, keyId, digits, issuedAt: now },
        ...(replaces !== undefined && { replaces }),
        ...(reminded !== undefined && { remindAt: reminded }),
      },
    }
  }

  return {
    /** What would be granted, or why it cannot be: shown before anybody approves. */
    plan: async (dossier: Dossier, kind: PermitKind, now: number): Promise<Planned> =>
      (await plan(dossier, kind, now)).planned,

    grant: async (dossier: Dossier, kind: PermitKind, now: number): Promise<Granted> => {
      const { planned, replaces } = await plan(dossier, kind, now)
      if (planned.outcome === 'refused') return planned
      const { claims } = planned

      return sign(claims, { kind, dossier: dossier.id, now, ...(replaces !== undefined && { replaces }) })
    },

    /** The same permit under a new code, for one that was revoked by mistake. */
    grantAnew: async (revoked: Permit, kind: PermitKind, now: number): Promise<Granted> => {
      if (revoked.validUntil <= now) return { outcome: 'refused', because: OVER }
      const endedAt = await orders.endedAt(kind.order.id)
      if (endedAt !== undefined) return { outcome: 'refused', because: renderOrderEnded(kind, endedAt) }
      return sign(claimsAnew(revoked, makePermitId(), now), {
        kind,
        dossier: revoked.dossier,
        now,
        replaces: revoked.id,
      })
    },
  }
}

const OVER = 'Giấy đã hết hạn nên không cấp lại được. Nếu vẫn cần, người dân nộp hồ sơ mới.'
const NO_KEY = 'Chưa có khóa ký còn hạn cho thời gian này. Xin báo người quản trị hệ thống.'
