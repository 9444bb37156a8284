import { initialTransition, transition } from 'xstate'
import type { AttachmentId } from '../../kernel/ids.ts'
import type { StepAction, StepEvent } from '../flow/machine.ts'
import { isSkipped, objection } from '../flow/answers.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { answerNameOf } from '../flow/flow-format.ts'
import type { Effect, FlowContext, Position } from '../words/session.ts'
import { phrases } from '../words/phrases.ts'
import { ask, say, tell } from './ask.ts'
import { toEffects } from './effects.ts'
import type { EventReading } from './reading.ts'

/** Where one event led: to a position, to the end of the flow, or over to another flow. */
export interface StepResult {
  outcome: 'waiting' | 'ended' | 'switched'
  position: Position
  effects: Effect[]
  fetching: readonly AttachmentId[]
  /** Steps entered that ask nothing, in order. */
  passed?: readonly string[]
  /** The flow to begin when `switched`. */
  to?: string
}

/** What an engine needs of the world: the time, and which files are on their way. */
export type Moment = Pick<World, 'now'> & {
  fetching: readonly AttachmentId[]
  /** How to reach a person, said after repeated failures. */
  contact?: string | undefined
}

/** Begins a flow at its first step. Kept answers and facts are at hand from the start. */
export function begin(flow: CompiledFlow, context: FlowContext): StepResult {
  const [snapshot, actions] = initialTransition(flow.machine, context)
  return arrive(flow, { flow: flow.flow, version: flow.version, step: flow.start, context }, snapshot, actions)
}

/** Runs forward from a question through all that is well answered already, to the first that is not. */
export const passOn = (flow: CompiledFlow, position: Position, now: number): StepResult =>
  advance(flow, { ...position, context: { ...position.context, passing: true } }, { type: 'PASS', now })

/** Tells the open step what was settled, and goes on to the next question. */
export function advance(flow: CompiledFlow, position: Position, event: StepEvent): StepResult {
  const before = flow.machine.resolveState({ value: position.step, context: position.context })
  const [snapshot, actions] = transition(flow.machine, before, event)
  return arrive(flow, position, snapshot, actions, event.now)
}

/** Several questions asked in one message: those that were answered are passed by, the first that was not is asked. */
export function takeTogether(
  flow: CompiledFlow,
  { context, ...position }: Position,
  { answers, told, doubts }: Extract<EventReading, { outcome: 'together' }>,
  now: number,
): StepResult {
  const names = told.flatMap((id) => {
    const step = flow.steps.get(id)
    return step ? [answerNameOf(id, step)] : []
  })
  const heard: FlowContext = {
    ...context,
    answers: { ...context.answers, ...answers },
    told: [...(context.told ?? []), ...names],
    doubts: { ...context.doubts, ...doubts },
    failures: 0,
    ...(context.moved && { passing: true }),
  }
  return advance(flow, { ...position, context: heard }, { type: 'PASS', now })
}

/** A stored position is plain JSON: what is unset is absent. Where a correction set out from, it is over. */
function withoutGaps(step: string, stored: FlowContext): FlowContext {
  const { proposal, correcting, returnTo, passing: _, known, heard, told, doubts, options, card, ...context } = stored
  const isBack = returnTo === step
  return {
    ...context,
    ...(told && told.length > 0 ? { told } : {}),
    ...(doubts && Object.keys(doubts).length > 0 ? { doubts } : {}),
    ...(proposal ? { proposal } : {}),
    ...(correcting && !isBack ? { correcting } : {}),
    ...(returnTo !== undefined && !isBack ? { returnTo } : {}),
    ...(known ? { known } : {}),
    ...(heard ? { heard } : {}),
    ...(options ? { options } : {}),
    ...(card ? { card } : {}),
  }
}

/** What was heard before its question came is proposed now. */
function proposeHeard(flow: CompiledFlow, id: string, context: FlowContext): FlowContext {
  const step = flow.steps.get(id)
  const heard = step && context.heard?.[answerNameOf(id, step)]
  return heard && !context.correcting ? { ...context, proposal: heard } : context
}

function arrive(
  flow: CompiledFlow,
  from: Position,
  snapshot: { value: unknown; context: unknown; status: string },
  actions: readonly unknown[],
  now?: number,
): StepResult {
  const step = snapshot.value as string
  const position: Position = {
    ...from,
    step,
    context: proposeHeard(flow, step, withoutGaps(step, snapshot.context as FlowContext)),
  }
  const wanted = actions as StepAction[]
  const effects = toEffects(flow, position, wanted)
  const passed = wanted.flatMap((action) => (action.type === 'pass' ? action.params.step : []))
  const to = wanted.find((action) => action.type === 'switch')?.params.flow
  if (to !== undefined) return { outcome: 'switched', to, position, effects, passed, fetching: [] }
  if (snapshot.status === 'done') return { outcome: 'ended', position, effects, passed, fetching: [] }
  const told = now === undefined ? effects : [...effects, ...overtaken(flow, position, now)]
  return { outcome: 'waiting', ...asked(flow, position, told), passed, fetching: [] }
}

/** After another answer was put right one may not go with it any more: it is said why it is asked again. */
function overtaken(flow: CompiledFlow, { step: id, context }: Position, now: number): Effect[] {
  const step = flow.steps.get(id)
  const answer = step && context.answers[answerNameOf(id, step)]
  const because = context.correcting && answer && !isSkipped(answer) ? objection(id, step, context, now) : undefined
  if (because === undefined || !step) return []
  return say(phrases.noLongerStands('label' in step && step.label !== undefined ? step.label : id, because))
}

/** The question; where what was said before may be its answer, whether it is. */
function asked(flow: CompiledFlow, position: Position, effects: Effect[]): Pick<StepResult, 'position' | 'effects'> {
  const { doubts: { [position.step]: doubt, ...doubts } = {}, ...context } = position.context
  if (doubt === undefined) return { position, effects: [...effects, ...ask(flow, position)] }
  const { because, proposal } = doubt
  const asking: Position = {
    ...position,
    context: { ...context, proposal, ...(Object.keys(doubts).length > 0 && { doubts }) },
  }
  const step = flow.steps.get(position.step)
  const label = step && 'label' in step && step.label !== undefined ? `${step.label}: ` : ''
  return {
    position: asking,
    effects: [...effects, ...tell(flow, asking, phrases.proposal(`${label}${because}`, proposal.shown))],
  }
}
