import type { Log } from '../kernel/log.ts'

/** Work that comes round: nothing announces it, and a round that fails is made up for by the next. */
interface Round {
  what: string
  /** Milliseconds. */
  every: number
  work: () => Promise<unknown>
}

/** Keeps no process alive, and begins no round while the one before it goes through a backlog. Answers how to stop. */
export function startRounds(rounds: readonly Round[], log: Log): () => void {
  const timers = rounds.map(({ what, every, work }) => {
    let isUnderWay = false
    const round = async () => {
      if (isUnderWay) return
      isUnderWay = true
      try {
        await work()
      } catch {
        // Whatever it was, the next round makes up for it.
        log.warn({ what }, 'a round failed')
      } finally {
        isUnderWay = false
      }
    }
    return setInterval(() => void round(), every).unref()
  })
  return () => timers.forEach(clearInterval)
}
