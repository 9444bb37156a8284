import type { DossierId } from '../kernel/ids.ts'
import { say } from './ask.ts'
import type { StepAction } from './compile.ts'
import type { CompiledFlow } from './compiled-flow.ts'
import { reviewed, toEffectAnswers } from './review.ts'
import type { Effect, Position } from './session.ts'
import { fillWording } from './wording.ts'

/** What the machine's actions mean outside: names of answers that programs rely on are `applicant`, `code` and `factor`. */
export function toEffects(flow: CompiledFlow, { context }: Position, actions: readonly StepAction[]): Effect[] {
  return actions.flatMap((action): Effect[] => {
    if (action.type === 'consent')
      return [{ type: 'consent', flow: flow.flow, version: flow.version, ...action.params }]
    if (action.type === 'pass') return []
    const step = 'step' in action.params ? flow.steps.get(action.params.step) : undefined
    if (step?.expect !== 'none') return []
    if (action.type === 'say') return step.say === undefined ? [] : say(fillWording(step.say, flow, context))
    switch (step.do) {
      case 'file': {
        const applicant = context.answers['applicant']?.shown ?? ''
        return [
          { type: 'file', flow: flow.flow, version: flow.version, applicant, answers: toEffectAnswers(flow, context) },
        ]
      }
      case 'supplement': {
        const replies = reviewed(flow, context).map(({ answer }) => answer)
        const text = replies.flatMap((it) => (it.value === '' ? [] : it.value)).join('\n')
        const attachments = replies.flatMap((it) => it.attachments ?? [])
        return [{ type: 'supplement', dossier: (context.facts['dossier'] ?? '') as DossierId, text, attachments }]
      }
      case 'query dossier':
        return [
          {
            type: 'query',
            query: {
              name: 'dossier',
              code: context.answers['code']?.value ?? '',
              factor: context.answers['factor']?.value ?? '',
            },
          },
        ]
      case 'query my dossiers':
        return [{ type: 'query', query: { name: 'my dossiers' } }]
      case undefined:
        return []
    }
  })
}
