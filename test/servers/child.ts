import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { threadId } from 'node:worker_threads'
import { PATIENCE } from '../patience.ts'

/** A server of our own, known by its process and stopped by nothing else. */
export interface Child {
  pid: number
  process: ChildProcess
  /** Everything written so far, both streams. */
  output(): string
  /** Resolves when it has ended; after five seconds it is killed. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

const running = new Set<Child>()
const folders = new Set<string>()

function clearAway() {
  for (const child of running) child.process.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}

// The last resort when a test run is interrupted: a child never outlives the process that asked for it.
process.on('exit', clearAway)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    clearAway()
    process.kill(process.pid, signal)
  })
}

/** A folder that is gone when this process ends, however it ends short of SIGKILL. */
export async function temporaryFolder(purpose: string): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `mot-cua-${purpose}-`))
  folders.add(path)
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
      folders.delete(path)
    },
  }
}

export function startChild(command: string, args: readonly string[], options: SpawnOptions = {}): Child {
  const started = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: string[] = []
  started.stdout?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  started.stderr?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  started.on('error', (cause) => chunks.push(String(cause)))
  const ended = new Promise<void>((resolve) => {
    started.on('exit', () => resolve())
    started.on('error', () => resolve())
  })
  const child: Child = {
    pid: started.pid ?? 0,
    process: started,
    output: () => chunks.join(''),
    async stop(signal = 'SIGTERM') {
      started.kill(signal)
      const inTime = await Promise.race([ended.then(() => true), pause(5_000, false, { ref: false })])
      if (!inTime) started.kill('SIGKILL')
      await ended
      running.delete(child)
    },
  }
  running.add(child)
  return child
}

export const hasEnded = ({ process }: Child): boolean => process.exitCode !== null || process.signalCode !== null

/**
 * For servers that take every time from the program: a clock laid under the test run (`npm run test:hours`) is left out,
 * which Redis' allocator and PostgreSQL's other user could not live with.
 */
export const environmentWithOwnClock = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'LD_PRELOAD' && !name.startsWith('FAKETIME')),
  )

/** Asks until the answer is not undefined; a child that died meanwhile is reported with what it wrote. */
export async function untilReady<T>(
  what: string,
  child: Child,
  ask: () => Promise<T | undefined>,
  within = PATIENCE,
): Promise<T> {
  const deadline = Date.now() + within
  for (;;) {
    const answer = await ask().catch(() => undefined)
    if (answer !== undefined) return answer
    if (hasEnded(child) || Date.now() > deadline) {
      const complaint = hasEnded(child) ? 'ended' : `was not ready after ${within} ms`
      await child.stop('SIGKILL')
      throw new Error(`${what} ${complaint}:\n${child.output().slice(-4_000)}`)
    }
    await pause(50)
  }
}

/** Below the ports that a system lends to outgoing connections: one of those can be taken before its server listens. */
const firstPort = 10_240
const portsEach = 50
let portsGiven = 0

/** A port for a server that starts later. Each process, and each thread of it, asks in a block of its own. */
export async function freePort(): Promise<number> {
  const block = (process.pid + threadId * 101) % 400
  for (let tries = 0; tries < portsEach; tries += 1) {
    const port = firstPort + block * portsEach + (portsGiven++ % portsEach)
    if (await canListen(port)) return port
  }
  throw new Error('no port')
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
