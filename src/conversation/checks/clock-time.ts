import { accepted, refused, type Check } from './check.ts'
import { readTime } from './vietnam-time.ts'

const CLOCK = /\d{1,2} ?(?:giờ|gio|h(?!\p{L})|g(?!\p{L})|:)(?: ?\d{2})?(?::\d{2})?(?: ?[ap]\.?m)?|\d ?[ap]\.?m/giu

/** A time of the day, `07:30`. */
export const timeOfDay: Check = {
  name: 'timeOfDay',
  title: 'Giờ trong ngày',
  personal: false,
  free: false,
  takes: 'clock',
  hint: 'Ghi giờ trong ngày. Ví dụ: 7h30, 8h rưỡi, 2h chiều.',
  check(text, { now }) {
    if ((text.match(CLOCK) ?? []).length > 1) return refused('Ở đây chỉ ghi một giờ thôi. Ví dụ: 7h30.')
    const spoken = readTime(text.replace(/^\s*(\d{1,2})[.,](\d{2})\s*$/, '$1h$2'), now)
    if (spoken === 'impossible') return refused('Giờ này không có. Ông/bà ghi lại giúp. Ví dụ: 7h30.')
    if (spoken?.minutes === undefined) return refused('Tôi chưa hiểu giờ này. Ví dụ: 7h30, hoặc 2h chiều.')
    if (spoken.day !== undefined) return refused('Ở đây chỉ cần giờ, không cần ngày. Ví dụ: 7h30.')
    const hour = Math.floor(spoken.minutes / 60) % 24
    const value = `${String(hour).padStart(2, '0')}:${String(spoken.minutes % 60).padStart(2, '0')}`
    if (spoken.minutes === 24 * 60)
      return { ok: 'unsure', value, shown: value, because: 'Tôi hiểu là nửa đêm, lúc sang ngày mới:' }
    return accepted(value)
  },
  good: ['07:30', '7h30', '8h rưỡi', '2h chiều', '8g30', '14 giờ', '13h'],
  bad: ['25h', '7h75', '7h-8h', '24:00', 'nửa đêm', 'sáng', 'mai', '7h mai', ''],
}
