import { isSkipped } from '../flow/answers.ts'
import { checkOf } from '../flow/check-of.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { isSaidThen } from '../flow/said-then.ts'
import type { Answer, FlowContext } from '../words/session.ts'

/** Drawn by the database when the dossier is filed, so they stay in the text until then. */
const FILLED_LATER = new Set(['code', 'secret'])

/** An answer as the chat shows it again: identity numbers only by their ends. */
export function echo(step: Step, answer: Answer): string {
  if (isSkipped(answer)) return '(không có)'
  return checkOf(step)?.echo?.(answer.shown) ?? answer.shown
}

/** Fills `{name}` from facts and answers. Filled text is not searched again, so an answer cannot smuggle a name in. */
export function fillWording(text: string, flow: CompiledFlow, context: FlowContext): string {
  if (!text.includes('{')) return text.trim()
  return text.trim().replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (placeholder, name: string) => {
    const fact = context.facts[name]
    if (fact !== undefined) return fact
    const answer = context.answers[name]
    if (answer === undefined) return FILLED_LATER.has(name) || isSaidThen(name) ? placeholder : ''
    const asked = [...flow.steps].find(([id, step]) => answerNameOf(id, step) === name)
    return asked ? echo(asked[1], answer) : answer.shown
  })
}
