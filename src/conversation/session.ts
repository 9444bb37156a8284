import type { AttachmentId, DossierId } from '../kernel/ids.ts'
import type { FileKind } from './events.ts'
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
  /** A reading of the last answer that waits for a yes or a no. */
  proposal?: Proposal
  /** Facts given by the program: a looked-up dossier, the question of an officer. Filled into wording by name. */
  facts: Record<string, string>
}

/** What the program believes was meant, and sometimes the second most likely reading. */
export interface Proposal {
  value: string
  shown: string
  otherwise?: { value: string; shown: string }
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
  /** Set while "really cancel?" is unanswered. */
  cancelling?: boolean
  /** Set while "go on with the draft of this flow, or begin anew?" is unanswered. */
  choosing?: { flow: string }
  /** Procedures named in "is it this you need?", until the next word. */
  suggested?: string[]
  /** Officers' questions that wait for an answer, oldest first. `shown` once the citizen has seen and left it. */
  questions?: WaitingQuestion[]
  /** Files on their way: asked for, not yet stored or refused. */
  fetching: AttachmentId[]
  /** Failed look-ups, against guessing codes. */
  lookupFailures?: { count: number; since: number }
}

export interface WaitingQuestion {
  dossier: DossierId
  code: string
  question: string
  shown?: boolean
}

export const NEW_SESSION: Session = { drafts: [], fetching: [] }

/** What a turn wants done. Data only: `turns/` makes rows of it. */
export type Effect =
  | { type: 'say'; message: OutgoingMessage }
  | { type: 'fetch'; attachment: AttachmentId; kind: FileKind; url: string; name?: string }
  /** The citizen agreed (or not) to exactly the words of this step of this version. */
  | { type: 'consent'; flow: string; version: number; step: string; given: boolean }
  /** Hand the dossier in. `{code}` and `{secret}` in messages after it are filled when the number is drawn. */
  | { type: 'file'; flow: string; version: number; applicant: string; answers: EffectAnswer[] }
  | { type: 'supplement'; dossier: DossierId; text: string; attachments: AttachmentId[] }
  /** Ask the program for facts; the turn goes on at once with a `FACTS` event. Always the last effect. */
  | { type: 'query'; query: Query }

export interface EffectAnswer extends Answer {
  key: string
  label: string
}

export type Query =
  /** A dossier by code and second factor: the receipt's secret, or being the citizen who filed it. */
  { name: 'dossier'; code: string; factor: string } | { name: 'my dossiers' }

/** The answer to a query. `facts` is filled into wording; `found` chooses the branch. */
export interface FactsEvent {
  type: 'FACTS'
  found: boolean
  facts: Record<string, string>
}
