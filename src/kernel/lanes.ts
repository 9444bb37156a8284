interface LaneLimits {
  /** Pieces of work under way together. */
  atOnce: number
  /** Pieces that wait, of everybody together. */
  waiting: number
  /** Pieces of one lane that wait. */
  perLane: number
}

type Lanes = Map<string, (() => void)[]>

/** Runs costly work a few at a time. Lanes take turns, so that whoever brings much waits for it and not the others. */
export function createLanes({ atOnce, waiting, perLane }: LaneLimits) {
  const first: Lanes = new Map()
  const later: Lanes = new Map()
  let underWay = 0

  const takeNext = (lanes: Lanes): (() => void) | undefined => {
    const [entry] = lanes
    if (!entry) return undefined
    const [name, line] = entry
    const next = line.shift()
    lanes.delete(name)
    if (line.length > 0) lanes.set(name, line)
    return next
  }
  const countOf = (lanes: Lanes): number => [...lanes.values()].reduce((sum, line) => sum + line.length, 0)

  return {
    /** `isKnown`: goes before all others, who cannot fill its place either. */
    run: async <T>(
      { lane, isKnown }: { lane: string; isKnown: boolean },
      work: () => Promise<T>,
    ): Promise<{ outcome: 'done'; value: T } | { outcome: 'full' }> => {
      const lanes = isKnown ? first : later
      if (underWay >= atOnce) {
        const line = lanes.get(lane) ?? []
        if (line.length >= perLane || countOf(lanes) >= waiting) return { outcome: 'full' }
        lanes.set(lane, line)
        await new Promise<void>((resolve) => line.push(resolve))
      } else underWay++
      try {
        return { outcome: 'done', value: await work() }
      } finally {
        const next = takeNext(first) ?? takeNext(later)
        // The place is handed on, so that nobody slips in between.
        if (next) next()
        else underWay--
      }
    },
  }
}
