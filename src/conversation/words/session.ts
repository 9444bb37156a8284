import type { AttachmentId, DossierId, PermitId } from '../../kernel/ids.ts'
import type { Card, FileKind, TimerName, WaitingQuestion, Wanted } from './events.ts'
import type { OutgoingMessage } from './messages.ts'

/** Where a citizen stands in one flow. Plain JSON: it is stored and may come back after weeks. */
export interface Position {
  flow: string
  /** The version the citizen started on, and finishes on. */
  version: number
  step: string
  context: FlowContext
  /** Set on a draft: when it was laid aside. Drafts are forgotten after a while. */
  laidAsideAt?: number
  /** Steps of this filing that were counted as reached, and as answered. */
  seen?: string[]
  settled?: string[]
  /** The citizen was reminded of it; once is enough. */
  reminded?: true
}

export interface FlowContext {
  /** By the `saveAs` name of the step that asked. */
  answers: Record<string, Answer>
  /** Steps passed on the way here, for going back and for the progress line. */
  trail: string[]
  /** Wrong answers in a row at this step. */
  failures: number
  /** Set while one answer is being corrected from the review step. */
  correcting?: boolean
  /** The question that was open when the correction began: it is never passed by, and ends the correction. */
  returnTo?: string
  /** What stood there before it was corrected, by answer name. */
  corrected?: Record<string, string>
  /** At the review: something was not understood, so the citizen sees everything again before it is filed. */
  doubted?: true
  /** Set while well-answered questions are passed by: a card was read, known answers are used again, a version moved. */
  passing?: boolean
  /** The version changed under them: what they answered before stands, and after each new answer it is passed by again. */
  moved?: true
  /** Names of answers taken over from an earlier filing that no question has confirmed yet. */
  known?: string[]
  /** Found by the last query, for a step that lets one be picked. */
  options?: Option[]
  /** At a `card` step: the citizen agreed to the reading; then what was read and waits for a yes. */
  card?: { agreed: true; read?: Card }
  /** Files sent before the question that wants them, on their way to it. */
  early?: { step: string; attachment: AttachmentId }[]
  /** Files refused only because of where they lay, with the step that asked: they may still come. */
  unreached?: { step: string; attachment: AttachmentId }[]
  /** A reading of the last answer that waits for a yes or a no. */
  proposal?: Proposal
  /** Keys of the choices that the last answer may have meant: they alone were offered with the question that was put back. */
  between?: string[]
  /** What the citizen said to questions that were not asked yet, by answer name: proposed when it is their turn, never filed before. */
  heard?: Record<string, Proposal>
  /** Names of answers that were heard and confirmed before their question came: it is passed by. */
  told?: string[]
  /** Readings of answers asked in one message that wait for a yes at their step. */
  doubts?: Record<string, Doubt>
  /** Set while single answers of what was filed are asked for again. */
  mending?: Mending
  /** Facts given by the program: a looked-up dossier, the question of an officer. Filled into wording by name. */
  facts: Record<string, string>
}

/** What was filed, and what of it is put right. Answers are known by the names of this flow. */
export interface Mending {
  wanted: readonly Mended[]
  /** Those still to be asked for, and those that were answered; an answer may open further questions. */
  open: readonly string[]
  given: readonly string[]
  /** As filed, with what was passed over. */
  before: Record<string, Answer>
  /** When it was filed: by then its branches are taken again. */
  at: number
}

export interface Mended extends Wanted {
  name: string
}

/** One thing to pick: its facts and answers are the conversation's once it is chosen. */
export interface Option {
  key: string
  label: string
  words?: readonly string[]
  means?: 'no'
  /** What is kept as the answer, where the key says more. */
  value?: string
  /** From then on it cannot be picked (epoch milliseconds). */
  until?: number
  facts?: Record<string, string>
  answers?: Record<string, Answer>
}

/** What the program believes was meant, and sometimes the second most likely reading. */
export interface Proposal {
  value: string
  shown: string
  otherwise?: { value: string; shown: string }
}

/** A proposal, and why it must be asked. */
export interface Doubt {
  because: string
  proposal: Proposal
}

export interface Answer {
  /** As programs use it: a choice key, 12 digits, epoch milliseconds, an area code. */
  value: string
  /** As people read it. */
  shown: string
  attachments?: AttachmentId[]
}

