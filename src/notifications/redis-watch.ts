import type { Redis } from 'ioredis'
import { SECOND } from '../kernel/clock.ts'

const ASK_EVERY = SECOND
/** Without an answer for this long Redis counts as away. A silent network says nothing else. */
const PATIENCE = 3 * SECOND

/** Asks Redis every second whether it is there. `changed` hears when it goes and when it comes back. */
export function watchRedis(connection: Redis, changed: (away: boolean) => void) {
  let answeredAt = performance.now()
  let away = false
  const look = () => {
    const silent = performance.now() - answeredAt > PATIENCE
    if (silent === away) return
    away = silent
    changed(away)
  }
  const timer = setInterval(() => {
    // Refused at once while there is no connection, and after a while when nobody answers on it.
    connection.ping().then(
      () => {
        answeredAt = performance.now()
        look()
      },
      () => look(),
    )
    look()
  }, ASK_EVERY)
  timer.unref()
  return { isAway: () => away, stop: () => clearInterval(timer) }
}
