import type { Answer } from './agency.ts'
import { tooMany, UPLOADED_AT_ONCE, type WaitingScan } from './scan-queue.ts'

interface ScanShelf {
  scans(): Promise<WaitingScan[]>
  dropScans(ids: readonly string[]): Promise<void>
  /** Who is signed in. */
  welcome: { get(): Promise<{ post: { id: string } } | undefined> }
}

export interface Waiting {
  waiting: number
  /** Why the agency does not take them. */
  because?: string
}

/**
 * Sends what waits, oldest first. A scan leaves the phone only after the agency said that it has it, and goes only
 * under the session of the post that made it.
 */
export async function uploadScans(
  shelf: ScanShelf,
  send: (scans: readonly WaitingScan[]) => Promise<Answer<unknown>>,
  now: number,
): Promise<Waiting> {
  const welcome = await shelf.welcome.get()
  const all = await shelf.scans()
  const given = new Set(tooMany(all, now))
  if (given.size > 0) await shelf.dropScans([...given])
  let waiting = all.filter(({ id, post }) => !given.has(id) && post === welcome?.post.id).sort((a, b) => a.at - b.at)
  while (waiting.length > 0) {
    const batch = waiting.slice(0, UPLOADED_AT_ONCE)
    const answer = await send(batch)
    if (answer.outcome === 'refused') return { waiting: waiting.length, because: answer.because }
    if (answer.outcome === 'no signal') return { waiting: waiting.length }
    await shelf.dropScans(batch.map(({ id }) => id))
    waiting = waiting.slice(batch.length)
  }
  return { waiting: 0 }
}
