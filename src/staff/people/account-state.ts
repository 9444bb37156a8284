import { DAY, renderDay, renderInstant, toVietnamDay } from '../../kernel/clock.ts'
import type { Person } from './ports.ts'

/** TCVN 14423: an account that nobody has used for so long is disabled. */
export const UNUSED_FOR = 45 * DAY

/** A link that sets a password can be used for so long. */
export const LINK_FOR = 3 * DAY

type State = 'active' | 'away' | 'invited' | 'lapsed' | 'disabled' | 'unused'

/** What an account is at an instant, and how people read it. */
export function stateOf(
  { disabledAt, seenAt, hasPassword, linkUntil }: Person,
  { now, isAway }: { now: number; isAway: boolean },
): { state: State; label: string } {
  if (disabledAt !== undefined) {
    const since = renderDay(toVietnamDay(disabledAt))
    // Whoever disables by hand after so long does what the round would have done.
    const isUnused = seenAt !== undefined && disabledAt - seenAt >= UNUSED_FOR
    return isUnused
      ? { state: 'unused', label: `Tự khóa vì 45 ngày không dùng, từ ${since}` }
      : { state: 'disabled', label: `Đã khóa từ ${since}` }
  }
  if (!hasPassword) {
    return linkUntil !== undefined && linkUntil > now
      ? { state: 'invited', label: `Chờ đặt mật khẩu, liên kết dùng được đến ${renderInstant(linkUntil)}` }
      : { state: 'lapsed', label: 'Chưa đặt mật khẩu, liên kết đã hết hạn' }
  }
  return isAway ? { state: 'away', label: 'Nghỉ hôm nay' } : { state: 'active', label: 'Đang dùng' }
}
