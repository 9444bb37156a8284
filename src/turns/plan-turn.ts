import type { CitizenEvent } from '../conversation/words/events.ts'
import type { OutgoingMessage } from '../conversation/words/messages.ts'
import type { Effect, Session } from '../conversation/words/session.ts'
import type { FiledAnswer } from '../dossiers/dossier.ts'
import { toVietnamDay } from '../kernel/clock.ts'
import type { CitizenId, DossierId, PermitId } from '../kernel/ids.ts'
import type { Conversation, Turn, TurnRows } from './ports.ts'

/** What one turn decided, ready to be turned into rows. */
export interface Decision {
  before: Conversation
  /** Inbox row. */
  handled: number
  events: readonly CitizenEvent[]
  session: Session
  effects: readonly Effect[]
  at: number
  /** For a filing; made beforehand, because planning is pure. */
  fresh?: { dossier: DossierId; secret: string }
  /** The agency that receives a filing. */
  agencyOf: (filing: Extract<Effect, { type: 'file' }>) => string
  /** What is said for each permit that was to be sent again. */
  shown?: ReadonlyMap<PermitId, OutgoingMessage>
}

/** Effects → rows. Everything it knows is in its argument; the dossier's code is filled in by the commit. */
export function planTurn(decision: Decision): Turn {
  const { before, handled, events, session, effects, at, fresh = NO_FILING, agencyOf, shown } = decision
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
    rows: (code) => toRows({ citizen: before.citizen, effects, at, fresh, shown, unit: unit ?? '', code: code ?? '' }),
  }
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
  fresh: NonNullable<Decision['fresh']>
  unit: string
  code: string
  shown: Decision['shown'] | undefined
}

function toRows({ citizen, effects, at, fresh, unit, code, shown }: Planned): TurnRows {
  const messages: OutgoingMessage[] = []
  const rows: { -readonly [key in keyof TurnRows]: TurnRows[key] } = { messages, attachments: [], consents: [] }
  for (const effect of effects) {
    switch (effect.type) {
      case 'say':
        messages.push(rows.filed ? withReceipt(effect.message, code, fresh.secret) : effect.message)
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
      case 'file':
        rows.filed = {
          dossier: {
            id: fresh.dossier,
            code,
            lookupSecret: fresh.secret,
            citizen,
            procedure: effect.flow,
            procedureVersion: effect.version,
            agency: unit,
            status: 'registered',
            lastAction: 'filed',
            applicant: effect.applicant,
            answers: effect.answers satisfies FiledAnswer[],
            filedAt: at,
            updatedAt: at,
            revision: 1,
          },
          action: { type: 'filed', by: { type: 'citizen' }, at, status: 'registered' },
          attachments: effect.answers.flatMap((answer) => answer.attachments ?? []),
        }
        break
      case 'supplement': {
        const { dossier, text: note, attachments } = effect
        const action = { type: 'supplemented' as const, by: { type: 'citizen' as const }, at, note, attachments }
        rows.supplemented = { dossier, action, attachments }
        break
      }
      case 'withdraw': {
        const action = { type: 'withdrawn' as const, by: { type: 'citizen' as const }, at, note: effect.because }
        rows.withdrawn = { dossier: effect.dossier, action, said: WITHDRAWAL }
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
      case 'forget':
        rows.forgets = true
        break
      case 'query':
        // Answered before planning; the turn never leaves one behind.
        break
    }
  }
  return rows
}

const choices = [{ key: 'menu', label: 'Trang chủ' }]
const WITHDRAWAL = {
  done: {
    type: 'text',
    text: 'Đã rút hồ sơ theo yêu cầu của ông/bà. Cơ quan không giải quyết hồ sơ này nữa.',
    choices,
  },
  refused: {
    type: 'text',
    text: 'Hồ sơ này không rút được nữa: cơ quan vừa giải quyết xong hoặc hồ sơ đã kết thúc. Ông/bà nhắn “tra cứu” để xem kết quả, hoặc “hỏi cán bộ”.',
    choices,
  },
} as const

/** The receipt's two blanks, known only once the number is drawn. */
function withReceipt(message: OutgoingMessage, code: string, secret: string): OutgoingMessage {
  const fill = (text: string) => text.replaceAll('{code}', code).replaceAll('{secret}', secret)
  return message.type === 'text' ? { ...message, text: fill(message.text) } : message
}
