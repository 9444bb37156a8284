import type { ChannelFacts } from '../kernel/channel.ts'
import { HOUR, MINUTE, SECOND } from '../kernel/clock.ts'
import { arrivedOf, type Piece } from './echo.ts'
import type { Lease, Settlement, Waiting } from './outbox.ts'
import type { SendResult } from './send.ts'

/** After this many refused attempts a person must look. At the pauses below that is about seven hours. */
const ATTEMPTS = 12
const LONGEST_PAUSE = HOUR

/** How long after a call of unknown end an echo may come before we believe that the call was lost. */
const ECHO_GRACE = 18 * SECOND
/** The same after the lease of a deliverer that died: mostly it had not even called. */
const DEAD_GRACE = 5 * SECOND

/** When one attempt began and ended. `jitter` in 0..1 spreads the citizens who failed together. */
interface Attempt {
  beganAt: number
  endedAt: number
  jitter: number
}

/** What becomes of a message after one attempt: kept apart from sending so that every branch can be tabled in a test. */
export function settle(
  message: Waiting,
  result: SendResult,
  { beganAt, endedAt, jitter }: Attempt,
  { openFor }: Pick<ChannelFacts, 'openFor'>,
): Settlement {
  if (result.outcome === 'sent')
    return { state: 'sent', ...(result.zaloMessageId !== undefined && { zaloMessageId: result.zaloMessageId }) }
  const { reason, parts = message.parts } = result
  switch (result.outcome) {
    case 'again': {
      const pauseFor = pause(message.attempts, jitter)
      if (result.mayHaveArrived) {
        const until = endedAt + Math.max(ECHO_GRACE, pauseFor)
        return { state: 'in doubt', since: beganAt, until, reason, parts }
      }
      if (message.attempts + 1 >= ATTEMPTS) return { state: 'dead', reason }
      return { state: 'waiting', reason, notBefore: endedAt + pauseFor, parts }
    }
    case 'later':
      if (endedAt - message.createdAt > openFor) return { state: 'dead', reason }
      return { state: 'waiting', reason, notBefore: Math.ceil(result.notBefore), parts }
    case 'window closed':
      return { state: 'held', reason }
    case 'unreachable':
    case 'broken':
      return { state: 'dead', reason }
  }
}

/** What to do with the first message of a lease. `send` names the first piece that has not arrived. */
type Judgement =
  | { do: 'send'; from: number }
  | { do: 'wait' }
  | { do: 'settle'; settlement: Extract<Settlement, { state: 'sent' | 'dead' }> }

/**
 * Whether a message that may have reached Zalo did: its echo says so (design, promise 2). A living deliverer stopped at
 * the piece it doubts. Which one a dead deliverer had come to is unknown, so all of the rest are looked for.
 */
export function judgeDoubt({ doubt }: Lease, message: Waiting, pieces: readonly Piece[], now: number): Judgement {
  if (!doubt) return { do: 'send', from: message.parts }
  const { until = 0, diedSince } = doubt
  const died = diedSince !== undefined
  const { count, last } = arrivedOf(pieces.slice(message.parts, died ? undefined : message.parts + 1), doubt.echoes)
  const from = message.parts + count
  if (count > 0 && from >= pieces.length)
    return { do: 'settle', settlement: { state: 'sent', ...(last && { zaloMessageId: last.messageId }) } }
  if (count > 0 && !died) return { do: 'send', from }
  if (now < Math.max(until, died ? diedSince + DEAD_GRACE : 0)) return { do: 'wait' }
  if (message.attempts >= ATTEMPTS) return { do: 'settle', settlement: { state: 'dead', reason: 'never echoed' } }
  return { do: 'send', from }
}

/** 2 s, 8 s, 32 s, two minutes, then longer, never above an hour. Whole milliseconds: PostgreSQL keeps no others. */
const pause = (attempts: number, jitter: number): number =>
  Math.round(Math.min(LONGEST_PAUSE, 2 * SECOND * 4 ** attempts) * (0.75 + jitter / 2))

/** Whether the channel still takes messages to a citizen, with a minute left for the call. */
export const isWindowOpen = (
  lastInteractionAt: number,
  now: number,
  { openFor }: Pick<ChannelFacts, 'openFor'>,
): boolean => now - lastInteractionAt < openFor - MINUTE
