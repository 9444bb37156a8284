import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { MINUTE, SECOND } from '../kernel/clock.ts'
import { type CallHost, createHost } from './http.ts'
import { type JsonObject, wordOf } from './json.ts'
import type { TokenPair } from './ports.ts'

export interface OAuthApp {
  appId: string
  /** Of OAuth; not the OA secret key that signs webhooks. */
  appSecret: string
}

/** `refused`: this code or refresh token will never work again. `unanswered`: nobody knows whether it was used up. */
export type Granted =
  | { outcome: 'granted'; pair: TokenPair }
  | { outcome: 'refused'; reason: string }
  | { outcome: 'unanswered'; reason: string }

export interface OAuth {
  refresh(refreshToken: string, now: number): Promise<Granted>
  exchangeCode(code: string, verifier: string, now: number): Promise<Granted>
}

export const createOAuth = (oauthUrl: string, app: OAuthApp): OAuth => createOAuthOf(createHost(oauthUrl), app)

function createOAuthOf(call: CallHost, { appId, appSecret }: OAuthApp): OAuth {
  const ask = async (fields: Record<string, string>, now: number): Promise<Granted> => {
    const headers = { secret_key: appSecret, 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ app_id: appId, ...fields }).toString()
    const answer = await call({ method: 'post', path: '/v4/oa/access_token', headers, body })
    return answer.outcome === 'unanswered' ? answer : readGrant(answer.body, now)
  }

  return {
    refresh: (refreshToken, now) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }, now),
    exchangeCode: (code, verifier, now) =>
      ask({ grant_type: 'authorization_code', code, code_verifier: verifier }, now),
  }
}

/** 25 hours, should Zalo not say (zalo-oa §6). A token that ends sooner is found out by -220. */
const USUAL_LIFE = 90_000

/**
 * Success is two tokens and nothing else: errors have come with HTTP 200 and without a number, and half an answer,
 * once stored, would cost the pair that still works (zalo-oa §6).
 */
export function readGrant(body: JsonObject, now: number): Granted {
  const accessToken = wordOf(body['access_token'])
  const refreshToken = wordOf(body['refresh_token'])
  if (!accessToken || !refreshToken) {
    const code = wordOf(body['error']) ?? wordOf(body['error_name']) ?? 'no tokens'
    return { outcome: 'refused', reason: `oauth ${code.slice(0, 60)}` }
  }
  const seconds = Number(wordOf(body['expires_in']) ?? NaN)
  const life = seconds > 0 ? seconds : USUAL_LIFE
  return { outcome: 'granted', pair: { accessToken, refreshToken, expiresAt: now + life * SECOND } }
}

/** How long a person may take to give consent. The code that follows lives ten minutes as well. */
export const CONSENT_TIME = 10 * MINUTE

interface ConsentRequests {
  /** `state` travels through Zalo, `verifier` never does before the exchange, `browser` stays in a cookie. */
  begin(now: number): { state: string; verifier: string; browser: string }
  /** The verifier of a state that `begin` of this app gave to this very browser within the last ten minutes. */
  verifierOf(state: string, browser: string, now: number): string | undefined
}

/**
 * PKCE without a table: the state is a nonce sealed with the app secret, and the verifier follows from both.
 * Any web process can finish what another began, and only in the browser that began it.
 */
export function createConsentRequests({ appSecret }: OAuthApp): ConsentRequests {
  const seal = (purpose: string, text: string) => createHmac('sha256', appSecret).update(`${purpose}:${text}`).digest()
  const verifierFor = (begun: string) => seal('verifier', begun).toString('base64url')

  return {
    begin: (now) => {
      const browser = randomBytes(32).toString('base64url')
      const begun = `${now.toString(36)}.${randomBytes(12).toString('base64url')}`
      const state = `${begun}.${seal('state', `${begun}.${browser}`).toString('base64url')}`
      return { state, verifier: verifierFor(begun), browser }
    },

    verifierOf: (state, browser, now) => {
      const [at = '', nonce = '', mac = ''] = state.split('.')
      const begun = `${at}.${nonce}`
      const expected = seal('state', `${begun}.${browser}`)
      const given = Buffer.from(mac, 'base64url')
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
      const age = now - Number.parseInt(at, 36)
      return age >= 0 && age < CONSENT_TIME ? verifierFor(begun) : undefined
    },
  }
}

/** Base64url of the SHA-256 of the verifier, without padding; Zalo wants no `code_challenge_method` beside it. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url')

/** Where an administrator of the OA gives consent (zalo-oa §6). */
export function renderConsentUrl(
  oauthUrl: string,
  { appId, redirectUri, state, verifier }: { appId: string; redirectUri: string; state: string; verifier: string },
): string {
  const query = { app_id: appId, redirect_uri: redirectUri, code_challenge: challengeOf(verifier), state }
  return `${oauthUrl}/v4/oa/permission?${new URLSearchParams(query).toString()}`
}
