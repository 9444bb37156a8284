import type { Verdict } from '../../permits/code/judge.ts'
import { fromSent, type SentVerdict } from '../number-answer.ts'
import { fromBase64Url } from './base64.ts'
import type { ListSource } from './held-books.ts'
import type { WaitingScan } from './scan-queue.ts'

/** Who is signed in, and the texts that codes stand for. */
export interface Welcome {
  post: { id: string; name: string }
  roots: string[]
  now: number
  purposes: Record<string, string>
  titles: Record<string, string>
}

export type Answer<T> = { outcome: 'ok'; value: T } | { outcome: 'refused'; because: string } | { outcome: 'no signal' }

const PATIENCE = 15_000

let hearTime: (now: number) => void = () => undefined

/** Every answer tells the agency's time; `hear` is told of it. */
export const listenToClock = (hear: (now: number) => void): void => void (hearTime = hear)

async function ask(path: string, body?: unknown): Promise<Response | undefined> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), PATIENCE)
  try {
    const response = await fetch(`/checkpoint/${path}`, {
      signal: stop.signal,
      cache: 'no-store',
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-checkpoint': '1' },
        body: JSON.stringify(body),
      }),
    })
    const now = Number(response.headers.get('x-now'))
    if (now > 0) hearTime(now)
    return response
  } catch {
    // No signal, or one too weak to wait for.
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

async function toAnswer<T>(response: Response | undefined): Promise<Answer<T>> {
  if (!response || response.status >= 500) return { outcome: 'no signal' }
  const value: unknown = await response.json().catch(() => undefined)
  if (response.ok && value !== undefined) return { outcome: 'ok', value: value as T }
  const because = (value as { because?: string } | undefined)?.because
  return { outcome: 'refused', because: because ?? 'Máy chủ trả lời lạ. Xin thử lại sau.' }
}

export const signIn = async (post: string, code: string): Promise<Answer<Welcome>> =>
  toAnswer(await ask('sign-in', { post, code }))

export const session = async (): Promise<Answer<Welcome>> => toAnswer(await ask('session'))

/** Whether the agency heard it. */
export const signOut = async (): Promise<boolean> => (await ask('sign-out', {}))?.ok ?? false

export const sendScans = async (scans: readonly WaitingScan[]): Promise<Answer<{ kept: number }>> =>
  toAnswer(await ask('scans', { scans }))

export async function lookUpNumber(number: string): Promise<Answer<{ verdict: Verdict; now: number }>> {
  const answer = await toAnswer<{ verdict: SentVerdict; now: number }>(await ask('number', { number }))
  if (answer.outcome !== 'ok') return answer
  return { outcome: 'ok', value: { ...answer.value, verdict: fromSent(answer.value.verdict) } }
}

const bytesOf = async (response: Response) => ({ bytes: new Uint8Array(await response.arrayBuffer()) })

export const lists: ListSource = {
  keys: async () => {
    const response = await ask('keys')
    if (!response?.ok) return undefined
    const timestamp = response.headers.get('x-timestamp')
    return { ...(await bytesOf(response)), ...(timestamp !== null && { timestamp: fromBase64Url(timestamp) }) }
  },
  revoked: async (since) => {
    const response = await ask(since === undefined ? 'revoked' : `revoked?since=${since}`)
    return response?.ok ? bytesOf(response) : undefined
  },
}
