import type { ProgramEvent, TimerName } from '../conversation/words/events.ts'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { Session } from '../conversation/words/session.ts'
import type { DossierChange } from '../dossiers/change.ts'
import type { VietnamDay } from '../kernel/clock.ts'
import type { CitizenId, DossierId } from '../kernel/ids.ts'
import type { Attachment } from '../attachments/attachment.ts'
import type { Echo } from '../notifications/echo.ts'
import type { Receipt } from '../notifications/receipts.ts'
import type { Unheard } from '../procedures/ports.ts'

/** One webhook delivery as it arrived. */
export interface Delivery {
  /** Tells a repeated delivery from a new one (zalo-oa §1.3). */
  key: string
  /** Absent when the delivery cannot be tied to a citizen. */
  citizen?: CitizenId
  sentAt: number
  receivedAt: number
  body: Buffer
  /**
   * `turn`: a citizen did something, a turn must follow. `echo`: our own message coming back.
   * `record`: kept, nothing follows. `broken`: signed by Zalo and unreadable, kept aside for a person.
   */
  purpose: 'turn' | 'echo' | 'record' | 'broken'
  /** Of an echo: what came back; it settles a doubtful sending. */
  echo?: Echo
  /** Of a record that says what became of messages. */
  receipt?: Receipt
}

export interface Inbox {
  /** Durable when it resolves. A delivery with a known key changes nothing. */
  keep(delivery: Delivery): Promise<'kept' | 'known'>
  /** Citizens with unhandled rows older than `receivedBefore`: work that no bell announced. */
  citizensWaiting(receivedBefore: number, limit: number): Promise<CitizenId[]>
  /**
   * Counts a failed attempt. After the last one the row is set aside so that those behind it go on,
   * and the citizen gets the apology. What was read of a card does not stay in it.
   */
  failed(row: FailedRow): Promise<'waiting' | 'set aside'>
}

interface FailedRow {
  seq: number
  citizen: CitizenId
  reason: string
  attemptsAllowed: number
  apology: OutgoingMessage
  at: number
}

/** An inbox row that waits for its turn: Zalo's bytes, or an event of our own. */
export type InboxRow = {
  seq: number
  key: string
  attempts: number
  sentAt: number
  receivedAt: number
  /** Of the citizen's conversation when the row was read: one kept at hand at another revision is out of date. */
  revision: number
} & ({ from: 'zalo'; body: Buffer } | { from: 'program'; event: ProgramEvent })

export interface Conversation {
  citizen: CitizenId
  /** 0 when nothing is stored yet. */
  revision: number
  session: Session
  lastInteractionAt: number
}

export interface Conversations {
  load(citizen: CitizenId): Promise<Conversation>
  /** The citizen's unhandled rows in the order they were sent. */
  waiting(citizen: CitizenId, limit: number): Promise<InboxRow[]>
  /** Citizens who wrote since then, with when they last did; for a simulator that starts beside an old database. */
  heardSince(at: number, limit: number): Promise<{ citizen: CitizenId; lastInteractionAt: number }[]>
  /** Writes all a turn changed, or none of it. `stale`: another worker was first; load again and decide again. */
  commit(turn: Turn): Promise<Committed>
}

/**
 * `orphans`: SHA-256 of contents whose rows are gone because the citizen asked to be forgotten. `rated`: the score of a
 * rating that was written.
 */
export type Committed = { outcome: 'done'; orphans: readonly string[]; rated?: number } | { outcome: 'stale' }

/** When conversations asked to be woken. Set in the turn's own commit. */
export interface Timers {
  /** Citizens with a time that has come, the longest waiting first. */
  due(now: number, limit: number): Promise<CitizenId[]>
  /** Puts `TIME_CAME` into the inbox for each time that has come and takes it away; false when there was none. */
  fire(citizen: CitizenId, now: number): Promise<boolean>
}

/** Satisfaction with a finished dossier, 1 to 5. */
export interface Rating {
  score: number
  comment?: string
  at: number
}

export interface Ratings {
  /** Those of these dossiers that were rated. */
  ofDossiers(ids: readonly DossierId[]): Promise<ReadonlyMap<DossierId, Rating>>
}

/** Secrets tried at one dossier from all chats together, so that many chats guess no faster than one. */
export interface LookupGuesses {
  /** Counts a guess before it is judged, so that many at once are no way round. `until`: when the count begins anew. */
  count(dossier: DossierId, at: number, within: number): Promise<{ count: number; until: number }>
  /** A guess that was right does not count. */
  giveBack(dossier: DossierId): Promise<void>
}

/** What is kept of one citizen. */
export interface CitizenRecords {
  summary(citizen: CitizenId): Promise<{
    messages: number
    files: number
    dossiers: number
    consents: { flow: string; given: boolean; at: number }[]
  }>
}

export interface Turn {
  before: Conversation
  session: Session
  /** The inbox row that this turn answers. */
  handled: number
  at: number
  /** The citizen acted: opens Zalo's 48-hour window, and what was held back while they were out of reach goes out. */
  interaction: boolean
  /** The delivery said where a file lies at Zalo: its bytes are not kept once it is handled. */
  carriesFile?: boolean
  /** A dossier number must be drawn from the gap-free counter of this unit and day. */
  filing?: { unit: string; day: VietnamDay }
  /** The rows to write. The one thing only the database can give, the dossier's code, is its argument. */
  rows: (code: string | undefined) => TurnRows
}

export interface TurnRows {
  messages: readonly OutgoingMessage[]
  attachments: readonly Attachment[]
  consents: readonly ConsentRow[]
  /** What it does to dossiers, oldest first. One that was judged on another revision makes the whole turn stale. */
  changes: readonly DossierChange[]
  /** The dossier that the messages are about. */
  about?: DossierId
  /** Only of a dossier of this citizen that is done or returned. A second rating replaces the first. */
  rated?: { dossier: DossierId; score: number; comment: string }
  timers?: readonly { timer: TimerName; at: number | null }[]
  /** What nobody understood and a clerk may see: kept apart from whoever wrote it. */
  unheard?: readonly Unheard[]
  /** Delete this citizen's chat texts and unfiled files (domain §1.4). */
  forgets?: boolean
}

interface ConsentRow {
  citizen: CitizenId
  flow: string
  version: number
  step: string
  given: boolean
  at: number
}
