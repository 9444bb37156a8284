/** One attempt: the status, or that nothing came back in time. */
export type Attempt = { outcome: 'answered'; status: number } | { outcome: 'no answer' }

export interface Poster {
  post(url: string, body: Buffer, headers: Record<string, string>): Promise<Attempt>
  /** Cuts what is under way. */
  close(): void
}

/** `answerWithin` in milliseconds, for the whole exchange. A redirect is an answer other than 200. */
export function createPoster(answerWithin: number): Poster {
  const open = new Set<AbortController>()
  return {
    async post(url, body, headers) {
      const controller = new AbortController()
      const timer = setTimeout(() => controller.abort(), answerWithin)
      open.add(controller)
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: new Uint8Array(body),
          redirect: 'manual',
          signal: controller.signal,
        })
        await response.arrayBuffer()
        return { outcome: 'answered', status: response.status }
      } catch {
        // Refused, cut or too late: to Zalo they are the same.
        return { outcome: 'no answer' }
      } finally {
        clearTimeout(timer)
        open.delete(controller)
      }
    },
    close() {
      for (const controller of open) controller.abort()
    },
  }
}
