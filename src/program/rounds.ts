import type { Log } from '../kernel/log.ts'

/** Work that comes round: nothing announces it, and a round that fails is made up for by the next. */
interface Round {
  what: string
  /** Milliseconds. */
  every: number
  work: () => Promise<unknown>
}

/** Keeps no process alive. Answers how to stop. */
export function startRounds(rounds: readonly Round[], log: Log): () => void {
  const timers = rounds.map(({ what, every, work }) =>
    setInterval(() => void work().catch(() => log.warn({ what }, 'a round failed')), every).unref(),
  )
  return () => timers.forEach(clearInterval)
}
