// The least any program of this kind must do: Fastify, one SHA-256, one group-committed insert, two HTTP calls.
import { createHash, timingSafeEqual } from 'node:crypto'
import { Agent } from 'node:http'
import { join } from 'node:path'
import axios from 'axios'
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { ACCOUNT } from './wire.ts'

const [port, folder, sink] = process.argv.slice(2)
if (!port || !folder || !sink) throw new Error('floor.ts <port> <folder> <address of the sink>')

const database = new Database(join(folder, 'floor.db'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('create table inbox (key text primary key, citizen text, body blob) without rowid')
const insert = database.prepare('insert or ignore into inbox values (?, ?, ?)')
const begin = database.prepare('begin immediate')
const commit = database.prepare('commit')

let group: { key: string; citizen: string; body: Buffer; done: () => void }[] = []

function keep(key: string, citizen: string, body: Buffer): Promise<void> {
  return new Promise((done) => {
    if (group.push({ key, citizen, body, done }) > 1) return
    setImmediate(() => {
      const rows = group
      group = []
      begin.run()
      for (const row of rows) insert.run(row.key, row.citizen, row.body)
      commit.run()
      for (const row of rows) row.done()
    })
  })
}

// As lean as the program's own client: a string goes out, a string comes back and is parsed once.
const api = axios.create({
  baseURL: sink,
  httpAgent: new Agent({ keepAlive: true, maxSockets: 64 }),
  headers: { 'Content-Type': 'application/json', access_token: 'bench' },
  timeout: 10_000,
  maxRedirects: 0,
  responseType: 'text',
  transformRequest: [(body: unknown) => body],
  transformResponse: [(body: unknown) => body],
  validateStatus: null,
})

async function reply(citizen: string): Promise<void> {
  for (const text of ['Xin chào ông/bà.', 'Mời ông/bà chọn việc cần làm.']) {
    const body = JSON.stringify({ recipient: { user_id: citizen }, message: { text } })
    const { data } = await api.post<string>('/v3.0/oa/message/cs', body)
    if ((JSON.parse(data) as { error: number }).error !== 0) throw new Error('the sink refused')
  }
}

const app = Fastify()
app.removeAllContentTypeParsers()
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

app.post<{ Body: Buffer }>('/webhooks/zalo', async (request, response) => {
  const raw = request.body
  const event = JSON.parse(raw.toString()) as { timestamp: string; sender: { id: string }; message: { msg_id: string } }
  const hash = createHash('sha256')
    .update(ACCOUNT.appId)
    .update(raw)
    .update(event.timestamp)
    .update(ACCOUNT.oaSecretKey)
  const given = Buffer.from(String(request.headers['x-zevent-signature']).slice(4), 'hex')
  if (!timingSafeEqual(hash.digest(), given)) return response.code(401).send()
  await keep(event.message.msg_id, event.sender.id, raw)
  void reply(event.sender.id)
  return response.code(200).send()
})

await app.listen({ port: Number(port), host: '127.0.0.1' })
