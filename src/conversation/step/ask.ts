import { isSkipped } from '../flow/answers.ts'
import { checkOf } from '../flow/check-of.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { fitMessages } from '../words/fit-message.ts'
import { answerNameOf, choicesOf, isQuestion, type Step, type StepOf } from '../flow/flow-format.ts'
import { button, steering } from '../words/buttons.ts'
import { STEP_KEYS } from '../words/payload.ts'
import { MESSAGE_LIMITS, type Choice } from '../words/messages.ts'
import { phrases } from '../words/phrases.ts'
import { renderProgress } from '../flow/progress.ts'
import { openTogether } from '../flow/together.ts'
import { readyOf } from './heard.ts'
import { mendingHead } from './mending.ts'
import { renderReview } from './review.ts'
import { isReadBack } from './standing-answer.ts'
import type { Effect, FlowContext, Position } from '../words/session.ts'
import { peopleHere, personChoices } from './people-shown.ts'
import { askTogether, choicesTogether, earlierTogether } from './ask-together.ts'
import { echo, fillWording } from './wording.ts'

const { labels } = phrases

export const say = (text: string, choices: readonly Choice[] = []): Effect[] =>
  fitMessages(text, choices, phrases.moreChoices).map((message) => ({ type: 'say', message }))

/** The payload names its step, so a second tap on an old button cannot answer the next question. */
const own = (step: string, key: string, label: string): Choice => button({ to: 'answer', step, key }, label)

/** The choices offered now: all, or those that were asked back with. */
export const stillOpen = <Option extends { key: string }>(
  options: readonly Option[],
  { between }: FlowContext,
): readonly Option[] => (between ? options.filter(({ key }) => between.includes(key)) : options)

function ownChoices(id: string, step: Step, { context }: Position): Choice[] {
  const answer = context.answers[answerNameOf(id, step)]
  const isAnswered = answer !== undefined && !isSkipped(answer)
  const rest = context.between ? [own(id, STEP_KEYS.others, labels.others)] : []
  switch (step.expect) {
    case 'choice':
    case 'consent': {
      const offered = stillOpen(choicesOf(step), context)
      const isLong = offered.length > MESSAGE_LIMITS.choices
      const heard = context.proposal ? [own(id, STEP_KEYS.yes, labels.yes)] : []
      const choices = offered.map(({ key, label }, i) => own(id, key, isLong ? `${i + 1}. ${label}` : label))
      return [...heard, ...choices, ...rest]
    }
    case 'text': {
      const { proposal } = context
      if (proposal)
        return [
          own(id, STEP_KEYS.yes, proposal.otherwise ? proposal.shown : labels.yes),
          ...(proposal.otherwise ? [own(id, STEP_KEYS.other, proposal.otherwise.shown)] : []),
          own(id, STEP_KEYS.no, labels.no),
        ]
      return [
        ...(isAnswered ? [own(id, STEP_KEYS.keep, labels.keep)] : []),
        ...reuse(id, context),
        ...withoutAny(id, step),
        ...(step.optional ? [own(id, STEP_KEYS.skip, labels.skip)] : []),
      ]
    }
    case 'files':
    case 'any': {
      const isGathered = step.expect === 'any' || step.max > 1
      const close = isGathered ? own(id, STEP_KEYS.done, labels.done) : own(id, STEP_KEYS.keep, labels.keep)
      const skip = step.expect === 'files' && step.optional && !isAnswered ? [own(id, STEP_KEYS.skip, labels.skip)] : []
      return [
        ...(isAnswered ? [close] : []),
        ...(isAnswered && isGathered
          ? [own(id, STEP_KEYS.rewrite, step.expect === 'any' ? labels.rewrite : labels.resend)]
          : []),
        ...skip,
      ]
    }
    case 'pick':
      return [...stillOpen(context.options ?? [], context).map(({ key, label }) => own(id, key, label)), ...rest]
    case 'card':
      return [...(context.card ? [] : reuse(id, context)), ...cardChoices(id, context)]
    case 'review':
      return [
        own(id, STEP_KEYS.submit, step.submit ?? labels.submit),
        own(id, STEP_KEYS.correct, labels.correct),
        steering('cancel', labels.cancel),
      ]
    case 'none':
      return []
  }
}

