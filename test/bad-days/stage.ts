import { join } from 'node:path'
import { startOutside } from '../crash/outside.ts'
import { startApplication, startQuietly } from '../servers/application.ts'
import { type Child, freePort, temporaryFolder } from '../servers/child.ts'
import { createDatabase, startPostgres } from '../servers/postgres.ts'
import { startRedis } from '../servers/redis.ts'
import { type Relay, startRelay } from '../servers/relay.ts'
import { startRoundRobin } from '../servers/round-robin.ts'
import { openTables, type Tables } from './tables.ts'

export type EngineName = 'sqlite' | 'postgres'

/** A program in use, with Zalo outside of it, and what of its surroundings can be made to fail. */
export interface Stage {
  zalo: Awaited<ReturnType<typeof startOutside>>['zalo']
  /** Every process of the program; nobody starts one that ended anew. */
  processes: readonly Child[]
  tables: Tables
  /** The lines to the servers; there are none where all is one process. */
  database?: Relay & { restart(): Promise<void> }
  redis?: Relay
  close(): Promise<void>
}

/** Zalo's repetitions come after 0.3, 3, 9, 18 and 36 seconds. */
const TIME_SCALE = 0.01

export const openStage = (engine: EngineName): Promise<Stage> => (engine === 'sqlite' ? openSmall() : openLarge())

/** Undone in the opposite order, whatever was begun. */
async function undo(steps: (() => unknown)[]): Promise<void> {
  for (const step of steps.toReversed()) await step()
}

/** One process and a file. */
async function openSmall(): Promise<Stage> {
  const undos: (() => unknown)[] = []
  try {
    const folder = await temporaryFolder('bad-day')
    undos.push(folder.remove)
    const port = await freePort()
    const outside = await startOutside({ webhookPort: port, timeScale: TIME_SCALE })
    undos.push(outside.close)
    const own = { PORT: String(port), DATA_DIR: folder.path, LOG_LEVEL: 'error' }
    const application = await startApplication({ ...outside.settings, ...own })
    undos.push(() => application.stop())
    const tables = await openTables({ file: join(folder.path, 'mot-cua.db') })
    undos.push(tables.close)
    return { zalo: outside.zalo, processes: [application], tables, close: () => undo(undos) }
  } catch (cause) {
    await undo(undos)
    throw cause
  }
}

/** Two processes that listen and two that work, PostgreSQL and Redis behind lines that can fail. */
async function openLarge(): Promise<Stage> {
  const undos: (() => unknown)[] = []
  try {
    const folder = await temporaryFolder('bad-day')
    undos.push(folder.remove)
    const postgres = await startPostgres()
    undos.push(postgres.stop)
    const redis = await startRedis()
    undos.push(redis.stop)
    const direct = await createDatabase(postgres.url)
    const toDatabase = await startRelay(Number(new URL(direct).port))
    undos.push(toDatabase.close)
    const toRedis = await startRelay(Number(new URL(redis.url).port))
    undos.push(toRedis.close)

    const webhookPort = await freePort()
    const outside = await startOutside({ webhookPort, timeScale: TIME_SCALE })
    undos.push(outside.close)
    const settings = {
      ...outside.settings,
      DATA_DIR: folder.path,
      DATABASE_URL: behind(direct, toDatabase),
      REDIS_URL: behind(redis.url, toRedis),
      LOG_LEVEL: 'error',
    }
    // The first brings the tables up to date.
    const first = await startApplication({ ...settings, ROLE: 'web' })
    undos.push(() => first.stop())
    const second = await startApplication({ ...settings, ROLE: 'web' })
    undos.push(() => second.stop())
    const workers: Child[] = []
    for (let n = 0; n < 2; n++) {
      const worker = await startQuietly(['dist/main.js'], '"started"', {
        ...settings,
        ROLE: 'worker',
        LOG_LEVEL: 'info',
      })
      undos.push(() => worker.stop())
      workers.push(worker)
    }
    const balancer = await startRoundRobin([first.port, second.port], webhookPort)
    undos.push(balancer.close)
    const tables = await openTables({ url: direct })
    undos.push(tables.close)
    return {
      zalo: outside.zalo,
      processes: [first, second, ...workers],
      tables,
      database: { ...toDatabase, restart: postgres.restart },
      redis: toRedis,
      close: () => undo(undos),
    }
  } catch (cause) {
    await undo(undos)
    throw cause
  }
}

function behind(address: string, relay: Relay): string {
  const url = new URL(address)
  url.port = String(relay.port)
  return url.href
}
