import { checkOf } from './check-of.ts'
import { answerNameOf, choicesOf, type Step } from './flow-format.ts'
import type { Answer, FlowContext, Mending } from '../words/session.ts'

/** Stands for a question that was passed over; never filed. */
export const SKIPPED: Answer = { value: '', shown: '' }

export const isSkipped = (answer: Answer): boolean => answer.value === '' && !answer.attachments?.length

export const emptyContext = (
  facts: Record<string, string> = {},
  answers: Record<string, Answer> = {},
): FlowContext => ({
  answers,
  trail: [],
  failures: 0,
  facts,
})

function without(heard: NonNullable<FlowContext['heard']>, name: string): Pick<FlowContext, 'heard'> {
  const left = Object.entries(heard).filter(([it]) => it !== name)
  return left.length > 0 ? { heard: Object.fromEntries(left) } : {}
}

/** The context once a question is settled: its answer kept, the step on the trail, nothing pending. */
export function withAnswer(context: FlowContext, step: string, name: string, answer: Answer | undefined): FlowContext {
  const { proposal: _, between: __, known = [], heard = {}, told = [], ...rest } = context
  const open = known.filter((it) => it !== name)
  return {
    ...rest,
    ...(open.length > 1 ? { known: open } : {}),
    ...without(heard, name),
    ...(told.some((it) => it !== name) ? { told: told.filter((it) => it !== name) } : {}),
    answers: answer ? { ...context.answers, [name]: answer } : context.answers,
    trail: context.trail.includes(step) ? context.trail : [...context.trail, step],
    ...(answer && context.mending && { mending: mended(context.mending, name) }),
    failures: 0,
  }
}

const mended = (mending: Mending, name: string): Mending => ({
  ...mending,
  open: mending.open.filter((it) => it !== name),
  given: [...new Set([...mending.given, name])],
})

/**
 * Why a stored answer no longer stands, or undefined while it does: a start that has passed in the meantime, an end that lies
 * before a corrected start, a choice that the flow no longer offers.
 */
export function objection(id: string, step: Step, context: FlowContext, now: number): string | undefined {
  const { mending } = context
  if (!mending || mending.given.includes(answerNameOf(id, step))) return objectionTo(id, step, context, now)
  // What was filed stands as it was filed, unless what is mended does not go with it.
  const because = objectionTo(id, step, context, mending.at)
  if (!context.answers[answerNameOf(id, step)]) return because
  const before = objectionTo(id, step, { ...context, answers: mending.before }, mending.at)
  return because === before ? undefined : because
}

function objectionTo(id: string, step: Step, context: FlowContext, now: number): string | undefined {
  // A card only fills other answers; typing them is as good.
  if (step.expect === 'card') return undefined
  const answer = context.answers[answerNameOf(id, step)]
  if (!answer) return 'Câu này chưa có trả lời.'
  if (isSkipped(answer)) return 'optional' in step && step.optional ? undefined : 'Câu này chưa có trả lời.'
  if (step.expect === 'text') {
    const reading = checkOf(step)?.check(answer.shown, { now, answers: context.answers })
    return reading?.ok === false ? reading.because : undefined
  }
  if (step.expect === 'choice' || step.expect === 'consent')
    return choicesOf(step).some((choice) => choice.key === answer.value) ? undefined : 'Lựa chọn này không còn nữa.'
  return undefined
}
