import type { Dossier } from '../dossiers/dossier.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { Granted } from '../permits/grant.ts'
import type { PermitKind } from '../permits/kinds.ts'
import type { Permit } from '../permits/permit.ts'
import type { Permits } from '../permits/ports.ts'
import { isRepeat, type Officer, planDecision, type StaffDecision } from './plan-decision.ts'
import type { Decisions } from './ports.ts'

export interface DecideOrder {
  dossier: DossierId
  /** The revision on the page the officer decided from. */
  revision: number
  decision: StaffDecision
  officer: Officer
}

/** `because` is Vietnamese and meant for the officer. */
export type DecideOutcome =
  { outcome: 'done' } | { outcome: 'stale' } | { outcome: 'unknown' } | { outcome: 'refused'; because: string }

interface DecidePorts {
  dossiers: Dossiers
  permits: Permits
  decisions: Decisions
  grant: (dossier: Dossier, kind: PermitKind, now: number) => Promise<Granted>
  doorbell: Doorbell
  procedureName: (flow: string) => string
  /** The kind of permit that approving a dossier of this flow grants. */
  kindOf: (flow: string) => PermitKind | undefined
  /** The flow in which a finished dossier can be rated. */
  rateFlow: () => string | undefined
  agencyName: (code: string) => string
  now: Clock
}

/** Read, plan, commit, ring. A staff decision enters the data path at the plan. */
export function createDecideDossier({
  dossiers,
  permits,
  decisions,
  grant,
  doorbell,
  procedureName,
  kindOf,
  rateFlow,
  agencyName,
  now,
}: DecidePorts) {
  const permitFor = async (
    dossier: Dossier,
    decision: StaffDecision,
    at: number,
  ): Promise<{ permit?: Permit } | { because: string }> => {
    if (decision.type === 'revoke') {
      const permit = await permits.find(decision.permit)
      return permit?.dossier === dossier.id ? { permit } : {}
    }
    const kind = kindOf(dossier.procedure)
    if (decision.type !== 'approve' || !kind) return {}
    const granted = await grant(dossier, kind, at)
    return granted.outcome === 'granted' ? { permit: granted.permit } : { because: granted.because }
  }

  /** Somebody changed the dossier first; when that was the same button pressed twice, all is well. */
  const stale = async ({ dossier: id, revision, decision, officer }: DecideOrder): Promise<DecideOutcome> => {
    const dossier = await dossiers.find(id)
    const isNext = dossier?.revision === revision + 1
    return isNext && isRepeat(decision, officer, await dossiers.actions(id))
      ? { outcome: 'done' }
      : { outcome: 'stale' }
  }

  return async (order: DecideOrder): Promise<DecideOutcome> => {
    const { dossier: id, revision, decision, officer } = order
    const at = now()
    const dossier = await dossiers.find(id)
    if (!dossier) return { outcome: 'unknown' }
    if (dossier.revision !== revision) return stale(order)
    const found = await permitFor(dossier, decision, at)
    if ('because' in found) return { outcome: 'refused', because: found.because }
    const names = { procedureName: procedureName(dossier.procedure), agencyName: agencyName(dossier.agency) }
    const permitName = kindOf(dossier.procedure)?.name ?? 'giấy'
    const rating = rateFlow()
    const planned = planDecision({
      ...{ dossier, decision, officer, now: at, ...names, ...found, permitName },
      ...(rating !== undefined && { rateFlow: rating }),
    })
    if (planned.outcome === 'refused') return planned
    if ((await decisions.commit(planned.decided)) === 'stale') return stale(order)
    doorbell.ring('delivery', dossier.citizen)
    if (planned.decided.event) doorbell.ring('turn', dossier.citizen)
    return { outcome: 'done' }
  }
}
