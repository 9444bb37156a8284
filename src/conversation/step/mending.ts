import { isSkipped } from '../flow/answers.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf } from '../flow/flow-format.ts'
import { isAboutTime, REMARK_STEP } from '../flow/mended-flow.ts'
import { phrases } from '../words/phrases.ts'
import type { FlowContext, Mended, Position } from '../words/session.ts'
import { echo } from './wording.ts'

/** What is said over a question that is asked again: which of them it is, what is wrong, and what was given. */
export function mendingHead(flow: CompiledFlow, { step: id, context }: Position): string | undefined {
  const { mending } = context
  const step = flow.steps.get(id)
  if (!mending || !step || step.expect === 'review' || isAboutTime(id)) return undefined
  const name = answerNameOf(id, step)
  const wanted = mending.wanted.find((one) => one.name === name)
  const before = mending.before[name]
  const given = before && !isSkipped(before) ? phrases.givenBefore(echo(step, before)) : undefined
  const isGiven = mending.given.includes(name)
  const lines = wanted
    ? [
        phrases.mendNth(mending.wanted.indexOf(wanted) + 1, mending.wanted.length, wanted.label),
        phrases.mendWhy(wanted.why),
        isGiven ? undefined : given,
      ]
    : [name === REMARK_STEP || isGiven ? undefined : phrases.mendAlso]
  const said = lines.filter((line) => line !== undefined)
  return said.length > 0 ? said.join('\n') : undefined
}

/** What stands for a thing that no question of the procedure asks for, by the name it has while it is mended. */
export const wantedAs = ({ mending }: FlowContext, name: string): Mended | undefined =>
  mending?.wanted.find((one) => one.name === name)
