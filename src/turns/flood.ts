import type { Effect } from '../conversation/words/session.ts'
import { SECOND } from '../kernel/clock.ts'
import type { InboxRow } from './ports.ts'

/** Five a second for four seconds: nobody types or forwards like that and reads the answers. */
export const BEHIND = 20
const WITHIN = 4 * SECOND

/**
 * Whether the row at `i` of those that wait is the first of a flood: many more by the same hand lie behind it already,
 * sent within seconds. Judged by when they were sent, so that what only waited for us is no flood.
 */
export function isFlooded(rows: readonly InboxRow[], i: number): boolean {
  const [first, last] = [rows[i], rows[i + BEHIND]]
  return first?.from === 'zalo' && last?.from === 'zalo' && last.sentAt - first.sentAt < WITHIN
}

/** Effects of a turn that only talked and moved the conversation on. */
const TALK: ReadonlySet<Effect['type']> = new Set(['say', 'timer', 'query'])

/**
 * What is left of a flooded turn: everything that was done, but no talk that the next messages overtake. A turn that did
 * something tells of it. The citizen reads once why there is no answer yet, and the answers to the last messages.
 */
export function withoutTalk(effects: readonly Effect[]): readonly Effect[] {
  return effects.every(({ type }) => TALK.has(type)) ? effects.filter(({ type }) => type !== 'say') : effects
}

export const READING = {
  type: 'text',
  text: 'Ông/bà vừa nhắn liền rất nhiều tin. Hệ thống đang đọc lần lượt, không bỏ sót tin nào, và sẽ trả lời theo những tin cuối. Xin ông/bà chờ một chút.',
} as const
