import type { Dossiers } from '../dossiers/ports.ts'
import { isRepeat } from '../dossiers/apply.ts'
import type { Doer } from '../dossiers/may.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { ActOutcome, ActRequest } from './act-by-officer.ts'
import { CHANGED, eachAlone, type Outcome, reasonOf, type Ticked, UNKNOWN } from './each-alone.ts'

interface ApproveManyPorts {
  dossiers: Pick<Dossiers, 'find' | 'actions'>
  act: (request: ActRequest) => Promise<ActOutcome>
  /** Why this dossier must be looked at by itself; asked again for each, as those before it may have changed that. */
  objection: (dossier: DossierId) => Promise<string | undefined>
}

/** Decides each dossier by itself; pressing twice grants nothing twice. */
export function createApproveMany({ dossiers, act, objection }: ApproveManyPorts) {
  const approve = async ({ dossier: id, revision }: Ticked, doer: Doer): Promise<Outcome> => {
    const dossier = await dossiers.find(id)
    if (!dossier) return { dossier: id, outcome: 'not', because: UNKNOWN }
    const named = { dossier: id, code: dossier.code }
    const actions = await dossiers.actions(id)
    if (dossier.status === 'done' && isRepeat({ type: 'approve' }, doer.id, actions))
      return { ...named, outcome: 'done' }

    const wasJustAccepted = dossier.revision === revision + 1 && isRepeat({ type: 'accept' }, doer.id, actions)
    if (dossier.revision !== revision && !wasJustAccepted) return { ...named, outcome: 'not', because: CHANGED }
    const because = await objection(id)
    if (because !== undefined) return { ...named, outcome: 'not', because }

    if (dossier.status === 'registered') {
      const accepted = await act({ dossier: id, revision, act: { type: 'accept' }, doer })
      if (accepted.outcome !== 'done') return { ...named, outcome: 'not', because: reasonOf(accepted) }
    }
    const next = dossier.status === 'registered' ? revision + 1 : dossier.revision
    const approved = await act({ dossier: id, revision: next, act: { type: 'approve' }, doer })
    return approved.outcome === 'done'
      ? { ...named, outcome: 'done' }
      : { ...named, outcome: 'not', because: reasonOf(approved) }
  }

  return (ticked: readonly Ticked[], doer: Doer): Promise<Outcome[]> => eachAlone(ticked, (one) => approve(one, doer))
}
