import { answerNameOf } from '../flow/flow-format.ts'
import { emptyContext } from '../flow/answers.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { extract } from './extract.ts'
import { SUPPLEMENT_FLOW } from '../session/named-flows.ts'
import type { Answer, Session } from '../words/session.ts'
import { leave, startFlow, startWith } from '../session/start.ts'
import { after, type Turned } from '../session/turned.ts'

/**
 * Begins a procedure with what was already told in the sentence that asked for it. Nothing is passed over: each question
 * still comes, shows what was heard, and can be confirmed with one tap. A draft of the procedure comes first.
 */
export function startFromWords(session: Session, name: string, said: string, world: World): Turned {
  const flow = world.flows.current(name)
  const hasDraft = session.position?.flow === name || session.drafts.some((draft) => draft.flow === name)
  const isPlain = !flow || flow.closed !== undefined || name === SUPPLEMENT_FLOW || hasDraft
  const answers = isPlain ? {} : heardIn(flow, said, world.now)
  if (isPlain || Object.keys(answers).length === 0) return startFlow(session, name, world, 'ask')
  const aside = leave(session, world)
  return after(aside.effects, startWith(aside.session, flow, emptyContext({}, answers), world))
}

function heardIn({ steps }: CompiledFlow, said: string, now: number): Record<string, Answer> {
  const questions = [...steps].flatMap(([id, step]): [string, string][] =>
    step.expect === 'text' ? [[answerNameOf(id, step), step.check]] : [],
  )
  return said === '' ? {} : extract(said, new Map(questions), { now, answers: {} })
}
