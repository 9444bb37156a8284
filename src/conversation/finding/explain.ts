import { checkOf } from '../flow/check-of.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import type { Step } from '../flow/flow-format.ts'
import { MENU_FLOW } from '../session/named-flows.ts'
import { flowAt, stepAt } from '../session/start.ts'
import type { Turned } from '../session/turned.ts'
import { say } from '../step/ask.ts'
import { askAgain } from '../step/engine.ts'
import { whyAsked } from '../step/why.ts'
import { fillWording } from '../step/wording.ts'
import { phrases } from '../words/phrases.ts'
import type { FlowContext, Session } from '../words/session.ts'

/** What is wanted to be known of a question: what it means, or for what it is asked. */
type Wanted = 'meaning' | 'reason'

/** What the open question is about, for whoever does not understand it or asks about it. */
function explanation(flow: CompiledFlow, step: Step, context: FlowContext, wanted: Wanted): string {
  const { explain, why } = step.expect === 'none' ? { explain: undefined, why: undefined } : step
  const isOptional = 'optional' in step && step.optional === true
  const isReason = wanted === 'reason'
  const parts = [
    isReason ? whyAsked(step) : (explain ?? why ?? phrases.noWhy),
    isReason ? undefined : checkOf(step)?.hint,
    isOptional ? phrases.maySkip : undefined,
    isReason ? undefined : phrases.askAPerson,
  ]
  return fillWording(parts.filter((part) => part !== undefined).join(' '), flow, context)
}

/** Explains the open question, after `before`, and asks it once more; undefined where no filing is open. */
export function explainAt(
  session: Session,
  world: World,
  wanted: Wanted = 'meaning',
  before?: string,
): Turned | undefined {
  const { position } = session
  const flow = flowAt(world, position)
  const step = stepAt(session, world)
  if (!position || !flow || flow.flow === MENU_FLOW || !step) return undefined
  const told = [before, explanation(flow, step, position.context, wanted)].filter((it) => it !== undefined).join(' ')
  return { session, effects: [...say(told), ...askAgain(flow, position)] }
}
