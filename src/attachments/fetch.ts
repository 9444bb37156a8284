import { isIP } from 'node:net'
import axios from 'axios'
import { SECOND } from '../kernel/clock.ts'
import { Fault } from '../kernel/fault.ts'
import { LARGEST_FILE } from './accept.ts'
import { createPublicAgent, INTERNET, type Network, PRIVATE_ADDRESS } from './public-agent.ts'

export type Download =
  | { outcome: 'fetched'; content: Buffer }
  | { outcome: 'too large' }
  /** Not an address we fetch from. `host` is named where only a setting of ours stands between us and the file. */
  | { outcome: 'forbidden'; host?: string }
  /** The address leads to nothing any more. */
  | { outcome: 'gone' }
  /** Worth another attempt. */
  | { outcome: 'failed'; reason: string }

const MOST_REDIRECTS = 3

interface DownloadOptions {
  /** The one place besides them, without TLS; for demonstration mode. */
  simulatorOrigin?: string | undefined
  /** Domains that are allowed, with all names under them. */
  hosts?: readonly string[] | undefined
  network?: Network
}

/** Whether an address is one we fetch from at all; undefined when it is. */
export function createHostRule({ simulatorOrigin, hosts = [] }: Omit<DownloadOptions, 'network'>) {
  return (url: URL | undefined): Extract<Download, { outcome: 'forbidden' }> | undefined => {
    if (!url || url.username !== '' || url.password !== '') return { outcome: 'forbidden' }
    if (simulatorOrigin !== undefined && url.origin === simulatorOrigin) return undefined
    const { protocol, port } = url
    const hostname = url.hostname.replace(/\.$/, '')
    if (protocol !== 'https:' || port !== '' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
      return { outcome: 'forbidden' }
    if (hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))) return undefined
    return { outcome: 'forbidden', host: hostname }
  }
}

type Answer = Download | { outcome: 'moved'; to: string }

/**
 * Fetches a citizen's file: https only, from allowed hosts, from public addresses only, never more than the limit. A
 * redirect is followed three times, and each new address is judged like the first.
 */
export function createDownload({ simulatorOrigin, hosts, network = INTERNET }: DownloadOptions = {}) {
  const httpsAgent = createPublicAgent(network)
  const refusal = createHostRule({ simulatorOrigin, hosts })

  const ask = async (url: URL): Promise<Answer> => {
    try {
      const { status, data, headers } = await axios.get<Buffer>(url.href, {
        responseType: 'arraybuffer',
        maxContentLength: LARGEST_FILE,
        maxRedirects: 0,
        timeout: 20 * SECOND,
        signal: AbortSignal.timeout(60 * SECOND),
        validateStatus: () => true,
        proxy: false,
        httpsAgent,
      })
      if (status === 200) return { outcome: 'fetched', content: data }
      const to: unknown = headers['location']
      if (REDIRECTS.has(status) && typeof to === 'string') return { outcome: 'moved', to }
      return status === 404 || status === 410 ? { outcome: 'gone' } : { outcome: 'failed', reason: `http ${status}` }
    } catch (cause) {
      return failure(cause)
    }
  }

  return async (address: string): Promise<Download> => {
    let url = parse(address)
    for (let moved = 0; ; moved++) {
      const refused = refusal(url)
      if (refused || !url) return refused ?? { outcome: 'forbidden' }
      const answer = await ask(url)
      if (answer.outcome !== 'moved') return answer
      if (moved === MOST_REDIRECTS) return { outcome: 'failed', reason: 'too many redirects' }
      url = parse(answer.to, url)
    }
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

const parse = (address: string, base?: URL): URL | undefined =>
  URL.canParse(address, base) ? new URL(address, base) : undefined

/** Expected of a network: that it fails. Only a private address fails for good. */
function failure(cause: unknown): Download {
  if (!axios.isAxiosError(cause)) return { outcome: 'failed', reason: 'network' }
  if (/maxContentLength/.test(cause.message)) return { outcome: 'too large' }
  if (cause.cause instanceof Fault && cause.cause.code === PRIVATE_ADDRESS) return { outcome: 'forbidden' }
  return { outcome: 'failed', reason: cause.code ?? 'network' }
}
