import { menuButton } from '../conversation/words/buttons.ts'
import type { CitizenEvent } from '../conversation/words/events.ts'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { Effect, Session } from '../conversation/words/session.ts'
import { file } from '../dossiers/acts/file.ts'
import type { WordsOf } from '../casework/words-of.ts'
import type { Applied } from '../dossiers/apply.ts'
import type { DossierChange } from '../dossiers/change.ts'
import { renderInstant, toVietnamDay } from '../kernel/clock.ts'
import type { CitizenId, DossierId, PermitId } from '../kernel/ids.ts'
import type { Conversation, Turn, TurnRows } from './ports.ts'

/** What one turn decided, ready to be turned into rows. */
export interface TurnPlan {
  before: Conversation
  /** Inbox row. */
  handled: number
  events: readonly CitizenEvent[]
  session: Session
  effects: readonly Effect[]
  at: number
  /** For a filing; made beforehand, because planning is pure. */
  fresh?: { dossier: DossierId; secret: string }
  /** As many as there are words to learn from; random, so that neither key nor order leads back to the turn. */
  unheardIds?: readonly string[]
  /** The agency that receives a filing. */
  agencyOf: (filing: Extract<Effect, { type: 'file' }>) => string
  /** An agency by its name, with its telephone. */
  officeOf?: (code: string) => string
  /** Whether a filing is open to nobody but leaders. */
  isReserved?: (filing: Extract<Effect, { type: 'file' }>) => boolean
  /** What a filing is found by. */
  wordsOf?: WordsOf
  /** What is said for each permit that was to be sent again. */
  shown?: ReadonlyMap<PermitId, OutgoingMessage>
  /** What became of the acts among the effects. */
  judged?: ReadonlyMap<Effect, Applied>
}

/** Effects → rows. Everything it knows is in its argument; the dossier's code is filled in by the commit. */
export function planTurn(plan: TurnPlan): Turn {
  const {
    before,
    handled,
    events,
    session,
    effects,
    at,
    fresh = NO_FILING,
    agencyOf,
    officeOf,
    isReserved,
    wordsOf,
    shown,
    judged,
    unheardIds,
  } = plan
  const filing = effects.find((effect) => effect.type === 'file')
  const unit = filing && agencyOf(filing)
  return {
    before,
    session,
    handled,
    at,
    interaction: events.some(isInteraction),
    ...(events.some(({ type }) => type === 'FILE') && { carriesFile: true }),
    ...(unit !== undefined && { filing: { unit, day: toVietnamDay(at) } }),
    rows: (code) =>
      aboutOffer(
        events,
        toRows({
          citizen: before.citizen,
          effects,
          at,
          fresh,
          shown,
          judged,
          unheardIds,
          ...{ unit: unit ?? '', code: code ?? '', officeOf, isReserved, wordsOf },
        }),
      ),
  }
}

/** What asks for a choice of times is said of its dossier: whether it came is seen in the history. */
function aboutOffer(events: readonly CitizenEvent[], rows: TurnRows): TurnRows {
  const offered = events.find((event) => event.type === 'SUPPLEMENT_ASKED' && event.mend?.times !== undefined)
  return offered?.type === 'SUPPLEMENT_ASKED' ? { about: offered.dossier, ...rows } : rows
}

const NO_FILING = { dossier: '' as DossierId, secret: '' }

/** What opens Zalo's window: the citizen acted. A receipt or news of our own does not (zalo-oa §3.3). */
const isInteraction = (event: CitizenEvent): boolean => !PASSIVE.has(event.type)
const PASSIVE: ReadonlySet<CitizenEvent['type']> = new Set([
  'LEFT',
  'FILE_STORED',
  'FILE_REFUSED',
  'SUPPLEMENT_ASKED',
  'SUPPLEMENT_CLOSED',
  'TIME_CAME',
  'CARD_READ',
  'CARD_UNREADABLE',
])

interface Planned {
  citizen: CitizenId
  effects: readonly Effect[]
  at: number
  fresh: NonNullable<TurnPlan['fresh']>
  unit: string
  code: string
  officeOf: TurnPlan['officeOf'] | undefined
  isReserved: TurnPlan['isReserved'] | undefined
  wordsOf: TurnPlan['wordsOf'] | undefined
  shown: TurnPlan['shown'] | undefined
  judged: TurnPlan['judged'] | undefined
  unheardIds: readonly string[] | undefined
}

