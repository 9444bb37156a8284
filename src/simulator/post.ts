import http from 'node:http'
import https from 'node:https'

/** One attempt: the status, or that nothing came back in time. */
export type Attempt = { outcome: 'answered'; status: number } | { outcome: 'no answer' }

export interface Poster {
  post(url: string, body: Buffer, headers: Record<string, string>): Promise<Attempt>
  /** Cuts what is under way. */
  close(): void
}

/** `answerWithin` in milliseconds, for the whole exchange. A redirect is an answer other than 200. */
export function createPoster(answerWithin: number): Poster {
  const options = { keepAlive: true, maxSockets: 256 }
  const agents = { http: new http.Agent(options), https: new https.Agent(options) }

  let isClosed = false

  function attempt(url: string, body: Buffer, headers: Record<string, string>): Promise<Attempt | 'stale'> {
    const isSecure = url.startsWith('https:')
    return new Promise((resolve) => {
      const request = (isSecure ? https : http).request(url, {
        method: 'POST',
        agent: isSecure ? agents.https : agents.http,
        headers: { 'content-type': 'application/json', 'content-length': body.length, ...headers },
      })
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        request.destroy()
      }, answerWithin)
      request.on('response', (response) => {
        response.resume()
        response.on('end', () => resolve({ outcome: 'answered', status: response.statusCode ?? 0 }))
      })
      request.on('close', () => {
        clearTimeout(timer)
        // Refused, cut or too late: to Zalo they are the same. Does nothing after an answer.
        resolve(request.reusedSocket && !isLate ? 'stale' : { outcome: 'no answer' })
      })
      request.on('error', () => {})
      request.end(body)
    })
  }

  return {
    async post(url, body, headers) {
      if (isClosed || !URL.canParse(url)) return { outcome: 'no answer' }
      const first = await attempt(url, body, headers)
      // A kept connection that the other side had already closed says nothing about the webhook.
      const last = first === 'stale' && !isClosed ? await attempt(url, body, headers) : first
      return last === 'stale' ? { outcome: 'no answer' } : last
    },
    close() {
      isClosed = true
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}
