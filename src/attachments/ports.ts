import type { Card, CardRefusal } from '../conversation/events.ts'
import type { AttachmentId } from '../kernel/ids.ts'
import type { Attachment } from './attachment.ts'

export type Fetched =
  | { outcome: 'stored'; sha256: string; mime: string; bytes: number }
  /** Of a card's picture: its code was read, the picture is gone. */
  | { outcome: 'read'; card: Card }
  | { outcome: 'refused'; because: CardRefusal }
  | { outcome: 'later'; notBefore: number }

export interface Attachments {
  find(id: AttachmentId): Promise<Attachment | undefined>
  findMany(ids: readonly AttachmentId[]): Promise<Attachment[]>
  /** Ids of files whose fetch is due at `now`, oldest first. */
  due(now: number, limit: number): Promise<AttachmentId[]>
  /**
   * Records what became of one attempt. `stored` and `refused` also put the news into the citizen's inbox,
   * in the same transaction, so that the conversation hears of it in order. A second settlement is ignored.
   */
  settle(id: AttachmentId, fetched: Fetched, at: number): Promise<void>
}

/** Bytes under their own SHA-256. */
export interface FileStore {
  /** Writes whole or not at all; the same content twice is one file. Returns the hash in hex. */
  put(content: Uint8Array): Promise<string>
  get(sha256: string): Promise<Buffer | undefined>
  /** Deletes it; one that is not there is as good as deleted. */
  remove(sha256: string): Promise<void>
}
