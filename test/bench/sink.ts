// The Zalo of the benchmark: answers every call at once and tells the load generator who was written to.
// Plain sockets, because the two cores are shared with what is measured.
import { createServer, type Socket } from 'node:net'

const [apiPort, newsPort] = process.argv.slice(2).map(Number)

const listeners = new Set<Socket>()
let news = ''

/** `text` is the JSON of a string, as it came: bytes in, the same bytes out. */
function tell(citizen: string, messageId: string, text: string): void {
  if (news === '')
    setImmediate(() => {
      listeners.forEach((socket) => socket.write(news, 'latin1'))
      news = ''
    })
  news += `{"citizen":"${citizen}","messageId":"${messageId}","text":${text}}\n`
}

const respond = (body: string): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

const TOKENS = respond(
  JSON.stringify({ access_token: 'bench-access', refresh_token: 'bench-refresh', expires_in: '90000' }),
)

let sent = 0

function answer(head: string, body: string): string {
  if (head.startsWith('POST /v4/oa/access_token')) return TOKENS
  const citizen = /"user_id":\s*"(\d+)"/.exec(body)?.[1] ?? ''
  const messageId = `a${(sent++).toString(16).padStart(19, '0')}`
  if (citizen) tell(citizen, messageId, /"text":\s*("(?:[^"\\]|\\.)*")/.exec(body)?.[1] ?? '""')
  return respond(
    `{"error":0,"message":"Success","data":{"message_id":"${messageId}","user_id":"${citizen}","quota":{"quota_type":"reply"}}}`,
  )
}

createServer((socket) => {
  let waiting = ''
  socket.setNoDelay(true)
  // latin1 keeps one character a byte, so Content-Length counts characters here.
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    waiting += chunk
    for (;;) {
      const end = waiting.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = waiting.slice(0, end)
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (waiting.length < end + 4 + length) return
      socket.write(answer(head, waiting.slice(end + 4, end + 4 + length)))
      waiting = waiting.slice(end + 4 + length)
    }
  })
  socket.on('error', () => socket.destroy())
}).listen(apiPort, '127.0.0.1')

createServer((socket) => {
  listeners.add(socket)
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => listeners.delete(socket))
}).listen(newsPort, '127.0.0.1')
