import { UNKNOWN_PERSON } from '../conversation/checks/name-or-unknown.ts'
import type { Taken } from '../conversation/checks/check.ts'
import { checkOf } from '../conversation/flow/check-of.ts'
import type { CompiledFlow } from '../conversation/flow/compiled-flow.ts'
import { answerNameOf } from '../conversation/flow/flow-format.ts'
import type { Filing } from '../dossiers/acts/file.ts'
import type { Dossier, FiledAnswer } from '../dossiers/dossier.ts'
import { codeWords, idWords, nameWords, phoneWords, plateWords } from './search-words.ts'

/** The words by which a dossier is found once it is filed. */
export type WordsOf = (dossier: Filing | Dossier) => string[]

type Pinned = (flow: string, version: number) => Pick<CompiledFlow, 'steps'> | undefined

/**
 * Which answers are names and numbers is what the checks of the filed version say of themselves. Of a version that cannot be
 * read any more only the code and the applicant are known.
 */
export const createWordsOf =
  (pinned: Pinned): WordsOf =>
  ({ code, applicant, answers, flow, flowVersion }) => {
    const taken = takenIn(pinned(flow, flowVersion))
    const words = answers.flatMap((answer) => wordsIn(answer, taken.get(answer.key)))
    return [...new Set([...codeWords(code), ...nameWords(applicant), ...words])]
  }

/** What each answer of a flow is, by its key. */
const takenIn = (flow: Pick<CompiledFlow, 'steps'> | undefined): ReadonlyMap<string, Taken> =>
  new Map(
    [...(flow?.steps ?? [])].flatMap(([id, step]) => {
      const check = checkOf(step)
      return check ? [[answerNameOf(id, step), check.foundAs ?? check.takes] as const] : []
    }),
  )

function wordsIn({ value }: FiledAnswer, taken: Taken | undefined): string[] {
  switch (taken) {
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
