import type { CompiledFlow } from '../flow/compiled-flow.ts'
import type { CitizenEvent } from '../words/events.ts'
import { keyFor, readPayload, STEP_KEYS } from '../words/payload.ts'
import type { Position } from '../words/session.ts'
import { advance, passOn, takeTogether, type Moment, type StepResult } from './advance.ts'
import { readTogether } from './read-together.ts'
import { asksForSame } from './reuse.ts'

/**
 * At the question whether a card may be read: what was kept of an earlier filing is used again, or the citizen writes what the
 * card would tell. Undefined where the words are for the question itself.
 */
export function passCard(
  flow: CompiledFlow,
  position: Position,
  event: CitizenEvent,
  now: number,
): StepResult | undefined {
  const { step, context } = position
  if (flow.steps.get(step)?.expect !== 'card' || context.card?.read || event.type !== 'TEXT') return undefined
  const payload = readPayload(event.text)
  const isReused = payload ? keyFor(step, payload) === STEP_KEYS.useAgain : asksForSame(event.text)
  if (isReused && context.known) return passOn(flow, { ...position, context: { ...context, told: [step] } }, now)
  if (payload !== undefined) return undefined
  const typed = advance(flow, position, { type: 'SKIP', now })
  const reading = typed.outcome === 'waiting' ? readTogether(flow, typed.position, event, now) : undefined
  return reading?.outcome === 'together' ? takeTogether(flow, typed.position, reading, now) : undefined
}

/** Whether a sentence says something to several questions that are asked in one message here, or right after a card. */
export const readsTogether = (flow: CompiledFlow, position: Position, text: string, { now }: Moment): boolean =>
  passCard(flow, position, { type: 'TEXT', text }, now) !== undefined ||
  readTogether(flow, position, { type: 'TEXT', text }, now) !== undefined
