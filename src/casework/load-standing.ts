import type { Standing } from '../dossiers/acts/act.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import type { DossierId } from '../kernel/ids.ts'

export type StandingPorts = Pick<Dossiers, 'find' | 'actions'>

/**
 * The row first, then its history: an act that comes between the two is in the history already, and what is judged on the row's
 * revision is then not written.
 */
export async function loadStanding(dossiers: StandingPorts, id: DossierId): Promise<Standing | undefined> {
  const dossier = await dossiers.find(id)
  return dossier && { dossier, history: await dossiers.actions(id) }
}
