import { shorten } from '../../kernel/text.ts'
import { isSkipped } from '../flow/answers.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'
import type { Answer, EffectAnswer, FlowContext } from '../words/session.ts'
import { wantedAs } from './mending.ts'
import { headingOf, labelUnder } from './people-present.ts'
import { echo } from './wording.ts'

/** A question on the way that was answered, and its answer. */
export interface Reviewed {
  id: string
  name: string
  label: string
  step: Step
  answer: Answer
}

/** Saved answers on the way the citizen really took: an answer of an abandoned branch is not among them. */
export function reviewed(flow: CompiledFlow, context: FlowContext): Reviewed[] {
  return context.trail.flatMap((id) => {
    const step = flow.steps.get(id)
    if (!step || !('saveAs' in step) || step.saveAs === undefined) return []
    const name = answerNameOf(id, step)
    const answer = context.answers[name]
    // Where single answers are put right, the others are not shown and not handed in again.
    if (!answer || context.mending?.given.includes(name) === false) return []
    return [{ id, name, label: wantedAs(context, name)?.label ?? step.label ?? name, step, answer }]
  })
}

/** A long answer is shortened here; it is filed whole. */
const short = (text: string): string => shorten(text, 160).replace(/\s*\n\s*/g, ' ')

export const renderReview = (flow: CompiledFlow, context: FlowContext): string =>
  reviewed(flow, context)
    .map(({ id, name, label, step, answer }, i, all) => {
      const place = flow.people.get(id)
      const isFirst = place !== undefined && flow.people.get(all[i - 1]?.id ?? '') !== place
      const heading = isFirst ? `\n${headingOf(place)}:\n` : ''
      const before = context.corrected?.[name]
      const mark = before === undefined || before === answer.shown ? '' : ` ${phrases.justAmended}`
      return `${heading}${i + 1}. ${labelUnder(place, label)}: ${short(echo(step, answer))}${mark}`
    })
    .join('\n')

export const toEffectAnswers = (flow: CompiledFlow, context: FlowContext): EffectAnswer[] =>
  reviewed(flow, context)
    .filter(({ answer }) => !isSkipped(answer))
    .map(({ name, label, answer }) => ({ key: name, label, ...answer }))
