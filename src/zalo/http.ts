import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { Axios, AxiosError } from 'axios'
import { SECOND } from '../kernel/clock.ts'
import { type JsonObject, readJson } from './json.ts'

/** One call: a JSON object whatever the HTTP status was, or no usable answer. */
export type Answer =
  | { outcome: 'answered'; status: number; body: JsonObject }
  /** `mayHaveArrived`: the request may have been carried out all the same. */
  | { outcome: 'unanswered'; reason: string; mayHaveArrived: boolean }

export interface Call {
  method: 'get' | 'post'
  path: string
  headers: Record<string, string>
  body?: string | FormData
}

export type CallHost<C extends Call = Call> = (call: C) => Promise<Answer>

/** Without a sign of life. Twice as long for the whole call, which is still shorter than a lease on the tokens. */
export const SILENCE = 10 * SECOND

export const LARGEST_ANSWER = 1024 * 1024

/** Failures before a byte was sent. After any other the request may have been carried out. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
])

/**
 * What an answer's bytes say. A gateway or a page for people may have answered in Zalo's place: behind it, the request
 * may have gone through, unless it was turned away with a 4xx.
 */
export function readAnswer(status: number, text: Buffer | string): Answer {
  const body = readJson(text)
  if (body) return { outcome: 'answered', status, body }
  return { outcome: 'unanswered', reason: `http ${status}`, mayHaveArrived: status < 400 || status >= 500 }
}

/**
 * One host of Zalo's for forms: uploads and OAuth. The bare `Axios` class without the library's defaults: nothing to
 * merge and nothing to transform.
 */
export function createHost(address: string, timeout: number = SILENCE): CallHost {
  const agents = { keepAlive: true, maxSockets: 64 }
  const axios = new Axios({
    adapter: 'http',
    httpAgent: new HttpAgent(agents),
    httpsAgent: new HttpsAgent(agents),
    responseType: 'text',
    timeout,
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
    validateStatus: null,
    proxy: false,
  })

  const attempt: CallHost = async ({ method, path, headers, body }) => {
    try {
      const { status, data } = await axios.request<string>({
        method,
        url: address + path,
        headers: { 'Accept-Encoding': 'identity', 'User-Agent': 'mot-cua', ...headers },
        data: body,
      })
      return readAnswer(status, data)
    } catch (cause) {
      const code = cause instanceof AxiosError ? (cause.code ?? 'network') : 'network'
      return { outcome: 'unanswered', reason: code.toLowerCase(), mayHaveArrived: !NEVER_LEFT.has(code) }
    }
  }

  return (call) => within(2 * timeout, attempt(call))
}

/** An answer that comes byte by byte is left alone: aborting needs a signal in each call, a tenth of its cost. */
function within(limit: number, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve({ outcome: 'unanswered', reason: 'too slow', mayHaveArrived: true }), limit)
    answer.then(resolve, reject).finally(() => clearTimeout(late))
  })
}
