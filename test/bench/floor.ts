// The least that any program of this kind must do: a signature, the same durable writes a turn in groups, two HTTP calls.
// No framework: node:http, undici, and the statements as the drivers take them.
import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { Pool } from 'undici'
import { openFileStore, openServerStore } from './floor-stores.ts'
import { ACCOUNT } from './wire.ts'

const [port, sink, place] = process.argv.slice(2)
if (!port || !sink || !place) throw new Error('floor.ts <port> <address of the sink> <folder or address of PostgreSQL>')

const store = place.startsWith('postgres:') ? await openServerStore(place) : openFileStore(place)
const zalo = new Pool(sink, { connections: 64 })
const TEXTS = ['Xin chào ông/bà.', 'Mời ông/bà chọn việc cần làm.']

interface Event {
  event_name: string
  timestamp: string
  sender: { id: string }
  message: { msg_id: string }
}

async function turn(citizen: string, key: string): Promise<void> {
  const messages = await store.decide(key, citizen, JSON.stringify({ step: 'menu', answers: {} }), TEXTS)
  for (const { seq, text } of messages) {
    const body = JSON.stringify({ recipient: { user_id: citizen }, message: { text } })
    const headers = { 'content-type': 'application/json', access_token: 'bench' }
    const answer = await zalo.request({ method: 'POST', path: '/v3.0/oa/message/cs', headers, body })
    const { error, data } = (await answer.body.json()) as { error: number; data: { message_id: string } }
    if (error !== 0) throw new Error('the sink refused')
    await store.settle(seq, data.message_id)
  }
}

async function receive(raw: Buffer, signature: string, answer: (status: number) => void): Promise<void> {
  if (raw.length === 0) return answer(200)
  const event = JSON.parse(raw.toString()) as Event
  const hash = createHash('sha256')
    .update(ACCOUNT.appId)
    .update(raw)
    .update(event.timestamp)
    .update(ACCOUNT.oaSecretKey)
  if (!timingSafeEqual(hash.digest(), Buffer.from(signature.slice(4), 'hex'))) return answer(401)
  const key = `${event.event_name}:${event.message.msg_id}`
  const isTurn = event.event_name === 'user_send_text'
  await store.keep(key, isTurn ? event.sender.id : '', raw, isTurn ? 'waiting' : 'kept')
  answer(200)
  if (isTurn) await turn(event.sender.id, key)
}

createServer((request, response) => {
  const chunks: Buffer[] = []
  const answer = (status: number) => void response.writeHead(status, { 'content-length': 0 }).end()
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => void receive(Buffer.concat(chunks), String(request.headers['x-zevent-signature']), answer))
}).listen(Number(port), '127.0.0.1')
