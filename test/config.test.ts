import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/config.ts'

const problemsOf = (env: Record<string, string>) => {
  const read = readConfig(env)
  return read.outcome === 'problems' ? read.problems : []
}

describe('the configuration', () => {
  it('needs nothing for a demonstration', () => {
    const read = readConfig({})
    expect(read).toMatchObject({
      outcome: 'ok',
      config: { port: 3000, role: 'all', publicUrl: 'http://localhost:3000' },
    })
    expect(read.outcome === 'ok' && read.config.zalo).toBeUndefined()
  })

  it('lists every missing secret of a real account at once', () => {
    expect(problemsOf({ ZALO_APP_ID: '31' })).toEqual([
      'ZALO_APP_SECRET: missing',
      'ZALO_OA_ID: missing',
      'ZALO_OA_SECRET_KEY: missing',
      'PERMIT_KEYS: missing',
    ])
  })

  it('starts no demonstration in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toContain('ZALO_APP_ID: missing')
    expect(problemsOf({ NODE_ENV: 'production' })).toContain('PUBLIC_URL: must be the https address of this service')
  })

  it('refuses to spread one SQLite file over several processes', () => {
    expect(problemsOf({ ROLE: 'worker' })).toEqual(['ROLE=worker: several processes need DATABASE_URL and REDIS_URL'])
  })

  it.each([
    ['', ['loopback']],
    ['10.0.0.5, fd00::/8', ['10.0.0.5', 'fd00::/8']],
    ['loopback,uniquelocal', ['loopback', 'uniquelocal']],
  ])('reads TRUSTED_PROXIES=%s as %j', (TRUSTED_PROXIES, trustedProxies) => {
    expect(readConfig({ TRUSTED_PROXIES })).toMatchObject({ outcome: 'ok', config: { trustedProxies } })
  })

  it.each(['*', 'true', 'proxy.local', '10.0.0.5 10.0.0.6', '10.0.0.0/40'])(
    'does not take TRUSTED_PROXIES=%s for addresses',
    (TRUSTED_PROXIES) => {
      expect(problemsOf({ TRUSTED_PROXIES })).toEqual([expect.stringMatching(/^TRUSTED_PROXIES: addresses or CIDRs/)])
    },
  )

  it('names a value that cannot be read, and reads an empty one as absent', () => {
    expect(problemsOf({ PORT: 'x', REDIS_URL: 'http://r' })).toHaveLength(2)
    expect(problemsOf({ PORT: '', REDIS_URL: '' })).toEqual([])
  })
})
