import { readFacts } from '../facts/read-facts.ts'
import { readingsOf } from '../facts/spend.ts'
import { checkOf } from '../flow/check-of.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import type { CitizenEvent } from '../words/events.ts'
import type { FlowContext } from '../words/session.ts'

/** A code's secret in the same message: its question is passed by when it comes. */
export function withSecret(
  flow: CompiledFlow,
  step: Step,
  context: FlowContext,
  event: CitizenEvent,
  now: number,
): FlowContext {
  if (checkOf(step)?.takes !== 'dossier code' || event.type !== 'TEXT') return context
  const [id, asked] = [...flow.steps].find(([, it]) => checkOf(it)?.takes === 'secret') ?? []
  const check = checkOf(asked)
  if (id === undefined || !asked || !check) return context
  const [only, ...more] = readingsOf(check, readFacts(event.text), { now, answers: context.answers })
  if (!only || more.length > 0) return context
  const name = answerNameOf(id, asked)
  const { value, shown } = only.reading
  return {
    ...context,
    answers: { ...context.answers, [name]: { value, shown } },
    told: [...(context.told ?? []), name],
  }
}
