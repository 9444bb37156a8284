import { assign, createMachine, type AnyStateMachine } from 'xstate'
import { objection, SKIPPED, withAnswer } from './answers.ts'
import { answerNameOf, choicesOf, type Branch, type FlowFile, type Step, type StepOf } from './flow-format.ts'
import { holds } from './predicates.ts'
import type { Answer, FlowContext, Option } from '../words/session.ts'

/** What a step can be told, once a citizen's words have been read. */
export type StepEvent = { now: number } & (
  | { type: 'ANSWER'; answer: Answer }
  | { type: 'SKIP' }
  | { type: `CHOICE.${string}`; label: string }
  | { type: 'SUBMIT' }
  | { type: 'FACTS'; found: boolean; facts: Record<string, string>; options?: Option[] }
  | { type: 'PICKED'; option: Option }
  /** A card was read and confirmed: several answers at once. */
  | { type: 'FILLED'; answers: Record<string, Answer> }
  /** Nothing was said; what is answered already may be passed. */
  | { type: 'PASS' }
)

/** What a machine wants done: the step it happened at, and for a switch the flow to go to. */
export type StepAction =
  /** A step that asks nothing was entered: the trace of a turn. */
  | { type: 'pass'; params: { step: string } }
  | { type: 'say'; params: { step: string } }
  | { type: 'do'; params: { step: string } }
  | { type: 'consent'; params: { step: string; given: boolean } }
  | { type: 'switch'; params: { flow: string } }

interface Scope {
  context: FlowContext
  event: StepEvent
}
type Guard = (scope: Scope) => boolean
/** XState's own types infer what a file cannot tell; this is the flat subset we build. */
interface Transition {
  target?: string
  guard?: Guard
  actions?: unknown[]
}

/** XState lays an assignment over the old context, so what a change leaves out must be named to go. */
const keep = (change: (scope: Scope) => FlowContext): unknown =>
  assign(({ context, event }) => ({
    proposal: undefined,
    between: undefined,
    correcting: undefined,
    returnTo: undefined,
    passing: undefined,
    known: undefined,
    heard: undefined,
    told: undefined,
    doubts: undefined,
    options: undefined,
    card: undefined,
    ...change({ context, event } as Scope),
  }))

const settle = (id: string, name: string, answerOf: (event: StepEvent) => Answer | undefined): unknown =>
  keep(({ context, event }) => withAnswer(context, id, name, answerOf(event)))

function given(event: StepEvent): Answer | undefined {
  if (event.type === 'PICKED') return { value: event.option.value ?? event.option.key, shown: event.option.label }
  return event.type === 'ANSWER' ? event.answer : undefined
}

function branchGuard({ when }: Branch, name: string | undefined): Guard | undefined {
  if (when === undefined) return undefined
  return ({ context, event }) => {
    // A guard runs before the answer is stored, so the fresh answer is laid over the old ones.
    const answer = given(event) ?? (event.type === 'SKIP' ? SKIPPED : undefined)
    const answers = answer && name ? { ...context.answers, [name]: answer } : context.answers
    return holds(when, {
      now: context.mending?.at ?? event.now,
      answers,
      ...(event.type === 'FACTS' ? { found: event.found } : {}),
    })
  }
}

const along = (next: readonly Branch[], name: string | undefined, actions: unknown[]): Transition[] =>
  next.map((branch) => {
    const guard = branchGuard(branch, name)
    return { target: branch.to, actions, ...(guard ? { guard } : {}) }
  })

/**
 * During a correction, or with answers that are known already, the conversation runs forward through everything that is
 * well answered, and stops at the first question that is not. A step already on the trail is not passed twice, so a ring of steps cannot spin.
 */
function passingBy(id: string, step: Exclude<Step, StepOf<'none' | 'review'>>): Transition[] {
  const name = answerNameOf(id, step)
  const passing: Guard = ({ context, event }) =>
    (context.correcting === true ||
      context.passing === true ||
      context.told?.includes(name) === true ||
      context.mending !== undefined) &&
    context.mending?.open.includes(name) !== true &&
    !context.trail.includes(id) &&
    context.returnTo !== id &&
    objection(id, step, context, event.now) === undefined
  const move = keep(({ context }) => withAnswer(context, id, name, undefined))
  if (step.expect === 'card') return [{ target: step.next, guard: passing, actions: [move] }]
  if (step.expect === 'choice' || step.expect === 'consent')
    return choicesOf(step).flatMap(({ key, next }) =>
      next === undefined
        ? []
        : {
            target: next,
            guard: (scope) => passing(scope) && scope.context.answers[name]?.value === key,
            actions: [move],
          },
    )
  return step.next.map((branch) => {
    const guard = branchGuard(branch, undefined)
    return { target: branch.to, guard: (scope) => passing(scope) && (guard?.(scope) ?? true), actions: [move] }
  })
}

