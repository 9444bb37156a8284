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
import { type DecidedHow, loadStanding } from './load-standing.ts'
import { idWords, nameWords, phoneWords } from './search-words.ts'
import type { KindsOf } from './words-of.ts'

/** Another dossier that probably asks for the same. Of one that may not be seen, only where it lies. */
export type LookAlike =
  { seen: true; dossier: Dossier; alikeness: Alikeness; goesOn: boolean } | { seen: false; holder: string }

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
  /** Permits collide by their time, which is told of them by itself. */
  grants: (filed: Pick<Dossier, 'flow' | 'flowVersion'>) => boolean
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
export function createLookAlikes({ dossiers, kindsOf, decidedHow, grants, now }: LookAlikePorts): FindLookAlikes {
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

  return async (standing, doer) => {
    const { dossier, history } = standing
    if (grants(dossier)) return NONE
    const one = comparedOf(dossier)
    const read = await Promise.all((await candidates(standing, one)).map(({ id }) => loadStanding(dossiers, id)))
    const others = read.flatMap((it) => it ?? [])
    const apart = apartFrom(standing)
    const found = others.flatMap((other): LookAlike[] => {
      if (apart.has(other.dossier.id) || apartFrom(other).has(dossier.id) || !isOpenOrFresh(other, now())) return []
      const alikeness = alike(one, comparedOf(other.dossier))
      if (!alikeness) return []
      if (maySee(doer, other.dossier, other.history))
        return [{ seen: true, dossier: other.dossier, alikeness, goesOn: goesOn(other) }]
      // That somebody has said something of an official is nobody else's business.
      return other.dossier.isReserved ? [] : [{ seen: false, holder: other.dossier.holder }]
    })
    const closed = others
      .filter((it) => sameAsIn(it.history) === dossier.id && maySee(doer, it.dossier, it.history))
      .map(({ dossier: { id, code } }) => ({ id, code }))
    return sameAsIn(history) === undefined ? { found, closed } : { found: [], closed }
  }
}

const NONE: LookAlikes = { found: [], closed: [] }

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
