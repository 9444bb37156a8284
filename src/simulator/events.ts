import type { Clock } from '../kernel/clock.ts'
import type { Citizen } from './citizens.ts'

export interface Attachment {
  type: string
  payload: Record<string, unknown>
}

interface EventMessage {
  msg_id: string
  text?: string
  quote_msg_id?: string
  attachments?: Attachment[]
}

/** One webhook body before it is written as bytes. */
export interface ZaloEvent {
  event_name: string
  app_id: string
  timestamp: string
  [field: string]: unknown
}

export type Events = ReturnType<typeof createEvents>

/** Builds the payloads of zalo-oa §2: every id and every time is a string. */
export function createEvents({ appId, oaId, now }: { appId: string; oaId: string; now: Clock }) {
  const timestamp = () => String(now())
  const oa = { id: oaId }

  return {
    fromCitizen: (citizen: Citizen, name: string, message: EventMessage): ZaloEvent => ({
      app_id: appId,
      user_id_by_app: citizen.idByApp,
      event_name: name,
      timestamp: timestamp(),
      sender: { id: citizen.id },
      recipient: oa,
      message,
    }),

    /** The OA's own message coming back; no `admin_id`, for it was sent through the API. */
    echo: (citizen: Citizen, name: string, message: EventMessage): ZaloEvent => ({
      event_name: name,
      app_id: appId,
      sender: oa,
      recipient: { id: citizen.id },
      message,
      user_id_by_app: citizen.idByApp,
      timestamp: timestamp(),
    }),

    /** Sender and recipient are the wrong way round on purpose (zalo-oa §2.4). */
    received: (citizen: Citizen, messageId: string): ZaloEvent => ({
      event_name: 'user_received_message',
      sender: oa,
      recipient: { id: citizen.id },
      message: { msg_id: messageId },
      app_id: appId,
      timestamp: timestamp(),
    }),

    seen: (citizen: Citizen, messageIds: readonly string[]): ZaloEvent => ({
      event_name: 'user_seen_message',
      sender: oa,
      recipient: { id: citizen.id },
      message: { msg_ids: messageIds },
      app_id: appId,
      timestamp: timestamp(),
    }),

    following: (citizen: Citizen, name: 'follow' | 'unfollow'): ZaloEvent => ({
      app_id: appId,
      oa_id: oaId,
      user_id_by_app: citizen.idByApp,
      event_name: name,
      source: 'oa_profile',
      follower: { id: citizen.id },
      timestamp: timestamp(),
    }),

    chatNow: (citizen: Citizen): ZaloEvent => ({
      app_id: appId,
      event_name: 'user_click_chatnow',
      oa_id: oaId,
      user_id: citizen.id,
      user_id_by_app: citizen.idByApp,
      timestamp: timestamp(),
    }),

    contactShared: (citizen: Citizen, contact: { name: string; phone: string }): ZaloEvent => ({
      app_id: appId,
      user_id_by_app: citizen.idByApp,
      event_name: 'user_submit_info',
      timestamp: timestamp(),
      sender: { id: citizen.id },
      recipient: oa,
      info: contact,
    }),

    /** Comes with the header `X-ZEvent-Server: ZNS`; the recipient is a phone number (zalo-oa §2.7). */
    templateReceived: (phone: string, messageId: string, trackingId: string): ZaloEvent => ({
      sender: oa,
      recipient: { id: phone },
      event_name: 'user_received_message',
      message: { delivery_time: timestamp(), msg_id: messageId, tracking_id: trackingId },
      app_id: appId,
      timestamp: timestamp(),
    }),
  }
}

/** Slashes are escaped, as JSON allows: whoever signs or compares a re-written body does not get the same bytes. */
export const toBytes = (event: ZaloEvent): Buffer => Buffer.from(JSON.stringify(event).replaceAll('/', '\\/'), 'utf8')
