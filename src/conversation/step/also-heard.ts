import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'
import type { Effect, Position, Proposal } from '../words/session.ts'
import { say } from './ask.ts'
import { echo } from './wording.ts'

type Heard = Readonly<Record<string, Proposal>>

/** Reads back what was heard for later questions, except what the next question reads back anyway. */
export function alsoHeard(flow: CompiledFlow, heard: Heard, next?: Position): Effect[] {
  const asked = next && flow.steps.get(next.step)
  if (next && asked && heard[answerNameOf(next.step, asked)]) return []
  const lines = new Map<string, string>()
  for (const [id, step] of flow.steps) {
    const name = answerNameOf(id, step)
    const said = heard[name]
    if (!said || !('label' in step) || step.label === undefined || lines.has(name)) continue
    lines.set(name, said.otherwise ? step.label : `${step.label}: ${echo(step, said)}`)
  }
  return lines.size === 0 ? [] : say(phrases.alsoHeard([...lines.values()]))
}
