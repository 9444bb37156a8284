import { accepted, refused, type Check } from './check.ts'
import { readTime } from './vietnam-time.ts'

/** A time of the day, `07:30`. */
export const timeOfDay: Check = {
  name: 'timeOfDay',
  hint: 'Ghi giờ trong ngày. Ví dụ: 7h30, 8h rưỡi, 2h chiều.',
  check(text, { now }) {
    const spoken = readTime(text, now)
    if (spoken === 'impossible') return refused('Giờ này không có. Ông/bà ghi lại giúp. Ví dụ: 7h30.')
    if (spoken?.minutes === undefined) return refused('Tôi chưa hiểu giờ này. Ví dụ: 7h30, hoặc 2h chiều.')
    if (spoken.day !== undefined) return refused('Ở đây chỉ cần giờ, không cần ngày. Ví dụ: 7h30.')
    const hour = Math.floor(spoken.minutes / 60) % 24
    return accepted(`${String(hour).padStart(2, '0')}:${String(spoken.minutes % 60).padStart(2, '0')}`)
  },
  good: ['07:30', '7h30', '8h rưỡi', '2h chiều', '8g30', '14 giờ', '13h'],
  bad: ['25h', '7h75', 'sáng', 'mai', '7h mai', ''],
}
