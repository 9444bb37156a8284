import { UNKNOWN_PERSON } from '../conversation/checks/name-or-unknown.ts'
import type { Standing } from '../dossiers/acts/act.ts'
import { type AnswerKind, type Compared, NEAR } from '../dossiers/alike.ts'
import type { Dossier, DossierSummary } from '../dossiers/dossier.ts'
import type { Scope } from '../dossiers/may.ts'
import type { Dossiers } from '../dossiers/ports.ts'
import type { DecidedHow } from './load-standing.ts'
import { idWords, nameWords, phoneWords } from './search-words.ts'
import type { KindsOf } from './words-of.ts'

export interface CandidatePorts {
  dossiers: Pick<Dossiers, 'find' | 'actions' | 'list' | 'ofCitizen'>
  kindsOf: KindsOf
  decidedHow: DecidedHow
}

/** Of each way to find some. */
const MOST_FOUND = 30
/** So many are read whole: more are no oversight of a citizen. */
export const MOST_READ = 12
/** What is found is compared first, and then asked who may see it. */
const EVERYWHERE: Scope = { agencies: 'all', reserved: 'all' }

/**
 * Looks for dossiers that may belong to one by what is indexed: the citizen's account, whole numbers of identity papers and
 * telephones, and the names of whom it is about.
 */
export function createCandidates({ dossiers, kindsOf, decidedHow }: CandidatePorts) {
  const comparedOf = (dossier: Dossier): Compared => {
    const { asking } = decidedHow(dossier)
    return { dossier, kinds: kindsOf(dossier), ...(asking !== undefined && { asking }) }
  }

  return {
    comparedOf,

    /** Those of the same account whatever they ask for, and those of the same people that ask for the same. */
    candidates: async ({ dossier }: Standing): Promise<DossierSummary[]> => {
      const { kinds, asking } = comparedOf(dossier)
      const numbers = wordsOf(dossier, kinds, wholeNumber)
      const names = wordsOf(dossier, kinds, nameOfOthers)
      const byWords = (words: readonly (readonly string[])[]) =>
        words.length === 0 || words.every((readings) => readings.length === 0)
          ? []
          : dossiers.list({
              ...{ scope: EVERYWHERE, words, order: 'newest', limit: MOST_FOUND },
              ...(asking === undefined && { flow: dossier.flow }),
            })
      const found = await Promise.all([
        dossiers.ofCitizen(dossier.citizen, MOST_FOUND),
        byWords([numbers]),
        byWords(names.map((word) => [word])),
      ])
      const isNear = (it: DossierSummary) => Math.abs(it.filedAt - dossier.filedAt) <= NEAR
      const others = found.flat().filter((it) => it.id !== dossier.id && isNear(it))
      return [...new Map(others.map((it) => [it.id, it])).values()]
    },

    isOfOneKind: (dossier: Dossier, other: DossierSummary): boolean => {
      const { asking } = decidedHow(dossier)
      return asking === undefined ? other.flow === dossier.flow : decidedHow(other).asking === asking
    },
  }
}

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
