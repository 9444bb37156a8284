import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

type Respond = (response: ServerResponse, received: Received) => void

/** A server on the loopback that answers as a test wishes and remembers what it was asked. */
export async function startLocalZalo() {
  const received: Received[] = []
  let respond: Respond = (response) => response.end('{"error":0,"message":"Success","data":{}}')
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const one = { method, path: url, headers, body: Buffer.concat(chunks).toString() }
      received.push(one)
      respond(response, one)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** JSON, or an answer of the test's own making. */
    answers: (answer: Respond | object) => {
      respond = typeof answer === 'function' ? (answer as Respond) : (response) => response.end(JSON.stringify(answer))
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
