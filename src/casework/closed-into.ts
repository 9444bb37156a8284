import type { Standing } from '../dossiers/acts/act.ts'
import type { Dossier, DossierSummary } from '../dossiers/dossier.ts'
import { sameAsIn } from '../dossiers/goes-on.ts'
import type { DossierId } from '../kernel/ids.ts'
import { type CandidatePorts, createCandidates, MOST_READ } from './alike-candidates.ts'
import { loadStanding } from './load-standing.ts'

/** Dossiers that were closed for the sake of this one, which their citizens were told goes on. */
export type ClosedInto = (standing: Standing) => Promise<readonly Standing[]>

export function createClosedInto(ports: CandidatePorts): ClosedInto {
  const { candidates } = createCandidates(ports)
  const load = (id: DossierId) => loadStanding(ports.dossiers, id)
  return async (standing) => stillClosedInto(load, standing.dossier, await candidates(standing))
}

/** Of those that were found: what was closed and stands. */
export async function stillClosedInto(
  load: (id: DossierId) => Promise<Standing | undefined>,
  { id }: Pick<Dossier, 'id'>,
  found: readonly DossierSummary[],
): Promise<readonly Standing[]> {
  const ended = found.filter(({ status }) => status === 'declined' || status === 'stopped').slice(0, MOST_READ)
  const read = await Promise.all(ended.map((it) => load(it.id)))
  return read.flatMap((it) => (it && sameAsIn(it.history) === id ? [it] : []))
}
