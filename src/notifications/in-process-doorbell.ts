import type { Bell, SweptDoorbell } from './doorbell.ts'

interface Answering {
  atOnce: number
  work: (key: string) => Promise<void>
  running: Set<string>
  /** Rung while running: answered once more afterwards. */
  again: Set<string>
  /** Rung and not started yet, oldest first. */
  line: Set<string>
}

/** The doorbell of one process: maps of keys, and timers for what is due later. Forgets everything when it ends. */
export function createInProcessDoorbell(onFailure: (bell: Bell, cause: unknown) => void): SweptDoorbell {
  const bells = new Map<Bell, Answering>()
  const timers = new Set<NodeJS.Timeout>()
  let closed = false

  const start = (bell: Bell, answering: Answering) => {
    while (!closed && answering.running.size < answering.atOnce) {
      const [key] = answering.line
      if (key === undefined) return
      answering.line.delete(key)
      answering.running.add(key)
      void answering
        .work(key)
        .catch((cause: unknown) => onFailure(bell, cause))
        .finally(() => {
          answering.running.delete(key)
          if (answering.again.delete(key)) answering.line.add(key)
          start(bell, answering)
        })
    }
  }

  const ring = (bell: Bell, key: string, delayFor = 0) => {
    if (closed) return
    if (delayFor > 0) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        ring(bell, key)
      }, delayFor)
      timer.unref()
      timers.add(timer)
      return
    }
    const answering = bells.get(bell)
    if (!answering) return
    if (answering.running.has(key)) answering.again.add(key)
    else answering.line.add(key)
    start(bell, answering)
  }

  return {
    ring,
    insist: (bell, key) => ring(bell, key),
    answer: (bell, atOnce, work) => {
      bells.set(bell, { atOnce, work, running: new Set(), again: new Set(), line: new Set() })
    },
    close: async () => {
      closed = true
      for (const timer of timers) clearTimeout(timer)
      const isBusy = () => [...bells.values()].some((answering) => answering.running.size > 0)
      while (isBusy()) await new Promise((resolve) => setTimeout(resolve, 10))
    },
  }
}
