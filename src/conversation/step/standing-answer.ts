import { isSkipped, objection } from '../flow/answers.ts'
import { checkOf } from '../flow/check-of.ts'
import { answerNameOf, choicesOf, type Step } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'
import type { Answer, Position, Proposal } from '../words/session.ts'
import type { AtStep, EventReading } from './reading.ts'

export const settled = (answer: Answer): Extract<EventReading, { outcome: 'settled' }> => ({
  outcome: 'settled',
  event: { type: 'ANSWER', answer },
})
export const told = (text: string): EventReading => ({ outcome: 'told', text })

/** Whether what waits for a yes here was heard before the question came. */
export function isReadBack({ step: id, context }: Pick<Position, 'step' | 'context'>, step: Step): boolean {
  const heard = context.heard?.[answerNameOf(id, step)]
  return heard !== undefined && context.proposal?.value === heard.value
}

/** A yes to what was read back is one to all of it; to a reading of the last words it is for these alone. */
export function agreed({ id, step, context }: AtStep, { value, shown }: Proposal): EventReading {
  const event = { type: 'ANSWER', answer: { value, shown } } as const
  return { outcome: 'settled', event, ...(isReadBack({ step: id, context }, step) && { confirmed: true }) }
}

export function heardChoice(step: Step, key: string): EventReading {
  const choice = choicesOf(step).find((it) => it.key === key)
  if (!choice) return told(phrases.oldButton)
  return { outcome: 'settled', event: { type: `CHOICE.${key}`, label: choice.label }, confirmed: true }
}

/** After files have come, "bỏ qua" may just as well mean that no more will: what was sent is not dropped by it. */
export function skip({ id, step, context }: AtStep): EventReading {
  const answer = context.answers[answerNameOf(id, step)]
  if (step.expect === 'files' && answer?.attachments?.length) return told(phrases.keepFiles(answer.shown))
  return { outcome: 'settled', event: { type: 'SKIP' } }
}

/** "As it is": the stored answer again, provided it still stands. */
export function keepAnswer({ id, step, context, now, fetching }: AtStep): EventReading {
  if (fetching.length > 0) return told(phrases.stillReceiving)
  const answer = context.answers[answerNameOf(id, step)]
  if (!answer || isSkipped(answer)) {
    if ('optional' in step && step.optional) return { outcome: 'settled', event: { type: 'SKIP' } }
    return { outcome: 'refused', because: step.expect === 'any' ? phrases.notYet : phrases.needsFile }
  }
  const because = objection(id, step, context, now)
  return because === undefined ? settled(answer) : { outcome: 'refused', because }
}

export const rejectedProposal = (step: Step): EventReading => {
  const hint = checkOf(step)?.hint
  return {
    outcome: 'told',
    text: hint === undefined ? phrases.answerAgain : `${phrases.answerAgain} ${hint}`,
    forget: 'proposal',
  }
}
