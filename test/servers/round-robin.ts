import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** One address in front of several, a connection to each in turn: what a load balancer is to the program. */
export async function startRoundRobin(ports: readonly number[], port = 0): Promise<{ close(): void }> {
  const open = new Set<Socket>()
  let turn = 0
  const server = createServer((client) => {
    const behind = connect(ports[turn++ % ports.length] ?? 0, '127.0.0.1')
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      open.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
