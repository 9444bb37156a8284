import Fastify from 'fastify'
import { createFakeZalo } from './fake-zalo.ts'
import type { FakeZaloOptions } from './options.ts'
import { simulatorRoutes } from './routes.ts'

/** The local Zalo as a server of its own. Without `publicUrl` it is reached under the address it listens on. */
export async function startSimulator(
  options: Omit<FakeZaloOptions, 'publicUrl'> & { port: number; host?: string; publicUrl?: string },
) {
  const { port, host = '127.0.0.1', publicUrl = '', ...rest } = options
  const zalo = createFakeZalo({ ...rest, publicUrl })
  const app = Fastify({ logger: false, forceCloseConnections: true })
  await app.register(simulatorRoutes({ zalo }))
  const url = await app.listen({ port, host })
  if (!publicUrl) zalo.moveTo({ publicUrl: url })
  return { url, zalo, close: () => app.close() }
}
