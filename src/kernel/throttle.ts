import type { Clock } from './clock.ts'

/** How many keys are remembered at most; the oldest go first, so that strangers cannot fill the memory. */
const REMEMBERED = 10_000

/** Counts tries for each key within a moving window, in the memory of this process. `within` is in milliseconds. */
export function createThrottle({ tries, within, now }: { tries: number; within: number; now: Clock }) {
  const times = new Map<string, number[]>()
  const recent = (key: string): number[] => {
    const list = times.get(key) ?? []
    while (list.length > 0 && now() - list[0]! >= within) list.shift()
    return list
  }

  return {
    /** Counts a try before it is made, so that many at once are no way round; false when the key has none left. */
    take: (key: string): boolean => {
      const list = recent(key)
      if (list.length >= tries) return false
      list.push(now())
      // Put last again: the oldest keys go first.
      times.delete(key)
      times.set(key, list)
      const [oldest] = times.keys()
      if (times.size > REMEMBERED && oldest !== undefined) times.delete(oldest)
      return true
    },
    /** A try that turned out to be right does not count. */
    giveBack: (key: string): void => {
      const list = recent(key)
      list.pop()
      if (list.length === 0) times.delete(key)
    },
  }
}
