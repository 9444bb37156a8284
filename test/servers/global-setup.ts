import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's address; take a database of your own with `createDatabase`. */
    postgresUrl: string
    redisUrl: string
  }
}

/** Real servers for the projects that need them. A server that cannot start fails the run; nothing is skipped. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  const redis = await startRedis().catch(async (cause: unknown) => {
    await postgres.stop()
    throw cause
  })
  provide('postgresUrl', postgres.url)
  provide('redisUrl', redis.url)
  return async () => {
    await Promise.all([postgres.stop(), redis.stop()])
  }
}
