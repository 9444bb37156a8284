import type { Circumstances, Colleague, OfficerAct, Other, Standing, Twin } from '../dossiers/acts/act.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import { apartFrom, goesOn, sameAsIn } from '../dossiers/goes-on.ts'
import { adviserFor, type Doer, maySee } from '../dossiers/may.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { ClosedInto } from './closed-into.ts'

export interface LedToPorts {
  dossiers: Pick<Dossiers, 'find' | 'findByCode' | 'actions'>
  /** People who could work on what lies at an agency. */
  colleagues?: (agency: string) => Promise<readonly Colleague[]>
  /** An agency as it stands today. */
  agencyNow?: (code: string) => Other | undefined
  /** Whether an agency is not competent for a dossier today. */
  isOutside?: (agency: string, dossier: Pick<Dossier, 'flow' | 'agency'>) => boolean
  /** Whether a message about this dossier will not arrive. */
  isDead?: (dossier: DossierId, message: number) => Promise<boolean>
  closedInto?: ClosedInto
}

/** Whom and where an act leads to, as its rule has to know it. `keeps`: what has to stand as it does when the act is written. */
interface Led {
  circumstances: Partial<Circumstances>
  keeps?: Pick<Dossier, 'id' | 'revision'>
}

export function createLedTo({ dossiers, colleagues, agencyNow, isOutside, isDead, closedInto }: LedToPorts) {
  /** The dossier of this code; to who may not see it, there is none. */
  const twinOf = async (code: string, { dossier: beside, history: own }: Standing, doer: Doer): Promise<Led> => {
    const found = await dossiers.findByCode(code)
    const history = found ? await dossiers.actions(found.id) : []
    if (!found || !maySee(doer, found, history)) return { circumstances: {} }
    const sameAs = sameAsIn(history)
    const twin: Twin = {
      ...{ id: found.id, code: found.code, status: found.status, goesOn: goesOn({ dossier: found, history }) },
      ...{ isOwn: found.citizen === beside.citizen, ...(sameAs !== undefined && { sameAs }) },
      isApart: apartFrom(own).has(found.id) || apartFrom(history).has(beside.id),
    }
    return { circumstances: { twin }, keeps: { id: found.id, revision: found.revision } }
  }

  const relyingOn = async (standing: Standing, doer: Doer): Promise<Partial<Circumstances>> => {
    const closed = (await closedInto?.(standing)) ?? []
    const codes = closed.flatMap(({ dossier, history }) => (maySee(doer, dossier, history) ? [dossier.code] : []))
    return { relying: { codes, unseen: closed.length - codes.length } }
  }

  return async (standing: Standing, act: OfficerAct, doer: Doer): Promise<Led> => {
    switch (act.type) {
      case 'assign':
        return { circumstances: { colleagues: (await colleagues?.(standing.dossier.holder)) ?? [] } }
      case 'accept':
      case 'propose':
        return { circumstances: { isOutside: isOutside?.(standing.dossier.holder, standing.dossier) ?? false } }
      case 'hand-over':
      case 'consult': {
        const other = agencyNow?.(act.to)
        const outside = isOutside?.(act.to, standing.dossier) ?? false
        return { circumstances: other ? { other: { ...other, isOutside: outside } } : {} }
      }
      case 'resend':
        return { circumstances: { isDead: (await isDead?.(standing.dossier.id, act.message)) ?? false } }
      case 'advise': {
        const advisesFor = adviserFor(doer, standing)
        return { circumstances: advisesFor === undefined ? {} : { advisesFor } }
      }
      case 'duplicate': {
        const [led, relying] = await Promise.all([twinOf(act.of, standing, doer), relyingOn(standing, doer)])
        return { ...led, circumstances: { ...led.circumstances, ...relying } }
      }
      case 'tell-apart':
        return { circumstances: (await twinOf(act.of, standing, doer)).circumstances }
      default:
        return { circumstances: {} }
    }
  }
}
