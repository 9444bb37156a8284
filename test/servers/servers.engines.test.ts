import { Redis } from 'ioredis'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { createDatabase } from './postgres.ts'

it('gives every test an empty PostgreSQL database of its own', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => createDatabase(inject('postgresUrl'))))
  expect(one).not.toBe(other)
  const client = new pg.Client({ connectionString: one })
  await client.connect()
  const { rows } = await client.query("select count(*)::int as n from pg_tables where schemaname = 'public'")
  await client.end()
  expect(rows).toEqual([{ n: 0 }])
})

it('reaches a Redis that keeps nothing on disk', async () => {
  const redis = new Redis(inject('redisUrl'))
  const setting = await redis.config('GET', 'save')
  await redis.quit()
  expect(setting).toEqual(['save', ''])
})
