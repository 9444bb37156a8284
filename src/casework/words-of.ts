import { UNKNOWN_PERSON } from '../conversation/checks/name-or-unknown.ts'
import { checkOf } from '../conversation/flow/check-of.ts'
import type { CompiledFlow } from '../conversation/flow/compiled-flow.ts'
import { answerNameOf } from '../conversation/flow/flow-format.ts'
import type { AnswerKind } from '../dossiers/alike.ts'
import type { Standing } from '../dossiers/acts/act.ts'
import type { Filing } from '../dossiers/acts/file.ts'
import { afterChange, type DossierChange } from '../dossiers/change.ts'
import type { Dossier, FiledAnswer } from '../dossiers/dossier.ts'
import { codeWords, idWords, nameWords, phoneWords, plateWords } from './search-words.ts'

/** The words by which a dossier is found once it is filed. */
export type WordsOf = (dossier: Filing | Dossier) => string[]

/** What a change makes it found by, where it wrote over an answer: its names and numbers as they are then. */
export function foundAnew(standing: Standing, change: DossierChange, wordsOf: WordsOf): Pick<DossierChange, 'foundBy'> {
  const isMended = change.actions.some(({ move }) => move?.given ?? move?.gone)
  return isMended ? { foundBy: wordsOf(afterChange(standing, change).dossier) } : {}
}

type Pinned = (flow: string, version: number) => Pick<CompiledFlow, 'steps'> | undefined

/**
 * Which answers are names and numbers is what the checks of the filed version say of themselves. Of a version that cannot be
 * read any more only the code and the applicant are known.
 */
export const createWordsOf =
  (pinned: Pinned): WordsOf =>
  ({ code, applicant, answers, flow, flowVersion }) => {
    const kinds = kindsIn(pinned(flow, flowVersion))
    const words = answers.flatMap((answer) => wordsIn(answer, kinds.get(answer.key)))
    return [...new Set([...codeWords(code), ...nameWords(applicant), ...words])]
  }

/** What the answers are that the version gave through which a dossier was filed, by their keys. */
export type KindsOf = (filed: Pick<Dossier, 'flow' | 'flowVersion'>) => ReadonlyMap<string, AnswerKind>

export const createKindsOf =
  (pinned: Pinned): KindsOf =>
  ({ flow, flowVersion }) =>
    kindsIn(pinned(flow, flowVersion))

const kindsIn = (flow: Pick<CompiledFlow, 'steps'> | undefined): ReadonlyMap<string, AnswerKind> =>
  new Map(
    [...(flow?.steps ?? [])].flatMap(([id, step]): [string, AnswerKind][] => {
      const check = checkOf(step)
      if (check) return [[answerNameOf(id, step), check.foundAs ?? check.takes]]
      return step.expect === 'choice' ? [[answerNameOf(id, step), 'choice']] : []
    }),
  )

function wordsIn({ value }: FiledAnswer, kind: AnswerKind | undefined): string[] {
  switch (kind) {
    case 'name':
      return value === UNKNOWN_PERSON ? [] : nameWords(value)
    case 'phone':
      return phoneWords(value)
    case 'citizen number':
      return idWords(value)
    case 'plate':
      return plateWords(value)
    default:
      return []
  }
}
