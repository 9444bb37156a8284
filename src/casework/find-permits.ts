import type { OfficerAct, Standing } from '../dossiers/acts/act.ts'
import type { Dossier, DossierAction } from '../dossiers/dossier.ts'
import { lastDecision } from '../dossiers/take-back.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Granted } from '../permits/grant/grant.ts'
import type { PermitKind } from '../permits/grant/kinds.ts'
import type { Permits } from '../permits/ports.ts'
import { kindIn, type KindOf } from './names.ts'

export interface FindPermitPorts {
  permits: Pick<Permits, 'find' | 'ofDossier'>
  kindOf: KindOf
  grant: (dossier: Dossier, kind: PermitKind, now: number) => Promise<Granted>
  /** For a permit that was revoked by mistake. */
  grantAnew: (revoked: Permit, kind: PermitKind, now: number) => Promise<Granted>
}

/** The permits that an officer's act is about. */
export interface FoundPermits {
  granted?: Permit
  named?: Permit
  inForce: readonly Permit[]
}

/** Looks up or signs what the act needs. `because`: why it cannot be. */
export async function findPermits(
  ports: FindPermitPorts,
  { dossier, history }: Standing,
  act: OfficerAct,
  at: number,
): Promise<FoundPermits | { because: string }> {
  const kind = ports.kindOf(dossier)
  switch (act.type) {
    case 'approve':
      if (kind === 'unreadable') return { because: UNREADABLE }
      return kind ? toFound(await ports.grant(dossier, kind, at)) : NONE
    case 'revoke': {
      const permit = await ports.permits.find(act.permit)
      return permit?.dossier === dossier.id ? { named: permit, inForce: [] } : NONE
    }
    case 'take-back': {
      const permits = await ports.permits.ofDossier(dossier.id)
      const inForce = permits.filter(isInForce)
      const revoked = revokedBy(lastDecision(history)?.action, permits)
      const known = kindIn(kind)
      if (!revoked || !known) return { inForce }
      return { ...toFound(await ports.grantAnew(revoked, known, at)), inForce }
    }
    case 'reopen':
      return { inForce: (await ports.permits.ofDossier(dossier.id)).filter(isInForce) }
    default:
      return NONE
  }
}

const isInForce = ({ revokedAt }: Permit): boolean => revokedAt === undefined

const NONE: FoundPermits = { inForce: [] }

const toFound = (granted: Granted): FoundPermits | { because: string } =>
  granted.outcome === 'granted' ? { granted: granted.permit, inForce: [] } : { because: granted.because }

/** The permit that this act revoked: both were written in one commit, at one time. */
const revokedBy = (action: DossierAction | undefined, permits: readonly Permit[]): Permit | undefined =>
  action?.type === 'permit revoked' ? permits.find(({ revokedAt }) => revokedAt === action.at) : undefined

const UNREADABLE =
  'Hồ sơ này nộp theo bản thủ tục mà hệ thống không đọc được nữa, nên chưa biết có cấp giấy hay không. Xin báo người quản trị hệ thống.'
