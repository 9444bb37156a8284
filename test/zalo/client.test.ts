import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClient, type ZaloClient } from '../../src/zalo/client.ts'
import { CITIZEN } from './fixture.ts'
import { startLocalZalo } from './local-zalo.ts'

let zalo: Awaited<ReturnType<typeof startLocalZalo>>
let client: ZaloClient

beforeAll(async () => {
  zalo = await startLocalZalo()
  client = createClient(zalo.url)
})
beforeEach(() => void zalo.received.splice(0))
afterAll(() => zalo.close())

const body = { recipient: { user_id: CITIZEN }, message: { text: 'Xin chào ông/bà.' } }
const send = () => client.sendMessage('token-1', body)

it('sends a message with a bare access_token header', async () => {
  zalo.answers({ error: 0, message: 'Success', data: { message_id: 'abc', quota: { quota_type: 'reply' } } })
  expect(await send()).toEqual({ outcome: 'done', value: 'abc' })
  const [request] = zalo.received
  expect(request).toMatchObject({ method: 'POST', path: '/v3.0/oa/message/cs' })
  expect(request?.headers).toMatchObject({ access_token: 'token-1', 'content-type': 'application/json' })
  expect(request?.headers).not.toHaveProperty('authorization')
  expect(JSON.parse(request?.body ?? '')).toEqual(body)
})

it('keeps its connections open', async () => {
  const ports = new Set<number | undefined>()
  zalo.answers((response) => {
    ports.add(response.socket?.remotePort)
    response.end('{"error":0}')
  })
  for (let n = 0; n < 20; n++) await send()
  expect(ports.size).toBeLessThanOrEqual(2)
})

describe('an answer', () => {
  it('that is an error comes with HTTP 200', async () => {
    zalo.answers({ error: -230, message: 'User has not interacted' })
    expect(await send()).toEqual({ outcome: 'refused', code: -230, message: 'User has not interacted' })
  })

  it('that is an error counts whatever the HTTP status', async () => {
    zalo.answers((response) => response.writeHead(400).end('{"error":"-201","message":"text is invalid"}'))
    expect(await send()).toMatchObject({ outcome: 'refused', code: -201 })
  })

  it('without a message id is a success all the same', async () => {
    for (const answer of [{ error: 0, data: {} }, { error: 0 }, { error: '0', data: null }]) {
      zalo.answers(answer)
      expect(await send()).toEqual({ outcome: 'done', value: undefined })
    }
  })

  it.each([
    [502, '<html>Bad Gateway</html>', 'http 502', true],
    [200, '', 'http 200', true],
    [301, '', 'http 301', true],
    [404, 'not here', 'http 404', false],
    [200, '{"message":"hello"}', 'http 200 without an answer', true],
  ])('of %i %j is none', async (status, text, reason, mayHaveArrived) => {
    zalo.answers((response) => response.writeHead(status, { location: '/elsewhere' }).end(text))
    expect(await send()).toEqual({ outcome: 'unanswered', reason, mayHaveArrived })
    expect(zalo.received).toHaveLength(1)
  })

  it('that never comes may hide a success', async () => {
    zalo.answers((response) => response.destroy())
    expect(await send()).toMatchObject({ outcome: 'unanswered', reason: 'econnreset', mayHaveArrived: true })
  })

  it('is not expected where nobody listens', async () => {
    const gone = await startLocalZalo()
    await gone.close()
    expect(await createClient(gone.url).sendMessage('token-1', body)).toEqual({
      outcome: 'unanswered',
      reason: 'econnrefused',
      mayHaveArrived: false,
    })
  })

  it('of more than a megabyte is not read', async () => {
    zalo.answers((response) => response.end(`{"error":0,"message":"${'x'.repeat(1_100_000)}"}`))
    expect(await send()).toMatchObject({ outcome: 'unanswered', mayHaveArrived: true })
  })
})

describe('an upload', () => {
  it('of a picture travels as a form and gives an attachment id', async () => {
    zalo.answers({ error: 0, data: { attachment_id: 'attachment-1' } })
    const uploaded = await client.uploadImage('token-1', Buffer.from('PNG bytes'), 'giay-di-duong.png')
    expect(uploaded).toEqual({ outcome: 'done', value: 'attachment-1' })
    const [request] = zalo.received
    expect(request?.path).toBe('/v2.0/oa/upload/image')
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(request?.headers['access_token']).toBe('token-1')
    expect(request?.body).toMatch(
      /name="file"; filename="giay-di-duong\.png"\r\nContent-Type: image\/png\r\n\r\nPNG bytes\r\n/,
    )
  })

  it('of a document gives a token', async () => {
    zalo.answers({ error: 0, data: { token: 'token-of-file' } })
    expect(await client.uploadFile('token-1', Buffer.from('%PDF'), 'phieu.pdf')).toEqual({
      outcome: 'done',
      value: 'token-of-file',
    })
    expect(zalo.received[0]?.path).toBe('/v2.0/oa/upload/file')
  })

  it('without an id has not happened', async () => {
    zalo.answers({ error: 0, data: {} })
    expect(await client.uploadImage('token-1', Buffer.from('x'), 'x.png')).toMatchObject({ outcome: 'unanswered' })
  })
})

it('reads the id of the account with all its digits, given as a string or bare', async () => {
  for (const id of ['"2200000000000000022"', '2200000000000000022']) {
    zalo.answers((response) => response.end(`{"error":0,"data":{"oaid":${id},"name":"Một Cửa"}}`))
    expect(await client.account('token-1')).toEqual({ outcome: 'done', value: '2200000000000000022' })
  }
})
