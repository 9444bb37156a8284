import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

interface Stat {
  parent: number
  own: number
  /** Of children that ended and were waited for. */
  gone: number
}

/** proc(5): the name in parentheses may hold spaces; what follows it is counted from the state on. Linux only. */
function statOf(pid: number): Stat | undefined {
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // It ended between the listing and the reading.
    return undefined
  }
  const words = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [, parent = 0] = words
  return { parent, own: (words[11] ?? 0) + (words[12] ?? 0), gone: (words[13] ?? 0) + (words[14] ?? 0) }
}

/** Milliseconds of processor time that a process has used so far with all its threads, and with all its children. */
export function processorTime(pid: number): number {
  const stats = new Map<number, Stat>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined
    if (stat) stats.set(Number(name), stat)
  }
  const children = new Map<number, number[]>()
  for (const [child, { parent }] of stats) children.set(parent, [...(children.get(parent) ?? []), child])
  const sum = (one: number): number => {
    const { own = 0, gone = 0 } = stats.get(one) ?? {}
    return own + gone + (children.get(one) ?? []).reduce((total, child) => total + sum(child), 0)
  }
  return (sum(pid) * 1_000) / ticksPerSecond
}
