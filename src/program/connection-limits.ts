import { MINUTE, SECOND } from '../kernel/clock.ts'

/** How long and how many connections are kept, in milliseconds. */
export interface ConnectionLimits {
  /** For the first line and the headers of a request: who connects and says nothing is let go after this. */
  headersWithin: number
  /** For a whole request with its body. */
  requestWithin: number
  /** Between two requests on one connection. Longer than the 60 s of common proxies, so that they let go first. */
  idleFor: number
  /** Without a byte in either direction, whatever is under way: also who does not read the answer is let go. */
  silentFor: number
  /** How often the first two are looked at. */
  checkedEvery: number
  /** At once, of everybody together. One more is closed as it comes. */
  connections: number
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  ...{ headersWithin: 15 * SECOND, requestWithin: MINUTE, idleFor: 65 * SECOND, silentFor: 70 * SECOND },
  ...{ checkedEvery: 5 * SECOND, connections: 2_000 },
}
