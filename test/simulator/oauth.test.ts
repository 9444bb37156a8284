import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, MINUTE } from '../../src/kernel/clock.ts'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'
import { KEYS, MODEL_NOW, sampleApp, sampleZalo } from './fake.ts'

let now: number
let zalo: FakeZalo
let app: FastifyInstance

beforeEach(async () => {
  now = MODEL_NOW
  zalo = sampleZalo({ now: () => now })
  app = await sampleApp(zalo)
})
afterEach(() => app.close())

type Tokens = Record<'access_token' | 'refresh_token' | 'expires_in' | 'error_name', string | undefined> & {
  error?: number
}

async function token(form: Record<string, string>, secret: string = KEYS.appSecret): Promise<Tokens> {
  const response = await app.inject({
    method: 'POST',
    url: '/simulator/zalo/v4/oa/access_token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: secret },
    payload: new URLSearchParams({ app_id: KEYS.appId, ...form }).toString(),
  })
  expect(response.statusCode).toBe(200)
  return response.json<Tokens>()
}

const refresh = (refresh_token: string, secret?: string) =>
  token({ grant_type: 'refresh_token', refresh_token }, secret)

describe('a refresh token', () => {
  it('buys a new pair, with the seconds as a string', async () => {
    const tokens = await refresh(zalo.oauth.grant().refreshToken)
    expect(tokens).toEqual({
      access_token: expect.any(String) as string,
      refresh_token: expect.any(String) as string,
      expires_in: '90000',
    })
    expect(zalo.oauth.check(tokens.access_token)).toBe('valid')
  })

  it('works once; the new one works in its place', async () => {
    const first = zalo.oauth.grant().refreshToken
    const second = (await refresh(first)).refresh_token ?? ''
    const again = await refresh(first)
    expect(again.access_token).toBeUndefined()
    expect(again.error_name).toBe('Invalid refresh token')
    // The trap of zalo-oa §6: a refusal without a numeric error, under HTTP 200.
    expect('error' in again).toBe(false)
    expect((await refresh(second)).access_token).toBeDefined()
  })

  it('lives three months', async () => {
    const { refreshToken } = zalo.oauth.grant()
    now += 90 * DAY
    expect((await refresh(refreshToken)).access_token).toBeUndefined()
  })

  it('needs the app secret and the app id', async () => {
    const { refreshToken } = zalo.oauth.grant()
    expect((await refresh(refreshToken, 'wrong')).error_name).toBe('Invalid secret key')
    const foreign = await token({ app_id: '1', grant_type: 'refresh_token', refresh_token: refreshToken })
    expect(foreign.error).toBe(-14002)
    expect((await refresh(refreshToken)).access_token).toBeDefined()
  })

  it('can be chosen beforehand, so that another process may hold it', async () => {
    const other = sampleZalo({ refreshToken: 'seed' })
    const form = new URLSearchParams({ app_id: KEYS.appId, grant_type: 'refresh_token', refresh_token: 'seed' })
    expect(other.oauth.token(KEYS.appSecret, form)).toHaveProperty('access_token')
    expect(other.oauth.token(KEYS.appSecret, form)).toHaveProperty('error_name')
  })

  it('of an earlier run is taken only where that is allowed, and once', () => {
    const form = new URLSearchParams({ app_id: KEYS.appId, grant_type: 'refresh_token', refresh_token: 'forgotten' })
    expect(zalo.oauth.token(KEYS.appSecret, form)).toHaveProperty('error_name')
    const forgetful = sampleZalo({ acceptUnknownRefreshToken: true })
    expect(forgetful.oauth.token(KEYS.appSecret, form)).toHaveProperty('access_token')
    expect(forgetful.oauth.token(KEYS.appSecret, form)).toHaveProperty('error_name')
  })
})

describe('consent', () => {
  const verifier = 'Q7mK2xV9rT4bN8wZ1cL6pF3sH0dJ5gY2uA7eX4iO9kM'
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const asked = new URLSearchParams({
    app_id: KEYS.appId,
    redirect_uri: 'https://motcua.example.test/oauth/zalo/callback',
    code_challenge: challenge,
    state: 's-1',
  })
  const permission = (query: string) => app.inject(`/simulator/zalo/v4/oa/permission?${query}`)
  const code = async () => {
    const { headers } = await permission(`${asked.toString()}&consent=yes`)
    return new URL(String(headers.location))
  }
  const exchange = (given: string, code_verifier: string) =>
    token({ grant_type: 'authorization_code', code: given, code_verifier })

  it('is asked for on a page, and given by going back with code, OA and state', async () => {
    const page = await permission(asked.toString())
    expect(page.body).toContain('Đồng ý cấp quyền')
    expect(page.body).toContain('consent=yes')
    const back = await code()
    expect(back.origin + back.pathname).toBe('https://motcua.example.test/oauth/zalo/callback')
    expect(Object.fromEntries(back.searchParams)).toEqual({
      code: expect.any(String) as string,
      oa_id: KEYS.oaId,
      state: 's-1',
    })
  })

  it('gives a code that works once, within ten minutes, with its verifier', async () => {
    const first = (await code()).searchParams.get('code') ?? ''
    expect((await exchange(first, verifier)).access_token).toBeDefined()
    expect((await exchange(first, verifier)).access_token).toBeUndefined()
    expect((await exchange((await code()).searchParams.get('code') ?? '', 'wrong')).error_name).toBe(
      'Invalid code verifier',
    )
    const late = (await code()).searchParams.get('code') ?? ''
    now += 10 * MINUTE
    expect((await exchange(late, verifier)).access_token).toBeUndefined()
  })

  it.each([
    ['another app', { app_id: '1' }, -14002],
    ['an address that is none', { redirect_uri: 'javascript:alert(1)' }, -14003],
  ])('is refused for %s', async (_name, more, error) => {
    const query = new URLSearchParams({ ...Object.fromEntries(asked), ...more })
    expect((await permission(query.toString())).json<Tokens>().error).toBe(error)
  })

  it('is refused for an address other than the registered one', () => {
    const strict = sampleZalo({ callbackUrl: 'https://motcua.example.test/other' })
    expect(strict.oauth.consentRequest(Object.fromEntries(asked))).toMatchObject({ error: -14003 })
  })
})
