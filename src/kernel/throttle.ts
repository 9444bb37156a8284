import type { Clock } from './clock.ts'

/** How many keys are remembered at most; the oldest go first, so that strangers cannot fill the memory. */
const REMEMBERED = 10_000

/** Counts tries for each key within a moving window, in the memory of this process. `within` is in milliseconds. */
export function createThrottle({ tries, within, now }: { tries: number; within: number; now: Clock }) {
  const times = new Map<string, number[]>()
  const recent = (key: string): number[] => (times.get(key) ?? []).filter((at) => now() - at < within)

  return {
    /** Counts a try before it is made, so that many at once are no way round; false when the key has none left. */
    take: (key: string): boolean => {
      const before = recent(key)
      if (before.length >= tries) return false
      times.delete(key)
      times.set(key, [...before, now()])
      const [oldest] = times.keys()
      if (times.size > REMEMBERED && oldest !== undefined) times.delete(oldest)
      return true
    },
    /** A try that turned out to be right does not count. */
    giveBack: (key: string): void => {
      const before = recent(key).slice(0, -1)
      if (before.length > 0) times.set(key, before)
      else times.delete(key)
    },
  }
}
