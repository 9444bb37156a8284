import { beginningOf, tidy } from '../kernel/text.ts'
import type { AttachmentId } from '../kernel/ids.ts'
import type { Attachments, FileStore } from './ports.ts'

interface SentFilesPorts {
  attachments: Pick<Attachments, 'find'>
  files: Pick<FileStore, 'get'>
}

/** What an officer may send: the types that Zalo takes, each with the ending that it knows them by. */
export const SENDABLE: Readonly<Record<string, { ending: string; type: 'picture' | 'document' }>> = {
  'image/jpeg': { ending: 'jpg', type: 'picture' },
  'image/png': { ending: 'png', type: 'picture' },
  'application/pdf': { ending: 'pdf', type: 'document' },
}

/** The bytes of files that an officer sent along, with the name that the citizen sees. */
export function createSentFiles({ attachments, files }: SentFilesPorts) {
  return async (id: string): Promise<{ content: Buffer; fileName: string } | undefined> => {
    const file = await attachments.find(id as AttachmentId)
    const content = file?.sha256 === undefined ? undefined : await files.get(file.sha256)
    if (!content) return undefined
    const stem = beginningOf(tidy(file?.name ?? '').replace(/\.\w{1,8}$/, ''), 80)
    return { content, fileName: `${stem || 'kem-theo'}.${SENDABLE[file?.mime ?? '']?.ending ?? 'bin'}` }
  }
}