function toRows({
  citizen,
  effects,
  at,
  fresh,
  unit,
  code,
  officeOf,
  isReserved,
  wordsOf,
  shown,
  judged,
  unheardIds = [],
}: Planned): TurnRows {
  const messages: OutgoingMessage[] = []
  const changes: DossierChange[] = []
  const office = `${renderInstant(at)}, ${officeOf?.(unit) ?? unit}`
  const receipt = { code, secret: fresh.secret, office }
  /** Said last, as what came of an act that was done is. */
  const refusals: OutgoingMessage[] = []
  let [isFiled, isRefused] = [false, false]
  const rows: { -readonly [key in keyof TurnRows]: TurnRows[key] } = {
    messages,
    changes,
    attachments: [],
    consents: [],
  }
  for (const effect of effects) {
    switch (effect.type) {
      case 'say':
        // The flow's word of thanks for what was not taken would mislead.
        if (isRefused) isRefused = false
        else messages.push(isFiled ? withReceipt(effect.message, receipt) : effect.message)
        break
      case 'fetch': {
        const { attachment: id, kind, url, name, caption, purpose } = effect
        const row = { id, citizen, kind, url, state: 'waiting' as const, attempts: 0, receivedAt: at }
        rows.attachments = [
          ...rows.attachments,
          {
            ...row,
            ...(name !== undefined && { name }),
            ...(caption !== undefined && { caption }),
            ...(purpose && { purpose }),
          },
        ]
        break
      }
      case 'consent': {
        const { flow, version, step, given } = effect
        rows.consents = [...rows.consents, { citizen, flow, version, step, given, at }]
        break
      }
      case 'file': {
        const { flow, version: flowVersion, applicant, answers } = effect
        const { dossier: id, secret: lookupSecret } = fresh
        const filing = {
          id,
          code,
          lookupSecret,
          citizen,
          flow,
          flowVersion,
          agency: unit,
          isReserved: isReserved?.(effect) ? 1 : 0,
          applicant,
          answers,
        }
        const foundBy = wordsOf?.(filing)
        changes.push({ ...file(filing, at), ...(foundBy && { foundBy }) })
        isFiled = true
        rows.about = id
        break
      }
      case 'supplement':
      case 'withdraw': {
        const applied = judged?.get(effect)
        if (applied?.outcome === 'changed') changes.push(applied.change)
        if (applied?.outcome === 'refused') refusals.push({ type: 'text', text: applied.because, choices })
        isRefused = applied?.outcome === 'refused'
        if (effect.type === 'supplement') rows.about = effect.dossier
        break
      }
      case 'rate':
        rows.rated = { dossier: effect.dossier, score: effect.score, comment: effect.comment }
        break
      case 'send permit': {
        const message = shown?.get(effect.permit)
        if (message) messages.push(message)
        break
      }
      case 'timer':
        rows.timers = [...(rows.timers ?? []), { timer: effect.timer, at: effect.at }]
        break
      case 'learn':
        rows.unheard = effect.missed.flatMap(({ flow, step, words }, i) => {
          const id = unheardIds[i]
          return id === undefined ? [] : [{ id, flow, step, words, day: toVietnamDay(at) }]
        })
        break
      case 'forget':
        rows.forgets = true
        break
      case 'query':
        // Answered before planning; the turn never leaves one behind.
        break
    }
  }
  messages.push(...refusals)
  return rows
}

const choices = [menuButton]

/** The receipt's blanks, known only once the number is drawn. */
function withReceipt(message: OutgoingMessage, blanks: Record<'code' | 'secret' | 'office', string>): OutgoingMessage {
  const fill = (text: string) =>
    Object.entries(blanks).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value), text)
  if (message.type !== 'text') return message
  const { text, choices } = message
  const filled = choices?.map((choice) => ('key' in choice ? { ...choice, key: fill(choice.key) } : choice))
  return { ...message, text: fill(text), ...(filled && { choices: filled }) }
}
