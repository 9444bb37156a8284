import { DESK, posted } from './posted.ts'
import type { Standing } from '../../src/dossiers/acts/act.ts'
import type { ActionType, Actor, DossierAction } from '../../src/dossiers/dossier.ts'
import { foldActs } from '../../src/dossiers/fold.ts'
import type { Doer } from '../../src/dossiers/may.ts'
import type { Status } from '../../src/dossiers/status.ts'
import { MINUTE } from '../../src/kernel/clock.ts'
import type { StaffId } from '../../src/kernel/ids.ts'
import { travelDossier } from '../permits/sample.ts'

export const officer: Doer = { id: 's1' as StaffId, name: 'Lê Cán Bộ', postings: posted(DESK) }

const FILED_AT = Date.parse('2030-05-01T08:00:00+07:00')

/** So many steps after the filing, two minutes each. */
export const at = (step: number): number => FILED_AT + step * 2 * MINUTE

type Step = readonly [ActionType, Status, Actor['type']?, string?]

/** A dossier with this history, its row as its acts say; steps are an officer's unless they say otherwise. */
export function standing(...steps: readonly Step[]): Standing {
  const history = ([['filed', 'registered', 'citizen'], ...steps] as readonly Step[]).map(
    ([type, status, by = 'staff', note], i): DossierAction => ({
      ...{ type, status, at: at(i) },
      by: by === 'staff' ? { type: 'staff', id: officer.id, name: officer.name } : { type: by },
      ...(note !== undefined && { note }),
    }),
  )
  return { dossier: { ...travelDossier(), ...foldActs(history, travelDossier().agency), revision: 7 }, history }
}

const ACCEPTED: Step = ['accepted', 'accepted']

/** The shortest history that ends in this status. */
const SHORTEST: Record<Status, readonly Step[]> = {
  registered: [],
  accepted: [ACCEPTED],
  declined: [['declined', 'declined', 'staff', 'Thiếu giấy tờ.']],
  processing: [ACCEPTED, ['forwarded', 'processing']],
  supplement: [['supplement asked', 'supplement', 'staff', 'Xin ảnh giấy hẹn.']],
  payment: [ACCEPTED, ['forwarded', 'payment']],
  withdrawn: [['withdrawn', 'withdrawn', 'citizen']],
  stopped: [ACCEPTED, ['refused', 'stopped', 'staff', 'Không đủ điều kiện.']],
  done: [ACCEPTED, ['approved', 'done']],
  returned: [ACCEPTED, ['approved', 'done'], ['returned', 'returned']],
}

export const standingAt = (status: Status): Standing => standing(...SHORTEST[status])

/** Asked about after it had come to this status. */
export const asked = (after: Status): Standing =>
  standing(...SHORTEST[after], ['supplement asked', 'supplement', 'staff', 'Xin ảnh giấy hẹn.'])
