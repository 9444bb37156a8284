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
      'PUBLIC_URL: must be the https address of this service',
    ])
  })

  const real = {
    ...{
      ZALO_APP_ID: '31',
      ZALO_APP_SECRET: 'kq7Wm2xR9tB4nZ8wL1cP',
      ZALO_OA_ID: '22',
      ZALO_OA_SECRET_KEY: 'aV5tY8uK3sJ6dH9gF2qX',
    },
    ...{ PERMIT_KEYS: 'A'.repeat(43), PUBLIC_URL: 'https://motcua.example.test' },
    ...{ STAFF_ADMIN_EMAIL: 'quan.tri@example.test', STAFF_ADMIN_PASSWORD: 'thuyền giấy mùa hạ 4 cánh' },
  }

  it.each([{}, { NODE_ENV: 'production' }, { NODE_ENV: 'development' }])(
    'takes a real account with all that people’s data asks for, and lists all that is weak at once, under %j',
    (mode) => {
      expect(problemsOf({ ...real, ...mode })).toEqual([])
      const weak = {
        ...{
          ZALO_APP_SECRET: 'x',
          ZALO_OA_SECRET_KEY: 'a'.repeat(20),
          PERMIT_KEYS: 'k',
          PUBLIC_URL: 'http://motcua.example.test',
        },
        ...{ ZALO_API_URL: 'http://openapi.example.test', STAFF_ADMIN_PASSWORD: 'aaaaaaaaaaaa' },
      }
      const problems = problemsOf({ ...real, ...weak, ...mode })
      expect(problems.map((line) => line.replace(/:.*/, ''))).toEqual([
        ...[
          'PUBLIC_URL',
          'ZALO_API_URL',
          'ZALO_APP_SECRET',
          'ZALO_OA_SECRET_KEY',
          'STAFF_ADMIN_PASSWORD',
          'PERMIT_KEYS',
        ],
      ])
      expect(problems.join()).not.toContain('aaaa')
    },
  )

  it.each(['http://127.0.0.1:4000/simulator/zalo', 'http://localhost:4000/zalo', 'http://[::1]:4000'])(
    'is a rehearsal, except in production, when Zalo is %s',
    (url) => {
      const account = { ZALO_APP_SECRET: 'x', ZALO_OA_SECRET_KEY: 'y', PUBLIC_URL: 'http://127.0.0.1:3000' }
      const rehearsal = { ...real, ...account, ZALO_API_URL: url, ZALO_OAUTH_URL: url }
      expect(problemsOf(rehearsal)).toEqual([])
      expect(problemsOf({ ...rehearsal, NODE_ENV: 'production' }).length).toBeGreaterThan(3)
    },
  )

  it.each(['http://127.0.0.1.example.test', 'http://openapi.example.test', 'http://localhost.example.test/'])(
    'is no rehearsal because somebody is called %s',
    (url) => {
      expect(problemsOf({ ...real, ZALO_API_URL: url, ZALO_OAUTH_URL: url })).toHaveLength(2)
    },
  )

  it('starts no demonstration in production', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toContain('ZALO_APP_ID: missing')
    expect(problemsOf({ NODE_ENV: 'production' })).toContain('PUBLIC_URL: must be the https address of this service')
  })

  it('keeps personal data plain without DATA_KEYS, and does not repeat one that cannot be read', () => {
    expect(readConfig({})).toMatchObject({ outcome: 'ok', config: { dataKeys: [] } })
    const secret = Buffer.alloc(32, 7)
    expect(readConfig({ DATA_KEYS: `2030:${secret.toString('base64url')}` })).toMatchObject({
      config: { dataKeys: [{ id: '2030', secret }] },
    })
    expect(problemsOf({ DATA_KEYS: secret.toString('base64url') })).toEqual([
      expect.stringMatching(/^DATA_KEYS: one or more of id:secret, /),
    ])
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
