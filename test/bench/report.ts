import { cpus } from 'node:os'
import type { Round } from './load.ts'

/** A round, with the milliseconds of processor time the measured process used in it. */
export interface Measured extends Round {
  processor: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

const quantile = (sorted: readonly number[], q: number): number => sorted[Math.floor(sorted.length * q)] ?? NaN

interface Line {
  perSecond: number
  processorPerTurn: number
  typical: number
  slow: number
}

/** Medians over the rounds, so that one disturbed round does not decide. */
const summarise = (rounds: readonly Measured[]): Line => ({
  perSecond: median(rounds.map(({ turns, seconds }) => turns / seconds)),
  processorPerTurn: median(rounds.map(({ turns, processor }) => processor / turns)),
  typical: median(rounds.map(({ latencies }) => quantile(latencies, 0.5))),
  slow: median(rounds.map(({ latencies }) => quantile(latencies, 0.99))),
})

/** The table of `npm run bench`. The ratio is program over floor: above 1 is more, whether that is good or not. */
export function describeRounds(measured: ReadonlyMap<string, readonly Measured[]>): string {
  const lines = new Map([...measured].map(([name, rounds]) => [name, summarise(rounds)]))
  const rows: [string, ...string[]][] = [['', 'turns/s', 'CPU ms/turn', 'median ms', 'p99 ms']]
  const row = (name: string, l: Line, digits: number): [string, ...string[]] => [
    name,
    l.perSecond.toFixed(digits === 3 ? 0 : digits),
    l.processorPerTurn.toFixed(digits),
    l.typical.toFixed(2),
    l.slow.toFixed(2),
  ]
  for (const [name, line] of lines) rows.push(row(name, line, 3))
  const [program, floor] = [lines.get('program'), lines.get('floor')]
  if (program && floor) {
    const ratio: Line = {
      perSecond: program.perSecond / floor.perSecond,
      processorPerTurn: program.processorPerTurn / floor.processorPerTurn,
      typical: program.typical / floor.typical,
      slow: program.slow / floor.slow,
    }
    rows.push(row('ratio', ratio, 2))
  }
  const table = rows
    .map(([name, ...cells]) => name.padEnd(10) + cells.map((cell) => cell.padStart(13)).join(''))
    .join('\n')
  return `${table}\n\nNode ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}; medians of ${[...measured.values()][0]?.length ?? 0} rounds`
}
