import type { Dossiers } from '../dossiers/ports.ts'
import { isRepeat } from '../dossiers/apply.ts'
import type { Doer } from '../dossiers/may.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { ActOutcome, ActRequest } from './act-by-officer.ts'

export interface ApproveRequest {
  dossier: DossierId
  /** The revision on the page the officer ticked it on. */
  revision: number
}

/** What became of one dossier. `because` is Vietnamese and meant for the officer. */
export type Approved = { dossier: DossierId; code?: string } & (
  { outcome: 'granted' } | { outcome: 'not'; because: string }
)

interface ApproveManyPorts {
  dossiers: Pick<Dossiers, 'find' | 'actions'>
  act: (request: ActRequest) => Promise<ActOutcome>
  /** Why this dossier must be looked at by itself; asked again for each, as those before it may have changed that. */
  objection: (dossier: DossierId) => Promise<string | undefined>
}

/** Decides each dossier by itself, one after the other: what fails fails alone, and pressing twice grants nothing twice. */
export function createApproveMany({ dossiers, act, objection }: ApproveManyPorts) {
  const approve = async ({ dossier: id, revision }: ApproveRequest, doer: Doer): Promise<Approved> => {
    const dossier = await dossiers.find(id)
    if (!dossier) return { dossier: id, outcome: 'not', because: 'Không tìm thấy hồ sơ này.' }
    const named = { dossier: id, code: dossier.code }
    const actions = await dossiers.actions(id)
    if (dossier.status === 'done' && isRepeat({ type: 'approve' }, doer.id, actions))
      return { ...named, outcome: 'granted' }

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
      ? { ...named, outcome: 'granted' }
      : { ...named, outcome: 'not', because: reasonOf(approved) }
  }

  return async (requests: readonly ApproveRequest[], doer: Doer): Promise<Approved[]> => {
    const approved: Approved[] = []
    for (const request of requests) approved.push(await approve(request, doer))
    return approved
  }
}

const CHANGED = 'Hồ sơ đã thay đổi từ lúc mở trang. Xin mở hồ sơ xem lại.'

const reasonOf = (outcome: Exclude<ActOutcome, { outcome: 'done' }>): string =>
  'because' in outcome ? outcome.because : CHANGED
