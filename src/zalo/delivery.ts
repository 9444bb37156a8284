import { createHash } from 'node:crypto'
import { DAY } from '../kernel/clock.ts'
import type { CitizenId } from '../kernel/ids.ts'
import { composed } from '../kernel/text.ts'
import type { MessageKind } from '../notifications/echo.ts'
import type { Receipt } from '../notifications/receipts.ts'
import type { Delivery } from '../turns/ports.ts'
import { type EventKind, kindOf } from './event-names.ts'
import { childOf, isObject, type JsonObject, readJson, wordOf } from './json.ts'

/** The console's "test" button sends a made-up conversation with this id (zalo-oa §1.1). */
const CONSOLE_TEST = 'This is message id'
/** What a key or an id is made of; Zalo's own are digits and hex. Anything else would be stored otherwise than it came. */
const PLAIN_KEY = /^[ -~]{1,200}$/
const PLAIN_ID = /^[!-~]{1,100}$/

/** What the webhook must know of a delivery before it is kept; the whole of it is read by the turn. Never throws. */
export const readDelivery = (raw: Buffer, receivedAt: number): Delivery => toDelivery(raw, readJson(raw), receivedAt)

/** The same for a body that was parsed already, so that the webhook parses once. */
export function toDelivery(raw: Buffer, json: JsonObject | undefined, receivedAt: number): Delivery {
  const name = json && wordOf(json['event_name'])
  if (!json || !name) return { key: hash(raw), sentAt: receivedAt, receivedAt, body: raw, purpose: 'broken' }

  const kind = kindOf(name)
  const message = childOf(json, 'message')
  const rehearsal = message?.['msg_id'] === CONSOLE_TEST
  const citizen = rehearsal ? undefined : citizenOf(json, kind, message)
  const isKeptOnly = rehearsal || isStale(json, receivedAt)
  const purpose = isKeptOnly ? 'record' : purposeOf(json, kind, citizen)
  return {
    key: purpose === 'broken' ? hash(raw) : (keyOf(name, json, message, kind) ?? hash(raw)),
    ...(citizen !== undefined && { citizen }),
    sentAt: sentAtOf(json, receivedAt),
    receivedAt,
    body: raw,
    purpose,
    ...(purpose === 'echo' && echoOf(name, message)),
    ...(!isKeptOnly && receiptOf(name, message)),
  }
}

/** What came back, to be compared with what was sent. Lists and templates carry their words in an attachment. */
function echoOf(name: string, message: JsonObject | undefined): Pick<Delivery, 'echo'> {
  const messageId = wordOf(message?.['msg_id'])
  if (!message || messageId === undefined) return {}
  const attachments: unknown = message['attachments']
  const first: unknown = Array.isArray(attachments) ? attachments[0] : undefined
  const text = message['text'] ?? (isObject(first) ? childOf(first, 'payload')?.['text'] : undefined)
  const words = typeof text === 'string' ? composed(text) : ''
  return { echo: { messageId, kind: ECHO_KINDS[name] ?? 'text', text: words } }
}

const RECEIPTS: Readonly<Record<string, Receipt['state']>> = {
  user_received_message: 'received',
  user_seen_message: 'seen',
}
/** Of one receipt; whoever opens a chat after long sees this many at once. */
const MOST_IDS = 200

/** What became of messages of ours. One that was seen alone may stand as `msg_id` (zalo-oa §2.4). */
function receiptOf(name: string, message: JsonObject | undefined): Pick<Delivery, 'receipt'> {
  const state = RECEIPTS[name]
  if (!message || state === undefined) return {}
  const many: unknown = message['msg_ids']
  const given: readonly unknown[] = Array.isArray(many) ? many : [message['msg_id']]
  const ids = given.slice(0, MOST_IDS).flatMap((id) => wordOf(id) ?? [])
  const messageIds = ids.filter((id) => PLAIN_ID.test(id))
  return messageIds.length > 0 ? { receipt: { state, messageIds } } : {}
}

const ECHO_KINDS: Readonly<Record<string, MessageKind>> = {
  oa_send_image: 'picture',
  oa_send_gif: 'picture',
  oa_send_file: 'document',
}

