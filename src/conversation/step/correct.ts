import type { Reading } from '../checks/check.ts'
import { objection, SKIPPED } from '../flow/answers.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { answerNameOf } from '../flow/flow-format.ts'
import { phrases } from '../words/phrases.ts'
import type { Position } from '../words/session.ts'
import { advance, type Moment, type StepResult } from './advance.ts'
import { ask, say, tell } from './ask.ts'
import { reviewed } from './review.ts'
import { echo } from './wording.ts'

/**
 * Answers may have aged since they were given; the first that no longer stands is asked again before anything is filed. After
 * something that was not understood the citizen sees first what would be filed: they may have meant to change it.
 */
export function submit(flow: CompiledFlow, position: Position, moment: Moment): StepResult {
  const { doubted, ...context } = position.context
  if (doubted) {
    const seen = { ...position, context }
    const effects = [...say(phrases.lookAgain), ...ask(flow, seen)]
    return { outcome: 'waiting', position: seen, effects, fetching: moment.fetching }
  }
  for (const id of context.trail) {
    const step = flow.steps.get(id)
    const because = step ? objection(id, step, context, moment.now) : undefined
    if (because === undefined || !step) continue
    const label = 'label' in step && step.label !== undefined ? step.label : id
    const result = reopen(flow, position, id)
    return { ...result, effects: [...say(phrases.noLongerStands(label, because)), ...result.effects] }
  }
  return advance(flow, position, { type: 'SUBMIT', now: moment.now })
}

/** The answer of that number, counted from 1, to be given anew; else which it is to be is asked for. */
export function correct(flow: CompiledFlow, position: Position, index: number, moment: Moment): StepResult {
  const list = reviewed(flow, position.context)
  const chosen = list[index - 1]
  if (chosen) return reopen(flow, position, chosen.id)
  const doubted: Position = { ...position, context: { ...position.context, doubted: true } }
  return {
    outcome: 'waiting',
    position: doubted,
    effects: tell(flow, doubted, phrases.correctWhich(list.length)),
    fetching: moment.fetching,
  }
}

/** Opens an answered question anew. What follows on the trail is passed by again afterwards, as far as the question that is open now. */
function backTo(flow: CompiledFlow, { context, ...position }: Position, id: string): Position {
  const step = flow.steps.get(id)
  const name = step ? answerNameOf(id, step) : id
  const { proposal: _, card: __, doubted: ___, ...kept } = context
  const { trail, returnTo = position.step, corrected } = context
  const shown = context.answers[name]?.shown ?? ''
  return {
    ...position,
    step: id,
    context: {
      ...kept,
      trail: trail.slice(0, Math.max(0, trail.indexOf(id))),
      correcting: true,
      returnTo,
      corrected: { [name]: shown, ...corrected },
      failures: 0,
    },
  }
}

/** Asks an answered question once more. */
export function reopen(flow: CompiledFlow, position: Position, id: string): StepResult {
  const back = backTo(flow, position, id)
  return { outcome: 'waiting', position: back, effects: ask(flow, back), fetching: [] }
}

/** What an answer is to become. */
export type Change =
  | { reading: Exclude<Reading, { ok: false }> }
  | { choice: { key: string; label: string }; isDoubted?: true }
  | { skip: true }

/** Puts answers right with what the citizen said instead; what was read in doubt is asked back at its question. */
export function amendTo(
  flow: CompiledFlow,
  position: Position,
  changes: readonly { id: string; value: Change }[],
  moment: Moment,
): StepResult {
  const one = (at: Position, { id, value }: (typeof changes)[number]) => amendOne(flow, at, id, value, moment)
  const returns = ({ result }: ReturnType<typeof amendOne>) =>
    result.outcome === 'waiting' && result.position.step === position.step && !result.position.context.proposal
  // What leads to another question comes last: of two such the second is asked for again.
  const inOrder = [...changes].sort((a, b) => Number(returns(one(position, b))) - Number(returns(one(position, a))))
  let at = position
  const said: string[] = []
  for (const [i, change] of inOrder.entries()) {
    const { result, told } = one(at, change)
    if (told !== undefined) said.push(told)
    const left = inOrder.slice(i + 1).map(({ id }) => labelOf(flow, id))
    if (left.length === 0 || !returns({ result, told })) {
      if (left.length > 0) said.push(phrases.amendAgain(left.join('”, “')))
      return { ...result, effects: [...(said.length === 0 ? [] : say(said.join('\n'))), ...result.effects] }
    }
    at = result.position
  }
  return reopen(flow, position, position.step)
}

const labelOf = (flow: CompiledFlow, id: string): string => {
  const step = flow.steps.get(id)
  return step && 'label' in step && step.label !== undefined ? step.label : id
}

function amendOne(
  flow: CompiledFlow,
  position: Position,
  id: string,
  value: Change,
  { now }: Moment,
): { result: StepResult; told: string | undefined } {
  const back = backTo(flow, position, id)
  const step = flow.steps.get(id)
  const label = labelOf(flow, id)
  if ('skip' in value)
    return {
      result: advance(flow, back, { type: 'SKIP', now }),
      told: phrases.amended(label, step ? echo(step, SKIPPED) : ''),
    }
  if ('choice' in value) {
    const { key, label: shown } = value.choice
    const result = advance(flow, back, { type: `CHOICE.${key}`, label: shown, now })
    // What ends the filing, for it is a matter of its own, is not done by the way.
    if (!value.isDoubted && result.outcome === 'waiting') return { result, told: phrases.amended(label, shown) }
    const asking = { ...back, context: { ...back.context, between: [key] } }
    const effects = tell(flow, asking, phrases.amending(label, phrases.isItThis(shown)))
    return { result: { outcome: 'waiting', position: asking, effects, fetching: [] }, told: undefined }
  }
  const { reading } = value
  if (reading.ok === 'unsure') {
    const { value: meant, shown, because, otherwise } = reading
    const proposal = { value: meant, shown, ...(otherwise ? { otherwise } : {}) }
    const asking = { ...back, context: { ...back.context, proposal } }
    const effects = tell(flow, asking, phrases.amendTo(label, because, shown))
    return { result: { outcome: 'waiting', position: asking, effects, fetching: [] }, told: undefined }
  }
  const answer = { value: reading.value, shown: reading.shown }
  const shown = step ? echo(step, { ...reading }) : reading.shown
  return { result: advance(flow, back, { type: 'ANSWER', answer, now }), told: phrases.amended(label, shown) }
}
