import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import axios from 'axios'
import { SECOND } from '../kernel/clock.ts'
import { LARGEST_FILE } from './accept.ts'

export type Download =
  | { outcome: 'fetched'; content: Buffer }
  | { outcome: 'too large' }
  /** Not an address we fetch from. Another attempt would not change that. */
  | { outcome: 'forbidden' }
  /** Worth another attempt. */
  | { outcome: 'failed'; reason: string }

/** Zalo's media hosts; nothing documents the full list, so it is the two domains all captured addresses are under. */
const ZALO_HOSTS = ['zadn.vn', 'zdn.vn', 'zalo.me', 'zaloapp.com'] as const

const PRIVATE = new BlockList()
for (const [net, prefix] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16], ['224.0.0.0', 3]] as const) PRIVATE.addSubnet(net, prefix, 'ipv4') // prettier-ignore
for (const [net, prefix] of [['::', 96], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['::ffff:0:0', 96]] as const) PRIVATE.addSubnet(net, prefix, 'ipv6') // prettier-ignore

/**
 * Fetches a citizen's file: https only, from Zalo's hosts, never a private address, never a redirect, never more than
 * the limit. `simulatorOrigin` is the one exception, for demonstration mode.
 */
export const createDownload =
  (simulatorOrigin?: string) =>
  async (address: string): Promise<Download> => {
    const url = URL.canParse(address) ? new URL(address) : undefined
    if (!url) return { outcome: 'forbidden' }
    const isSimulator = simulatorOrigin !== undefined && url.origin === simulatorOrigin
    if (!isSimulator && !(await isAllowed(url))) return { outcome: 'forbidden' }
    try {
      const { status, data } = await axios.get<Buffer>(url.href, {
        responseType: 'arraybuffer',
        maxContentLength: LARGEST_FILE,
        maxRedirects: 0,
        timeout: 20 * SECOND,
        signal: AbortSignal.timeout(60 * SECOND),
        validateStatus: () => true,
        proxy: false,
      })
      return status === 200 ? { outcome: 'fetched', content: data } : { outcome: 'failed', reason: `http ${status}` }
    } catch (cause) {
      if (axios.isAxiosError(cause) && /maxContentLength/.test(cause.message)) return { outcome: 'too large' }
      return { outcome: 'failed', reason: axios.isAxiosError(cause) ? (cause.code ?? 'network') : 'network' }
    }
  }

async function isAllowed({ protocol, hostname, port }: URL): Promise<boolean> {
  if (protocol !== 'https:' || (port !== '' && port !== '443') || isIP(hostname) !== 0) return false
  if (!ZALO_HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`))) return false
  try {
    const addresses = await lookup(hostname, { all: true })
    return addresses.every(({ address, family }) => !PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4'))
  } catch {
    // A name that does not resolve now is tried by the download itself, which reports and retries it.
    return true
  }
}
