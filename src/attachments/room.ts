import { mkdir, statfs } from 'node:fs/promises'
import { type Clock, SECOND } from '../kernel/clock.ts'

/** Below this a disk is nearly full: the rest is for the database, so that words are still taken in. Bytes. */
const KEPT_FREE = 1024 ** 3
const ASKED_EVERY = 5 * SECOND

export interface Room {
  /** Whether the folder's disk has room for one more file. */
  isLeft(): Promise<boolean>
}

/** Asks the file system at most every five seconds. `measure` answers with the free bytes of the folder's disk. */
export function createRoom(folder: string, now: Clock, measure = freeBytes, keptFree = KEPT_FREE): Room {
  let asked: { at: number; free: Promise<number> } | undefined
  return {
    isLeft: async () => {
      if (!asked || now() - asked.at >= ASKED_EVERY || now() < asked.at) asked = { at: now(), free: measure(folder) }
      return (await asked.free) > keptFree
    },
  }
}

async function freeBytes(folder: string): Promise<number> {
  // Beside PostgreSQL nothing has made it before the first file.
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
