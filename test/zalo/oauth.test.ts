import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../src/kernel/clock.ts'
import { challengeOf, createConsentRequests, createOAuth, readGrant, renderConsentUrl } from '../../src/zalo/oauth.ts'
import { MAY_FIRST } from './fixture.ts'
import { startLocalZalo } from './local-zalo.ts'

const app = { appId: '3100000000000000007', appSecret: 'unit-test-app-secret' }
let zalo: Awaited<ReturnType<typeof startLocalZalo>>

beforeAll(async () => {
  zalo = await startLocalZalo()
})
beforeEach(() => void zalo.received.splice(0))
afterAll(() => zalo.close())

const PAIR = { access_token: 'access-2', refresh_token: 'refresh-2', expires_in: '90000' }

describe('a grant', () => {
  it('is two tokens, and 25 hours in a string', () => {
    const pair = { accessToken: 'access-2', refreshToken: 'refresh-2', expiresAt: MAY_FIRST + 25 * HOUR }
    expect(readGrant(PAIR, MAY_FIRST)).toEqual({ outcome: 'granted', pair })
    expect(readGrant({ ...PAIR, expires_in: 90_000 }, MAY_FIRST)).toEqual({ outcome: 'granted', pair })
  })

  it.each([undefined, '', 'soon', '0', -1, null])('lasts 25 hours when it says %j', (expires_in) => {
    expect(readGrant({ ...PAIR, expires_in }, MAY_FIRST)).toMatchObject({
      pair: { expiresAt: MAY_FIRST + 25 * HOUR },
    })
  })

  it.each([
    [{ error: -14_003, error_name: 'Invalid redirect uri' }, 'oauth -14003'],
    [{ error_name: 'Invalid refresh token', error_reason: 'used' }, 'oauth Invalid refresh token'],
    [{}, 'oauth no tokens'],
    [{ access_token: 'access-2' }, 'oauth no tokens'],
    [{ refresh_token: 'refresh-2' }, 'oauth no tokens'],
    [{ access_token: '', refresh_token: 'refresh-2' }, 'oauth no tokens'],
    [{ access_token: 'undefined-token', refresh_token: null }, 'oauth no tokens'],
  ])('is not in %j', (body, reason) => {
    expect(readGrant(body, MAY_FIRST)).toEqual({ outcome: 'refused', reason })
  })
})

describe('the token endpoint', () => {
  it('is asked for a refresh with the app secret in a header', async () => {
    zalo.answers(PAIR)
    expect(await createOAuth(zalo.url, app).refresh('refresh-1', MAY_FIRST)).toMatchObject({ outcome: 'granted' })
    const [request] = zalo.received
    expect(request).toMatchObject({ method: 'POST', path: '/v4/oa/access_token' })
    expect(request?.headers).toMatchObject({
      secret_key: 'unit-test-app-secret',
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      app_id: '3100000000000000007',
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
    })
  })

  it('is asked to exchange a code with the verifier', async () => {
    zalo.answers({ error: -14_002, error_name: 'inactive' })
    expect(await createOAuth(zalo.url, app).exchangeCode('code-1', 'verifier-1', MAY_FIRST)).toEqual({
      outcome: 'refused',
      reason: 'oauth -14002',
    })
    expect(Object.fromEntries(new URLSearchParams(zalo.received[0]?.body))).toEqual({
      app_id: '3100000000000000007',
      grant_type: 'authorization_code',
      code: 'code-1',
      code_verifier: 'verifier-1',
    })
  })

  it('that does not answer has refused nothing', async () => {
    zalo.answers((response) => response.destroy())
    expect(await createOAuth(zalo.url, app).refresh('refresh-1', MAY_FIRST)).toMatchObject({ outcome: 'unanswered' })
    zalo.answers((response) => response.writeHead(502).end('<html>'))
    expect(await createOAuth(zalo.url, app).refresh('refresh-1', MAY_FIRST)).toMatchObject({ outcome: 'unanswered' })
  })
})

describe('a request for consent', () => {
  it('carries the challenge of the reference vector', () => {
    expect(challengeOf('Q7mK2xV9rT4bN8wZ1cL6pF3sH0dJ5gY2uA7eX4iO9kM')).toBe(
      'A6VSig1EZDpVC-9cZ_Wt1Ujzww3YuFD5sxRdJFaey_g',
    )
  })

  it('goes to the permission page with four parameters', () => {
    const redirectUri = 'https://camau.example.test/oauth/zalo/callback'
    const url = renderConsentUrl('https://oauth.example.test', { appId: 'a', redirectUri, state: 's', verifier: 'v' })
    const { origin, pathname, searchParams } = new URL(url)
    expect(origin + pathname).toBe('https://oauth.example.test/v4/oa/permission')
    expect(Object.fromEntries(searchParams)).toEqual({
      app_id: 'a',
      redirect_uri: redirectUri,
      code_challenge: challengeOf('v'),
      state: 's',
    })
  })

  it('is recognised by any process with the same secret, for ten minutes', () => {
    const { state, verifier, browser } = createConsentRequests(app).begin(MAY_FIRST)
    const other = createConsentRequests(app)
    expect(verifier).toMatch(/^[\w-]{43}$/)
    expect(state).not.toContain(verifier)
    expect(other.verifierOf(state, browser, MAY_FIRST)).toBe(verifier)
    expect(other.verifierOf(state, browser, MAY_FIRST + 10 * MINUTE - 1)).toBe(verifier)
    expect(other.verifierOf(state, browser, MAY_FIRST + 10 * MINUTE)).toBeUndefined()
    expect(other.verifierOf(state, browser, MAY_FIRST - 1)).toBeUndefined()
  })

  it('is good only in the browser that began it', () => {
    const requests = createConsentRequests(app)
    const [one, two] = [requests.begin(MAY_FIRST), requests.begin(MAY_FIRST)]
    for (const browser of ['', two.browser, `${one.browser}x`, one.state])
      expect(requests.verifierOf(one.state, browser, MAY_FIRST)).toBeUndefined()
    expect(one.state).not.toContain(one.browser)
  })

  it('is different every time', () => {
    const requests = createConsentRequests(app)
    const [one, two] = [requests.begin(MAY_FIRST), requests.begin(MAY_FIRST)]
    expect(one.state).not.toBe(two.state)
    expect(one.verifier).not.toBe(two.verifier)
  })

  it('cannot be made without the secret, or made to last', () => {
    const { state, browser } = createConsentRequests(app).begin(MAY_FIRST)
    const [at = '', nonce = '', mac = ''] = state.split('.')
    const later = (MAY_FIRST + HOUR).toString(36)
    const strangers = createConsentRequests({ ...app, appSecret: 'another' })
    expect(strangers.verifierOf(state, browser, MAY_FIRST)).toBeUndefined()
    for (const forged of ['', 'x', '..', `${later}.${nonce}.${mac}`, `${at}.${nonce}x.${mac}`, `${at}.${nonce}.`])
      expect(createConsentRequests(app).verifierOf(forged, browser, MAY_FIRST)).toBeUndefined()
  })
})
