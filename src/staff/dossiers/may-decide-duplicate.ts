import type { OfficerAct, Standing } from '../../dossiers/acts/act.ts'
import { barTo } from '../../dossiers/apply.ts'
import { type Doer, may } from '../../dossiers/may.ts'

/** What this person may decide of the dossier when another one looks like it. */
export function mayDecideDuplicate(doer: Doer, standing: Standing, at: number) {
  const isOpen = (type: OfficerAct['type']): boolean =>
    may(doer, type, standing).may && barTo(standing, type, at, { type: 'staff', ...doer }) === undefined
  return { mayClose: isOpen('duplicate'), mayTellApart: isOpen('tell-apart') }
}
