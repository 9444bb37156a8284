import type { Delivery } from '../turns/ports.ts'

/** Where an event keeps the citizen's id. Receipts and echoes are turned round: there the citizen is the recipient. */
type Whose = 'sender' | 'recipient' | 'follower' | 'user_id' | 'nobody'

export interface EventKind {
  purpose: Exclude<Delivery['purpose'], 'broken'>
  whose: Whose
}

const kinds = (purpose: EventKind['purpose'], whose: Whose, names: string): (readonly [string, EventKind])[] =>
  names.split(/\s+/).map((name) => [name, { purpose, whose }])

/** Every event name of zalo-oa §2. What is not here is kept as a record and logged once. */
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ...kinds('turn', 'sender', 'user_send_text user_send_image user_send_gif user_send_link user_send_audio'),
  ...kinds('turn', 'sender', 'user_send_video user_send_sticker user_send_location user_send_file'),
  ...kinds('turn', 'sender', 'user_send_business_card user_submit_info'),
  ...kinds('turn', 'follower', 'follow unfollow'),
  ...kinds('turn', 'user_id', 'user_click_chatnow'),
  ...kinds('echo', 'recipient', 'oa_send_text oa_send_image oa_send_gif oa_send_list oa_send_file oa_send_sticker'),
  ...kinds('echo', 'recipient', 'oa_send_template'),
  ...kinds('record', 'recipient', 'user_received_message user_seen_message oa_reacted_message'),
  ...kinds('record', 'sender', 'user_reacted_message'),
  ...kinds('record', 'user_id', 'user_withdraw user_call_oa oa_call_user'),
  ...kinds('record', 'nobody', 'anonymous_send_text anonymous_send_image anonymous_send_file anonymous_send_sticker'),
  ...kinds('record', 'nobody', 'oa_send_anonymous_text oa_send_anonymous_image oa_send_anonymous_file'),
  ...kinds('record', 'nobody', 'oa_send_anonymous_sticker update_user_info add_user_to_tag remove_user_from_tag'),
  ...kinds('record', 'nobody', 'remove_tag widget_interaction_accepted widget_failed_to_sync_user_external_id'),
  ...kinds('record', 'nobody', 'oa_send_consent user_reply_consent user_feedback change_template_status'),
  ...kinds('record', 'nobody', 'change_template_quality change_oa_daily_quota change_oa_template_tags'),
  ...kinds('record', 'nobody', 'change_template_quota user_click_response_button event_journey_acknowledged'),
  ...kinds('record', 'nobody', 'event_journey_time_out extension_purchased'),
])

const UNKNOWN: EventKind = { purpose: 'record', whose: 'nobody' }

export const kindOf = (eventName: string): EventKind => KINDS.get(eventName) ?? UNKNOWN

/** Group chats are known and none of our business (zalo-oa §2.8). */
export const isKnown = (eventName: string): boolean => KINDS.has(eventName) || eventName.includes('_group')
