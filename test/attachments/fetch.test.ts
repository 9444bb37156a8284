import { ZALO } from '../../src/zalo/channel.ts'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDownload } from '../../src/attachments/fetch.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** The world outside: names resolve as the test says, and every public address is this one server. */
describe('a photo at a host of the real Zalo', () => {
  const hosts: string[] = []
  const server = createServer((request, response) => {
    hosts.push(request.headers.host ?? '')
    const to = /^\/to\?(.*)$/.exec(request.url ?? '')?.[1]
    if (to) response.writeHead(302, { location: decodeURIComponent(to) }).end()
    else response.end(PNG)
  })
  let port = 0
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => server.close())

  const names = new Map<string, string[]>()
  const dialled: string[] = []
  beforeEach(() => {
    names.clear()
    dialled.length = hosts.length = 0
  })
  const network = {
    resolve: async (hostname: string) => {
      const found = names.get(hostname)
      if (!found) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
      return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    },
    dial: ({ host, servername, lookup }: ConnectionOptions) => {
      // Node asks for all addresses and tries them in turn; the first of ours always answers.
      lookup?.(host ?? '', { all: true }, (_cause, found) => {
        dialled.push(`${servername}: ${(found as { address: string }[]).map(({ address }) => address).join(' ')}`)
      })
      return connect(port, '127.0.0.1')
    },
  }
  const download = (url: string, more: readonly string[] = []) =>
    createDownload({ hosts: [...ZALO.fileHosts, ...more], network })(url)

  it.each([
    ['IPv4', ['103.199.7.9']],
    ['IPv6', ['2402:5300:1::9']],
    ['both', ['103.199.7.9', '2402:5300:1::9']],
    ['IPv4 written as IPv6', ['::ffff:103.199.7.9']],
  ])('is taken from a public address of %s, and the connection goes to what was judged', async (_, addresses) => {
    names.set('f.zdn.vn', addresses)
    expect(await download('https://f.zdn.vn/1.jpg')).toEqual({ outcome: 'fetched', content: PNG })
    expect(dialled).toEqual([`f.zdn.vn: ${addresses.join(' ')}`])
    expect(hosts).toEqual(['f.zdn.vn'])
  })

  it.each([
    ['10.1.2.3'],
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['192.168.0.7'],
    ['100.64.1.1'],
    ['0.0.0.0'],
    ['::1'],
    ['fd00::7'],
    ['fe80::7'],
    ['fec0::7'],
    ['::ffff:10.1.2.3'],
    ['64:ff9b::a01:203'],
    ['2002:a01:203::1'],
    ['103.199.7.9', '10.1.2.3'],
    ['2402:5300:1::9', '::1'],
  ])('is not asked for at a private address: %s %s', async (...addresses) => {
    names.set('f.zdn.vn', addresses)
    expect(await download('https://f.zdn.vn/1.jpg')).toEqual({ outcome: 'forbidden' })
    expect(dialled).toEqual([])
  })

  it('waits for a name that does not resolve now', async () => {
    expect(await download('https://f.zdn.vn/1.jpg')).toEqual({ outcome: 'failed', reason: 'ENOTFOUND' })
    names.set('f.zdn.vn', [])
    expect(await download('https://f.zdn.vn/1.jpg')).toMatchObject({ outcome: 'forbidden' })
  })

  it('is taken from the hosts that files in chats were seen at, and from those that a setting adds', async () => {
    for (const host of ['file-stal-16.dlfl.vn', 'a.flchat.vn', 'b.dlmd.me', 'media.example.vn'])
      names.set(host, ['8.8.8.8'])
    for (const host of ['file-stal-16.dlfl.vn', 'a.flchat.vn', 'b.dlmd.me'])
      expect(await download(`https://${host}/1`)).toMatchObject({ outcome: 'fetched' })
    expect(await download('https://media.example.vn/1')).toEqual({ outcome: 'forbidden', host: 'media.example.vn' })
    expect(await download('https://media.example.vn/1', ['example.vn'])).toMatchObject({ outcome: 'fetched' })
  })

  it('follows a redirect three times, and judges each new address like the first', async () => {
    names.set('a.zdn.vn', ['8.8.8.8'])
    names.set('b.zadn.vn', ['10.0.0.1'])
    const to = (url: string) => `https://a.zdn.vn/to?${encodeURIComponent(url)}`
    const chain = (times: number): string => (times === 0 ? 'https://a.zdn.vn/1' : to(chain(times - 1)))
    expect(await download(chain(3))).toMatchObject({ outcome: 'fetched' })
    expect(await download(chain(4))).toEqual({ outcome: 'failed', reason: 'too many redirects' })
    expect(await download(to('/1'))).toMatchObject({ outcome: 'fetched' })
    expect(await download(to('https://b.zadn.vn/1'))).toEqual({ outcome: 'forbidden' })
    expect(await download(to('http://a.zdn.vn/1'))).toEqual({ outcome: 'forbidden' })
    expect(await download(to('https://127.0.0.1/1'))).toEqual({ outcome: 'forbidden' })
    expect(await download(to('https://elsewhere.example/1'))).toEqual({
      outcome: 'forbidden',
      host: 'elsewhere.example',
    })
    expect(await download(to('file:///etc/passwd'))).toEqual({ outcome: 'forbidden' })
  })
})
