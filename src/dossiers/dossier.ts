import type { Wanted } from '../conversation/words/events.ts'
import type { AttachmentId, CitizenId, DossierId, StaffId } from '../kernel/ids.ts'
import type { VietnamDay } from '../kernel/clock.ts'
import type { Status } from './status.ts'

/** One application (hồ sơ). Who did what to it is in its actions; the row holds where it stands now. */
export interface Dossier {
  id: DossierId
  /** `H12.99-300501-0001` */
  code: string
  /** Four characters printed on the receipt; needed beside the code to look the dossier up. */
  lookupSecret: string
  citizen: CitizenId
  /** The flow it was filed through and the version the citizen answered. */
  flow: string
  flowVersion: number
  /** Code of the agency competent for it. */
  agency: string
  /** Code of the agency where it lies now. */
  holder: string
  /** Who works on it; null while nobody has taken it. */
  handler: StaffId | null
  /** 1 when it is open to nobody but leaders: what citizens say of officials. */
  isReserved: number
  status: Status
  /** What happened last, so that a list can say "the citizen has answered" without reading the history. */
  lastAction: ActionType
  applicant: string
  /** As they stand: what was filed, with what was mended since (`answers-now.ts`). What was filed is never changed itself. */
  answers: readonly FiledAnswer[]
  filedAt: number
  updatedAt: number
  /** When the desk's next word is due (epoch milliseconds); null while no clock runs. */
  dueAt: number | null
  /** Its place among those that wait for a person, the lowest first; null when the desk has nothing to do. */
  queue: number | null
  /** Until when its handler put it aside (epoch milliseconds). */
  asideUntil: number | null
  /** Until when the citizen should answer what was asked (epoch milliseconds); null while nothing is asked, or for no time. */
  answerBy: number | null
  /** When the program is to remind them, or to note that they have not answered; null when it has nothing to do. */
  wakeAt: number | null
  /** Raised by every change; a change made on an older number is refused. */
  revision: number
}

/** One answer as filed. `key` is for programs, `label` and `shown` are what people read. */
export interface FiledAnswer {
  key: string
  label: string
  value: string
  shown: string
  attachments?: readonly AttachmentId[]
}

export type ActionType =
  | 'filed'
  | 'accepted'
  | 'declined'
  | 'forwarded'
  | 'supplement asked'
  | 'supplemented'
  /** The desk asked for another time of a visit. */
  | 'time proposed'
  | 'corrected'
  /** The citizen took one of them, which stands; or wishes for another, which the desk has to confirm. Follows `supplemented`. */
  | 'time chosen'
  | 'time wished'
  /** The program reminded the citizen; noted that they have not answered in time. They may answer still. */
  | 'answer reminded'
  | 'answer overdue'
  | 'withdrawn'
  | 'approved'
  | 'refused'
  | 'returned'
  | 'permit granted'
  | 'permit revoked'
  /** The last decision that stood was undone; what it was stays in the history. */
  | 'taken back'
  /** Somebody works on it from now on; was given it; put it back for all. */
  | 'taken'
  | 'assigned'
  | 'given back'
  /** Another agency has it from now on. */
  | 'handed over'
  /** The agency that has it is competent by now. */
  | 'clock begun'
  | 'opinion asked'
  | 'opinion given'
  | 'put aside'
  /** Work stands still, and the clock with it. */
  | 'paused'
  /** The citizen was told that it takes longer, and a new date. */
  | 'apologised'
  /** The longer term of the law holds. */
  | 'term lengthened'
  /** A finished one is worked on again. */
  | 'reopened'
  /** The citizen was written to; it goes on as before. */
  | 'replied'
  /** What they asked was answered, which ends it. */
  | 'answered'
  /** A message that had not arrived went out once more. */
  | 'resent'
  /** What the desk wrote for itself. */
  | 'noted'
  /** It asks for what another one asks for already, which goes on instead; it was compared with another, and is none. */
  | 'found duplicate'
  | 'told apart'

export type Actor = { type: 'citizen' } | { type: 'staff'; id: StaffId; name: string } | { type: 'program' }

/** What was done to a dossier. Rows are appended and never changed; the database refuses an update. */
export interface DossierAction {
  type: ActionType
  by: Actor
  at: number
  /** The status after this action. */
  status: Status
  /** The question, the reason, or the citizen's reply. */
  note?: string
  attachments?: readonly AttachmentId[]
  /** When the desk's next word is due after this action; absent while no clock runs. */
  dueAt?: number
  move?: Move
}

/** Where an act leads besides the status. What it does not name stays as it was. */
export interface Move {
  /** Code of the agency that has it from now on. */
  holder?: string
  /** Who works on it from now on; null: nobody. */
  handler?: { id: StaffId; name: string } | null
  /** When the agency that has it should be done with it (epoch milliseconds); never later than the law allows. */
  until?: number
  /** Taken in by an agency that is not competent for it: the clock waits for one that is (NĐ 309/2026, Điều 17.3). */
  outside?: true
  /** A competent agency has it from now on, and the clock begins. */
  begins?: true
  /** Code of the agency whose opinion is asked for, or was given. */
  asked?: string
  /** Until when it is put aside; null: not any more. */
  aside?: number | null
  /** The new date that the citizen was promised (epoch milliseconds). */
  promised?: number
  /** Which of the longer terms holds: its place in the term. */
  longer?: number
  /** The message that was sent again. */
  resent?: number
  /** What the citizen is to mend, one by one. */
  wanted?: readonly Wanted[]
  /** Until when the citizen should answer, and when they are reminded of it (epoch milliseconds). */
  answerBy?: number
  remindAt?: number
  /** Why this was not asked for the first time already. */
  again?: string
  /** Times of which the citizen is to choose one. */
  proposed?: readonly ProposedTime[]
  /** Answers as they are from now on, and those of questions that are not asked any more. */
  given?: readonly Given[]
  gone?: readonly FiledAnswer[]
  /** The dossier that goes on instead of this one; one that it is no duplicate of. */
  sameAs?: DossierId
  apart?: DossierId
}

/** A time for a visit. `slot`: key of the session; `said`: its label. */
export interface ProposedTime {
  day: VietnamDay
  slot: string
  said: string
}

/** An answer that was sent in later, with what stood there before. */
export interface Given extends FiledAnswer {
  before?: FiledAnswer
}

export interface DossierSummary {
  id: DossierId
  code: string
  flow: string
  flowVersion: number
  agency: string
  holder: string
  handler: StaffId | null
  status: Status
  lastAction: ActionType
  applicant: string
  filedAt: number
  updatedAt: number
  dueAt: number | null
  queue: number | null
  answerBy: number | null
  revision: number
}
