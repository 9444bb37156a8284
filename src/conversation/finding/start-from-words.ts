import { emptyContext } from '../flow/answers.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { SUPPLEMENT_FLOW } from '../session/named-flows.ts'
import type { FlowContext, Session } from '../words/session.ts'
import { knownFor } from '../session/known-answers.ts'
import { hearFor, storyFor } from '../step/heard.ts'
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
  const heard = isPlain || said === '' ? {} : heardIn(flow, said, world.now)
  if (isPlain || Object.keys(heard).length === 0) return startFlow(session, name, world, 'ask')
  const aside = leave(session, world)
  const known = knownFor(flow, session, world.now)
  const context = {
    ...emptyContext({}, known),
    heard,
    ...(Object.keys(known).length > 1 && { known: Object.keys(known) }),
  }
  return after(aside.effects, startWith(aside.session, flow, context, world))
}

function heardIn(flow: CompiledFlow, said: string, now: number): NonNullable<FlowContext['heard']> {
  const begin = { flow: flow.flow, version: flow.version, step: '', context: emptyContext() }
  return { ...hearFor(flow, begin, said, [], now), ...storyFor(flow, begin, said) }
}
