import type { StepResult } from '../step/advance.ts'
import type { Effect, Session } from '../words/session.ts'

export const hasUnseenQuestion = (session: Session): boolean => session.questions?.some((it) => !it.shown) ?? false

/** A reply that was handed over settles its question; so does taking the dossier back. */
export function settleQuestion(session: Session, result: StepResult): Session {
  const settled = result.effects.find(
    (effect): effect is Extract<Effect, { type: 'supplement' | 'withdraw' }> =>
      effect.type === 'supplement' || effect.type === 'withdraw',
  )
  const { questions, ...rest } = session
  if (!questions || !settled) return session
  const open = questions.filter((it) => it.dossier !== settled.dossier)
  return open.length === 0 ? rest : { ...rest, questions: open }
}
