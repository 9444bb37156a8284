import type { Dossiers } from '../dossiers/ports.ts'
import type { Officer } from '../dossiers/dossier.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { DecideOrder, DecideOutcome } from './decide-dossier.ts'
import { isRepeat } from './plan-decision.ts'

export interface ApproveOrder {
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
  decide: (order: DecideOrder) => Promise<DecideOutcome>
  /** Why this dossier must be looked at by itself; asked again for each, as those before it may have changed that. */
  objection: (dossier: DossierId) => Promise<string | undefined>
}

/** Decides each dossier by itself, one after the other: what fails fails alone, and pressing twice grants nothing twice. */
export function createApproveMany({ dossiers, decide, objection }: ApproveManyPorts) {
  const approve = async ({ dossier: id, revision }: ApproveOrder, officer: Officer): Promise<Approved> => {
    const dossier = await dossiers.find(id)
    if (!dossier) return { dossier: id, outcome: 'not', because: 'Không tìm thấy hồ sơ này.' }
    const named = { dossier: id, code: dossier.code }
    const actions = await dossiers.actions(id)
    if (dossier.status === 'done' && isRepeat({ type: 'approve' }, officer, actions))
      return { ...named, outcome: 'granted' }

    const wasJustAccepted = dossier.revision === revision + 1 && isRepeat({ type: 'accept' }, officer, actions)
    if (dossier.revision !== revision && !wasJustAccepted) return { ...named, outcome: 'not', because: CHANGED }
    const because = await objection(id)
    if (because !== undefined) return { ...named, outcome: 'not', because }

    if (dossier.status === 'registered') {
      const accepted = await decide({ dossier: id, revision, decision: { type: 'accept' }, officer })
      if (accepted.outcome !== 'done') return { ...named, outcome: 'not', because: reasonOf(accepted) }
    }
    const next = dossier.status === 'registered' ? revision + 1 : dossier.revision
    const approved = await decide({ dossier: id, revision: next, decision: { type: 'approve' }, officer })
    return approved.outcome === 'done'
      ? { ...named, outcome: 'granted' }
      : { ...named, outcome: 'not', because: reasonOf(approved) }
  }

  return async (orders: readonly ApproveOrder[], officer: Officer): Promise<Approved[]> => {
    const approved: Approved[] = []
    for (const order of orders) approved.push(await approve(order, officer))
    return approved
  }
}

const CHANGED = 'Hồ sơ đã thay đổi từ lúc mở trang. Xin mở hồ sơ xem lại.'

const reasonOf = (outcome: Exclude<DecideOutcome, { outcome: 'done' }>): string =>
  outcome.outcome === 'refused' ? outcome.because : CHANGED
