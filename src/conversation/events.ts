import type { AttachmentId, DossierId } from '../kernel/ids.ts'

/** What a citizen did, in our words. Nothing below `zalo/` knows any other spelling of it. */
export type CitizenEvent =
  /** Typed text, or the payload of a tapped button: Zalo sends both as text (zalo-oa §3.1). */
  | { type: 'TEXT'; text: string }
  /** A photo or document on Zalo's servers. `attachment` is given to it before the conversation sees it. */
  | {
      type: 'FILE'
      attachment: AttachmentId
      kind: FileKind
      url: string
      name?: string
      bytes?: number
      caption?: string
    }
  | { type: 'LOCATION'; latitude: number; longitude: number }
  /** A contact card, or the answer to a request for contact details. */
  | { type: 'CONTACT'; name?: string; phone?: string }
  /** The citizen followed the account or opened the chat for the first time. */
  | { type: 'ARRIVED' }
  | { type: 'LEFT' }
  /** Something was sent that no step can use. */
  | { type: 'UNSUPPORTED'; what: 'sticker' | 'voice' | 'video' | 'link' | 'gif' | 'other' }
  | ProgramEvent

export type FileKind = 'photo' | 'document'

/** What our own program tells a conversation through the same inbox, so that order per citizen holds. */
export type ProgramEvent =
  | { type: 'FILE_STORED'; attachment: AttachmentId }
  | { type: 'FILE_REFUSED'; attachment: AttachmentId; because: FileRefusal }
  | { type: 'SUPPLEMENT_ASKED'; dossier: DossierId; code: string; question: string }
  /** The dossier went on without the reply. */
  | { type: 'SUPPLEMENT_CLOSED'; dossier: DossierId; code: string }

export type FileRefusal = 'wrong type' | 'too large' | 'empty' | 'unreachable'