/** All a conversation remembers of one citizen. */
export interface Session {
  /** Where the citizen is. Absent before the first word. */
  position?: Position
  /** Unfinished filings laid aside, newest first. */
  drafts: Position[]
  /** What the session itself asked last, beside the question of a flow. The next words answer it or leave it. */
  asking?: Asking
  /** What was typed when procedures were named: its question is still to be answered, its contents are still to be used. */
  said?: string
  /** Officers' questions that wait for an answer, oldest first. `shown` once the citizen has seen and left it. */
  questions?: WaitingQuestion[]
  /** Files on their way: asked for, not yet stored or refused. */
  fetching: AttachmentId[]
  /** Failed look-ups, against guessing codes. */
  lookupFailures?: { count: number; since: number }
  /** Answers about the citizen that they let us keep for the next filing, by `saveAs` name. */
  known?: { answers: Record<string, Answer>; at: number }
  /** What was typed and not understood, blanked, until the citizen is asked whether a clerk may see it. Oldest first. */
  missed?: readonly Missed[]
  /** When that was asked last, and whether the answer was a no. */
  learning?: { askedAt: number; refused?: true }
  /** The procedure talked about last, which "phí bao nhiêu?" refers to. */
  about?: string
  /** What was filed last, which "chừng nào có" refers to. */
  filed?: { flow: string; version: number; at: number }
  /** When an unfinished filing is to be recalled. */
  remindAt?: number
  /** When a button that leads nowhere any more was last explained: people tap again and again. */
  deadTapAt?: number
  /** They were told that only Vietnamese is read. */
  toldLanguage?: true
  /** When photos nobody asked for were last answered: an album arrives as several events. */
  toldOfFilesAt?: number
  /** The words under the last of them: Zalo may repeat them under each photo of an album. */
  toldOfCaption?: string
}

/** Words that nobody understood, with the question they were typed to; nothing in them tells of whom they are. */
export interface Missed {
  flow: string
  step: string
  words: string
  at: number
}

/** A question of the session itself. There is one at most: whatever is asked later takes its place. */
export type Asking =
  | { what: 'really cancel' }
  /** A draft of this flow lies there: go on with it, or begin anew. */
  | { what: 'draft or anew'; flow: string }
  | { what: 'which draft' }
  /** Which of these answered questions is to be corrected. */
  | { what: 'which answer'; steps: readonly string[] }
  /** Whether these may be kept for the next filing. */
  | { what: 'may remember'; answers: Record<string, Answer> }
  /** Whether a clerk may see these. */
  | { what: 'may learn'; missed: readonly Missed[] }
  /** Whether it is one of these flows that is needed, named in this order. */
  | { what: 'which procedure'; flows: readonly string[] }

/** Names of answers that describe the citizen rather than one matter. */
export const KNOWN_ANSWERS = ['applicant', 'citizenNumber', 'phone', 'birthDate', 'sex', 'address'] as const

export const NEW_SESSION: Session = { drafts: [], fetching: [] }

/** What a turn wants done. Data only: `turns/` makes rows of it. */
export type Effect =
  | { type: 'say'; message: OutgoingMessage }
  /** `purpose: 'card'`: the picture is read for its QR code and not kept. */
  | {
      type: 'fetch'
      attachment: AttachmentId
      kind: FileKind
      url: string
      name?: string
      caption?: string
      purpose?: 'card'
    }
  /** Wake this conversation at `at` (epoch milliseconds); `null` takes an earlier wish back. */
  | { type: 'timer'; timer: TimerName; at: number | null }
  /** Satisfaction with a finished dossier of one's own; a second rating replaces the first. */
  | { type: 'rate'; dossier: DossierId; score: number; comment: string }
  /** The citizen takes a dossier of their own back (status 7). */
  | { type: 'withdraw'; dossier: DossierId; because: string }
  /** The picture of a permit of one's own once more. Whose it is and whether it still counts is looked up first. */
  | { type: 'send permit'; permit: PermitId }
  /** A clerk may see these, and nobody whose they are. */
  | { type: 'learn'; missed: readonly Missed[] }
  /** Chat texts and unfiled files of this citizen are deleted; filed dossiers stay, as archive law wants (domain §1.4). */
  | { type: 'forget' }
  /** The citizen agreed (or not) to exactly the words of this step of this version. */
  | { type: 'consent'; flow: string; version: number; step: string; given: boolean }
  /** Hand the dossier in. `{code}` and `{secret}` in messages after it are filled when the number is drawn. */
  | { type: 'file'; flow: string; version: number; applicant: string; answers: EffectAnswer[] }
  /** `answers` instead of those of the same key; `gone` are of questions that are not asked any more. */
  | {
      type: 'supplement'
      dossier: DossierId
      text: string
      attachments: AttachmentId[]
      answers?: EffectAnswer[]
      gone?: string[]
    }
  /** Ask the program for facts; the turn goes on at once with a `FACTS` event. Always the last effect. */
  | { type: 'query'; query: Query }

export interface EffectAnswer extends Answer {
  key: string
  label: string
}

export type Query =
  /** A dossier by code and second factor: the receipt's secret; without one only a dossier that this citizen filed. */
  | { name: 'dossier'; code: string; factor: string }
  | { name: 'my dossiers' | 'my permits' | 'my visits' | 'dossiers to rate' | 'my data' }

/** The answer to a query. `facts` is filled into wording; `found` chooses the branch; one of `options` may be picked next. */
export interface FactsEvent {
  type: 'FACTS'
  found: boolean
  facts: Record<string, string>
  options?: Option[]
  /** Nothing was looked at: too many have guessed at this dossier, until then. */
  closedUntil?: number
  /** Why nothing can be found, and where to ask instead. */
  because?: string
}
