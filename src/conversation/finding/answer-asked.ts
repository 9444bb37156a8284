import type { World } from '../flow/compiled-flow.ts'
import { answerCancelling, answerChoosing, answerResuming } from '../session/carry-out.ts'
import { answerKeeping } from '../session/known-answers.ts'
import { answerLearning } from '../session/may-learn.ts'
import type { Turned } from '../session/turned.ts'
import type { Asking, Session } from '../words/session.ts'
import { ASKED_BY_SESSION, keyFor, readPayload } from '../words/payload.ts'
import { answerAmending } from './amend.ts'
import { reallyCancels } from './really-cancel.ts'
import { answerSuggested } from './suggest.ts'

/**
 * What was typed or tapped, heard as the answer to a question of the session itself, which is no longer open in `session`.
 * `said`: what was typed when the procedures were named. Undefined where it answers nothing of the kind.
 */
export function answerAsked(
  session: Session,
  asking: Asking,
  said: string,
  text: string,
  world: World,
): Turned | undefined {
  switch (asking.what) {
    case 'really cancel':
      return answerCancelling(session, text, readPayload(text) ? undefined : reallyCancels(text), world)
    case 'draft or anew':
      return answerChoosing(session, asking.flow, text, world)
    case 'which draft':
      return answerResuming(session, text, world)
    case 'may remember':
      return answerKeeping(session, asking.answers, text, world.now)
    case 'which answer': {
      const payload = readPayload(text)
      const key = payload && keyFor(ASKED_BY_SESSION.amend, payload)
      if (payload !== undefined && key === undefined) return undefined
      return answerAmending(session, asking.steps, said, { text, key }, world)
    }
    case 'may learn':
      return answerLearning(session, asking.missed, text, world.now)
    case 'which procedure':
      return answerSuggested(session, asking.flows, said, text, world)
  }
}
