import type { Standing } from '../../dossiers/acts/act.ts'
import { maySee } from '../../dossiers/may.ts'
import type { Dossiers } from '../../dossiers/ports.ts'
import type { DossierId } from '../../kernel/ids.ts'
import type { StaffAccount } from '../accounts/accounts.ts'

/** A dossier with its history for who may look at it; to everybody else it is as if there were none. */
export type See = (account: StaffAccount, id: DossierId) => Promise<Standing | undefined>

export const createSee =
  (dossiers: Pick<Dossiers, 'find' | 'actions'>): See =>
  async (account, id) => {
    const dossier = await dossiers.find(id)
    if (!dossier) return undefined
    const history = await dossiers.actions(id)
    return maySee(account, dossier, history) ? { dossier, history } : undefined
  }
