import type { CitizenAct, Standing } from '../dossiers/acts/act.ts'
import { type Applied, apply } from '../dossiers/apply.ts'
import { afterChange } from '../dossiers/change.ts'
import type { CitizenId, DossierId } from '../kernel/ids.ts'
import { loadStanding, type StandingPorts } from './load-standing.ts'
import { type NamePorts, namesFor } from './names.ts'
import { foundAnew, type WordsOf } from './words-of.ts'

/** What a citizen wants done to a dossier of their own. */
export interface CitizenRequest {
  dossier: DossierId
  act: CitizenAct
}

const UNKNOWN = 'Tôi không tìm thấy hồ sơ này trong các hồ sơ của ông/bà. Ông/bà nhắn “tra cứu” để xem lại.'

export type ActByCitizen = (citizen: CitizenId, requests: readonly CitizenRequest[], at: number) => Promise<Applied[]>

interface CitizenPorts {
  dossiers: StandingPorts
  names: NamePorts
  wordsOf: WordsOf
}

/**
 * Judges the acts of one turn, in their order; the turn's own commit writes what came of them. Somebody else's dossier is
 * answered as if there were none.
 */
export const createActByCitizen =
  ({ dossiers, names, wordsOf }: CitizenPorts): ActByCitizen =>
  async (citizen, requests, at) => {
    const standings = new Map<DossierId, Standing>()
    const open = async (id: DossierId): Promise<Standing | undefined> => {
      const known = standings.get(id)
      if (known) return known
      const standing = await loadStanding(dossiers, id)
      return standing?.dossier.citizen === citizen ? standing : undefined
    }
    const applied: Applied[] = []
    for (const { dossier: id, act } of requests) {
      const standing = await open(id)
      const made: Applied = standing
        ? apply(standing, act, { by: { type: 'citizen' }, at, ...namesFor(standing.dossier, names, at) })
        : { outcome: 'refused', because: UNKNOWN }
      if (standing && made.outcome === 'changed') {
        standings.set(id, afterChange(standing, made.change))
        applied.push({ ...made, change: { ...made.change, ...foundAnew(standing, made.change, wordsOf) } })
      } else applied.push(made)
    }
    return applied
  }
