import { setTimeout as pause } from 'node:timers/promises'
import { numberedAnswers } from '../crash/talk.ts'
import type { FakeZalo } from '../../src/simulator/fake-zalo.ts'

/** An event that the program answered with 200. */
export interface Accepted {
  messageId: string
  /** What its reply is known by. */
  reply: string
  acceptedAt: number
}

/**
 * Keeps every citizen talking at an even pace, all together so many events a second, answered or not. Only a message whose
 * 200 stays away makes its citizen wait: what Zalo repeats later would rightly be handled later.
 */
export function startTalking(zalo: FakeZalo, citizens: readonly string[], eventsPerSecond: number) {
  const every = (citizens.length * 1_000) / eventsPerSecond
  const evening = new AbortController()
  const talk = async (citizen: string, i: number): Promise<Accepted[]> => {
    const accepted: Accepted[] = []
    let next = performance.now() + (i / citizens.length) * every
    for (const { text, reply } of numberedAnswers(Date.now() + 3_600_000)) {
      await pause(Math.max(0, next - performance.now()))
      if (evening.signal.aborted) break
      const { messageId, fate } = zalo.says(citizen, text)
      if ((await fate) !== 'accepted') throw new Error('Zalo gave an event up: it was not answered 200 for too long')
      accepted.push({ messageId, reply, acceptedAt: Date.now() })
      next = Math.max(next + every, performance.now())
    }
    return accepted
  }
  const talking = Promise.all(citizens.map(talk))
  // Reported by `stop`; until then it must not count as unhandled.
  talking.catch(() => undefined)
  return {
    /** Resolves with each citizen's accepted events once the last of them is. */
    stop: (): Promise<Accepted[][]> => {
      evening.abort()
      return talking
    },
  }
}

/** The seconds that each expected reply took from `since` on, or from its event where that came later; lost ones take none. */
export function delaysSince(
  since: number,
  expected: readonly Accepted[],
  seen: readonly { reply: string; at: number }[],
): number[] {
  let from = 0
  return expected.flatMap(({ reply, acceptedAt }) => {
    const found = seen.findIndex((it, i) => i >= from && it.reply === reply)
    if (found < 0) return []
    from = found + 1
    return ((seen[found]?.at ?? 0) - Math.max(since, acceptedAt)) / 1_000
  })
}
