import { createHash, randomBytes } from 'node:crypto'
import { access, mkdir, open, opendir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileCodec, FileShelf, FileStore, KeptFiles } from './ports.ts'

const SHA256 = /^[0-9a-f]{64}$/
const FOLDER = /^[0-9a-f]{2}$/
/** A draft, or a file set aside, of a process that ended in the middle. */
const LEFTOVER = /^[0-9a-f]{64}\.[0-9a-f]{12}$/

/** What the bytes of a file are bound to. */
export const placeOf = (sha256: string): string => `files/${sha256}`

/**
 * A folder of files named by their own SHA-256, two levels deep so that no folder grows too long. The name is of what came,
 * not of what is kept, so that equal files are one under whatever key.
 */
export function createFileStore(folder: string, codec: FileCodec): FileStore & FileShelf & KeptFiles {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const codecOf = (sha256: string) => codec(placeOf(sha256))
  const beside = (path: string) => `${path}.${randomBytes(6).toString('hex')}`
  /** To be renamed, so that a reader or a crash never meets half a file. */
  const writeBeside = async (path: string, bytes: Buffer): Promise<string> => {
    const draft = beside(path)
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    return draft
  }

  return {
    put: async (content) => {
      const sha256 = createHash('sha256').update(content).digest('hex')
      const path = pathOf(sha256)
      await mkdir(dirname(path), { recursive: true })
      const given = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
      await rename(await writeBeside(path, codecOf(sha256).encodeBytes(given)), path)
      return sha256
    },

    get: async (sha256) => {
      const stored = SHA256.test(sha256) ? await unlessAbsent(readFile(pathOf(sha256))) : undefined
      return stored && codecOf(sha256).decodeBytes(stored)
    },

    has: async (sha256) =>
      SHA256.test(sha256) && (await unlessAbsent(access(pathOf(sha256)).then(() => true))) === true,

    remove: async (sha256, isHeld) => {
      if (!SHA256.test(sha256) || (await isHeld())) return false
      const path = pathOf(sha256)
      const aside = beside(path)
      // Out of sight first: whoever stores the same content from now on writes it anew, and whoever stored it
      // between the question and here is found by asking again.
      const isAside = await unlessAbsent(rename(path, aside).then(() => true))
      if (!isAside) return false
      let isNobodys = false
      try {
        isNobodys = !(await isHeld())
      } finally {
        await (isNobodys ? rm(aside, { force: true }) : rename(aside, path))
      }
      return isNobodys
    },

    kept: (sha256, most) =>
      unlessAbsent(most === undefined ? readFile(pathOf(sha256)) : readBeginning(pathOf(sha256), most)),

    replace: async (sha256, bytes) => {
      const path = pathOf(sha256)
      const seen = await unlessAbsent(stat(path))
      if (!seen) return false
      const draft = await writeBeside(path, bytes)
      // It is as old as it was: the sweep judges by that.
      await utimes(draft, seen.atime, seen.mtime)
      const isThere = await unlessAbsent(access(path).then(() => true))
      await (isThere ? rename(draft, path) : rm(draft, { force: true }))
      return isThere === true
    },

    older: async function* (before, from, to) {
      for await (const place of placesIn(folder, from, to)) {
        for await (const { name } of await opendir(join(folder, place))) {
          const whole = SHA256.test(name)
          if (!whole && !LEFTOVER.test(name)) continue
          const seen = await unlessAbsent(stat(join(folder, place, name)))
          if (seen && seen.mtimeMs < before) yield { name, place, whole }
        }
      }
    },

    clear: async ({ name, place, whole }) => {
      if (!whole) await rm(join(folder, place, name), { force: true })
    },
  }
}

async function readBeginning(path: string, most: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* placesIn(folder: string, from: string, to: string | undefined): AsyncGenerator<string> {
  for (const top of await foldersIn(folder)) {
    if (top < from.slice(0, 2)) continue
    for (const low of await foldersIn(join(folder, top))) {
      const place = `${top}/${low}`
      if (place >= from && (to === undefined || place < to)) yield place
    }
  }
}

/** At most 256. */
const foldersIn = async (folder: string): Promise<string[]> =>
  ((await unlessAbsent(readdir(folder))) ?? []).filter((name) => FOLDER.test(name)).sort()

/** Expected of any file: that it is not there. Anything else is a fault of the disk. */
async function unlessAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
}
