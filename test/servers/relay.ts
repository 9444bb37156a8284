import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line to a server that can be made to fail as networks do. */
export interface Relay {
  port: number
  /** Everything goes through, also what was held back. */
  pass(): void
  /** Packets are lost both ways and nobody is told; new connections are accepted and hear nothing. */
  silence(): void
  /** Those who are connected now are never heard again, as after a change of machines; new connections are made as before. */
  strand(): void
  /** Every connection breaks at once; new ones are made as before. */
  cut(): void
  close(): Promise<void>
}

/** Listens on a port of its own for what is meant for `port` of this machine. */
export async function startRelay(port: number): Promise<Relay> {
  const sockets = new Set<Socket>()
  const stranded = new WeakSet<Socket>()
  let isSilent = false

  const carry = (from: Socket, to: Socket) => {
    sockets.add(from)
    // TCP sends lost packets again, so what came meanwhile arrives once the line is back: it is held, not dropped.
    if (isSilent) from.pause()
    from.on('data', (bytes) => void to.write(bytes))
    from.on('end', () => to.end())
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }

  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
    carry(near, far)
    carry(far, near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  return {
    port: address.port,
    pass: () => {
      isSilent = false
      for (const socket of sockets) if (!stranded.has(socket)) socket.resume()
    },
    silence: () => {
      isSilent = true
      for (const socket of sockets) socket.pause()
    },
    strand: () => {
      for (const socket of sockets) stranded.add(socket.pause())
    },
    cut: () => {
      for (const socket of sockets) socket.resetAndDestroy()
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
