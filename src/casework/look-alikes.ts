import { alike, type Alikeness, type Compared, NEAR } from '../dossiers/alike.ts'
import type { Standing } from '../dossiers/acts/act.ts'
import type { Dossier } from '../dossiers/dossier.ts'
import { apartFrom, goesOn, sameAsIn } from '../dossiers/goes-on.ts'
import { type Doer, maySee } from '../dossiers/may.ts'
import { isWaiting } from '../dossiers/status.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Duplicate } from './duplicates.ts'
import { type CandidatePorts, createCandidates, MOST_READ } from './alike-candidates.ts'
import { stillClosedInto } from './closed-into.ts'
import { loadStanding } from './load-standing.ts'

/** How another dossier looks like one: by what it asks for, or by a permit of either for the same time. */
type Likeness = { alikeness: Alikeness } | { collision: Duplicate }

/** Another dossier that probably asks for the same. Of one that may not be seen, only where it lies. */
export type LookAlike = ({ seen: true; dossier: Dossier; goesOn: boolean } & Likeness) | { seen: false; holder: string }

/** `closed`: those that were closed for the sake of this one. */
export interface LookAlikes {
  found: readonly LookAlike[]
  closed: readonly Pick<Dossier, 'id' | 'code'>[]
}

export type FindLookAlikes = (standing: Standing, doer: Doer) => Promise<LookAlikes>

interface LookAlikePorts extends CandidatePorts {
  grants: (filed: Pick<Dossier, 'flow' | 'flowVersion'>) => boolean
  /** Of dossiers that grant a permit: these collide by their time, however unlike the rest of their answers is. */
  collisions: (dossiers: readonly Dossier[]) => Promise<ReadonlyMap<DossierId, readonly Duplicate[]>>
  now: Clock
}

/** Which of the candidates are alike says `dossiers/alike.ts`. */
export function createLookAlikes({ grants, collisions, now, ...ports }: LookAlikePorts): FindLookAlikes {
  const { dossiers } = ports
  const { comparedOf, candidates, isOfOneKind } = createCandidates(ports)

  const alikeTo = ({ dossier, history }: Standing, others: readonly Standing[], doer: Doer) => {
    const one: Compared = comparedOf(dossier)
    const apart = apartFrom(history)
    return others.flatMap((other): LookAlike[] => {
      if (apart.has(other.dossier.id) || apartFrom(other.history).has(dossier.id) || !isOpenOrFresh(other, now()))
        return []
      const alikeness = alike(one, comparedOf(other.dossier))
      return alikeness ? shownTo(doer, other, { alikeness }) : []
    })
  }

  const collidingWith = async ({ dossier }: Standing, doer: Doer): Promise<LookAlike[]> => {
    if (!isWaiting(dossier.status)) return []
    const all = (await collisions([dossier])).get(dossier.id) ?? []
    const each = [...new Map(all.map((it) => [it.dossier, it])).values()].slice(0, MOST_READ)
    const read = await Promise.all(each.map((it) => loadStanding(dossiers, it.dossier)))
    return each.flatMap((collision, i) => (read[i] ? shownTo(doer, read[i], { collision }) : []))
  }

  return async (standing, doer) => {
    const { dossier, history } = standing
    const load = readingOnce((id) => loadStanding(dossiers, id))
    const found = await candidates(standing)
    const closed = (await stillClosedInto(load, dossier, found))
      .filter((it) => maySee(doer, it.dossier, it.history))
      .map(({ dossier: { id, code } }) => ({ id, code }))
    if (sameAsIn(history) !== undefined) return { found: [], closed }
    if (grants(dossier)) return { found: await collidingWith(standing, doer), closed }
    const alikes = found.filter((it) => isOfOneKind(dossier, it)).slice(0, MOST_READ)
    const others = (await Promise.all(alikes.map(({ id }) => load(id)))).flatMap((it) => it ?? [])
    return { found: alikeTo(standing, others, doer), closed }
  }
}

/** What was turned away may be of one kind as well as closed for the sake of this one. */
function readingOnce<T>(read: (id: DossierId) => Promise<T>): (id: DossierId) => Promise<T> {
  const known = new Map<DossierId, Promise<T>>()
  return (id) => {
    const reading = known.get(id) ?? read(id)
    known.set(id, reading)
    return reading
  }
}

function shownTo(doer: Doer, { dossier, history }: Standing, likeness: Likeness): LookAlike[] {
  if (maySee(doer, dossier, history))
    return [{ seen: true, dossier, goesOn: goesOn({ dossier, history }), ...likeness }]
  // That somebody has said something of an official is nobody else's business.
  return dossier.isReserved ? [] : [{ seen: false, holder: dossier.holder }]
}

/** Somebody works on it, or its result is fresh. What was turned away or withdrawn is filed again with good reason. */
const isOpenOrFresh = (standing: Standing, now: number): boolean =>
  goesOn(standing) && (isWaiting(standing.dossier.status) || standing.dossier.updatedAt > now - NEAR)
