import { type Clock, HOUR, MINUTE, toVietnamDay } from '../kernel/clock.ts'
import { type Answer, refusal, success } from './answers.ts'
import { parseCareMessage } from './care-message.ts'
import type { Citizen, Citizens } from './citizens.ts'
import type { Counters } from './counters.ts'
import type { Events } from './events.ts'
import type { FaultSwitches } from './faults.ts'
import type { Oauth } from './oauth.ts'
import { parseTemplate, type TemplateMessage } from './template-message.ts'
import type { Transcripts } from './transcript.ts'
import type { UploadKind, Uploads } from './uploads.ts'
import type { Webhook } from './webhook.ts'
import { windowOf } from './window.ts'

interface ApiParts {
  oaId: string
  oaName: string
  now: Clock
  messageId: () => string
  oauth: Oauth
  citizens: Citizens
  uploads: Uploads
  transcripts: Transcripts
  events: Events
  webhook: Webhook
  faults: FaultSwitches
  counters: Counters
  echoes: boolean
  receipts: boolean
  callsPerMinute: number
}

/** Template messages sent to phone numbers, the newest ones. */
const TEMPLATES_KEPT = 500

/** The API of zalo-oa §3–§7 without HTTP: a token and a body in, Zalo's answer out. */
export function createApi(parts: ApiParts) {
  const { now, oauth, citizens, uploads, transcripts, events, webhook, faults, counters } = parts
  const templates: TemplateMessage[] = []
  let minute = 0
  let calls = 0

  /** What every call asks first: the rate, then the token. */
  function admit(token: string | undefined): Answer | undefined {
    counters.apiCalls += 1
    const current = Math.floor(now() / MINUTE)
    calls = current === minute ? calls + 1 : 1
    minute = current
    if (calls > parts.callsPerMinute) return refusal(-32)
    const verdict = oauth.check(token)
    return verdict === 'valid' ? undefined : refusal(verdict === 'expired' ? -220 : -216)
  }

  const counted = (answer: Answer): Answer => {
    if (answer.error !== 0) counters.refusals += 1
    return answer
  }

  function tellOfSending(citizen: Citizen, name: string, message: Parameters<Events['echo']>[2]): void {
    const echo = () => parts.echoes && void webhook.send(citizen.id, { event: events.echo(citizen, name, message) })
    const receipt = () =>
      parts.receipts && void webhook.send(citizen.id, { event: events.received(citizen, message.msg_id) })
    const [first, second] = faults.current().receiptFirst ? [receipt, echo] : [echo, receipt]
    first()
    second()
  }

  function send(body: unknown): Answer {
    const failure = faults.takeFailure()
    if (failure !== undefined) return refusal(failure)
    const parsed = parseCareMessage(body, uploads)
    if ('refused' in parsed) return parsed.refused
    const { userId, content, echo } = parsed.taken
    const known = citizens.find(userId)
    const window = windowOf(known, now())
    if (!window.allowed) return refusal(window.code)
    const citizen = citizens.meet(userId)
    const id = parts.messageId()
    citizen.sends += 1
    counters.sends += 1
    transcripts.add(userId, { id, at: now(), from: 'oa', content, state: 'received' })
    const { name, ...message } = echo
    tellOfSending(citizen, name, { msg_id: id, ...message })
    return success({ message_id: id, user_id: userId, sent_time: String(now()), quota: window.quota })
  }

  const detail = ({ id, idByApp, name, follows, lastInteractionAt }: Citizen) => ({
    user_id: id,
    user_id_by_app: idByApp,
    user_external_id: '',
    display_name: name,
    user_alias: name,
    is_sensitive: false,
    user_last_interaction_date: toVietnamDay(lastInteractionAt ?? now())
      .split('-')
      .reverse()
      .join('/'),
    user_is_follower: follows,
    avatar: '',
    avatars: { '120': '', '240': '' },
    tags_and_notes_info: { notes: [], tag_names: [] },
  })

  function findUser(asked: unknown): Citizen | undefined {
    const id = asked && typeof asked === 'object' && 'user_id' in asked ? asked.user_id : undefined
    return typeof id === 'string' ? citizens.find(id) : undefined
  }

  function quota(body: unknown): Answer {
    if (body && typeof body === 'object' && 'quota_owner' in body) {
      return success([
        { asset_id: '', product_type: 'cs', quota_type: 'sub_quota', valid_through: '', total: 500, remain: 499 },
      ])
    }
    const citizen = findUser(body)
    if (!citizen) return refusal(-201, 'user_id is invalid')
    return success({
      last_interaction: String(citizen.lastInteractionAt ?? 0),
      promotion: { daily_remain: 1, daily_total: 1, monthly_remain: 4, monthly_total: 4 },
    })
  }

  function sendTemplate(body: unknown): Answer {
    const parsed = parseTemplate(body)
    if ('refused' in parsed) return parsed.refused
    const id = parts.messageId()
    templates.push(parsed.taken)
    if (templates.length > TEMPLATES_KEPT) templates.shift()
    const { phone, trackingId } = parsed.taken
    const event = events.templateReceived(phone, id, trackingId)
    if (parts.receipts) void webhook.send(`phone ${phone}`, { event, headers: { 'x-zevent-server': 'ZNS' } })
    const left = { dailyQuota: '5000', remainingQuota: '4999' }
    return success({ msg_id: id, sent_time: String(now()), sending_mode: '1', quota: left })
  }

  const guarded = (token: string | undefined, work: () => Answer): Answer => counted(admit(token) ?? work())

  return {
    sendMessage: (token: string | undefined, body: unknown) => guarded(token, () => send(body)),

    upload: (token: string | undefined, kind: UploadKind, file: { name: string; bytes: Buffer } | undefined) =>
      guarded(token, () => {
        counters.uploads += 1
        return uploads.add(kind, file)
      }),

    userDetail: (token: string | undefined, query: unknown) =>
      guarded(token, () => {
        const citizen = findUser(query)
        return citizen ? success(detail(citizen)) : refusal(-201, 'user_id is invalid')
      }),

    quota: (token: string | undefined, body: unknown) => guarded(token, () => quota(body)),

    account: (token: string | undefined) =>
      guarded(token, () =>
        success({
          oaid: parts.oaId,
          oa_id: parts.oaId,
          name: parts.oaName,
          description: 'Kênh dịch vụ công (mô phỏng)',
          is_verified: true,
          oa_type: 4,
          num_follower: citizens.all().filter(({ follows }) => follows).length,
          package_name: 'Standard',
          package_valid_through_date: toVietnamDay(now() + 365 * 24 * HOUR)
            .split('-')
            .reverse()
            .join('/'),
          linked_ZCA: '',
        }),
      ),

    /** The v2 call for messages to one user is shut down; anything else has never been offered here. */
    sendOldMessage: (token: string | undefined) => guarded(token, () => refusal(-240)),
    unknownCall: (token: string | undefined) => guarded(token, () => refusal(-209)),

    /** The template host spells a bad token -124. */
    sendTemplate: (token: string | undefined, body: unknown) =>
      counted(admit(token) ? refusal(-124) : sendTemplate(body)),

    templates: (): readonly TemplateMessage[] => templates,

    rate: () => ({ limit: parts.callsPerMinute, remain: Math.max(0, parts.callsPerMinute - calls) }),
  }
}
