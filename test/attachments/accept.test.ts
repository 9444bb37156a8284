import { ZALO } from '../../src/zalo/channel.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accept, LARGEST_FILE } from '../../src/attachments/accept.ts'
import type { Attachment } from '../../src/attachments/attachment.ts'
import { createDownload, type Download } from '../../src/attachments/fetch.ts'
import { createFileStore } from '../../src/attachments/file-store.ts'
import type { Fetched } from '../../src/attachments/ports.ts'
import { createReceiveFile, DAILY } from '../../src/attachments/receive-file.ts'
import { plain } from '../../src/storage/engine/codec.ts'
import type { AttachmentId, CitizenId } from '../../src/kernel/ids.ts'

const NOW = Date.parse('2030-05-01T01:00:00Z')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')

describe('judging a file', () => {
  it.each([
    ['a picture sent as a photo', 'photo', PNG, { outcome: 'accepted', mime: 'image/png' }],
    ['a PDF sent as a document', 'document', PDF, { outcome: 'accepted', mime: 'application/pdf' }],
    ['a PDF where a photo is due', 'photo', PDF, { outcome: 'refused', because: 'wrong type' }],
    [
      'a page of script called anh.png',
      'document',
      Buffer.from('<svg onload=alert(1)>'),
      { outcome: 'refused', because: 'wrong type' },
    ],
    ['a program', 'document', Buffer.from('MZ\u0090\u0000'), { outcome: 'refused', because: 'wrong type' }],
    ['nothing', 'photo', Buffer.alloc(0), { outcome: 'refused', because: 'empty' }],
    ['too much', 'photo', Buffer.alloc(LARGEST_FILE + 1), { outcome: 'refused', because: 'too large' }],
  ] as const)('%s', async (_, kind, content, judged) => expect(await accept(kind, content)).toEqual(judged))
})

describe('the file store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('gives back the bytes under their own hash, and nothing for any other name', async () => {
    const files = createFileStore(folder, plain)
    const [one, two] = await Promise.all([files.put(PNG), files.put(PNG)])
    expect(one).toBe(two)
    expect(await files.get(one)).toEqual(PNG)
    expect(await files.get('0'.repeat(64))).toBeUndefined()
    expect(await files.get('../../etc/passwd')).toBeUndefined()
  })
})

describe('fetching a file', () => {
  const server = createServer((request, response) => {
    if (request.url === '/big') {
      response.end(Buffer.alloc(LARGEST_FILE + 10))
    } else if (request.url === '/redirect') {
      response.writeHead(302, { location: '/ok' }).end()
    } else if (request.url === '/missing') {
      response.writeHead(404).end()
    } else response.end(PNG)
  })
  let origin = ''
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  it.each([
    ['/ok', { outcome: 'fetched', content: PNG }],
    ['/big', { outcome: 'too large' }],
    ['/missing', { outcome: 'gone' }],
    ['/redirect', { outcome: 'fetched', content: PNG }],
  ])('%s from the simulator', async (path, download) => {
    expect(await createDownload({ simulatorOrigin: origin })(origin + path)).toEqual(download)
  })

  it.each([
    'http://cdn.zadn.vn/1.jpg',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://user@cdn.zadn.vn/x',
    'https://cdn.zadn.vn:8443/x',
    'file:///etc/passwd',
    'not an address',
  ])('refuses %s', async (url) =>
    expect(await createDownload({ hosts: ZALO.fileHosts })(url)).toEqual({ outcome: 'forbidden' }),
  )

  it.each(['zadn.vn.example.com', 'example.com', 'evilzadn.vn'])('refuses %s and names it', async (host) =>
    expect(await createDownload({ hosts: ZALO.fileHosts })(`https://${host}/x`)).toEqual({
      outcome: 'forbidden',
      host,
    }),
  )

  it('does not treat the simulator’s address as allowed outside a demonstration', async () => {
    expect(await createDownload({ hosts: ZALO.fileHosts })(`${origin}/ok`)).toEqual({ outcome: 'forbidden' })
  })
})

