import type { FileStore } from '../attachments/ports.ts'
import type { CitizenId } from '../kernel/ids.ts'
import type { CitizenRecords } from './ports.ts'

/**
 * Asked before the rows go, answered after: one content may belong to several rows, and a file without its row could not be
 * found again.
 */
export const createForgetFiles =
  (records: Pick<CitizenRecords, 'unfiledFiles' | 'holdsFile'>, files: Pick<FileStore, 'remove'>) =>
  async (citizen: CitizenId): Promise<() => Promise<void>> => {
    const hashes = [...new Set(await records.unfiledFiles(citizen))]
    return async () => {
      for (const sha256 of hashes) if (!(await records.holdsFile(sha256))) await files.remove(sha256)
    }
  }
