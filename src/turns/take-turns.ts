import { hash } from 'node:crypto'
import type { CitizenEvent } from '../conversation/words/events.ts'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { Effect, FactsEvent, Query, Session } from '../conversation/words/session.ts'
import type { Flows } from '../conversation/flow/compiled-flow.ts'
import { withMended } from '../conversation/flow/mended-flow.ts'
import type { StepTally } from '../conversation/session/turned.ts'
import { takeTurn } from '../conversation/take-turn.ts'
import { type Clock, MINUTE, SECOND } from '../kernel/clock.ts'
import type { AttachmentId, CitizenId, DossierId, MakeId, PermitId } from '../kernel/ids.ts'
import { isStorageUnwell } from '../kernel/fault.ts'
import type { Log } from '../kernel/log.ts'
import { codeOf, createSeldom } from '../kernel/seldom.ts'
import { createThrottle } from '../kernel/throttle.ts'
import type { ActByCitizen } from '../casework/act-by-citizen.ts'
import type { Doorbell } from '../notifications/doorbell.ts'
import { BEHIND, isFlooded, READING, withoutTalk } from './flood.ts'
import { judgeActs } from './judge-acts.ts'
import type { createLimitFilings } from './limit-filings.ts'
import { planTurn, type TurnPlan } from './plan-turn.ts'
import type { Conversation, Conversations, Inbox, InboxRow } from './ports.ts'

/** Of one citizen at a time; whoever has more goes to the end of the line. */
const BATCH = 10
/** A decision that was stale is made again at once, at most this often. */
const AGAIN = 3
/** While storage is unwell nothing is decided, and nothing counted against anybody. */
const STORAGE_PAUSE = 2 * SECOND
/** A poisoned delivery is set aside after this many attempts, so that the citizen's next message is answered. */
const ATTEMPTS = 5
/** One turn asks the program for facts at most this often. */
const QUERIES = 3
/** Conversations kept at hand, for as long as no other worker has changed them. */
const AT_HAND = 1_000

const APOLOGY = {
  type: 'text',
  text: 'Xin lỗi ông/bà, hệ thống chưa xử lý được tin nhắn vừa rồi. Cán bộ sẽ xem lại; ông/bà có thể nhắn tiếp hoặc gõ "menu" để về trang đầu.',
} as const

interface TurnPorts {
  inbox: Inbox
  conversations: Conversations
  flows: Flows
  /** Loads what another process published meanwhile. */
  catchUp?: () => Promise<void>
  /** Told of each committed turn what to count. */
  count?: (tally: readonly StepTally[]) => void
  /** Told of each rating that was written. */
  rated?: (score: number) => void
  lookUp: (citizen: CitizenId, query: Query, session: Session) => Promise<FactsEvent>
  /** Deletes contents whose rows are gone, unless another row holds them. */
  forgetFiles: (sha256s: readonly string[]) => Promise<void>
  /** The bytes Zalo sent → our words. Files get ids that follow from the given one. */
  parse: (body: Buffer, attachment: AttachmentId) => readonly CitizenEvent[]
  agencyOf: TurnPlan['agencyOf']
  officeOf?: TurnPlan['officeOf']
  isReserved?: TurnPlan['isReserved']
  wordsOf?: TurnPlan['wordsOf']
  /** Judges what a citizen wants done to dossiers of their own. */
  actByCitizen: ActByCitizen
  /** Holds back a filing that is one too many for a day. */
  limitFilings?: ReturnType<typeof createLimitFilings>
  /** What is said when the picture of a permit is asked for again. */
  showPermit: (citizen: CitizenId, permit: PermitId, now: number) => Promise<OutgoingMessage>
  doorbell: Doorbell
  makeId: MakeId
  makeSecret: () => string
  now: Clock
  log: Log
}