const purposeOf = (json: JsonObject, kind: EventKind, citizen: CitizenId | undefined): Delivery['purpose'] => {
  if (kind.purpose === 'turn' && citizen === undefined) return 'broken'
  // An echo with an `admin_id` was typed by a person in Zalo's own chat tool (zalo-oa §2.4).
  if (kind.purpose === 'echo' && wordOf(childOf(json, 'sender')?.['admin_id'])) return 'record'
  return kind.purpose
}

function citizenOf(json: JsonObject, { whose }: EventKind, message: JsonObject | undefined): CitizenId | undefined {
  // The receipt of a template message names a telephone number where others name the citizen (zalo-oa §2.7).
  if (message && ('tracking_id' in message || 'delivery_time' in message)) return undefined
  const id = wordOf(subjectOf(json, whose))
  return id !== undefined && PLAIN_ID.test(id) ? (id as CitizenId) : undefined
}

function subjectOf(json: JsonObject, whose: EventKind['whose']): unknown {
  if (whose === 'nobody') return undefined
  return whose === 'user_id' ? json['user_id'] : childOf(json, whose)?.['id']
}

/** Zalo repeats a delivery until it is answered. Echo and receipt carry one message id, so the name is part of the key. */
function keyOf(name: string, json: JsonObject, message: JsonObject | undefined, kind: EventKind): string | undefined {
  const timestamp = wordOf(json['timestamp'])
  const messageId = wordOf(message?.['msg_id'])
  const seen: unknown = message?.['msg_ids']
  if (Array.isArray(seen)) return join(name, ...seen.map(String))
  if (messageId && message?.['react_icon'] !== undefined) {
    return join(name, messageId, wordOf(message['react_icon']) ?? '', timestamp ?? '')
  }
  if (messageId) return join(name, messageId)
  const subject = wordOf(subjectOf(json, kind.whose))
  if (!subject || !timestamp) return undefined
  return join(name, wordOf(json['oa_id']) ?? '', subject, timestamp)
}

function join(...parts: string[]): string {
  const key = parts.join(':')
  return PLAIN_KEY.test(key) ? key : hash(key)
}

const hash = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')

/** The first instant with thirteen digits, September 2001. Some samples carry less, which is nonsense (zalo-oa §1.1). */
const FIRST_PLAUSIBLE = 1_000_000_000_000

/** When Zalo says it happened, in milliseconds; a value that cannot be true is replaced by the time of arrival. */
function sentAtOf(json: JsonObject, receivedAt: number): number {
  const sentAt = Number(wordOf(json['timestamp']))
  return Math.abs(sentAt - receivedAt) < DAY ? sentAt : receivedAt
}

/**
 * Zalo calls again for two hours at the most (zalo-oa §1.3), and may hold events back while it is unwell itself. What says it
 * is more than a day old comes from somebody who kept it. The future is no sign of that: it is our clock that is behind.
 */
export function isStale(json: JsonObject, receivedAt: number): boolean {
  const sentAt = Number(wordOf(json['timestamp']))
  return sentAt >= FIRST_PLAUSIBLE && receivedAt - sentAt > DAY
}

const TIMESTAMP = '"timestamp"'
const ITS_VALUE = /\s*:\s*(?:"([^"\\]{1,40})|([^",}\s]{1,40}))/y
/** From either end of the body: the envelope's is among the first or the last, whatever a message carries between. */
const CANDIDATES = 4

/**
 * What Zalo may have signed as the timestamp, found without parsing what nobody has vouched for yet. Inside a JSON string the
 * quotes are escaped, so nothing a citizen types looks like it.
 */
export function timestampsOf(raw: Buffer): string[] {
  const text = raw.toString('latin1')
  const found: string[] = []
  for (let from = 0; ;) {
    const at = text.indexOf(TIMESTAMP, from)
    if (at < 0) break
    from = ITS_VALUE.lastIndex = at + TIMESTAMP.length
    const [, quoted, bare] = ITS_VALUE.exec(text) ?? []
    const value = quoted ?? bare
    if (value !== undefined) found.push(value)
  }
  if (found.length <= 1) return found
  return [...new Set([...found.slice(0, CANDIDATES), ...found.slice(-CANDIDATES)])]
}
