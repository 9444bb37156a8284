import type { Round } from './load.ts'

/** A round, with the milliseconds of processor time that the program and its database and Redis used in it. */
export interface Measured extends Round {
  program: number
  servers: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

const quantile = (sorted: readonly number[], q: number): number => sorted[Math.floor(sorted.length * q)] ?? NaN

/** Milliseconds of processor time a turn, all together; the median of the rounds. */
const costOf = (rounds: readonly Measured[]): number =>
  median(rounds.map(({ turns, program, servers }) => (program + servers) / turns))

/**
 * How many times as much a turn costs: the median over pairs of rounds that ran one soon after the other, since a shared
 * machine is now fast and now slow.
 */
export const ratioOf = (these: readonly Measured[], those: readonly Measured[]): number =>
  median(these.map((round, i) => costOf([round]) / costOf(those.slice(i, i + 1))))

export const line = (name: string, cells: readonly string[]): string =>
  name.padEnd(30) + cells.map((cell) => cell.padStart(13)).join('')

/** Medians over the rounds, so that one disturbed round does not decide. */
export function describeRounds(measured: ReadonlyMap<string, readonly Measured[]>): string {
  const rows = [...measured].map(([name, rounds]) =>
    line(name, [
      median(rounds.map(({ perSecond }) => perSecond)).toFixed(0),
      median(rounds.map(({ turns, program }) => program / turns)).toFixed(3),
      median(rounds.map(({ turns, servers }) => servers / turns)).toFixed(3),
      costOf(rounds).toFixed(3),
      median(rounds.map(({ latencies }) => quantile(latencies, 0.5))).toFixed(1),
      median(rounds.map(({ latencies }) => quantile(latencies, 0.99))).toFixed(1),
    ]),
  )
  return [line('', ['turns/s', 'CPU ms/turn', '+ servers', 'sum', 'median ms', 'p99 ms']), ...rows].join('\n')
}

/** One thing that is promised: a ratio or a difference, and what it may be. */
export interface Target {
  what: string
  is: number
  atMost: number
}

export const describeTargets = (targets: readonly Target[]): string =>
  targets
    .map(
      ({ what, is, atMost }) =>
        `${is <= atMost ? ' ' : '✗'} ${what.padEnd(66)}${is.toFixed(2).padStart(8)}   at most ${atMost}`,
    )
    .join('\n')
