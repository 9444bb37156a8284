import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import { createDispatch } from '../notifications/dispatch.ts'
import { createReceiptBook } from '../notifications/receipts.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import type { Channel } from '../notifications/send.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createOutbox } from '../storage/outbox.ts'
import { createReceipts } from '../storage/receipts.ts'
import { ZALO } from '../zalo/channel.ts'
import type { Metrics } from './health-routes.ts'

interface NotificationParts {
  engine: Engine
  channel: Channel
  doorbell: Doorbell
  metrics: Metrics
  now: Clock
  log: Log
}

/** The messages that wait for citizens, and what sends them. */
export function openNotifications({ engine, channel, doorbell, metrics, now, log }: NotificationParts) {
  const outbox = createOutbox(engine)
  const dispatch = createDispatch({
    outbox,
    channel,
    facts: ZALO,
    doorbell,
    now,
    random: Math.random,
    log,
    counted: metrics.messageSettled,
  })
  return {
    outbox,
    dispatch,
    receipts: createReceiptBook({ receipts: createReceipts(engine), now }),
    /** At the start of the only process: nobody else holds anything. */
    forgetDeadDeliverers: () => outbox.forgetDeadDeliverers(now()),
  }
}
