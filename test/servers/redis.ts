import { connect } from 'node:net'
import { environmentWithOwnClock, freePort, startChild, temporaryFolder, untilReady } from './child.ts'
import { redisServer } from './programs.ts'

export interface RedisServer {
  url: string
  pid: number
  stop(): Promise<void>
}

const ping = (port: number): Promise<true> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    socket.setTimeout(1_000, () => socket.destroy(new Error('no answer')))
    socket.once('error', reject)
    socket.once('data', (answer) => {
      socket.destroy()
      if (answer.toString().startsWith('+PONG')) resolve(true)
      else reject(new Error('not Redis'))
    })
  })

/** A throw-away Redis that keeps nothing on disk. */
export async function startRedis(): Promise<RedisServer> {
  const folder = await temporaryFolder('redis')
  const port = await freePort()
  const server = startChild(
    redisServer(),
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder.path],
    { cwd: folder.path, env: environmentWithOwnClock() },
  )
  const stop = async () => {
    await server.stop()
    await folder.remove()
  }
  try {
    await untilReady('Redis', server, () => ping(port))
  } catch (cause) {
    await stop()
    throw cause
  }
  return { url: `redis://127.0.0.1:${port}/0`, pid: server.pid, stop }
}
