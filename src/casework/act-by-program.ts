import type { ProgramAct } from '../dossiers/acts/act.ts'
import { apply } from '../dossiers/apply.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Permit } from '../permits/code/permit.ts'
import type { Permits } from '../permits/ports.ts'
import { loadStanding, type StandingPorts } from './load-standing.ts'
import { type NamePorts, namesFor } from './names.ts'
import type { CaseChange, CaseChanges } from './ports.ts'
import { toPaper } from './show-permit.ts'

/** One act of the program on one dossier, about one of its permits. */
export interface ProgramRequest {
  dossier: DossierId
  act: ProgramAct
  named?: Permit
  /** Signed beforehand; takes the place of the named one. */
  anew?: Permit
  /** In running text: `giấy đi đường`; needed with a permit. */
  permitName?: string
  /** What is written with it besides. */
  with?: Pick<CaseChange, 'endedWith' | 'revived'>
  at: number
}

/** `gone`: it was done meanwhile, or may not be done any more. `stale`: somebody was faster, again and again. */
export type ActByProgram = (request: ProgramRequest) => Promise<'done' | 'gone' | 'stale'>

interface ActPorts {
  dossiers: StandingPorts
  permits: Pick<Permits, 'find'>
  changes: CaseChanges
  names: NamePorts
  /** Whether an agency is not competent for a dossier today; where nobody can say, it is not. */
  isOutside?: (agency: string, dossier: Pick<Dossier, 'flow' | 'agency'>) => boolean
}

/** An officer may be at work on the same dossier: it is read and judged again at once, this often. */
const AGAIN = 3

/** Load, apply, commit: what a round or a command does to a dossier. */
export const createActByProgram =
  ({ dossiers, permits, changes, names, isOutside = () => true }: ActPorts): ActByProgram =>
  async ({ dossier: id, act, permitName = '', anew, at, ...request }) => {
    let { named } = request
    for (let again = 0; again < AGAIN; again++) {
      const standing = await loadStanding(dossiers, id)
      if (!standing) return 'gone'
      const applied = apply(standing, act, {
        ...{ by: { type: 'program' }, at, ...namesFor(standing.dossier, names, at), permitName },
        ...(named && { named: toPaper(named, permitName, at) }),
        ...(act.type === 'begin-clock' && { isOutside: isOutside(standing.dossier.holder, standing.dossier) }),
        ...(anew && { granted: toPaper(anew, permitName, at) }),
      })
      if (applied.outcome === 'refused') return 'gone'
      const change = { ...applied.change, ...request.with, ...(anew && { granted: anew }) }
      if ((await changes.commit(change)) === 'done') return 'done'
      if (named) named = (await permits.find(named.id)) ?? named
    }
    return 'stale'
  }
