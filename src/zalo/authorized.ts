import { type Clock, MINUTE } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { NotSent } from '../notifications/send.ts'
import type { Reply } from './client.ts'
import { ruleFor, toSendResult } from './errors.ts'
import type { Pace } from './pace.ts'
import type { Tokens } from './tokens.ts'

export type Failed = NotSent

/** A call's value, or what its failure means for the message that wanted it. */
type Called<T> = { outcome: 'done'; value: T } | { outcome: 'expired'; failed: Failed } | Failed

/** How long messages wait while nobody has connected the OA, or its token cannot be renewed. */
const NO_TOKEN_PAUSE = MINUTE

interface AuthorizedPorts {
  tokens: Tokens
  pace?: Pace
  now: Clock
  log: Log
}

/** Calls Zalo with the OA's token and, when Zalo refuses that token, once more with a new one. */
export function createAuthorized({ tokens, pace, now, log }: AuthorizedPorts) {
  const attempt = async <T>(
    citizen: CitizenId,
    call: (accessToken: string) => Promise<Reply<T>>,
  ): Promise<Reply<T> | undefined> => {
    const accessToken = await tokens.current()
    if (accessToken === undefined) return undefined
    if (pace) await pace(citizen)
    const reply = await call(accessToken)
    if (reply.outcome !== 'refused' || ruleFor(reply.code).action !== 'REFRESH') return reply
    const other = await tokens.renewed(accessToken)
    if (other === undefined) return reply
    if (pace) await pace(citizen)
    return call(other)
  }

  /** `citizen` is who waits for the call, so that the pace is shared fairly. */
  return async <T>(citizen: CitizenId, call: (accessToken: string) => Promise<Reply<T>>): Promise<Called<T>> => {
    const reply = await attempt(citizen, call)
    if (!reply) return { outcome: 'later', reason: 'no access token', notBefore: now() + NO_TOKEN_PAUSE }
    switch (reply.outcome) {
      case 'done':
        return reply
      case 'refused': {
        log.warn({ code: reply.code, zaloMessage: withoutNumbers(reply.message) }, 'refused by Zalo')
        const failed = toSendResult(reply.code, now())
        return ruleFor(reply.code).action === 'REUP' ? { outcome: 'expired', failed } : failed
      }
      case 'unanswered':
        return { outcome: 'again', reason: reply.reason, ...(reply.mayHaveArrived && { mayHaveArrived: true }) }
    }
  }
}

export type Authorized = ReturnType<typeof createAuthorized>

/** Zalo's words may quote what we sent: numbers in them are hidden, and the rest is cut. */
const withoutNumbers = (text: string): string => text.replace(/\d{4,}/g, '…').slice(0, 120)
