import { fold } from '../../kernel/text.ts'
import { objection } from '../flow/answers.ts'
import type { CompiledFlow } from '../flow/compiled-flow.ts'
import { phrases } from '../words/phrases.ts'
import type { Position } from '../words/session.ts'
import { advance, type Moment, type StepResult } from './advance.ts'
import { ask, say, tell } from './ask.ts'
import { reviewed } from './review.ts'

/** Answers may have aged since they were given; the first that no longer stands is asked again before anything is filed. */
export function submit(flow: CompiledFlow, position: Position, moment: Moment): StepResult {
  const { context } = position
  for (const id of context.trail) {
    const step = flow.steps.get(id)
    const because = step ? objection(id, step, context, moment.now) : undefined
    if (because === undefined || !step) continue
    const label = 'label' in step && step.label !== undefined ? step.label : id
    const result = returnTo(flow, position, id)
    return { ...result, effects: [...say(phrases.noLongerStands(label, because)), ...result.effects] }
  }
  return advance(flow, position, { type: 'SUBMIT', now: moment.now })
}

/** "sửa số điện thoại" means the answer labelled "Điện thoại". */
const sharesWords = (label: string, words: string): boolean =>
  ` ${label} `.includes(` ${words} `) || ` ${words} `.includes(` ${label} `)

/** The one answer meant, to be given anew; else the list of what may be corrected is asked for. */
export function correct(
  flow: CompiledFlow,
  position: Position,
  { index, words }: { index: number; words?: string },
  moment: Moment,
): StepResult {
  const list = reviewed(flow, position.context)
  const named = words === undefined ? [] : list.filter(({ label }) => sharesWords(fold(label), words))
  const chosen = list[index - 1] ?? (named.length === 1 ? named[0] : undefined)
  if (chosen) return returnTo(flow, position, chosen.id)
  return {
    outcome: 'waiting',
    position: { ...position, context: { ...position.context, failures: position.context.failures + 1 } },
    effects: tell(flow, position, phrases.correctWhich(list.length)),
    fetching: moment.fetching,
  }
}

/** Goes back to one question for a correction; what follows on the trail is passed again afterwards. */
function returnTo(flow: CompiledFlow, position: Position, id: string): StepResult {
  const { trail } = position.context
  const context = { ...position.context, trail: trail.slice(0, trail.indexOf(id)), correcting: true, failures: 0 }
  const back: Position = { ...position, step: id, context }
  return { outcome: 'waiting', position: back, effects: ask(flow, back), fetching: [] }
}
