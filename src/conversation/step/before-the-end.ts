import type { CompiledFlow } from '../flow/compiled-flow.ts'
import type { CitizenEvent } from '../words/events.ts'
import { readPayload } from '../words/payload.ts'
import { phrases } from '../words/phrases.ts'
import { readExactChoice } from '../words/read-choice.ts'
import type { Position } from '../words/session.ts'
import { plainOf, writtenOut } from '../words/shorthand.ts'
import { advance } from './advance.ts'
import type { EventReading } from './reading.ts'

const NO = /(?:^| )(?:khong|thoi|khoi|dung|chua|khoan)(?: |$)/
const saysNo = (text: string): boolean => NO.test(plainOf(writtenOut(text)))

/**
 * A choice made out of a sentence that ends the filing, for it is a matter of its own, is asked back: what was answered until then
 * is gone after it.
 */
export function doubtEnding(
  flow: CompiledFlow,
  position: Position,
  event: CitizenEvent,
  reading: EventReading,
  now: number,
): EventReading {
  const step = flow.steps.get(position.step)
  if (reading.outcome !== 'settled' || !flow.keepsDraft || step?.expect !== 'choice' || event.type !== 'TEXT')
    return reading
  const isPlain = readPayload(event.text) === undefined && position.context.between === undefined && !reading.confirmed
  if (!isPlain || readExactChoice(step.choices, event.text).found === 'one') return reading
  const chosen = step.choices.find(({ key }) => `CHOICE.${key}` === reading.event.type)
  // Whoever says no to what was offered loses nothing by it.
  if (!chosen || saysNo(event.text) || advance(flow, position, { ...reading.event, now }).outcome !== 'ended')
    return reading
  return { outcome: 'between', keys: [chosen.key], because: phrases.isItThis(chosen.label) }
}
