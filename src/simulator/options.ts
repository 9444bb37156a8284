import type { Clock } from '../kernel/clock.ts'
import type { MakeId } from '../kernel/ids.ts'

export interface FakeZaloOptions {
  appId: string
  appSecret: string
  oaId: string
  oaSecretKey: string
  oaName?: string
  /** Where events are posted, whole: `http://localhost:3000/webhooks/zalo`. */
  webhookUrl: string
  /** Origin under which `simulatorRoutes` is mounted: addresses of media are made with it. */
  publicUrl: string
  now: Clock
  makeId: MakeId
  /** Factor on the pauses between retries: 1 is Zalo's ladder, 0.001 makes 30 s into 30 ms. */
  timeScale?: number
  /** Milliseconds the webhook has for its answer; Zalo gives 2,000. */
  answerWithin?: number
  /** Sources disagree whether Zalo repeats after an answer other than 200 or only after no answer (zalo-oa §1.3). */
  retryAfter?: 'any failure' | 'no answer'
  /** Messages kept per citizen. */
  transcriptLimit?: number
  echoes?: boolean
  receipts?: boolean
  /** The one redirect address registered for consent; without it any is taken. */
  callbackUrl?: string
  /** A refresh token that is already valid, so that another process can be configured before this one starts. */
  refreshToken?: string
  /** Zalo remembers its tokens, a fake in memory forgets them: takes a refresh token of an earlier run, once. */
  acceptUnknownRefreshToken?: boolean
  /** Zalo allows 4,000 API calls a minute (zalo-oa §9); no limit unless given. */
  callsPerMinute?: number
}
