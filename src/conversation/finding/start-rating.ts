import type { World } from '../flow/compiled-flow.ts'
import { answerNameOf, choicesOf } from '../flow/flow-format.ts'
import type { Turned } from '../session/turned.ts'
import { readExactChoice } from '../words/read-choice.ts'
import type { Session } from '../words/session.ts'
import { plainOf, spellOut } from '../words/shorthand.ts'
import { startFromWords } from './start-from-words.ts'

export const RATING_FLOW = 'danh-gia'
/** How content somebody is, in words that rate: a mere "tốt" may be said of anything. */
const RATES = /\b(?:hai long|sao|diem)\b/

/** "Rất hài lòng", "5 sao": the mark is said, so it is read back for the dossier that has just been finished. */
export function startRating(session: Session, text: string, world: World): Turned | undefined {
  if (text.length > 60 || !RATES.test(plainOf(spellOut(text)))) return undefined
  const flow = world.flows.current(RATING_FLOW)
  const [, scoring] = [...(flow?.steps ?? [])].find(([id, step]) => answerNameOf(id, step) === 'score') ?? []
  const isScore = scoring?.expect === 'choice' && readExactChoice(choicesOf(scoring), text).found === 'one'
  return isScore ? startFromWords(session, RATING_FLOW, text, world) : undefined
}
