import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Milliseconds of processor time that a process, all its threads together, has used so far. Linux only. */
export function processorTime(pid: number): number {
  // The name in parentheses may hold spaces; utime and stime are the 12th and 13th words after it (proc(5)).
  const words = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(words[11]) + Number(words[12])) * 1_000) / ticksPerSecond
}
