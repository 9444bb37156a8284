import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './ports.ts'

/** A folder of files named by their own SHA-256, two levels deep so that no folder grows too long. */
export function createFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

  return {
    put: async (content) => {
      const sha256 = createHash('sha256').update(content).digest('hex')
      const path = pathOf(sha256)
      await mkdir(dirname(path), { recursive: true })
      // Written beside and renamed, so that a reader or a crash never meets half a file.
      const draft = `${path}.${randomBytes(6).toString('hex')}`
      const file = await open(draft, 'wx', 0o600)
      try {
        await file.writeFile(content)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(draft, path)
      return sha256
    },

    remove: async (sha256) => {
      if (/^[0-9a-f]{64}$/.test(sha256)) await rm(pathOf(sha256), { force: true })
    },

    get: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      try {
        return await readFile(pathOf(sha256))
      } catch (cause) {
        // Expected: no such file. Anything else is a fault of the disk.
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw cause
      }
    },
  }
}
