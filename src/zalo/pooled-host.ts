import { type Dispatcher, Pool } from 'undici'
import { type Answer, type Call, type CallHost, LARGEST_ANSWER, readAnswer, SILENCE } from './http.ts'

/** As many conversations with Zalo at once as connections; whoever asks for more waits for a free one. */
const CONNECTIONS = 64

/** undici's names for what sockets and other clients call by these. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'etimedout',
  UND_ERR_SOCKET: 'econnreset',
}

/** A call of the reply path: its body is text. */
export type TextCall = Call & { body?: string }

/**
 * One host of Zalo's for the calls that every reply makes: connections kept open, a seventh of the processor time that
 * axios takes for a call. No redirect is followed and nothing is repeated. A request that was never put on a
 * connection has certainly not arrived; after that, only Zalo's answer tells. A connection that Zalo closed while it
 * stood idle is replaced before anything is written to it.
 */
export function createPooledHost(address: string, timeout: number = SILENCE): CallHost<TextCall> {
  const { origin, pathname } = new URL(address)
  const prefix = pathname === '/' ? '' : pathname
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    connect: { timeout },
    // One timer of ours watches the whole call.
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 1,
  })
  return ({ method, path, headers, body }) =>
    new Promise((resolve) => {
      const request: Dispatcher.DispatchOptions = {
        method: method === 'get' ? 'GET' : 'POST',
        path: prefix + path,
        headers: { 'Accept-Encoding': 'identity', 'User-Agent': 'mot-cua', ...headers },
        body: body ?? null,
      }
      pool.dispatch(request, listen(timeout, resolve))
    })
}

/** Hears one answer to its end, unless it is too long, has not begun after `timeout`, or takes twice that in all. */
function listen(timeout: number, resolve: (answer: Answer) => void): Dispatcher.DispatchHandler {
  let controller: Dispatcher.DispatchController | undefined
  let given = false
  let status = 0
  let bytes = 0
  const chunks: Buffer[] = []

  const answer = (one: Answer) => {
    given = true
    clearTimeout(late)
    resolve(one)
  }
  const giveUp = (reason: string) => {
    if (given) return
    answer({ outcome: 'unanswered', reason, mayHaveArrived: controller !== undefined })
    controller?.abort(new Error(reason))
  }
  let late = setTimeout(() => {
    if (status === 0) return giveUp('econnaborted')
    late = setTimeout(() => giveUp('too slow'), timeout)
  }, timeout)

  return {
    onRequestStart: (started) => {
      // Whoever waited too long for a free connection no longer wants it.
      if (given) return started.abort(new Error('too slow'))
      controller = started
    },
    onResponseStart: (_controller, statusCode) => {
      status = statusCode
    },
    onResponseData: (_controller, chunk) => {
      bytes += chunk.length
      if (bytes > LARGEST_ANSWER) giveUp('answer too large')
      else chunks.push(chunk)
    },
    onResponseEnd: () => {
      if (!given) answer(readAnswer(status, Buffer.concat(chunks)))
    },
    onResponseError: (_controller, cause) => {
      const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : 'network'
      giveUp(KNOWN_AS[code] ?? code.toLowerCase())
    },
  }
}
