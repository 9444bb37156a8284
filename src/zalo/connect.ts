import type { Clock } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { ZaloClient } from './client.ts'
import { CONSENT_TIME, createConsentRequests, type OAuth, type OAuthApp, renderConsentUrl } from './oauth.ts'
import type { Tokens } from './tokens.ts'

export type Connected =
  | { outcome: 'connected' }
  | { outcome: 'refused'; because: 'stale request' | 'another account' | 'Zalo'; reason?: string }

export interface Connect {
  /** Where to send the administrator's browser, and what it must show when it comes back. */
  begin(): { url: string; browser: string }
  /** What came back with the browser: `state`, `code` and `oa_id`, and what it was given. A state is good for one try. */
  finish(query: { state: string; code: string; oaId: string; browser: string }): Promise<Connected>
}

interface ConnectPorts {
  app: OAuthApp
  oaId: string
  oauth: OAuth
  client: ZaloClient
  tokens: Tokens
  oauthUrl: string
  /** Of `/oauth/zalo/callback`, exactly as the console knows it; another one is refused with -14003. */
  redirectUri: string
  now: Clock
  log: Log
}

/** Gives the program its first tokens, or new ones after the old were lost: an administrator of the OA consents. */
export function createConnect(ports: ConnectPorts): Connect {
  const { app, oaId, oauth, client, tokens, oauthUrl, redirectUri, now, log } = ports
  const requests = createConsentRequests(app)

  // Other processes need not know: the browser drops its half at the first answer.
  const used = new Map<string, number>()
  const isFirstUse = (state: string): boolean => {
    for (const [one, at] of used) if (now() - at > CONSENT_TIME) used.delete(one)
    if (used.has(state)) return false
    used.set(state, now())
    return true
  }

  const finish: Connect['finish'] = async (query) => {
    const verifier = requests.verifierOf(query.state, query.browser, now())
    if (verifier === undefined || !isFirstUse(query.state)) return { outcome: 'refused', because: 'stale request' }
    if (query.oaId !== oaId) return { outcome: 'refused', because: 'another account' }
    const granted = await oauth.exchangeCode(query.code, verifier, now())
    if (granted.outcome !== 'granted') return { outcome: 'refused', because: 'Zalo', reason: granted.reason }
    // `oa_id` came through a browser. Whose tokens these are, only Zalo can say.
    const account = await client.account(granted.pair.accessToken)
    if (account.outcome === 'refused') return { outcome: 'refused', because: 'Zalo', reason: `zalo ${account.code}` }
    if (account.outcome !== 'done') return { outcome: 'refused', because: 'Zalo', reason: account.reason }
    if (account.value !== oaId) return { outcome: 'refused', because: 'another account' }
    await tokens.adopt(granted.pair)
    return { outcome: 'connected' }
  }

  return {
    begin: () => {
      const { browser, ...begun } = requests.begin(now())
      return { url: renderConsentUrl(oauthUrl, { appId: app.appId, redirectUri, ...begun }), browser }
    },

    finish: async (query) => {
      const connected = await finish(query)
      log.warn({ oaId, ...connected }, 'consent to speak as the OA')
      return connected
    },
  }
}
