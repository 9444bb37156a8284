import type { DossierId, PermitId } from '../../kernel/ids.ts'
import { say } from './ask.ts'
import type { StepAction } from '../flow/machine.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { isSkipped } from '../flow/answers.ts'
import { answerNameOf, isQuestion, type Deed } from '../flow/flow-format.ts'
import { REMARK_STEP, TIME_STEP } from '../flow/mended-flow.ts'
import { wantedAs } from './mending.ts'
import { reviewed, toEffectAnswers } from './review.ts'
import type { Effect, FlowContext, Mending, Position } from '../words/session.ts'
import { fillWording } from './wording.ts'

const QUERY_NAMES = {
  'query my dossiers': 'my dossiers',
  'query my permits': 'my permits',
  'query my visits': 'my visits',
  'query dossiers to rate': 'dossiers to rate',
  'query my data': 'my data',
} as const

/** The fact `dossier` is set by an option that was picked, or by an officer's question. */
const chosenDossier = (context: FlowContext): DossierId => (context.facts['dossier'] ?? '') as DossierId

/** With a visit that was moved the old one is given up, once the new one is handed in and said. */
function givenUp(deed: Deed | undefined, { facts }: FlowContext): Effect[] {
  const old = deed === 'file' ? facts['movedVisit'] : undefined
  return old === undefined ? [] : [{ type: 'withdraw', dossier: old as DossierId, because: 'Dời sang hẹn mới.' }]
}

/**
 * What the machine's actions mean outside. Names of answers that programs rely on are `applicant`, `code`, `factor`,
 * `score`, `comment` and `reason`.
 */
export function toEffects(flow: CompiledFlow, { context }: Position, actions: readonly StepAction[]): Effect[] {
  return actions.flatMap((action): Effect[] => {
    if (action.type === 'consent')
      return [{ type: 'consent', flow: flow.flow, version: flow.version, ...action.params }]
    if (action.type === 'pass') return []
    const step = 'step' in action.params ? flow.steps.get(action.params.step) : undefined
    if (step?.expect !== 'none') return []
    if (action.type === 'say')
      return [
        ...(step.say === undefined ? [] : say(fillWording(step.say, flow, context))),
        ...givenUp(step.do, context),
      ]
    switch (step.do) {
      case 'file': {
        const applicant = context.answers['applicant']?.shown ?? ''
        return [
          { type: 'file', flow: flow.flow, version: flow.version, applicant, answers: toEffectAnswers(flow, context) },
        ]
      }
      case 'supplement': {
        const replies = reviewed(flow, context).map(({ answer }) => answer)
        const { mending } = context
        if (mending) return [mendedWith(flow, context, mending)]
        const text = replies.flatMap((it) => (it.value === '' ? [] : it.value)).join('\n')
        const attachments = replies.flatMap((it) => it.attachments ?? [])
        return [{ type: 'supplement', dossier: chosenDossier(context), text, attachments }]
      }
      case 'query dossier':
      case 'query own dossier': {
        const factor = step.do === 'query dossier' ? (context.answers['factor']?.value ?? '') : ''
        return [{ type: 'query', query: { name: 'dossier', code: context.answers['code']?.value ?? '', factor } }]
      }
      case 'query my dossiers':
      case 'query my permits':
      case 'query my visits':
      case 'query dossiers to rate':
      case 'query my data':
        return [{ type: 'query', query: { name: QUERY_NAMES[step.do] } }]
      case 'rate': {
        const score = Number(context.answers['score']?.value)
        return [
          { type: 'rate', dossier: chosenDossier(context), score, comment: context.answers['comment']?.value ?? '' },
        ]
      }
      case 'withdraw':
        return [{ type: 'withdraw', dossier: chosenDossier(context), because: context.answers['reason']?.value ?? '' }]
      case 'send permit':
        return [{ type: 'send permit', permit: (context.facts['permit'] ?? '') as PermitId }]
      case 'forget':
        return [{ type: 'forget' }]
      case undefined:
        return []
    }
  })
}

/** What was put right: as words for whoever reads the history, and as answers in the place of those of before. */
function mendedWith(flow: CompiledFlow, context: FlowContext, mending: Mending): Effect {
  if (mending.given.length === 1 && mending.given[0] === TIME_STEP) return chosenTime(context, mending)
  const given = toEffectAnswers(flow, context)
  const answers = given
    .filter(({ key }) => key !== REMARK_STEP)
    .map(({ key, ...answer }) => ({ ...answer, key: wantedAs(context, key)?.key ?? key }))
  const asked = new Set(context.trail.map((id) => nameOf(flow, id)))
  const isAsked = new Set([...flow.steps].flatMap(([id, step]) => (isQuestion(step) ? answerNameOf(id, step) : [])))
  const gone = Object.entries(mending.before).flatMap(([name, answer]) =>
    isAsked.has(name) && !asked.has(name) && !isSkipped(answer) ? name : [],
  )
  return {
    ...{ type: 'supplement', dossier: chosenDossier(context) },
    text: given.map(({ label, shown }) => `${label}: ${shown}`).join('\n'),
    ...{ attachments: given.flatMap(({ attachments = [] }) => attachments), answers },
    ...(gone.length > 0 && { gone }),
  }
}

/** The answers of the time that was chosen among those offered. */
function chosenTime(context: FlowContext, { wanted }: Mending): Effect {
  const answers = wanted.flatMap(({ key, label, name }) => {
    const answer = context.answers[name]
    return answer ? [{ key, label, ...answer }] : []
  })
  const text = context.answers[TIME_STEP]?.shown ?? ''
  return { type: 'supplement', dossier: chosenDossier(context), text, attachments: [], answers }
}

function nameOf(flow: CompiledFlow, id: string): string {
  const step = flow.steps.get(id)
  return step ? answerNameOf(id, step) : id
}
