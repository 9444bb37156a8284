import type { FileStore, HeldContents } from '../attachments/ports.ts'

/**
 * Deletes contents whose rows are gone, unless others hold the same. After the commit: a process that dies here leaves
 * them to the sweep of files.
 */
export const createForgetFiles =
  (rows: HeldContents, files: Pick<FileStore, 'remove'>) =>
  async (sha256s: readonly string[]): Promise<void> => {
    for (const sha256 of sha256s) await files.remove(sha256, async () => (await rows.heldAmong([sha256])).has(sha256))
  }