/** Answers the turn bell: takes a citizen's waiting deliveries one after another, each in one commit. */
export function createTakeTurns(ports: TurnPorts) {
  const { inbox, conversations, lookUp, forgetFiles, parse, agencyOf, officeOf, isReserved, wordsOf, showPermit } =
    ports
  const { doorbell, makeId, makeSecret, now, log } = ports

  const flows = withMended(ports.flows)
  const atHand = new Map<CitizenId, Conversation>()
  const open = async (citizen: CitizenId, { revision }: InboxRow) => {
    const held = atHand.get(citizen)
    return held?.revision === revision ? held : conversations.load(citizen)
  }
  const toldToWait = createThrottle({ tries: 1, within: MINUTE, now })
  const seldom = createSeldom(now)
  const keepAtHand = (citizen: CitizenId, conversation: Conversation | undefined) => {
    atHand.delete(citizen)
    if (!conversation) return
    atHand.set(citizen, conversation)
    const [oldest] = atHand.keys()
    if (atHand.size > AT_HAND && oldest !== undefined) atHand.delete(oldest)
  }

  const decide = async (conversation: Conversation, events: readonly CitizenEvent[], at: number) => {
    let session: Session = conversation.session
    const effects: Effect[] = []
    const tally: StepTally[] = []
    for (const event of events) {
      let next: CitizenEvent | FactsEvent | undefined = event
      for (let asked = 0; next && asked <= QUERIES; asked++) {
        const decided = takeTurn(session, next, { now: at, flows })
        const turned = (await ports.limitFilings?.(conversation.citizen, session, decided)) ?? decided
        session = turned.session
        effects.push(...turned.effects)
        tally.push(...(turned.tally ?? []))
        const last = turned.effects.at(-1)
        next = last?.type === 'query' ? await lookUp(conversation.citizen, last.query, session) : undefined
      }
    }
    return { session, effects, tally }
  }

  const show = async (citizen: CitizenId, effects: readonly Effect[], at: number) => {
    const shown = new Map<PermitId, OutgoingMessage>()
    for (const effect of effects)
      if (effect.type === 'send permit') shown.set(effect.permit, await showPermit(citizen, effect.permit, at))
    return shown
  }

  const forget = (sha256s: readonly string[]) =>
    forgetFiles(sha256s).catch((cause: unknown) =>
      // The turn is made. A file that the disk would not let go of now is found by the sweep of files.
      log.warn({ code: codeOf(cause) }, 'files stay until the next sweep'),
    )

  /** In a flood only what was done is kept of a turn, and at most once a minute a word why nothing is said. */
  const quieten = (citizen: CitizenId, effects: readonly Effect[]): readonly Effect[] => {
    const quiet = withoutTalk(effects)
    if (quiet.length === effects.length || !toldToWait.take(citizen)) return quiet
    return [...quiet, { type: 'say', message: READING }]
  }

  const answer = async (
    conversation: Conversation,
    row: InboxRow,
    flooded: boolean,
  ): Promise<Conversation | undefined> => {
    const at = now()
    const { position } = conversation.session
    if (position && !flows.pinned(position.flow, position.version)) await ports.catchUp?.()
    const events = row.from === 'zalo' ? parse(row.body, attachmentOf(row)) : [row.event]
    const { session, effects: decided, tally } = await decide(conversation, events, at)
    const effects = flooded ? quieten(conversation.citizen, decided) : decided
    const files = effects.some((effect) => effect.type === 'file')
    const fresh = files ? { dossier: makeId() as DossierId, secret: makeSecret() } : undefined
    const shown = await show(conversation.citizen, effects, at)
    const judged = await judgeActs(ports.actByCitizen, conversation.citizen, effects, at)
    const unheardIds = effects.flatMap((effect) => (effect.type === 'learn' ? effect.missed.map(makeId) : []))
    const plan = {
      before: conversation,
      handled: row.seq,
      events,
      session,
      effects,
      at,
      agencyOf,
      ...(officeOf && { officeOf }),
      ...(isReserved && { isReserved }),
      ...(wordsOf && { wordsOf }),
      shown,
      judged,
      unheardIds,
    }
    const turn = planTurn({ ...plan, ...(fresh && { fresh }) })
    const committed = await conversations.commit(turn)
    if (committed.outcome === 'stale') return undefined
    if (committed.orphans.length > 0) await forget(committed.orphans)
    ports.count?.(tally)
    if (committed.rated !== undefined) ports.rated?.(committed.rated)
    if (effects.some(({ type }) => SPEAKS.has(type))) doorbell.ring('delivery', conversation.citizen)
    for (const effect of effects) {
      if (effect.type === 'fetch') doorbell.ring(effect.purpose ?? 'fetch', effect.attachment)
      // Far times are left to the sweep.
      if (effect.type === 'timer' && effect.at !== null && effect.at - at < MINUTE)
        doorbell.ring('timer', conversation.citizen, Math.max(1, effect.at - at))
    }
    const lastInteractionAt = turn.interaction ? at : conversation.lastInteractionAt
    return { ...conversation, session, revision: conversation.revision + 1, lastInteractionAt }
  }

  /** One of the four boundaries: counted, retried after a pause, and set aside in the end. */
  const fail = async (citizen: CitizenId, row: InboxRow, cause: unknown): Promise<'waiting' | 'set aside'> => {
    const reason = codeOf(cause)
    const failed = { seq: row.seq, citizen, reason, attemptsAllowed: ATTEMPTS, apology: APOLOGY, at: now() }
    const became = await inbox.failed(failed)
    log.error({ seq: row.seq, attempts: row.attempts + 1, reason, became, where: whereOf(cause) }, 'turn failed')
    return became
  }

  /** Takes a batch of what waits; answers after how long to look again, or `done` when nothing is left. */
  const takeBatch = async (citizen: CitizenId): Promise<number | 'stale' | 'done'> => {
    const rows = await conversations.waiting(citizen, BATCH + BEHIND)
    let conversation: Conversation | undefined
    for (const [i, row] of rows.slice(0, BATCH).entries()) {
      try {
        conversation ??= await open(citizen, row)
        conversation = await answer(conversation, row, isFlooded(rows, i))
      } catch (cause) {
        keepAtHand(citizen, undefined)
        if (isStorageUnwell(cause)) throw cause
        if ((await fail(citizen, row, cause)) === 'waiting') return SECOND * 2 ** row.attempts
        doorbell.ring('delivery', citizen)
        return 0
      }
      keepAtHand(citizen, conversation)
      // Somebody else changed the conversation or took the row: read both again.
      if (!conversation) return 'stale'
    }
    // What arrives after the last reading rings for itself.
    return rows.length > BATCH ? 0 : 'done'
  }

  return async (citizen: CitizenId): Promise<void> => {
    try {
      let next = await takeBatch(citizen)
      for (let again = 0; next === 'stale' && again < AGAIN; again++) next = await takeBatch(citizen)
      if (next !== 'done') doorbell.ring('turn', citizen, next === 'stale' ? 0 : next)
    } catch (cause) {
      if (!isStorageUnwell(cause)) throw cause
      // What was accepted waits in its order until storage is well again.
      const code = codeOf(cause)
      seldom(code, (times) => log.error({ code, times }, 'turns wait for storage'))
      doorbell.ring('turn', citizen, STORAGE_PAUSE)
    }
  }
}

/** Effects that leave a message in the outbox. */
const SPEAKS: ReadonlySet<Effect['type']> = new Set(['say', 'withdraw', 'send permit'])

/** The same delivery always names its file the same, so that a repeated turn fetches nothing twice. */
const attachmentOf = (row: InboxRow): AttachmentId => hash('sha256', row.key).slice(0, 32) as AttachmentId

/** The line of our own code where it broke; the message of an error may carry what a citizen typed. */
const whereOf = (cause: unknown): string | undefined =>
  cause instanceof Error
    ? cause.stack
        ?.split('\n')
        .find((line) => /\/(src|dist)\//.test(line))
        ?.replace(/.*\/(src|dist)\//, '')
        .replace(/\)$/, '')
    : undefined