describe('taking a file in', () => {
  const waiting = (attempts: number): Attachment => ({
    id: 'f1' as AttachmentId,
    citizen: '7' as CitizenId,
    kind: 'photo',
    url: 'https://x',
    state: 'waiting',
    attempts,
    receivedAt: NOW,
  })
  const run = async (
    attachment: Attachment,
    download: Download,
    { sent = { files: 1, bytes: 0 }, isLeft = true } = {},
  ) => {
    const log: object[] = []
    const settled: Fetched[] = []
    const rung: object[] = []
    await createReceiveFile({
      attachments: {
        find: async () => attachment,
        sentSince: async () => sent,
        settle: async (_id, fetched) => (settled.push(fetched), 'settled'),
        heldAmong: async () => new Set(),
      },
      room: { isLeft: async () => isLeft },
      readCard: async () => ({ outcome: 'refused', because: 'no code' }),
      files: { put: async () => 'abc', has: async () => true, remove: async () => false },
      download: async () => download,
      ring: (news) => void rung.push(news),
      now: () => NOW,
      log: { info: () => undefined, warn: () => undefined, error: (fields) => void log.push(fields) },
    })(attachment.id)
    return { settled, rung, ...(log.length > 0 && { log }) }
  }

  it('stores a good one and tells the conversation', async () => {
    expect(await run(waiting(0), { outcome: 'fetched', content: PNG })).toEqual({
      settled: [{ outcome: 'stored', sha256: 'abc', mime: 'image/png', bytes: PNG.length }],
      rung: [{ citizen: '7' }],
    })
  })

  it('tries a failed one again later, and tells the citizen after the sixth time', async () => {
    const failed = { outcome: 'failed', reason: 'ECONNRESET' } as const
    expect(await run(waiting(0), failed)).toEqual({
      settled: [{ outcome: 'later', notBefore: NOW + 2_000 }],
      rung: [{ attachment: 'f1', isCard: false, delayFor: 2_000 }],
    })
    expect((await run(waiting(5), failed)).settled).toEqual([{ outcome: 'refused', because: 'unreachable' }])
  })

  it('reads the picture of a card and stores nothing of it, whatever comes of it', async () => {
    const card = { ...waiting(0), purpose: 'card' } as const
    expect(await run(card, { outcome: 'fetched', content: PNG })).toEqual({
      settled: [{ outcome: 'refused', because: 'no code' }],
      rung: [{ citizen: '7' }],
    })
    expect((await run(card, { outcome: 'fetched', content: Buffer.from('%PDF-1.7') })).settled).toEqual([
      { outcome: 'refused', because: 'wrong type' },
    ])
  })

  it('tries an address that leads to nothing once more, and then tells the citizen', async () => {
    expect((await run(waiting(0), { outcome: 'gone' })).settled).toEqual([{ outcome: 'later', notBefore: NOW + 2_000 }])
    expect((await run(waiting(1), { outcome: 'gone' })).settled).toEqual([
      { outcome: 'refused', because: 'unreachable' },
    ])
  })

  it('refuses one at an unknown host so that an operator sees where it lies and can have it fetched', async () => {
    expect(await run(waiting(0), { outcome: 'forbidden', host: 'f.example.vn' })).toEqual({
      settled: [{ outcome: 'refused', because: 'unknown host' }],
      rung: [{ citizen: '7' }],
      log: [{ host: 'f.example.vn' }],
    })
  })

  it('takes no more than a citizen may send in a day', async () => {
    const good = { outcome: 'fetched', content: PNG } as const
    for (const sent of [
      { files: DAILY.files + 1, bytes: 0 },
      { files: 2, bytes: DAILY.bytes + 1 },
    ])
      expect((await run(waiting(0), good, { sent })).settled).toEqual([{ outcome: 'refused', because: 'too many' }])
    expect((await run(waiting(0), good, { sent: DAILY })).settled).toMatchObject([{ outcome: 'stored' }])
  })

  it('takes no file on a disk that is nearly full, and still reads cards', async () => {
    const good = { outcome: 'fetched', content: PNG } as const
    expect((await run(waiting(0), good, { isLeft: false })).settled).toEqual([
      { outcome: 'refused', because: 'no room' },
    ])
    expect((await run({ ...waiting(0), purpose: 'card' }, good, { isLeft: false })).settled).toEqual([
      { outcome: 'refused', because: 'no code' },
    ])
  })

  it('leaves a settled one alone', async () => {
    expect(await run({ ...waiting(0), state: 'stored' }, { outcome: 'forbidden' })).toEqual({ settled: [], rung: [] })
  })
})
