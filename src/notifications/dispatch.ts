import { setTimeout as sleep } from 'node:timers/promises'
import type { ChannelFacts } from '../kernel/channel.ts'
import { type Clock, MINUTE, SECOND } from '../kernel/clock.ts'
import { isStorageUnwell } from '../kernel/fault.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import { codeOf, createSeldom } from '../kernel/seldom.ts'
import type { Doorbell } from './doorbell.ts'
import type { Lease, Outbox, Settlement, Waiting } from './outbox.ts'
import type { Channel, SendResult } from './send.ts'
import { isWindowOpen, judgeDoubt, settle } from './settle.ts'

/** How often the echo of a doubtful message is looked for. */
const LOOK_EVERY = 1.5 * SECOND
/** A third of a lease, so that two lost renewals do no harm. */
const RENEW_EVERY = 8 * SECOND
/** What became of a call is known to this process alone: it tries for this long to write it down. */
const REMEMBER_FOR = MINUTE
const REMEMBER_EVERY = SECOND / 2

const FORGOTTEN: Settlement = { state: 'dead', reason: 'forgotten' }

interface DispatchPorts {
  outbox: Outbox
  channel: Channel
  facts: Pick<ChannelFacts, 'openFor'>
  doorbell: Pick<Doorbell, 'ring'>
  now: Clock
  /** 0..1 */
  random: () => number
  log: Log
  /** Hears what became of each message. */
  counted?: (state: Settlement['state']) => void
  pause?: (forMs: number) => Promise<unknown>
}

/** Answers the delivery bell: sends a citizen's waiting messages one after another, each settled before the next. */
export function createDispatch(ports: DispatchPorts) {
  const { outbox, channel, facts, doorbell, now, random, log, counted, pause = sleep } = ports

  const seldom = createSeldom(now)

  const attempt = async (message: Waiting, lease: Lease, from: number): Promise<Settlement> => {
    if (!isWindowOpen(lease.lastInteractionAt, now(), facts)) return { state: 'held', reason: 'window closed' }
    const beganAt = now()
    const result = await channel.send(message.citizen, message.message, from).catch((cause: unknown): SendResult => {
      if (isStorageUnwell(cause)) throw cause
      // A picture that cannot be drawn, a bug: it counts, or this message would stop all behind it for ever.
      return { outcome: 'again', reason: `fault ${codeOf(cause)}`, mayHaveArrived: true }
    })
    return settle(message, result, { beganAt, endedAt: now(), jitter: random() }, facts)
  }

  /** Writes down what became of a call, through a storage that may be away for a while. */
  const remember = async <T>(write: () => Promise<T>): Promise<T> => {
    const begun = now()
    for (;;) {
      try {
        return await write()
      } catch (cause) {
        // Whatever storage cannot do now. After the last try the boundary below hears of it.
        if (now() - begun >= REMEMBER_FOR) throw cause
        await pause(REMEMBER_EVERY)
      }
    }
  }

  const report = (message: Waiting, settlement: Settlement) => {
    counted?.(settlement.state)
    if (settlement.state === 'sent') return
    const fields = { seq: message.seq, reason: settlement.reason }
    if (settlement.state === 'dead') log.error(fields, 'message is dead')
    else log.warn({ ...fields, attempts: message.attempts + 1 }, `message is ${settlement.state}`)
  }

  /** Sends what the lease holds; answers after how long to ring again, or undefined when all of it is settled. */
  const sendAll = async (lease: Lease, isLost: () => boolean): Promise<number | undefined> => {
    const { messages } = lease
    let next: number | undefined = messages[0]?.seq
    for (const [i, message] of messages.entries()) {
      const isLast = i === messages.length - 1
      const judged = judge(lease, i, message)
      if (judged.do === 'wait') {
        await outbox.release(lease, lease.doubt?.diedSince)
        return LOOK_EVERY
      }
      if (isLost()) return 0
      // While the others were being sent the citizen may have asked to be forgotten.
      if (next !== message.seq) {
        next = await outbox.settle(lease, message, FORGOTTEN, now(), isLast)
        continue
      }
      const settlement = judged.do === 'settle' ? judged.settlement : await attempt(message, lease, judged.from)
      if (settlement.state === 'held') {
        const isHeld = await remember(() => outbox.hold(lease, message, settlement.reason, now()))
        if (isHeld) report(message, settlement)
        // Otherwise the citizen has just written, and what the turn says now is not for the next time.
        return isHeld ? undefined : 0
      }
      const kept = i === 0 ? sinceTheFirstDoubt(lease, settlement) : settlement
      const stops = kept.state === 'waiting' || kept.state === 'in doubt'
      next = await remember(() => outbox.settle(lease, message, kept, now(), stops || isLast))
      report(message, kept)
      if (kept.state === 'in doubt') return LOOK_EVERY
      if (kept.state === 'waiting') return Math.max(0, kept.notBefore - now())
    }
    return next === undefined ? undefined : 0
  }

  const judge = (lease: Lease, i: number, message: Waiting) =>
    i === 0
      ? judgeDoubt(lease, message, channel.piecesOf(message.message), now())
      : ({ do: 'send', from: message.parts } as const)

  const leaseOf = (citizen: CitizenId) =>
    outbox.lease(citizen, now()).catch((cause: unknown) => {
      if (!isStorageUnwell(cause)) throw cause
      // The sweep finds the work as soon as storage can be read.
      const code = codeOf(cause)
      seldom(code, (times) => log.error({ code, times }, 'deliveries wait for storage'))
      return undefined
    })

  return async (citizen: CitizenId): Promise<void> => {
    const lease = await leaseOf(citizen)
    if (!lease) return
    let isLost = false
    const renewing = setInterval(() => {
      outbox.renew(lease, now()).then(
        (renewed) => (isLost = !renewed),
        // Expected while storage is away: the lease lasts for two more tries.
        () => undefined,
      )
    }, RENEW_EVERY)
    renewing.unref()
    try {
      const ringAfter = await sendAll(lease, () => isLost)
      if (ringAfter !== undefined) doorbell.ring('delivery', citizen, ringAfter)
    } catch (cause) {
      // One of the four boundaries: the lease is given back, in doubt about the first message, and the sweep tries again.
      const code = codeOf(cause)
      seldom(code, (times) => log.error({ code, times }, 'delivery failed'))
      await outbox.release(lease, lease.leasedAt).catch(() => {
        // Expected while storage is away: the lease runs out by itself.
      })
    } finally {
      clearInterval(renewing)
    }
  }
}

/** A message in doubt once more: an echo of any of its calls settles it. */
const sinceTheFirstDoubt = ({ doubt }: Lease, settlement: Settlement): Settlement =>
  settlement.state === 'in doubt' && doubt
    ? { ...settlement, since: Math.min(doubt.since, settlement.since) }
    : settlement
