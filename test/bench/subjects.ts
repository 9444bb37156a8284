import { join } from 'node:path'
import { inventPermitSecret, script, startApplication, startQuietly } from '../servers/application.ts'
import { type Child, freePort, startChild, temporaryFolder, untilReady } from '../servers/child.ts'
import { startPostgres } from '../servers/postgres.ts'
import { startRedis } from '../servers/redis.ts'
import type { Side } from './checkout.ts'
import { processorTime } from './processor-time.ts'
import { ACCOUNT } from './wire.ts'

/** Something that answers citizens, with everything that works for it and for nobody else. */
export interface Subject {
  name: string
  port: number
  /** Milliseconds of processor time used so far: by the program, and by its database and Redis. */
  used(): { program: number; servers: number }
  /** Among how many processes its turns are divided. */
  workers: number
  /** Its SQLite file, where it has one. */
  file?: string
  close(): Promise<void>
}

export type Shape = 'sqlite' | 'postgres' | 'one worker' | 'two workers'

const settingsFor = (sinkUrl: string, folder: string) => ({
  DATA_DIR: folder,
  ZALO_APP_ID: ACCOUNT.appId,
  ZALO_APP_SECRET: ACCOUNT.appSecret,
  ZALO_OA_ID: ACCOUNT.oaId,
  ZALO_OA_SECRET_KEY: ACCOUNT.oaSecretKey,
  ZALO_REFRESH_TOKEN: 'bench-refresh',
  ZALO_API_URL: sinkUrl,
  ZALO_OAUTH_URL: sinkUrl,
  PERMIT_KEYS: inventPermitSecret(),
  LOG_LEVEL: 'error',
})

/** The program of a checkout with servers of its own, so that their processor time is its alone. */
export async function openProgram(
  side: Side,
  shape: Shape,
  sinkUrl: string,
  nodeOptions: string[] = [],
): Promise<Subject> {
  const folder = await temporaryFolder('bench')
  const settings = settingsFor(sinkUrl, folder.path)
  const postgres = shape === 'sqlite' ? undefined : await startPostgres()
  const redis = shape === 'one worker' || shape === 'two workers' ? await startRedis() : undefined
  const placed = { ...settings, DATABASE_URL: postgres?.url, REDIS_URL: redis?.url }
  const processes: Child[] = []
  const close = async () => {
    for (const child of processes) await child.stop()
    await redis?.stop()
    await postgres?.stop()
    await folder.remove()
  }
  try {
    const web = await startApplication({ ...placed, ROLE: redis ? 'web' : 'all' }, nodeOptions, side.folder)
    processes.push(web)
    for (let n = 0; n < (shape === 'two workers' ? 2 : redis ? 1 : 0); n++)
      processes.push(
        await startQuietly(
          ['dist/main.js'],
          '"started"',
          { ...placed, ROLE: 'worker', LOG_LEVEL: 'info' },
          side.folder,
        ),
      )
    return {
      name: `${side.name}, ${shape}`,
      port: web.port,
      workers: shape === 'two workers' ? 2 : 1,
      used: () => ({
        program: processes.reduce((sum, { pid }) => sum + processorTime(pid), 0),
        servers: (postgres ? processorTime(postgres.pid()) : 0) + (redis ? processorTime(redis.pid) : 0),
      }),
      ...(shape === 'sqlite' && { file: join(folder.path, 'mot-cua.db') }),
      close,
    }
  } catch (cause) {
    await close()
    throw cause
  }
}

/** The same durable writes a turn without any framework. */
export async function openFloor(engine: 'sqlite' | 'postgres', sinkUrl: string): Promise<Subject> {
  const folder = await temporaryFolder('bench')
  const postgres = engine === 'postgres' ? await startPostgres() : undefined
  const port = await freePort()
  const child = startTsx('test/bench/floor.ts', port, sinkUrl, postgres?.url ?? folder.path)
  const close = async () => {
    await child.stop()
    await postgres?.stop()
    await folder.remove()
  }
  await untilReady('The floor', child, async () => (await fetch(`http://127.0.0.1:${port}/`)).status)
  return {
    name: `floor, ${engine}`,
    port,
    workers: 1,
    used: () => ({ program: processorTime(child.pid), servers: postgres ? processorTime(postgres.pid()) : 0 }),
    close,
  }
}

export const startTsx = (file: string, ...args: (string | number)[]): Child =>
  startChild(process.execPath, ['--import', 'tsx', script(file), ...args.map(String)], { cwd: script('.') })