function choiceTransitions(id: string, step: StepOf<'choice' | 'consent'>): Record<string, Transition> {
  const name = answerNameOf(id, step)
  return Object.fromEntries(
    choicesOf(step).map(({ key, label, next, flow }) => {
      const actions = [
        ...(step.expect === 'consent' ? [{ type: 'consent', params: { step: id, given: key === 'co' } }] : []),
        ...(flow === undefined
          ? [settle(id, name, () => ({ value: key, shown: label }))]
          : [{ type: 'switch', params: { flow } }]),
      ]
      return [`CHOICE.${key}`, { actions, ...(next === undefined ? {} : { target: next }) }]
    }),
  )
}

function passedStep(id: string, step: StepOf<'none'>): object {
  const entry = [
    { type: 'pass', params: { step: id } },
    ...(step.do ? [{ type: 'do', params: { step: id } }] : []),
    ...(step.say === undefined ? [] : [{ type: 'say', params: { step: id } }]),
    ...(step.flow === undefined ? [] : [{ type: 'switch', params: { flow: step.flow } }]),
  ]
  if (step.next === undefined) return { type: 'final', entry }
  if (!step.do?.startsWith('query')) return { entry, always: along(step.next, undefined, []) }
  const remember = keep(({ context, event }) =>
    event.type === 'FACTS'
      ? {
          ...context,
          facts: { ...context.facts, ...event.facts },
          ...(event.options ? { options: event.options } : {}),
        }
      : context,
  )
  return { entry, on: { FACTS: along(step.next, undefined, [remember]) } }
}

function state(id: string, step: Step): object {
  switch (step.expect) {
    case 'none':
      return passedStep(id, step)
    case 'choice':
    case 'consent':
      return { always: passingBy(id, step), on: choiceTransitions(id, step) }
    case 'review': {
      const arrive = keep(({ context: { correcting: _, returnTo: __, ...context } }) => ({ ...context, failures: 0 }))
      return { entry: [arrive], on: { SUBMIT: { target: step.next } } }
    }
    case 'card': {
      const fill = keep(({ context, event }) => {
        const { card: _, ...rest } = withAnswer(context, id, id, undefined)
        if (event.type !== 'FILLED') return rest
        return { ...rest, answers: { ...rest.answers, ...event.answers }, passing: true }
      })
      const on = { FILLED: { target: step.next, actions: [fill] }, SKIP: { target: step.next, actions: [fill] } }
      return { always: passingBy(id, step), on }
    }
    case 'pick': {
      const name = answerNameOf(id, step)
      const choose = keep(({ context, event }) => {
        const { options: _, ...rest } = withAnswer(context, id, name, given(event))
        if (event.type !== 'PICKED') return rest
        const { facts = {}, answers = {} } = event.option
        const merged = { ...rest, facts: { ...rest.facts, ...facts }, answers: { ...rest.answers, ...answers } }
        return event.option.answers ? { ...merged, passing: true } : merged
      })
      return { on: { PICKED: along(step.next, name, [choose]) } }
    }
    case 'text':
    case 'files':
    case 'any': {
      const name = answerNameOf(id, step)
      const isOptional = 'optional' in step && step.optional === true
      return {
        always: passingBy(id, step),
        on: {
          ANSWER: along(step.next, name, [settle(id, name, given)]),
          ...(isOptional ? { SKIP: along(step.next, name, [settle(id, name, () => SKIPPED)]) } : {}),
        },
      }
    }
  }
}

/** A flat graph, its effects plain data, no timers, no actors. */
export function machineOf(file: Pick<FlowFile, 'flow' | 'version' | 'start' | 'steps'>): AnyStateMachine {
  const config = {
    id: `${file.flow}-${file.version}`,
    initial: file.start,
    context: ({ input }: { input: FlowContext }) => input,
    states: Object.fromEntries(Object.entries(file.steps).map(([id, step]) => [id, state(id, step)])),
  }
  return createMachine(config as Parameters<typeof createMachine>[0]) as AnyStateMachine
}
