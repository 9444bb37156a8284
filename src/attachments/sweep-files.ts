import { setTimeout as rest } from 'node:timers/promises'
import { type Clock, HOUR } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { FileShelf, FileStore, HeldContents, KeptFile } from './ports.ts'

const EVERY = 3 * HOUR
/** A file is written before its row says so; nothing younger is judged. */
const YOUNGEST = HOUR
/**
 * Files of one round, and of one question to the database, with milliseconds of rest between two questions: four million in a
 * day, and nobody waits for more than one question. The next round goes on.
 */
const LIMITS = { round: 500_000, batch: 500, rest: 100 }
/** So many old files and none of them known: this is another database's folder, or an older copy of the database. */
const SUSPICIOUS = 100

interface FileSweepPorts {
  files: Pick<FileStore, 'remove'> & FileShelf
  rows: HeldContents
  now: Clock
  /** 0..1; where the first round begins, so that a program often restarted still comes to every file. */
  random: () => number
  log: Log
  /** Hears how many files were deleted. */
  swept?: (files: number) => void
}

/** One round of looking for files that no row refers to: what a crash left behind, or a download that was under way. */
export function createFileSweep({ files, rows, now, random, log, swept }: FileSweepPorts, limits = LIMITS) {
  let from = placeAt(random())

  /** Undefined when it would be wrong to go on. */
  const sweepBatch = async (batch: readonly KeptFile[]): Promise<number | undefined> => {
    const whole = batch.filter((file) => file.whole)
    const held = await rows.heldAmong(whole.map(({ name }) => name))
    if (whole.length >= SUSPICIOUS && held.size === 0) {
      log.error({ files: whole.length }, 'no row knows any of these files: none is deleted')
      return undefined
    }
    let deleted = 0
    for (const file of batch) {
      const { name } = file
      if (!file.whole) await files.clear(file)
      else if (held.has(name)) continue
      else if (!(await files.remove(name, async () => (await rows.heldAmong([name])).has(name)))) continue
      deleted++
    }
    return deleted
  }

  /** `isStopped` is asked between batches. */
  return async (isStopped = () => false): Promise<number> => {
    const began = from
    let looked = 0
    let deleted = 0
    let batch: KeptFile[] = []
    const judge = async (): Promise<boolean> => {
      const gone = await sweepBatch(batch)
      batch = []
      deleted += gone ?? 0
      return gone !== undefined
    }
    const walk = async (start: string, end?: string): Promise<boolean> => {
      for await (const file of files.older(now() - YOUNGEST, start, end)) {
        batch.push(file)
        from = file.place
        if (++looked === limits.round || isStopped()) return false
        if (batch.length < limits.batch) continue
        if (!(await judge())) return false
        await rest(limits.rest)
      }
      return true
    }
    if (await walk(began)) await walk(FIRST, began)
    await judge()
    if (deleted > 0) {
      log.warn({ files: deleted }, 'files that no row refers to were deleted')
      swept?.(deleted)
    }
    return deleted
  }
}

/** Looks at the start and then every three hours, until stopped. */
export function startFileSweep(ports: FileSweepPorts) {
  const sweep = createFileSweep(ports)
  let stopped = false
  let sweeping: Promise<unknown> = Promise.resolve()
  const again = () => {
    sweeping = sweep(() => stopped).catch((cause: unknown) =>
      // The disk or the database is away; the next round looks again.
      ports.log.error({ code: cause instanceof Error ? cause.name : 'unknown' }, 'the sweep of files failed'),
    )
  }
  const timer = setInterval(again, EVERY)
  timer.unref()
  again()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await sweeping
    },
  }
}

const FIRST = '00/00'

/** One of the 65,536 folders. */
const placeAt = (random: number): string => {
  const digits = Math.floor(random * 65_536)
    .toString(16)
    .padStart(4, '0')
  return `${digits.slice(0, 2)}/${digits.slice(2)}`
}
