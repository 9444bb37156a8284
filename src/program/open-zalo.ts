import type { ZaloConfig } from '../config.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Engine } from '../storage/engine/engine.ts'
import { createTokenStore, createUploads } from '../storage/zalo-tokens.ts'
import { createClient } from '../zalo/client.ts'
import { createConnect } from '../zalo/connect.ts'
import { createOAuth } from '../zalo/oauth.ts'
import { createPace } from '../zalo/pace.ts'
import { createChannel, type SendPorts } from '../zalo/send.ts'
import { createTokens } from '../zalo/tokens.ts'

/** Zalo allows an application 4,000 calls a minute (zalo-oa §9); this leaves room for a second process. */
const ZALO_CALLS_PER_SECOND = 30

/** A Zalo account as the program uses it: a real one, or the simulator's. */
export type ZaloAccount = Omit<ZaloConfig, 'siteVerification'>

interface ZaloParts {
  engine: Engine
  zalo: ZaloAccount
  publicUrl: string
  pictures: SendPorts['pictures']
  documents?: SendPorts['documents']
  now: Clock
  log: Log
}

/** What speaks to Zalo: its tokens, how they are first given, and the sending of messages. */
export function openZalo({ engine, zalo, publicUrl, pictures, documents, now, log }: ZaloParts) {
  const oauth = createOAuth(zalo.oauthUrl, zalo)
  const seed = zalo.refreshToken !== undefined ? { seed: zalo.refreshToken } : {}
  const tokens = createTokens({ oaId: zalo.oaId, store: createTokenStore(engine), oauth, now, log, ...seed })
  const client = createClient(zalo.apiUrl)
  const redirectUri = `${publicUrl}/oauth/zalo/callback`
  const connect = createConnect({ app: zalo, ...zalo, oauth, client, tokens, redirectUri, now, log })
  const channel = createChannel({
    client,
    tokens,
    pictures,
    ...(documents && { documents }),
    uploads: createUploads(engine),
    ...(simulatorOrigin(zalo.apiUrl) === undefined && { pace: createPace({ perSecond: ZALO_CALLS_PER_SECOND }) }),
    now,
    log,
  })
  return { tokens, connect, channel }
}

/** Only a simulator is spoken to without TLS; files may then come from it, and from nowhere else besides Zalo. */
export const simulatorOrigin = (apiUrl: string): string | undefined => {
  const { protocol, origin } = new URL(apiUrl)
  return protocol === 'http:' ? origin : undefined
}
