import type { FileStore } from '../attachments/ports.ts'
import type { OfficerAct } from '../dossiers/acts/act.ts'
import type { Clock } from '../kernel/clock.ts'
import type { AttachmentId } from '../kernel/ids.ts'
import type { ActOutcome, ActRequest } from './act-by-officer.ts'

/** A file that was judged fit to be sent. */
export interface FileToSend {
  type: 'picture' | 'document'
  mime: string
  name: string
  content: Buffer
}

export interface ReplyRequest extends Omit<ActRequest, 'act' | 'uploads'> {
  act: Extract<OfficerAct, { type: 'reply' | 'answer' }>
  files: readonly FileToSend[]
}

interface ReplyPorts {
  act: (request: ActRequest) => Promise<ActOutcome>
  files: Pick<FileStore, 'put' | 'has'>
  makeId: () => AttachmentId
  now: Clock
}

/**
 * A reply with its files: the bytes first, then the reply and their rows in one commit. Bytes of a reply that was not sent
 * are nobody's, and the sweep of files takes them.
 */
export const createReplyWithFiles =
  ({ act, files: store, makeId, now }: ReplyPorts) =>
  async ({ files, act: reply, ...request }: ReplyRequest): Promise<ActOutcome> => {
    const stored = []
    for (const { type, mime, name, content } of files)
      stored.push({ ...{ id: makeId(), type, mime, name, content }, sha256: await store.put(content) })
    const outcome = await act({
      ...request,
      act: { ...reply, files: stored.map(({ id, type }) => ({ id, type })) },
      uploads: stored.map(({ id, type, mime, name, sha256, content }) => ({
        ...{ id, mime, name, sha256, bytes: content.length, url: '', attempts: 0, receivedAt: now() },
        kind: type === 'picture' ? 'photo' : 'document',
        state: 'stored',
      })),
    })
    // Before their rows held them, somebody may have thrown the same contents away as nobody's.
    for (const { sha256, content } of stored) if (!(await store.has(sha256))) await store.put(content)
    return outcome
  }