/** "Không có điện thoại": nobody is stopped for want of one. */
function withoutAny(id: string, step: StepOf<'text'>): Choice[] {
  const without = step.optional ? undefined : checkOf(step)?.without
  return without ? [own(id, without.key, without.label)] : []
}

/** Offered while more than one answer of an earlier filing waits to be used again. */
function reuse(id: string, { known = [] }: FlowContext): Choice[] {
  return known.length > 1 ? [own(id, STEP_KEYS.useAgain, labels.useAgain(known.length))] : []
}

function cardChoices(id: string, { card }: FlowContext): Choice[] {
  const typing = own(id, STEP_KEYS.typeInstead, labels.typeInstead)
  if (!card) return [own(id, STEP_KEYS.agreeToCard, labels.agreeToCard), typing]
  return card.read
    ? [own(id, STEP_KEYS.yes, labels.yes), own(id, STEP_KEYS.newPhoto, labels.newPhoto), typing]
    : [typing]
}

/** Whether there is a question to go back to. */
const isBehind = ({ trail, mending }: FlowContext): boolean => (mending?.given ?? trail).length > 0

/** The step's own choices, then ways around it as far as they fit under one message. */
function choicesAt(flow: CompiledFlow, position: Position): Choice[] {
  const step = flow.steps.get(position.step)
  if (!step) return []
  const own = choicesTogether(flow, position) ?? ownChoices(position.step, step, position)
  const { context } = position
  if (step.expect === 'review') return [...own, ...personChoices(flow, position)].slice(0, MESSAGE_LIMITS.choices)
  if (!flow.keepsDraft || context.proposal) return own
  const around: Choice[] = [
    ...personChoices(flow, position),
    ...(isBehind(context) || context.correcting ? [steering('back', labels.back)] : []),
    ...('why' in step && step.why ? [steering('why', labels.why)] : []),
  ]
  return own.length > MESSAGE_LIMITS.choices ? own : [...own, ...around].slice(0, MESSAGE_LIMITS.choices)
}

/** Something told at a question, with the question's choices still at hand. */
export const tell = (flow: CompiledFlow, position: Position, text: string): Effect[] =>
  say(text, choicesAt(flow, position))

/** What was heard, read back in one message: one yes is for all of it. */
function readBack(flow: CompiledFlow, { step: id, context }: Position): string | undefined {
  const { proposal } = context
  if (!proposal) return undefined
  if (proposal.otherwise) return phrases.heardTwo
  const ready = readyOf(context)
  const list = ready.flatMap(([name, answer]) => {
    const [of, step] = [...flow.steps].find(([it, one]) => isQuestion(one) && answerNameOf(it, one) === name) ?? []
    const label = step && 'label' in step && step.label !== undefined ? step.label : undefined
    return step && label !== undefined && (ready.length > 1 || of !== id)
      ? [`${label}: ${echo(step, answer)}`]
      : of === id && step
        ? [echo(step, answer)]
        : []
  })
  return phrases.heard(list)
}

/** Puts the question of a position to the citizen. */
export function ask(flow: CompiledFlow, position: Position): Effect[] {
  const step = flow.steps.get(position.step)
  if (!step || step.expect === 'none') return []
  const { context } = position
  const answer = context.answers[answerNameOf(position.step, step)]
  const isRepeated =
    answer !== undefined &&
    !isSkipped(answer) &&
    (step.expect === 'text' || step.expect === 'files' || step.expect === 'any')
  const parts = [
    renderProgress(flow, position),
    mendingHead(flow, position),
    peopleHere(flow, position),
    askTogether(flow, position) ?? fillWording(step.say, flow, context),
    step.expect === 'review' ? renderReview(flow, context) : undefined,
    ...earlierTogether(flow, position),
    isRepeated && openTogether(flow, position).length === 0
      ? `${phrases.earlierAnswer}: ${echo(step, answer)}`
      : undefined,
  ]
  if (isReadBack(position, step)) parts.push(readBack(flow, position))
  else if (context.proposal && step.expect === 'text') parts.push(phrases.stillMeant(context.proposal.shown))
  return tell(flow, position, parts.filter((part) => part !== undefined).join('\n\n'))
}
