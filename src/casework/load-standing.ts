import type { Standing } from '../dossiers/acts/act.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import type { DossierId } from '../kernel/ids.ts'

export type StandingPorts = Pick<Dossiers, 'find' | 'actions'>

/** What the version that was filed says of who decides, and whether it is answered instead. */
export type DecidedHow = (
  dossier: Pick<Dossier, 'flow' | 'flowVersion'>,
) => Pick<Standing, 'approval' | 'asking' | 'visit'>

/**
 * The row first, then its history: an act that comes between the two is in the history already, and what is judged on the row's
 * revision is then not written.
 */
export async function loadStanding(
  dossiers: StandingPorts,
  id: DossierId,
  decidedHow?: DecidedHow,
): Promise<Standing | undefined> {
  const dossier = await dossiers.find(id)
  if (!dossier) return undefined
  return { dossier, history: await dossiers.actions(id), ...decidedHow?.(dossier) }
}
