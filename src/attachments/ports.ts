import type { Card, CardRefusal } from '../conversation/words/events.ts'
import type { AttachmentId, CitizenId } from '../kernel/ids.ts'
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
  /** Ids of files whose fetch is due at `now`, oldest first; pictures of cards are `dueCards`. */
  due(now: number, limit: number): Promise<AttachmentId[]>
  dueCards(now: number, limit: number): Promise<AttachmentId[]>
  /** What one citizen has announced since then (files), and what of it was stored (bytes). */
  sentSince(citizen: CitizenId, since: number): Promise<{ files: number; bytes: number }>
  /**
   * Records what became of one attempt. `stored` and `refused` also put the news into the citizen's inbox,
   * in the same transaction, so that the conversation hears of it in order. `ignored`: another worker settled it, or the
   * citizen asked to be forgotten and the row is gone.
   */
  settle(id: AttachmentId, fetched: Fetched, at: number): Promise<'settled' | 'ignored'>
}

/** Files refused only because of where they lay, for whoever has since allowed that place (`ZALO_FILE_HOSTS`). */
export interface RefusedFiles {
  atUnknownHosts(limit: number): Promise<Attachment[]>
  /** Fetched anew, with all attempts. */
  tryAgain(id: AttachmentId, at: number): Promise<void>
}

/** Files that were never filed, to find those that no conversation needs any more. */
export interface UnfiledFiles {
  /** Citizens with such files from before `before` (epoch milliseconds), in order, after `after`. */
  citizensWithUnfiled(before: number, after: string, limit: number): Promise<CitizenId[]>
  /** Deletes the rows of files from before `before` that the conversation does not need; answers with how many. */
  dropUnfiled(citizen: CitizenId, before: number): Promise<number>
}

/** Which contents rows still refer to; one content may belong to several rows. */
export interface HeldContents {
  heldAmong(sha256s: readonly string[]): Promise<ReadonlySet<string>>
}

/** A file as the folder knows it. `whole` is false of what a crash left behind while writing or removing. */
export interface KeptFile {
  name: string
  /** Its folder; places are told in alphabetical order. */
  place: string
  whole: boolean
}

/** How the bytes of a named file are kept on the disk. */
export type FileCodec = (name: string) => { encodeBytes(bytes: Buffer): Buffer; decodeBytes(stored: Buffer): Buffer }

/** Bytes under their own SHA-256. */
export interface FileStore {
  /** Writes whole or not at all; the same content twice is one file. Returns the hash in hex. */
  put(content: Uint8Array): Promise<string>
  get(sha256: string): Promise<Buffer | undefined>
  has(sha256: string): Promise<boolean>
  /** Deletes it unless a row holds it, also one written while it is being deleted. False when it stays, or was not there. */
  remove(sha256: string, isHeld: () => Promise<boolean>): Promise<boolean>
}

/** Files as they lie on the disk, for whoever changes the key that they lie under. */
export interface KeptFiles {
  /** All of it, or so many bytes of its beginning; undefined when it is not there. */
  kept(sha256: string, most?: number): Promise<Buffer | undefined>
  /** Puts other bytes of the same file in its place; false when it was deleted meanwhile. */
  replace(sha256: string, bytes: Buffer): Promise<boolean>
}

/** Going through all files without ever having the list of them. */
export interface FileShelf {
  /** Files not written since `before` (epoch milliseconds), in places from `from` on and, when given, before `to`. */
  older(before: number, from: string, to?: string): AsyncIterable<KeptFile>
  /** Deletes what is not whole; one that is not there is as good as deleted. */
  clear(leftover: KeptFile): Promise<void>
}
