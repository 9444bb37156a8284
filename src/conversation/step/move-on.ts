import { emptyContext } from '../flow/answers.ts'
import { ask } from './ask.ts'
import type { CompiledFlow, World } from '../flow/compiled-flow.ts'
import { begin, passOn, type StepResult } from './advance.ts'
import { answerNameOf, isQuestion, type Step } from '../flow/flow-format.ts'
import type { Answer, Position } from '../words/session.ts'

/** What becomes of somebody in the middle of a version that is no longer the newest. */
type MovedOn =
  | { outcome: 'stay' }
  /** `isSameQuestion`: what was just typed is still an answer to what is asked now. */
  | { outcome: 'moved'; say: string; result: StepResult; isSameQuestion: boolean }
  /** Nothing was handed in, and nothing can be gone on with. */
  | { outcome: 'stopped'; say: string }

/**
 * The newest version decides, also for somebody several versions behind. One that says nothing about the citizen's version
 * lets them finish on it, as does `keep`. A procedure that was closed goes on for nobody.
 */
export function moveOn(position: Position, { flows, now }: World): MovedOn {
  const flow = flows.current(position.flow)
  if (flow?.closed !== undefined) return { outcome: 'stopped', say: flow.closed }
  const move = flow?.moves.find(({ from }) => from.includes(position.version))
  if (!flow || !move || flow.version <= position.version || move.do === 'keep') return { outcome: 'stay' }
  const say = move.say ?? ''
  if (move.do === 'stop') return { outcome: 'stopped', say }
  const target = move.steps && (move.steps[position.step] ?? position.step)
  const step = target === undefined ? undefined : flow.steps.get(target)
  const before = flows.pinned(position.flow, position.version)?.steps.get(position.step)
  const result =
    target !== undefined && step && isQuestion(step)
      ? goOnAt(flow, position, target, move.steps ?? {})
      : beginAgain(flow, position, now)
  const after = flow.steps.get(result.position.step)
  const isSameStep = result.outcome === 'waiting' && result.position.step === position.step
  return { outcome: 'moved', say, result, isSameQuestion: isSameStep && asksTheSame(before, after) }
}

/** Passes all that was answered and still stands, consents included; only what is new is asked. */
function beginAgain(flow: CompiledFlow, { context }: Position, now: number): StepResult {
  const begun = begin(flow, { ...emptyContext(context.facts, answersFor(flow, context.answers)), moved: true })
  const step = flow.steps.get(begun.position.step)
  if (begun.outcome !== 'waiting' || !step) return begun
  if (isQuestion(step)) return passOn(flow, begun.position, now)
  // A flow that opens with a query asks the program first, and passes by what was answered when it knows.
  const { position } = begun
  return { ...begun, position: { ...position, context: { ...position.context, passing: true } } }
}

function goOnAt(flow: CompiledFlow, from: Position, step: string, steps: Readonly<Record<string, string>>): StepResult {
  const { context } = from
  const isPick = flow.steps.get(step)?.expect === 'pick'
  const trail = context.trail.map((id) => steps[id] ?? id).filter((id) => id !== step && flow.steps.has(id))
  const position: Position = {
    flow: flow.flow,
    version: flow.version,
    step,
    context: {
      ...emptyContext(context.facts, answersFor(flow, context.answers)),
      moved: true,
      trail: [...new Set(trail)],
      ...(context.correcting ? { correcting: true } : {}),
      ...(isPick && context.options ? { options: context.options } : {}),
    },
  }
  return { outcome: 'waiting', position, effects: ask(flow, position), fetching: [] }
}

/** Nothing is filed that the new version does not ask for. */
function answersFor(flow: CompiledFlow, answers: Readonly<Record<string, Answer>>): Record<string, Answer> {
  const asked = new Set([...flow.steps].flatMap(([id, step]) => (isQuestion(step) ? answerNameOf(id, step) : [])))
  return Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name)))
}

function asksTheSame(before: Step | undefined, after: Step | undefined): boolean {
  if (!before || !after || before.expect !== after.expect) return false
  if (before.expect === 'text') return after.expect === 'text' && before.check === after.check
  return JSON.stringify(before) === JSON.stringify(after)
}
