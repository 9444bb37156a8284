import { type Clock, SECOND } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import type { Doorbell } from './doorbell.ts'
import type { Claim, Outbox, Settlement, Waiting } from './outbox.ts'
import type { Send } from './send.ts'
import { isWindowOpen, settle } from './settle.ts'

/** How long an echo of a message may take to come back before we believe that it never left. */
const ECHO_GRACE = 5 * SECOND

const FORGOTTEN: Settlement = { state: 'dead', reason: 'forgotten' }

interface DispatchPorts {
  outbox: Outbox
  send: Send
  doorbell: Doorbell
  now: Clock
  /** 0..1 */
  random: () => number
  log: Log
  /** Hears what became of each message. */
  counted?: (state: Settlement['state']) => void
}

/** Answers the delivery bell: sends a citizen's waiting messages one after another, each settled before the next. */
export function createDispatch({ outbox, send, doorbell, now, random, log, counted }: DispatchPorts) {
  const attempt = async (message: Waiting, claim: Claim): Promise<Settlement> => {
    if (!isWindowOpen(claim.lastInteractionAt, now())) return { state: 'held', reason: 'window closed' }
    const result = await send(message.citizen, message.message)
    return settle(message, result, now(), random())
  }

  return async (citizen: CitizenId): Promise<void> => {
    const claim = await outbox.claim(citizen, now())
    if (!claim) return
    const { messages } = claim
    const settleAll = async (): Promise<void> => {
      for (const [i, message] of messages.entries()) {
        const doubt = i === 0 ? judgeDoubt(claim, message, now()) : 'send'
        if (doubt === 'wait') {
          doorbell.ring('delivery', citizen, ECHO_GRACE)
          return outbox.release(citizen, claim.doubt?.since)
        }
        // While the others were being sent the citizen may have asked to be forgotten.
        const isForgotten = i > 0 && !(await outbox.isWaiting(message.seq))
        if (isForgotten) {
          await outbox.settle(message, FORGOTTEN, now(), i === messages.length - 1)
          continue
        }
        const settlement: Settlement = doubt === 'arrived' ? { state: 'sent' } : await attempt(message, claim)
        const stop = settlement.state === 'waiting'
        await outbox.settle(message, settlement, now(), stop || i === messages.length - 1)
        counted?.(settlement.state)
        if (settlement.state === 'dead') log.error({ seq: message.seq, reason: settlement.reason }, 'message is dead')
        if (stop) {
          log.warn({ seq: message.seq, reason: settlement.reason, attempts: message.attempts + 1 }, 'message waits')
          return doorbell.ring('delivery', citizen, Math.max(0, settlement.notBefore - now()))
        }
      }
      if (claim.more) doorbell.ring('delivery', citizen)
    }

    try {
      await settleAll()
    } catch (cause) {
      // One of the four boundaries: the claim is given back, in doubt about the first message, and the sweep tries again.
      log.error({ code: cause instanceof Error ? cause.message : 'unknown' }, 'delivery failed')
      await outbox.release(citizen, claim.claimedAt)
    }
  }
}

/** Whether the first message of a dead deliverer had reached Zalo: its echo says so (design, promise 2). */
export function judgeDoubt({ doubt }: Claim, { message }: Waiting, now: number): 'send' | 'wait' | 'arrived' {
  if (!doubt) return 'send'
  const text = message.type === 'text' ? message.text : message.type === 'picture' ? message.caption : ''
  if (text !== '' && doubt.echoed.includes(text)) return 'arrived'
  return now - doubt.since < ECHO_GRACE ? 'wait' : 'send'
}
