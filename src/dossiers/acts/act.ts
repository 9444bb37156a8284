import type { Prospect, Visit } from '../../conversation/flow/prospect.ts'
import type { Wanted } from '../../conversation/words/events.ts'
import type { OutgoingMessage } from '../../conversation/words/messages.ts'
import type { AttachmentId, DossierId, PermitId, StaffId } from '../../kernel/ids.ts'
import type { TermAt } from '../deadlines/due.ts'
import type { ActionType, Actor, Dossier, DossierAction, FiledAnswer, Move, ProposedTime } from '../dossier.ts'
import type { Status } from '../status.ts'

/** What an officer may decide. Reasons and questions are shown to the citizen as they are. */
export type OfficerAct =
  | { type: 'accept' }
  | { type: 'decline'; reason: string }
  | { type: 'forward' }
  | ({ type: 'ask'; question: string } & Precisely)
  /** Another time for a visit. */
  | { type: 'propose'; times: readonly ProposedTime[]; reason: string }
  /** One answer is put right. */
  | { type: 'correct'; given: FiledAnswer; reason: string }
  | { type: 'approve' }
  | { type: 'refuse'; reason: string }
  | { type: 'return' }
  /** Leaves it as it stands. */
  | ({ type: 'reply' } & Reply)
  /** A message that will not arrive is sent once more; by its number. */
  | { type: 'resend'; message: number }
  /** Ends it: what was asked is answered. */
  | ({ type: 'answer' } & Reply)
  /** For the desk itself. */
  | { type: 'note'; text: string }
  | { type: 'revoke'; permit: PermitId; reason: string }
  /** Undoes the last one. */
  | { type: 'take-back'; reason: string }
  /** Works on it from now on. */
  | { type: 'take' }
  | { type: 'assign'; to: StaffId; note: string }
  | { type: 'give-back'; note: string }
  /** `days`: working days within which the other agency should be done with it; 0 for no time of its own. `anyway`: although it is not competent. */
  | { type: 'hand-over'; to: string; days: number; note: string; anyway?: boolean }
  /** The opinion of another agency, or of the leaders of one's own. */
  | { type: 'consult'; to: string; question: string }
  | { type: 'advise'; reason: string }
  /** `until`: the day on which it is to come up again; '' takes it up now. */
  | { type: 'put-aside'; until: string; note: string }
  | { type: 'stop'; reason: string }
  /** `until`: the day that is promised instead. */
  | { type: 'apologise'; until: string; reason: string }
  /** `which`: the place of the case in the term. */
  | { type: 'longer'; which: number; reason: string }
  | { type: 'reopen'; reason: string }
  /** `of`: the code of another dossier, which asks for the same and goes on instead; which is compared with it, and is none. */
  | { type: 'duplicate'; of: string }
  | { type: 'tell-apart'; of: string }

/** What an officer writes, and files that go with it. */
interface Reply {
  text: string
  files?: readonly ReplyFile[]
}

/** What is asked back for, one by one, beside or instead of a sentence. */
export interface Precisely {
  wanted?: readonly Wanted[]
  /** The day by which the citizen should answer; '' for none. */
  until?: string
  /** Why it was not asked for the first time already. */
  again?: string
}

/** A file of the office, and how the chat shows it. */
export interface ReplyFile {
  id: AttachmentId
  type: 'picture' | 'document'
}

export type CitizenAct =
  | {
      type: 'supplement'
      reply: string
      attachments: readonly AttachmentId[]
      /** Answers that take the place of those of the same key. */
      answers?: readonly FiledAnswer[]
      /** Keys of answers to questions that are not asked any more. */
      gone?: readonly string[]
    }
  | { type: 'withdraw'; because: string }

/** What the program does by itself: a round of it, or a command. */
export type ProgramAct =
  /** The permit that the dossier was filed for has reached the citizen's telephone. */
  | { type: 'deliver' }
  /** What was asked is to be answered soon; was not answered in time. */
  | { type: 'remind-answer' }
  | { type: 'answer-overdue' }
  /** Nobody has done anything for long: it is in the agency's queue again. */
  | { type: 'let-go' }
  /** The agency that has it became competent for it: the clock, which waited for such a one, begins. */
  | { type: 'begin-clock' }
  /** Its order has ended. `title` names the order, `since` is epoch milliseconds. */
  | { type: 'end-permit'; title: string; since: number }
  /** Its key is not used any more. */
  | { type: 're-issue' }
  /** Its order is applied again, with the reason. */
  | { type: 'revive-permit'; title: string; since: number; because: string }

export type Act = OfficerAct | CitizenAct | ProgramAct

/** Where a dossier stands: the row, and everything done to it, oldest first. */
export interface Standing {
  dossier: Dossier
  history: readonly DossierAction[]
  /** Who has to decide in the version that was filed; absent where any specialist may. */
  approval?: 'leader'
  /** The answer in which the citizen asked, where a dossier of this kind is answered and not approved. */
  asking?: string
  /** Where it is a visit. */
  visit?: Visit
}

