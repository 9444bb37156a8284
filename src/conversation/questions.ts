import type { Decision } from './engine.ts'
import type { Effect, Session } from './session.ts'

/** The flow in which a citizen answers an officer's question. Started by the program with the facts of the question. */
export const SUPPLEMENT_FLOW = 'bo-sung'

export const hasUnseenQuestion = (session: Session): boolean => session.questions?.some((it) => !it.shown) ?? false

/** A reply that was handed over settles its question. */
export function settleQuestion(session: Session, decision: Decision): Session {
  const replied = decision.effects.find(
    (effect): effect is Extract<Effect, { type: 'supplement' }> => effect.type === 'supplement',
  )
  const { questions, ...rest } = session
  if (!questions || !replied) return session
  const open = questions.filter((it) => it.dossier !== replied.dossier)
  return open.length === 0 ? rest : { ...rest, questions: open }
}
