import type { Dossier, DossierAction, Officer } from '../dossiers/dossier.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import { mayTakeBack } from '../dossiers/take-back.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { Granted } from '../permits/grant/grant.ts'
import type { PermitKind } from '../permits/grant/kinds.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Permits } from '../permits/ports.ts'
import { onlyProgramSince } from './only-program-since.ts'
import { type DecisionContext, isRepeat, planDecision, type StaffDecision } from './plan-decision.ts'
import type { Decided, Decisions } from './ports.ts'

export interface DecideOrder {
  dossier: DossierId
  /** The revision on the page the officer decided from. */
  revision: number
  decision: StaffDecision
  officer: Officer
  /** May take back what others decided. */
  supervises?: boolean
}

/** Nothing was written. `because` is Vietnamese and meant for the officer. */
export type NotDecided = { outcome: 'stale' } | { outcome: 'unknown' } | { outcome: 'refused'; because: string }

export type DecideOutcome = { outcome: 'done' } | NotDecided

/** What deciding would write and send, shown before it is confirmed. */
export type PreviewOutcome = { outcome: 'planned'; dossier: Dossier; decided: Decided; permit?: Permit } | NotDecided

interface DecidePorts {
  dossiers: Dossiers
  permits: Permits
  decisions: Decisions
  grant: (dossier: Dossier, kind: PermitKind, now: number) => Promise<Granted>
  /** For a permit that was revoked by mistake. */
  grantAnew: (revoked: Permit, kind: PermitKind, now: number) => Promise<Granted>
  doorbell: Doorbell
  procedureName: (flow: string) => string
  /** The kind of permit that approving a dossier of this flow grants. */
  kindOf: (flow: string) => PermitKind | undefined
  /** The flow in which a finished dossier can be rated. */
  rateFlow: () => string | undefined
  agencyName: (code: string) => string
  now: Clock
}

/** A number is drawn when the permit is granted, not before. */
const NUMBER_TO_COME = '(số ghi khi cấp)'

/** Read, plan, commit, ring. A staff decision enters the data path at the plan. */
export function createDecideDossier(ports: DecidePorts) {
  const { dossiers, permits, decisions, doorbell, kindOf, now } = ports
  type Found = Pick<DecisionContext, 'permit' | 'takingBack'> | { because: string }

  const toPermit = (granted: Granted): { permit: Permit } | { because: string } =>
    granted.outcome === 'granted' ? { permit: granted.permit } : { because: granted.because }

  const toTakeBack = async (order: DecideOrder, dossier: Dossier, at: number): Promise<Found> => {
    const { officer, supervises = false } = order
    const [actions, granted] = await Promise.all([dossiers.actions(dossier.id), permits.ofDossier(dossier.id)])
    const may = mayTakeBack({ actions, officer: officer.id, supervises, now: at })
    const found = { may, actions, inForce: granted.filter(({ revokedAt }) => revokedAt === undefined) }
    const revoked = may.outcome === 'may' && revokedBy(may.decision.action, granted)
    const kind = kindOf(dossier.procedure)
    if (!revoked || !kind) return { takingBack: found }
    const anew = toPermit(await ports.grantAnew(revoked, kind, at))
    return 'because' in anew ? anew : { takingBack: { ...found, anew: anew.permit } }
  }

  const find = async (order: DecideOrder, dossier: Dossier, at: number): Promise<Found> => {
    const { decision } = order
    if (decision.type === 'take-back') return toTakeBack(order, dossier, at)
    if (decision.type === 'revoke') {
      const permit = await permits.find(decision.permit)
      return permit?.dossier === dossier.id ? { permit } : {}
    }
    const kind = kindOf(dossier.procedure)
    return decision.type === 'approve' && kind ? toPermit(await ports.grant(dossier, kind, at)) : {}
  }

  const plan = async (order: DecideOrder, change: (permit: Permit) => Permit = (same) => same) => {
    const { dossier: id, revision, decision, officer } = order
    const at = now()
    const dossier = await dossiers.find(id)
    if (!dossier) return { outcome: 'unknown' } as const
    const behind = dossier.revision - revision
    if (behind !== 0 && !onlyProgramSince(await dossiers.actions(id), behind)) return { outcome: 'stale' } as const
    const found = await find(order, dossier, at)
    if ('because' in found) return { outcome: 'refused', because: found.because } as const
    const { permit = undefined, takingBack } = found
    const rateFlow = ports.rateFlow()
    const planned = planDecision({
      ...{ dossier, decision, officer, now: at },
      procedureName: ports.procedureName(dossier.procedure),
      agencyName: ports.agencyName(dossier.agency),
      permitName: kindOf(dossier.procedure)?.name ?? 'giấy',
      ...(permit && { permit: decision.type === 'approve' ? change(permit) : permit }),
      ...(takingBack && {
        takingBack: { ...takingBack, ...(takingBack.anew && { anew: change(takingBack.anew) }) },
      }),
      ...(rateFlow !== undefined && { rateFlow }),
    })
    if (planned.outcome === 'planned') return { ...planned, dossier, ...(permit && { permit }) }
    // What the program did stands in the way: the page from before it has to be looked at anew.
    return behind === 0 ? planned : ({ outcome: 'stale' } as const)
  }

  /** Somebody changed the dossier first; when that was the same button pressed twice, all is well. */
  const stale = async ({ dossier: id, revision, decision, officer }: DecideOrder): Promise<DecideOutcome> => {
    const dossier = await dossiers.find(id)
    if (!dossier) return { outcome: 'stale' }
    const actions = await dossiers.actions(id)
    const before = actions.filter(({ at }) => at !== actions.at(-1)?.at)
    const isNext = onlyProgramSince(before, dossier.revision - revision - 1)
    return isNext && isRepeat(decision, officer, actions) ? { outcome: 'done' } : { outcome: 'stale' }
  }

  return {
    /** Writes nothing: a permit in it is signed anew when the decision is made. */
    preview: (order: DecideOrder): Promise<PreviewOutcome> =>
      plan(order, (permit) => ({ ...permit, number: NUMBER_TO_COME })),

    decide: async (order: DecideOrder): Promise<DecideOutcome> => {
      const planned = await plan(order)
      if (planned.outcome === 'stale') return stale(order)
      if (planned.outcome !== 'planned') return planned
      const { dossier, decided } = planned
      if ((await decisions.commit(decided)) === 'stale') return stale(order)
      doorbell.ring('delivery', dossier.citizen)
      if (decided.event) doorbell.ring('turn', dossier.citizen)
      return { outcome: 'done' }
    },
  }
}

/** The permit that this act revoked: both were written in one commit, at one time. */
const revokedBy = (action: DossierAction, granted: readonly Permit[]): Permit | undefined =>
  action.type === 'permit revoked' ? granted.find(({ revokedAt }) => revokedAt === action.at) : undefined
