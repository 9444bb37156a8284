import { UNKNOWN_PERSON } from '../conversation/checks/name-or-unknown.ts'
import { alike, type Alikeness, type AnswerKind, type Compared, NEAR } from '../dossiers/alike.ts'
import type { Standing } from '../dossiers/acts/act.ts'
import type { Dossier, DossierSummary } from '../dossiers/dossier.ts'
import { goesOn, sameAsIn } from '../dossiers/goes-on.ts'
import { type Doer, maySee, type Scope } from '../dossiers/may.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import { isWaiting } from '../dossiers/status.ts'
import type { Clock } from '../kernel/clock.ts'
import type { DossierId } from '../kernel/ids.ts'
import type { Duplicate } from './duplicates.ts'
import { type DecidedHow, loadStanding } from './load-standing.ts'
import { idWords, nameWords, phoneWords } from './search-words.ts'
import type { KindsOf } from './words-of.ts'

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

interface LookAlikePorts {
  dossiers: Pick<Dossiers, 'find' | 'actions' | 'list' | 'ofCitizen'>
  kindsOf: KindsOf
  decidedHow: DecidedHow
  grants: (filed: Pick<Dossier, 'flow' | 'flowVersion'>) => boolean
  /** Of dossiers that grant a permit: these collide by their time, however unlike the rest of their answers is. */
  collisions: (dossiers: readonly Dossier[]) => Promise<ReadonlyMap<DossierId, readonly Duplicate[]>>
  now: Clock
}

/** Of each way to find some. */
const MOST_FOUND = 30
/** So many are read whole: more are no oversight of a citizen. */
const MOST_READ = 12
/** What is found is compared first, and then asked who may see it. */
const EVERYWHERE: Scope = { agencies: 'all', reserved: 'all' }

/**
 * Looks for them by what is indexed: the citizen's account, whole numbers of identity papers and telephones, and the names of whom
 * it is about. Which of them are alike says `dossiers/alike.ts`.
 */
export function createLookAlikes({
  dossiers,
  kindsOf,
  decidedHow,
  grants,
  collisions,
  now,
}: LookAlikePorts): FindLookAlikes {
  const comparedOf = (dossier: Dossier): Compared => {
    const { asking } = decidedHow(dossier)
    return { dossier, kinds: kindsOf(dossier), ...(asking !== undefined && { asking }) }
  }

  const candidates = async ({ dossier }: Standing, { kinds, asking }: Compared): Promise<DossierSummary[]> => {
    const { flow } = dossier
    const numbers = wordsOf(dossier, kinds, wholeNumber)
    const names = wordsOf(dossier, kinds, nameOfOthers)
    const byWords = (words: readonly (readonly string[])[]) =>
      words.length === 0 || words.every((readings) => readings.length === 0)
        ? []
        : dossiers.list({
            ...{ scope: EVERYWHERE, words, order: 'newest', limit: MOST_FOUND },
            ...(asking === undefined && { flow }),
          })
    const found = await Promise.all([
      dossiers.ofCitizen(dossier.citizen, MOST_FOUND),
      byWords([numbers]),
      byWords(names.map((word) => [word])),
    ])
    const isNear = (it: DossierSummary) => Math.abs(it.filedAt - dossier.filedAt) <= NEAR
    const others = found.flat().filter((it) => it.id !== dossier.id && isNear(it))
    const isOfOneKind = (it: DossierSummary) =>
      asking === undefined ? it.flow === flow : decidedHow(it).asking === asking
    return [...new Map(others.filter(isOfOneKind).map((it) => [it.id, it])).values()].slice(0, MOST_READ)
  }

  const alikeTo = ({ dossier, history }: Standing, one: Compared, others: readonly Standing[], doer: Doer) => {
    const apart = apartFrom({ history })
    return others.flatMap((other): LookAlike[] => {
      if (apart.has(other.dossier.id) || apartFrom(other).has(dossier.id) || !isOpenOrFresh(other, now())) return []
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
    const one = comparedOf(dossier)
    const read = await Promise.all((await candidates(standing, one)).map(({ id }) => loadStanding(dossiers, id)))
    const others = read.flatMap((it) => it ?? [])
    const closed = others
      .filter((it) => sameAsIn(it.history) === dossier.id && maySee(doer, it.dossier, it.history))
      .map(({ dossier: { id, code } }) => ({ id, code }))
    if (sameAsIn(history) !== undefined) return { found: [], closed }
    const found = grants(dossier) ? await collidingWith(standing, doer) : alikeTo(standing, one, others, doer)
    return { found, closed }
  }
}

function shownTo(doer: Doer, { dossier, history }: Standing, likeness: Likeness): LookAlike[] {
  if (maySee(doer, dossier, history))
    return [{ seen: true, dossier, goesOn: goesOn({ dossier, history }), ...likeness }]
  // That somebody has said something of an official is nobody else's business.
  return dossier.isReserved ? [] : [{ seen: false, holder: dossier.holder }]
}

/** Those it was told apart from. */
const apartFrom = ({ history }: Pick<Standing, 'history'>): ReadonlySet<DossierId> =>
  new Set(history.flatMap(({ move }) => move?.apart ?? []))

/** Somebody works on it, or its result is fresh. What was turned away or withdrawn is filed again with good reason. */
const isOpenOrFresh = (standing: Standing, now: number): boolean =>
  goesOn(standing) && (isWaiting(standing.dossier.status) || standing.dossier.updatedAt > now - NEAR)

const wordsOf = (
  { answers }: Dossier,
  kinds: ReadonlyMap<string, AnswerKind>,
  read: (value: string, kind: AnswerKind | undefined, key: string) => readonly string[],
): string[] => [...new Set(answers.flatMap(({ key, value }) => read(value, kinds.get(key), key)))]

/** A whole number, and not its ends, which many have. */
const wholeNumber = (value: string, kind: AnswerKind | undefined): readonly string[] =>
  kind === 'citizen number' ? idWords(value).slice(0, 1) : kind === 'phone' ? phoneWords(value) : []

/** The applicant's name says least: they are found by their numbers and their account. */
const nameOfOthers = (value: string, kind: AnswerKind | undefined, key: string): readonly string[] =>
  kind === 'name' && key !== 'applicant' && key !== 'helperName' && value !== UNKNOWN_PERSON ? nameWords(value) : []
