import { createHash } from 'node:crypto'
import { type Clock, DAY, HOUR, MINUTE } from '../kernel/clock.ts'
import { toToken } from './identifiers.ts'
import type { FakeZaloOptions } from './options.ts'

/** zalo-oa §6: the access token lives 25 hours, the refresh token three months and once. */
const ACCESS_FOR = 25 * HOUR
const REFRESH_FOR = 90 * DAY
const CODE_FOR = 10 * MINUTE

interface Pair {
  accessToken: string
  refreshToken: string
}

/** Not the envelope of the API: no `message`, and sometimes no number either. */
interface OauthRefusal {
  error?: number
  error_name: string
  error_reason: string
  error_description: string
}

type TokenAnswer = { access_token: string; refresh_token: string; expires_in: string } | OauthRefusal

/** What the consent page was asked for. */
interface ConsentRequest {
  redirectUri: string
  state?: string
  codeChallenge?: string
}

const refused = (error_name: string, error_reason: string, error?: number): OauthRefusal => ({
  ...(error !== undefined && { error }),
  error_name,
  error_reason,
  error_description: error_reason,
})

export type Oauth = ReturnType<typeof createOauth>

export function createOauth(options: FakeZaloOptions) {
  const { appId, appSecret, oaId, makeId, callbackUrl, acceptUnknownRefreshToken = false } = options
  const now: Clock = options.now
  const access = new Map<string, number>()
  const refresh = new Map<string, { expiresAt: number; used: boolean }>()
  const codes = new Map<string, { expiresAt: number; codeChallenge?: string }>()
  if (options.refreshToken) refresh.set(options.refreshToken, { expiresAt: now() + REFRESH_FOR, used: false })

  function grant(): Pair {
    const id = makeId()
    const pair = { accessToken: toToken('access', id), refreshToken: toToken('refresh', id) }
    access.set(pair.accessToken, now() + ACCESS_FOR)
    refresh.set(pair.refreshToken, { expiresAt: now() + REFRESH_FOR, used: false })
    return pair
  }

  function tokens(): TokenAnswer {
    const { accessToken, refreshToken } = grant()
    return { access_token: accessToken, refresh_token: refreshToken, expires_in: String(ACCESS_FOR / 1_000) }
  }

  function useRefreshToken(token: string): TokenAnswer {
    const known = refresh.get(token)
    if (!known && acceptUnknownRefreshToken && token !== '') {
      refresh.set(token, { expiresAt: now(), used: true })
      return tokens()
    }
    if (!known || known.used || known.expiresAt <= now()) {
      return refused('Invalid refresh token', 'Refresh token is invalid, used or expired')
    }
    known.used = true
    return tokens()
  }

  function useCode(code: string, verifier: string): TokenAnswer {
    const known = codes.get(code)
    codes.delete(code)
    if (!known || known.expiresAt <= now()) return refused('Invalid code', 'Authorization code is invalid or expired')
    const challenge = createHash('sha256').update(verifier, 'ascii').digest('base64url')
    if (known.codeChallenge !== undefined && known.codeChallenge !== challenge) {
      return refused('Invalid code verifier', 'Code verifier does not fit the code challenge')
    }
    return tokens()
  }

  return {
    /** A pair without consent, as the console's API Explorer gives one. */
    grant,

    /** The OA withdraws its consent: every token dies at once. */
    revoke(): void {
      access.clear()
      refresh.clear()
    },

    check(accessToken: string | undefined): 'valid' | 'invalid' | 'expired' {
      const expiresAt = access.get(accessToken ?? '')
      if (expiresAt === undefined) return 'invalid'
      return expiresAt > now() ? 'valid' : 'expired'
    },

    /** `GET /v4/oa/permission`: what must be asked of the administrator, or why it is not asked. */
    consentRequest(query: Record<string, string | undefined>): ConsentRequest | OauthRefusal {
      const { app_id, redirect_uri: redirectUri, state, code_challenge: codeChallenge } = query
      if (app_id !== appId) return refused('Invalid app', 'Application is inactive', -14002)
      const isAddress = redirectUri !== undefined && /^https?:\/\//.test(redirectUri) && URL.canParse(redirectUri)
      if (!isAddress || (callbackUrl !== undefined && redirectUri !== callbackUrl)) {
        return refused('Invalid redirect uri', 'Invalid redirect uri', -14003)
      }
      return { redirectUri, ...(state !== undefined && { state }), ...(codeChallenge && { codeChallenge }) }
    },

    /** The administrator said yes: where the browser goes next. */
    consent({ redirectUri, state, codeChallenge }: ConsentRequest): string {
      const code = toToken('code', makeId())
      codes.set(code, { expiresAt: now() + CODE_FOR, ...(codeChallenge !== undefined && { codeChallenge }) })
      const to = new URL(redirectUri)
      to.searchParams.set('code', code)
      to.searchParams.set('oa_id', oaId)
      if (state !== undefined) to.searchParams.set('state', state)
      return to.href
    },

    /** `POST /v4/oa/access_token`, the form already read. */
    token(secretKey: string | undefined, form: URLSearchParams): TokenAnswer {
      if (form.get('app_id') !== appId) return refused('Invalid app', 'Application is inactive', -14002)
      if (secretKey !== appSecret) return refused('Invalid secret key', 'Secret key is invalid')
      const grantType = form.get('grant_type')
      if (grantType === 'refresh_token') return useRefreshToken(form.get('refresh_token') ?? '')
      if (grantType === 'authorization_code') return useCode(form.get('code') ?? '', form.get('code_verifier') ?? '')
      return refused('Invalid grant type', 'Grant type is not supported')
    },
  }
}
