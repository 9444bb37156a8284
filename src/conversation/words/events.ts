import type { AttachmentId, DossierId } from '../../kernel/ids.ts'

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
  /** `text`: words that came with it, here and below. */
  | { type: 'LOCATION'; latitude: number; longitude: number; text?: string }
  /** A contact card, or the answer to a request for contact details. */
  | { type: 'CONTACT'; name?: string; phone?: string }
  /** The citizen followed the account or opened the chat for the first time. */
  | { type: 'ARRIVED' }
  | { type: 'LEFT' }
  /** Something was sent that no step can use. */
  | { type: 'UNSUPPORTED'; what: 'sticker' | 'voice' | 'video' | 'link' | 'gif' | 'other'; text?: string }
  | ProgramEvent

export type FileKind = 'photo' | 'document'

/** What our own program tells a conversation through the same inbox, so that order per citizen holds. */
export type ProgramEvent =
  | { type: 'FILE_STORED'; attachment: AttachmentId }
  | { type: 'FILE_REFUSED'; attachment: AttachmentId; because: FileRefusal }
  | { type: 'SUPPLEMENT_ASKED'; dossier: DossierId; code: string; question: string; mend?: Mendable }
  /** The dossier went on without the reply. */
  | { type: 'SUPPLEMENT_CLOSED'; dossier: DossierId; code: string }
  /** A time that the conversation asked to be woken at (effect `timer`). */
  | { type: 'TIME_CAME'; timer: TimerName }
  /** The picture of an identity card was read and thrown away. */
  | { type: 'CARD_READ'; attachment: AttachmentId; card: Card }
  | { type: 'CARD_UNREADABLE'; attachment: AttachmentId; because: CardRefusal }

/** One answer that is wrong, or one paper that is missing. */
export interface Wanted {
  /** Of the answer; of a paper that no question asks for a key of its own. */
  key: string
  label: string
  /** What is wrong with it, or how to mend it. */
  why: string
  /** No question of the procedure asks for it. */
  isNew?: true
}

/** A dossier of which single answers are asked for again. */
export interface Mendable {
  flow: string
  version: number
  filedAt: number
  /** As they stand. */
  answers: readonly { key: string; value: string; shown: string; attachments?: readonly AttachmentId[] }[]
  wanted: readonly Wanted[]
  /** What the officer wrote besides. */
  remark?: string
  /** Until when it should be answered (epoch milliseconds). */
  answerBy?: number
  times?: OfferedTimes
}

/** What an officer asked and the citizen has not answered. */
export interface WaitingQuestion {
  dossier: DossierId
  code: string
  question: string
  shown?: boolean
  /** Absent where one free question was asked. */
  mend?: Mendable
}

/** Another time for a visit: those offered, and what is said above and below them. */
export interface OfferedTimes {
  head: string
  foot: string
  /** `from`: when it begins (epoch milliseconds), and is no more to be had. Proposals of before have none. */
  of: readonly { day: string; slot: string; said: string; from?: number }[]
  /** When they were offered (epoch milliseconds): tells the buttons of one proposal from those of another. */
  at?: number
}

/** `album`: the pause after the last photo of several. `draft`: an unfinished filing lies still. One of each per citizen. */
export type TimerName = 'album' | 'draft'

/** What the QR code of an identity card says (qr §4.1). It proves a string, not a person. */
export interface Card {
  /** 12 digits. */
  number: string
  /** As printed, NFC. Cards of old people and of hurried offices leave out any of what follows. */
  name?: string
  /** `1990-03-05`; absent when the card knows only the year. */
  birthDate?: string
  sex?: 'nam' | 'nu'
  /** Free text, often with units that no longer exist. */
  address?: string
}

/** `no code`: nothing readable in the picture. `other code`: readable, and not an identity card. */
export type CardRefusal = 'no code' | 'other code' | FileRefusal

export type FileRefusal =
  | 'wrong type'
  | 'too large'
  | 'empty'
  | 'unreachable'
  /** It lies where this installation does not fetch from. Its address is kept until an operator has looked. */
  | 'unknown host'
  /** More than one person may send in a day. */
  | 'too many'
  /** Our disk is nearly full. */
  | 'no room'
