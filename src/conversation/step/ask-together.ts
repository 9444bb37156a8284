import { isSkipped } from '../flow/answers.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf, type Step } from '../flow/flow-format.ts'
import { groupQuestion, openTogether } from '../flow/together.ts'
import { phrases } from '../words/phrases.ts'
import type { Position } from '../words/session.ts'
import { button } from '../words/buttons.ts'
import type { Choice } from '../words/messages.ts'
import { STEP_KEYS } from '../words/payload.ts'
import { labelUnder } from './people-present.ts'
import { echo, fillWording } from './wording.ts'

const { labels } = phrases

/** The example that stands at the end of a question: "Ví dụ: 69A-123.45 (ô tô), …." */
const EXAMPLE = /Ví dụ: ([^\n(;]+?)(?: \([^\n]*|, hoặc [^\n]*|;[^\n]*)?\.?$/m

const labelOf = (id: string, step: Step): string => ('label' in step && step.label !== undefined ? step.label : id)

/** "Họ và tên, Số căn cước", as the review calls them. */
const listing = (flow: CompiledFlow, ids: readonly string[], told?: Position): string =>
  ids
    .flatMap((id) => {
      const step = flow.steps.get(id)
      const answer = step && told?.context.answers[answerNameOf(id, step)]
      return step
        ? [`${labelUnder(flow.people.get(id), labelOf(id, step))}${answer ? ` ${echo(step, answer)}` : ''}`]
        : []
    })
    .join(', ')

/** What asks for several facts in one message: for all of them, or for those that are missing; undefined where one is asked alone. */
export function askTogether(flow: CompiledFlow, position: Position): string | undefined {
  const open = openTogether(flow, position)
  if (open.length === 0) return askLast(flow, position)
  const group = flow.together.get(position.step) ?? []
  if (open.length === group.length) return fillWording(groupQuestion(flow, group), flow, position.context)
  const examples = open.flatMap((id) => EXAMPLE.exec(flow.steps.get(id)?.say ?? '')?.[1] ?? [])
  const told = group.filter((id) => !open.includes(id) && position.context.doubts?.[id] === undefined)
  return phrases.stillMissing(listing(flow, told, position), listing(flow, open), examples.join(', '))
}

/** The last of them is asked alone, behind what was just noted of the others. */
function askLast(flow: CompiledFlow, position: Position): string | undefined {
  const { told = [], correcting, proposal } = position.context
  const step = flow.steps.get(position.step)
  const noted = (flow.together.get(position.step) ?? []).filter((id) => {
    const it = flow.steps.get(id)
    return id !== position.step && it !== undefined && told.includes(answerNameOf(id, it))
  })
  if (noted.length === 0 || correcting || proposal || step?.say === undefined) return undefined
  return `${phrases.written(listing(flow, noted, position))}\n${fillWording(step.say, flow, position.context)}`
}

/** What is known of them from before; at a card all that was kept of an earlier filing, for it may be used again. */
export function earlierTogether(flow: CompiledFlow, position: Position): string[] {
  const { answers, known = [], card } = position.context
  const isCard = flow.steps.get(position.step)?.expect === 'card' && !card && known.length > 1
  const asked = isCard ? [...flow.steps.keys()] : openTogether(flow, position)
  const lines = asked.flatMap((id) => {
    const step = flow.steps.get(id)
    const name = step && answerNameOf(id, step)
    const answer = name === undefined ? undefined : answers[name]
    if (!step || !answer || isSkipped(answer) || (isCard && !known.includes(name ?? ''))) return []
    return [`${labelOf(id, step)}: ${echo(step, answer)}`]
  })
  return lines.length === 0 ? [] : [`${phrases.earlierAnswer}: ${lines.join('; ')}.`]
}

/** What may be done with all that is asked here: kept as it was, or passed over. Undefined where each question has its own ways. */
export function choicesTogether(flow: CompiledFlow, position: Position): Choice[] | undefined {
  const open = openTogether(flow, position)
  if (open.length === 0 || flow.steps.get(position.step)?.expect === 'choice') return undefined
  const { known = [] } = position.context
  const own = (key: string, label: string): Choice => button({ to: 'answer', step: position.step, key }, label)
  const here = flow.steps.get(position.step)
  // Of several only the first can be passed over, and the button says which that is.
  const skip = areOptional(flow, open)
    ? [own(STEP_KEYS.skip, labels.skip)]
    : here && areOptional(flow, [position.step])
      ? [own(STEP_KEYS.skip, `${labels.skip}: ${labelOf(position.step, here)}`)]
      : []
  return [
    ...(areAnswered(flow, position, open) ? [own(STEP_KEYS.keep, labels.keep)] : []),
    ...(known.length > 1 ? [own(STEP_KEYS.useAgain, labels.useAgain(known.length))] : []),
    ...skip,
  ]
}

export const areAnswered = (flow: CompiledFlow, { context }: Position, ids: readonly string[]): boolean =>
  ids.every((id) => {
    const step = flow.steps.get(id)
    const answer = step && context.answers[answerNameOf(id, step)]
    return answer !== undefined && !isSkipped(answer)
  })

export const areOptional = (flow: CompiledFlow, ids: readonly string[]): boolean =>
  ids.every((id) => {
    const step = flow.steps.get(id)
    return step !== undefined && 'optional' in step && step.optional === true
  })
