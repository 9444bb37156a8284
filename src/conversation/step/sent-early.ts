import type { AttachmentId } from '../../kernel/ids.ts'
import { renderPlace } from '../checks/coordinates.ts'
import { checkOf } from '../flow/check-of.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step, type StepOf } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'
import type { CitizenEvent } from '../words/events.ts'
import type { Answer, Effect, FactsEvent, FlowContext, Position } from '../words/session.ts'
import type { StepResult } from './advance.ts'
import { tell } from './ask.ts'
import { hearPoint } from './heard.ts'

/** Questions to come on no certain way: those of the file behind the open one that were not passed. */
const ahead = (flow: CompiledFlow, { step, context }: Position): [string, Step][] => {
  const ids = [...flow.steps.keys()]
  return ids.slice(ids.indexOf(step) + 1).flatMap((id): [string, Step][] => {
    const asked = flow.steps.get(id)
    const isOpen = asked && context.mending?.open.includes(answerNameOf(id, asked)) !== false
    return asked && isOpen && !context.trail.includes(id) ? [[id, asked]] : []
  })
}

/** Nothing is taken before its consent, and in the middle of a correction nothing further on. */
function isAgreedTo(flow: CompiledFlow, { step, context }: Position): boolean {
  const here = flow.steps.get(step)?.expect
  const consents = [...flow.steps].filter(([, { expect }]) => expect === 'consent')
  return (
    flow.keepsDraft &&
    !context.correcting &&
    (here === 'text' || here === 'choice') &&
    consents.length > 0 &&
    consents.every(([id]) => context.trail.includes(id))
  )
}

const filesOf = ({ answers }: FlowContext, id: string, step: Step): readonly AttachmentId[] =>
  answers[answerNameOf(id, step)]?.attachments ?? []

function fileStepAhead(
  flow: CompiledFlow,
  position: Position,
  kind: 'photo' | 'document',
): [string, StepOf<'files'>] | undefined {
  if (!isAgreedTo(flow, position)) return undefined
  const { early = [] } = position.context
  for (const [id, step] of ahead(flow, position)) {
    if (step.expect !== 'files' || (step.accept !== 'both' && step.accept !== kind)) continue
    const count = filesOf(position.context, id, step).length + early.filter((it) => it.step === id).length
    if (count < step.max) return [id, step]
  }
  return undefined
}

/** Whether a picture that no question asks for now is kept for one to come. */
export const isKeptForLater = (flow: CompiledFlow, position: Position, event: CitizenEvent): boolean =>
  event.type === 'FILE' && fileStepAhead(flow, position, event.kind) !== undefined

/** What was sent before its question, a file or a place: kept for it. Undefined where it is none. */
export const takeEarly = (
  flow: CompiledFlow,
  position: Position,
  event: CitizenEvent | FactsEvent,
  now: number,
): StepResult | undefined =>
  event.type === 'LOCATION' ? keepPoint(flow, position, event, now) : takeEarlyFile(flow, position, event)

/** A file that was sent before its question: fetched at once and kept for it. Undefined where it is none. */
function takeEarlyFile(
  flow: CompiledFlow,
  position: Position,
  event: CitizenEvent | FactsEvent,
): StepResult | undefined {
  if (event.type !== 'FILE' && event.type !== 'FILE_STORED' && event.type !== 'FILE_REFUSED') return undefined
  const { context } = position
  const { early = [] } = context
  const stay = (effects: Effect[], changed: FlowContext): StepResult => ({
    outcome: 'waiting',
    position: { ...position, context: changed },
    effects,
    fetching: [],
  })
  if (event.type === 'FILE') {
    const found = fileStepAhead(flow, position, event.kind)
    if (!found) return undefined
    const [id, step] = found
    const { attachment, kind, url, name, caption } = event
    const fetch: Effect = {
      ...{ type: 'fetch', attachment, kind, url },
      ...(name !== undefined && { name }),
      ...(caption !== undefined && { caption }),
    }
    // An album arrives as several events; once is told.
    const isFirst = early.length === 0 && filesOf(context, id, step).length === 0
    const told = isFirst ? tell(flow, position, phrases.keptForLater(step.label ?? id)) : []
    return stay([...told, fetch], { ...context, early: [...early, { step: id, attachment }] })
  }
  const kept = early.find(({ attachment }) => attachment === event.attachment)
  const step = kept && flow.steps.get(kept.step)
  if (!kept || !step) return undefined
  const { early: _, ...rest } = context
  const left = early.filter((it) => it !== kept)
  const without: FlowContext = { ...rest, ...(left.length > 0 && { early: left }) }
  if (event.type === 'FILE_REFUSED') return stay(tell(flow, position, phrases.refusedFile[event.because]), without)
  const attachments = [...filesOf(context, kept.step, step), event.attachment]
  const answer: Answer = { value: String(attachments.length), shown: `${attachments.length} tệp`, attachments }
  return stay([], { ...without, answers: { ...without.answers, [answerNameOf(kept.step, step)]: answer } })
}

/** A place on the map that was sent before the question for it: kept for it, and for that of the commune. */
function keepPoint(
  flow: CompiledFlow,
  position: Position,
  { latitude, longitude }: Extract<CitizenEvent, { type: 'LOCATION' }>,
  now: number,
): StepResult | undefined {
  const { context } = position
  const takes = (step: Step | undefined) => checkOf(step)?.takes
  const here = takes(flow.steps.get(position.step))
  if (here === 'point' || here === 'area' || !isAgreedTo(flow, position)) return undefined
  const [id, step] = ahead(flow, position).find(([, it]) => takes(it) === 'point') ?? []
  if (id === undefined || !step) return undefined
  const said = renderPlace(latitude, longitude)
  const reading = checkOf(step)?.check(said, { now, answers: context.answers })
  if (reading?.ok !== true) return undefined
  const { value, shown } = reading
  const heard = {
    ...context.heard,
    [answerNameOf(id, step)]: { value, shown },
    ...hearPoint(flow, position, said, now),
  }
  const label = 'label' in step && step.label !== undefined ? step.label : id
  return {
    outcome: 'waiting',
    position: { ...position, context: { ...context, heard } },
    effects: tell(flow, position, phrases.pointKept(label)),
    fetching: [],
  }
}
