import { type Clock, MINUTE, SECOND } from './clock.ts'

/** Who guesses: at what, from where, and from which known device if any. */
interface Guesser {
  /** The account or post whose secret is being tried. */
  subject: string
  /** See `networkOf`. */
  network: string
  /** Of a device that was let in to this very subject before. Strangers cannot make it wait. */
  device?: string
}

type Admission =
  | {
      outcome: 'admitted'
      /** The guess was right: nothing is held against subject and network any more. */
      right(): void
      /** There was no guess after all. */
      untried(): void
    }
  /** More wait already than may. `for` is in milliseconds. */
  | { outcome: 'wait'; for: number }

/** So many wrong ones are answered at once; each further one waits twice as long as the one before. */
const FREE = 5
/** More than for one subject: a whole office may sit behind one address, or all of the world behind one proxy. */
const FREE_OF_NETWORK = 40
const LONGEST_WAIT = 8 * SECOND
const FORGOTTEN_AFTER = 15 * MINUTE
/** How many lines are remembered at most; the oldest go first, so that strangers cannot fill the memory. */
const REMEMBERED = 20_000

const gapOfSubject = (tries: number): number =>
  tries < FREE ? 0 : Math.min(LONGEST_WAIT, SECOND * 2 ** Math.min(tries - FREE, 10))
const gapOfNetwork = (tries: number): number => (tries < FREE_OF_NETWORK ? 0 : SECOND)

interface Line {
  tries: number[]
  /** When the next try may be made. */
  openAt: number
}

interface LimitPorts {
  now: Clock
  pause: (milliseconds: number) => Promise<unknown>
}

/**
 * Slows guessing of one secret from one network down, and many secrets from one network a little, instead of shutting anybody
 * out: a try is answered after its wait. Each process counts for itself, in memory: n processes let a guesser try n times as
 * often, and a restart forgets.
 */
export function createGuessLimit({ now, pause }: LimitPorts) {
  const lines = new Map<string, Line>()
  const lineOf = (key: string): Line => {
    const line = lines.get(key) ?? { tries: [], openAt: 0 }
    while (line.tries.length > 0 && now() - line.tries[0]! >= FORGOTTEN_AFTER) line.tries.shift()
    // Put last again: the oldest lines go first.
    lines.delete(key)
    lines.set(key, line)
    const [oldest] = lines.keys()
    if (lines.size > REMEMBERED && oldest !== undefined) lines.delete(oldest)
    return line
  }

  return {
    /** Counts the try before it is made, so that many at once are no way round, and resolves when it may be made. */
    admit: async ({ subject, network, device }: Guesser): Promise<Admission> => {
      const at = now()
      const key = device === undefined ? `${subject} from ${network}` : `device ${device}`
      const own = lineOf(key)
      const shared = device === undefined ? lineOf(network) : undefined
      const start = Math.max(at, own.openAt, shared?.openAt ?? 0)
      if (start - at > LONGEST_WAIT) return { outcome: 'wait', for: start - at }
      own.tries.push(at)
      own.openAt = start + gapOfSubject(own.tries.length)
      shared?.tries.push(at)
      // What one subject waits for is no reason for the others of its network.
      if (shared) shared.openAt = Math.max(shared.openAt, at) + gapOfNetwork(shared.tries.length)
      if (start > at) await pause(start - at)

      const giveBack = (line: Line | undefined) => {
        line?.tries.pop()
        if (line) line.openAt = Math.min(line.openAt, now())
      }
      return {
        outcome: 'admitted',
        right: () => {
          lines.delete(key)
          giveBack(shared)
        },
        untried: () => {
          giveBack(own)
          giveBack(shared)
        },
      }
    },
  }
}