/** A permit as an act names it to people. Times are epoch milliseconds. */
export interface Paper {
  id: PermitId
  number: string
  /** The first instant at which its holder may pass. */
  opensAt: number
  validUntil: number
  /** ` Chỉ được đi: 05:00–09:30.`, or nothing where nothing is limited. */
  limits: string
  /** What its holder is sent who asks for it. */
  shown: OutgoingMessage
  isRevoked: boolean
}

export interface Colleague {
  id: StaffId
  name: string
}

/** Another agency. `closed`: it takes nothing any more, and who continues its work. */
export interface Other {
  code: string
  name: string
  telephone?: string
  closed?: { successor?: string }
  /** Not competent for the dossier. */
  isOutside?: boolean
}

/** Another dossier, as far as whoever acts may look at it. */
export interface Twin {
  id: DossierId
  code: string
  status: Status
  /** Whether somebody works on it still, or has given its result. */
  goesOn: boolean
  /** The one that goes on instead of it. */
  sameAs?: DossierId
  /** Filed from the same account. */
  isOwn: boolean
  /** Somebody has told the two apart already. */
  isApart?: boolean
}

/** What was closed for the sake of a dossier: codes, and how many of them whoever acts may not look at. */
export interface Relying {
  codes: readonly string[]
  unseen: number
}

/** Everything an act depends on besides the dossier and itself. */
export interface Circumstances {
  by: Actor
  /** Epoch milliseconds. */
  at: number
  procedureName: string
  agencyName: string
  /** Of the agency that has it; absent where nobody has recorded one. */
  telephone?: string
  /** Where its counter is. */
  place?: string
  /** What the version that was filed grants, in running text: `giấy đi đường`. */
  permitName: string
  /** What the version that was filed promises; absent where it cannot be read any more. */
  prospect?: Prospect
  /** The term that the version that was filed counts. */
  termAt?: TermAt
  /** When the desk's next word is due once the act is done. */
  dueAt?: number
  /** The flow in which a finished dossier can be rated. */
  rateFlow?: string
  /** People who could work on it where it lies. */
  colleagues?: readonly Colleague[]
  /** The agency that the act leads to, as it stands today. */
  other?: Other
  /** The agency where it lies is not competent for it. */
  isOutside?: boolean
  /** The message that is to be sent again will not arrive otherwise. */
  isDead?: boolean
  /** Code of the agency for which an opinion is given. */
  advisesFor?: string
  /** The other dossier that the act names. */
  twin?: Twin
  /** Those that were closed because this one goes on. */
  relying?: Relying
  /** The permit that the act grants; signed beforehand. */
  granted?: Paper
  /** The one that the act is about: to revoke, to replace, or delivered. */
  named?: Paper
  /** Those of the dossier that are in force. */
  inForce?: readonly Paper[]
}

/** One of the acts: who does it, from where, what it needs, what it changes, and what the citizen is told. */
export interface Rule<A extends Act> {
  /** What the history calls it. */
  recorded: ActionType
  by: Actor['type']
  /** Statuses it may be done in. */
  from: readonly Status[]
  /** Where it leads; absent when the dossier stays where it stands: then `elsewhere` is said, unless `from` is every status. */
  to?: Status | ((standing: Standing, act?: A) => Status)
  /** Said instead of the usual sentence when the dossier stands somewhere else. */
  elsewhere?: string
  /** What in its history stands in the way although the status does not, as whoever does it reads it. */
  barred?: (standing: Standing, at: number, by?: Actor) => string | undefined
  /** What is wrong with this very act. */
  objection?: (act: A, circumstances: Circumstances, standing: Standing) => string | undefined
  /** Kept with the act. What an officer wrote is kept without being named here. */
  words?: (act: A, circumstances: Circumstances) => string
  /** Kept with the act: files that came with it. */
  attachments?: (act: A) => readonly AttachmentId[] | undefined
  /** Where it leads besides the status. */
  moves?: (standing: Standing, act: A, circumstances: Circumstances) => Move | undefined
  /** What is recorded besides, before and after the act itself. */
  besides?: (standing: Standing, circumstances: Circumstances, act: A) => Besides
  /** Permits that end with it, and the reason that is kept with them. */
  ends?: (standing: Standing, act: A, circumstances: Circumstances) => { papers: readonly Paper[]; because: string }
  /** In the order in which they are sent. */
  tells?: (standing: Standing, act: A, circumstances: Circumstances) => readonly OutgoingMessage[]
}

/** By the program, and where the act leads, unless it says otherwise. */
type Beside = Pick<DossierAction, 'type' | 'note' | 'move'> & { by?: Actor; status?: Status }

type Besides = Partial<Record<'before' | 'after', readonly Beside[]>>

/** The rule of each act, by its type. */
export type Rules = { [type in Act['type']]: Rule<Extract<Act, { type: type }>> }
